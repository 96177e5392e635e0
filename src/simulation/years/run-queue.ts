import { latestRun, runTime } from '../../plan/occurrences.js';
import type { Occurrences } from '../../plan/occurrences.js';

/** The runs of several schedules in the order of time; of those due at one instant only the first schedule's runs. */
export class RunQueue {
  /** Instant of the next run; Infinity when there is none. */
  nextTime = Infinity;

  readonly #schedules: readonly Occurrences[];
  /** Per schedule, the index and the instant of its next run, and the index of its last. */
  readonly #next: Float64Array;
  readonly #times: Float64Array;
  readonly #last: Float64Array;

  constructor(schedules: readonly Occurrences[]) {
    this.#schedules = schedules;
    this.#next = new Float64Array(schedules.length);
    this.#times = new Float64Array(schedules.length);
    this.#last = Float64Array.from(schedules, (schedule) =>
      schedule.kind === 'every' ? Infinity : schedule.times.length - 1,
    );
  }

  /** Passes over all that was due before an instant. */
  goTo(at: number): void {
    for (let i = 0; i < this.#schedules.length; i++) {
      this.#next[i] = latestRun(this.#schedules[i], at) - 1;
      do this.#step(i);
      while (this.#times[i] < at);
    }
    this.#findNext();
  }

  /** Takes the next run and returns its schedule. */
  take(): number {
    const now = this.nextTime;
    let taken = -1;
    for (let i = this.#schedules.length - 1; i >= 0; i--) {
      if (this.#times[i] !== now) continue;
      taken = i;
      this.#step(i);
    }
    this.#findNext();
    return taken;
  }

  #step(i: number): void {
    const index = ++this.#next[i];
    this.#times[i] = index > this.#last[i] ? Infinity : runTime(this.#schedules[i], index);
  }

  #findNext(): void {
    this.nextTime = Infinity;
    for (let i = 0; i < this.#times.length; i++) this.nextTime = Math.min(this.nextTime, this.#times[i]);
  }
}
