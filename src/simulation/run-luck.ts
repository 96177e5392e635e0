import { sample } from '../distributions/families.js';
import { fillFromOccasions } from '../distributions/fill-from-occasions.js';
import { latestRun, runTime } from '../plan/occurrences.js';
import type { RunsPlan } from '../plan/plan.js';
import type { OccasionList } from '../random/occasion-list.js';
import { occasions } from '../random/occasion.js';
import type { Occasions } from '../random/occasion.js';

/**
 * How the runs of one schedule went. The luck of a run belongs to the instant at which it starts, not to its
 * place in a sequence: a schedule with more runs leaves the luck of the others as it was, so that under the
 * same seed more frequent backups can be held against less frequent ones incident by incident.
 */
export class RunLuck {
  readonly plan: RunsPlan;
  readonly #epoch: number;
  readonly #run: Occasions;
  readonly #copy: Occasions;
  readonly #restorable: Occasions;
  #incident = 0;

  constructor(plan: RunsPlan, seed: number, epoch: number) {
    this.plan = plan;
    this.#epoch = epoch;
    this.#run = occasions(seed, `${plan.name}/run`);
    this.#copy = occasions(seed, `${plan.name}/copied-after`);
    this.#restorable = occasions(seed, `${plan.name}/restorable`);
  }

  begin(incident: number): void {
    this.#incident = incident;
  }

  startOf(index: number): number {
    return runTime(this.plan.occurrences, index);
  }

  /** Start of the latest run before an instant; -Infinity when there is none. */
  startBefore(instant: number): number {
    const index = latestRun(this.plan.occurrences, instant);
    const start = this.startOf(index);
    return start === instant ? this.startOf(index - 1) : start;
  }

  /** When the run that starts at `start` ends; NaN when it fails. */
  endOf(start: number): number {
    const chance = this.#run.at(this.#incident, this.#occasion(start));
    // The first word of a run decides on its success, for certain too; its duration is drawn from those that follow.
    return chance.happens(this.plan.succeeds) ? start + sample(this.plan.takes, chance) : NaN;
  }

  /** The instant from which a run that ended at `end` can be restored from off the site. */
  usableFrom(start: number, end: number): number {
    const { copiedAfter } = this.plan;
    if (copiedAfter === undefined) return end;
    return end + sample(copiedAfter, this.#copy.at(this.#incident, this.#occasion(start)));
  }

  /** Names the runs that start at `starts` to a list of occasions, whose incidents are set and counted already. */
  nameRuns(starts: Float64Array, list: OccasionList): void {
    const { count, occasions: names } = list;
    // As Math.round, which takes three times as long.
    for (let i = 0; i < count; i++) names[i] = Math.floor(this.#epoch + starts[i] + 0.5);
  }

  /** Of many named runs what `endOf` tells of one, to the last bit. */
  fillEnds(list: OccasionList, starts: Float64Array, ends: Float64Array): void {
    const { count, words } = list;
    const { succeeds, takes } = this.plan;
    this.#run.drawFirstWords(list);
    fillFromOccasions(takes, this.#run, list, { spent: 1, out: ends });
    for (let i = 0; i < count; i++) {
      ends[i] = (words[2 * i] >>> 0) * 2 ** -32 < succeeds ? starts[i] + ends[i] : NaN;
    }
  }

  /** Of many named runs what `usableFrom` tells of one, to the last bit; NaN for one that failed. */
  fillUsableFrom(list: OccasionList, ends: Float64Array, usable: Float64Array): void {
    const { copiedAfter } = this.plan;
    if (copiedAfter === undefined) {
      usable.set(ends);
      return;
    }
    this.#copy.drawFirstWords(list);
    fillFromOccasions(copiedAfter, this.#copy, list, { spent: 0, out: usable });
    for (let i = 0; i < list.count; i++) usable[i] += ends[i];
  }

  isRestorable(start: number, probability: number): boolean {
    return this.#restorable.at(this.#incident, this.#occasion(start)).happens(probability);
  }

  /** Whole seconds since 1970 name a run, whatever the period of the scenario. */
  #occasion(start: number): number {
    return Math.round(this.#epoch + start) >>> 0;
  }
}
