import type { YearsPlan } from '../../plan/years-plan.js';
import { StoredData } from '../../simulation/durability/stored-data.js';
import { YearSimulator } from '../../simulation/years/year-simulator.js';
import type { Allocate } from '../blank-outcomes.js';
import type { RunRange } from '../run-recorder.js';
import type { IncidentRange } from '../incident-range.js';
import { blankYears } from './year-outcomes.js';
import type { YearOutcomes } from './year-outcomes.js';

/**
 * Years are dealt to threads in blocks of so many. It is no part of what a seed means: a year has the same luck whoever
 * plays it, and whatever was played before.
 */
export const BLOCK_YEARS = 8;

/** Plays the years of a range, any of them at any time, and keeps what each came to. */
export class YearRecorder {
  /** Of the range; years that were not played yet have 0 everywhere. */
  readonly outcomes: YearOutcomes;
  readonly #from: number;
  readonly #simulator: YearSimulator;
  readonly #storedData: readonly StoredData[];

  /** @throws RangeError when the range is empty or does not lie within 0 to 2^32, or the seed is not a whole number. */
  constructor(plan: YearsPlan, { seed, range }: RunRange, allocate?: Allocate) {
    const { from, to } = range;
    // A year is named by 32 bits in the engine's chance.
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || to <= from || to > 2 ** 32) {
      throw new RangeError(`YearRecorder: the range must lie within 0 to 2^32, is ${String(from)} to ${String(to)}`);
    }
    this.outcomes = blankYears(plan, { seed, range }, allocate);
    this.#from = from;
    this.#simulator = new YearSimulator(plan, seed);
    this.#storedData = plan.durability.map((durability) => new StoredData(durability, seed));
  }

  /** Plays these years of the range. */
  play({ from, to }: IncidentRange): void {
    for (let year = from; year < to; year++) {
      this.#simulator.play(year);
      for (const data of this.#storedData) data.play(year);
      this.#put(year - this.#from);
    }
  }

  #put(row: number): void {
    const { outcomes } = this;
    const simulator = this.#simulator;
    outcomes.downtime[row] = simulator.downtime;
    outcomes.lost[row] = simulator.lost;
    outcomes.surfaces.forEach((surface, i) => {
      const { mean, peak } = simulator.storageOf(i);
      surface.lost[row] = simulator.surfaceLost[i];
      surface.storageMean[row] = mean;
      surface.storagePeak[row] = peak;
    });
    this.#storedData.forEach(({ firstLoss, unitsLost }, i) => {
      outcomes.durability[i].firstLoss[row] = firstLoss;
      outcomes.durability[i].unitsLost[row] = unitsLost;
    });
    for (const incident of simulator.incidents) {
      outcomes.kinds[incident.kind].counts[row]++;
      if (!incident.isRecovered) {
        outcomes.unrecoverable[row]++;
        outcomes.kinds[incident.kind].unrecovered[row]++;
      }
      if (incident.isOverlapping) outcomes.overlapping[row]++;
      outcomes.labour[row] += incident.labour;
      outcomes.movedBytes[row] += incident.movedBytes;
      outcomes.laterCosts[row] += incident.laterCosts;
    }
  }
}

/** Plays years 0 to `years` − 1 of a plan. */
export function playYears(
  plan: YearsPlan,
  { seed, years }: { readonly seed: number; readonly years: number },
): YearOutcomes {
  const range = { from: 0, to: years };
  const recorder = new YearRecorder(plan, { seed, range });
  recorder.play(range);
  return recorder.outcomes;
}
