import { SETTLING } from '../../plan/years-plan.js';
import { DAY } from '../../units/quantity.js';
import type { StorageLog } from './storage-log.js';

/** Pieces in which a log is counted while it is kept, at least. */
const PIECES = 8;

/** The bytes of a log archive: what is written is counted a day at a time, or in smaller pieces when it is kept for few. */
export class PlayedLog {
  readonly #volume: number;
  readonly #keep: number;
  readonly #piece: number;
  readonly #storage: StorageLog;
  /** When each piece that is kept was complete, and its bytes. */
  #completed: number[] = [];
  #bytes: number[] = [];
  /** The beginning of the piece that is being written; NaN while nothing is. */
  #since = NaN;
  #from = 0;

  /**
   * @param volume bytes per second.
   * @param keep seconds for which it is kept; finite.
   */
  constructor({ volume, keep }: { readonly volume: number; readonly keep: number }, storage: StorageLog) {
    this.#volume = volume;
    this.#keep = keep;
    this.#piece = Math.min(DAY, keep / PIECES);
    this.#storage = storage;
  }

  begin(at: number): void {
    this.#completed = [];
    this.#bytes = [];
    this.#since = this.#from = Math.max(at, -(this.#keep + SETTLING));
  }

  advanceTo(now: number): void {
    if (this.#volume === 0) return;
    for (;;) {
      const complete = this.#since + this.#piece;
      const expiry = this.#completed.length === 0 ? Infinity : this.#completed[0] + this.#keep;
      if (expiry <= now && !(complete < expiry)) this.#expire(expiry);
      else if (complete <= now) this.#complete(complete);
      else return;
    }
  }

  /** Nothing is written from then on, until `resume`. */
  pause(now: number): void {
    if (this.#volume === 0 || Number.isNaN(this.#since)) return;
    if (now > this.#since) this.#complete(now);
    this.#since = NaN;
  }

  resume(now: number): void {
    this.advanceTo(now);
    this.#since = Math.max(now, this.#from);
  }

  /** All of it is gone. */
  destroy(now: number): void {
    this.#storage.add(now, -this.#bytes.reduce((sum, bytes) => sum + bytes, 0));
    this.#completed = [];
    this.#bytes = [];
  }

  #complete(at: number): void {
    const bytes = (at - this.#since) * this.#volume;
    this.#storage.add(at, bytes);
    this.#completed.push(at);
    this.#bytes.push(bytes);
    this.#since = at;
  }

  #expire(at: number): void {
    this.#storage.add(at, -this.#bytes[0]);
    this.#bytes.shift();
    this.#completed.shift();
  }
}
