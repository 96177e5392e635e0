import { sample } from '../distributions/families.js';
import { fillFromOccasions } from '../distributions/fill-from-occasions.js';
import { endUnderLoad } from '../plan/load-hours.js';
import { latestRun, runTime } from '../plan/occurrences.js';
import type { RunsPlan } from '../plan/runs-plan.js';
import type { OccasionList } from '../random/occasion-list.js';
import { occasions } from '../random/occasion.js';
import type { Occasions } from '../random/occasion.js';

/** When runs that wait for each other started and ended, by when they were due; NaN for one that never did. */
interface RunsInLine {
  startOf(due: number): number;
  endOf(due: number): number;
}

/**
 * How the runs of one schedule went. A run is known by the instant at which it is due, at which it starts unless it has to
 * wait for another. Its luck belongs to that instant, not to its place in a sequence: a schedule with more runs leaves the luck of the others as it was, so that under the
 * same seed more frequent backups can be held against less frequent ones incident by incident.
 */
export class RunLuck {
  readonly plan: RunsPlan;
  readonly #epoch: number;
  readonly #run: Occasions;
  readonly #copy: Occasions;
  readonly #restorable: Occasions;
  readonly #lot: Occasions;
  #incident = 0;
  #line: RunsInLine | undefined;

  constructor(plan: RunsPlan, seed: number, epoch: number) {
    this.plan = plan;
    this.#epoch = epoch;
    this.#run = occasions(seed, `${plan.name}/run`);
    this.#copy = occasions(seed, `${plan.name}/copied-after`);
    this.#restorable = occasions(seed, `${plan.name}/restorable`);
    this.#lot = occasions(seed, `${plan.name}/lot`);
  }

  /** Lets the runs wait for each other, and for those of other levels, as the line says. */
  joinLine(line: RunsInLine): void {
    this.#line = line;
  }

  begin(incident: number): void {
    this.#incident = incident;
  }

  /** When the run at an index is due. */
  startOf(index: number): number {
    return runTime(this.plan.occurrences, index);
  }

  /** When the latest run that was due at an instant or before it was due; -Infinity when there is none. */
  startUpTo(instant: number): number {
    return this.startOf(latestRun(this.plan.occurrences, instant));
  }

  /** When the latest run before an instant was due; -Infinity when there is none. */
  startBefore(instant: number): number {
    const index = latestRun(this.plan.occurrences, instant);
    const start = this.startOf(index);
    return start === instant ? this.startOf(index - 1) : start;
  }

  /** When the run that is due at `due` starts, which may be later; NaN when it never does. */
  startedAt(due: number): number {
    return this.#line === undefined ? due : this.#line.startOf(due);
  }

  /** When the run that is due at `due` ends; NaN when it fails, or never starts. */
  endOf(due: number): number {
    const chance = this.#run.at(this.#incident, this.#occasion(due));
    // The first word of a run decides on its success, for certain too; its duration is drawn from those that follow.
    if (!chance.happens(this.plan.succeeds)) return NaN;
    return this.#line === undefined ? this.workedFrom(due, sample(this.plan.takes, chance)) : this.#line.endOf(due);
  }

  /** Seconds that the run that is due at `due` takes where there is no load, be it to end well or to fail. */
  workOf(due: number): number {
    const chance = this.#run.at(this.#incident, this.#occasion(due));
    chance.happens(1);
    return sample(this.plan.takes, chance);
  }

  /** A number from 0 to 1 that decides, once in an incident, what no luck of a run does. */
  lot(): number {
    return this.#lot.at(this.#incident, 0).uniform();
  }

  /** When so much work is done that begins at an instant. */
  workedFrom(start: number, work: number): number {
    const { load } = this.plan;
    return load === undefined ? start + work : endUnderLoad(load, start, work);
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
