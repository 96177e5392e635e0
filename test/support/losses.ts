import { expect } from 'vitest';
import { replicate } from '../../src/study/replicate.js';
import { disasterPlan } from './small-plan.js';

/** The data loss of each incident, in seconds; NaN when it is unrecoverable. */
export function lossesOf(sections: string, seed: number, incidents: number): Float64Array {
  return replicate(disasterPlan(sections), { seed, incidents }).metrics[1].values;
}

/** An unrecoverable incident loses more than any number. */
export const worth = (loss: number): number => (Number.isNaN(loss) ? Infinity : loss);

/** Fails when any incident loses more than it does under the other plan. */
export function expectNoMore(better: Float64Array, worse: Float64Array): void {
  expect(better.length).toBe(worse.length);
  for (let incident = 0; incident < worse.length; incident++) {
    expect(worth(better[incident]), `incident ${String(incident)}`).toBeLessThanOrEqual(worth(worse[incident]));
  }
}
