import type { LinePlan } from '../../plan/runs-plan.js';
import type { RunLuck } from '../run-luck.js';

/**
 * The backups of one surface where one that is due while an earlier one still runs is skipped, or waits: played forward, one
 * run after the other, whatever became of them.
 */
export class PlayedLine {
  readonly #overlap: LinePlan['overlap'];
  #busyUntil = -Infinity;
  /** Of the run that was due last: NaN when it was skipped. */
  #start = NaN;
  #end = NaN;

  constructor({ overlap }: LinePlan) {
    this.#overlap = overlap;
  }

  /** What ran and what waited is broken off. */
  clear(): void {
    this.#busyUntil = -Infinity;
  }

  /** Lets the run that is due next start, wait or be skipped. To be called in the order in which runs are due. */
  take(due: number, luck: RunLuck): void {
    const isBusy = this.#busyUntil > due;
    this.#start = isBusy ? (this.#overlap === 'skip' ? NaN : this.#busyUntil) : due;
    this.#end = luck.workedFrom(this.#start, luck.workOf(due));
    if (!Number.isNaN(this.#start)) this.#busyUntil = this.#end;
  }

  /** When the run that was taken last started. */
  startOf(): number {
    return this.#start;
  }

  /** When it ended, be it well or not. */
  endOf(): number {
    return this.#end;
  }
}
