/**
 * Copies of which each stores only what changed since the one before, while both are kept; the oldest is stored whole.
 * What no other needs goes with a copy that is given up.
 */
export class StoredDifferences {
  readonly #size: number;
  readonly #changes: number;
  /** The instants that the copies stand for, oldest first. */
  #kept: number[] = [];

  /** @param changes bytes per second that change; a copy is never more than its size. */
  constructor(size: number, changes: number) {
    this.#size = size;
    this.#changes = changes;
  }

  clear(): void {
    this.#kept = [];
  }

  /** Bytes that are stored besides when a copy is added, which is not there yet. */
  add(at: number): number {
    let place = this.#kept.length;
    while (place > 0 && this.#kept[place - 1] > at) place--;
    const bytes = this.#bytesAt(place, at);
    this.#kept.splice(place, 0, at);
    return bytes;
  }

  /** Bytes that are stored no longer when a copy is given up; 0 for one that is not there. */
  remove(at: number): number {
    const place = this.#kept.indexOf(at);
    if (place < 0) return 0;
    this.#kept.splice(place, 1);
    return this.#bytesAt(place, at);
  }

  /** What a copy makes of difference between its older and its newer neighbour. */
  #bytesAt(place: number, at: number): number {
    const older = place > 0 ? this.#kept[place - 1] : NaN;
    const newer = place < this.#kept.length ? this.#kept[place] : NaN;
    if (Number.isNaN(older) && Number.isNaN(newer)) return this.#size;
    return this.#changed(at - older) + this.#changed(newer - at) - this.#changed(newer - older);
  }

  #changed(apart: number): number {
    return Number.isNaN(apart) ? 0 : Math.min(this.#size, this.#changes * apart);
  }
}
