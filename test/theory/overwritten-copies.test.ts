import { describe, expect, test } from 'vitest';
import { replicate } from '../../src/study/replicate.js';
import { HOUR } from '../../src/units/quantity.js';
import { kolmogorovLimit } from '../support/kolmogorov-smirnov.js';
import { disasterPlan } from '../support/small-plan.js';

const INCIDENTS = 20_000;
/** Each comparison may raise a false alarm once in a million times. */
const FALSE_ALARM = 1e-6;

/** Losses in hours, of copies made every 6 h of what turns out to have been corrupted `latency` ago; NaN where nothing is left. */
function losses(latency: string, keep = ''): Float64Array {
  const plan = disasterPlan(`
sites: { here: {}, there: {} }
surfaces: { db: { on: here, replication: { on: there, every: 6h, takes: 0s${keep} } } }
incidents: { drop: { corrupts: db, latency: ${latency} } }
runbook: { last: { takes: 1h } }`);
  const { metrics } = replicate(plan, { seed: 11, incidents: INCIDENTS });
  const rpo = metrics.find(({ name }) => name === 'rpo')?.values ?? new Float64Array();
  return rpo.map((seconds) => seconds / HOUR);
}

/** The largest distance of a sample to the uniform law on a range. */
function distanceToUniform(sample: Float64Array, from: number, to: number): number {
  const ascending = sample.slice().sort();
  return ascending.reduce((largest, value, i) => {
    const expected = Math.min(1, Math.max(0, (value - from) / (to - from)));
    return Math.max(
      largest,
      Math.abs((i + 1) / ascending.length - expected),
      Math.abs(i / ascending.length - expected),
    );
  }, 0);
}

/** Six standard deviations of a share. */
const reach = (share: number): number => 6 * Math.sqrt((share * (1 - share)) / INCIDENTS);

describe('A replication that overwrites', () => {
  test('has a clean copy while nobody has copied the corruption: of 6 h, for 4 h of them when it is noticed after 2 h', () => {
    const found = losses('2h');
    const clean = found.filter((loss) => !Number.isNaN(loss));
    expect(Math.abs(clean.length / INCIDENTS - 4 / 6)).toBeLessThan(reach(4 / 6));
    // The last run before the onset was the last of all: 2 h and up to 4 h more ago.
    expect(distanceToUniform(clean, 2, 6)).toBeLessThan(kolmogorovLimit(clean.length, FALSE_ALARM));
  });

  test('has none at all where the next run always comes before it is noticed', () => {
    expect(losses('6h').every(Number.isNaN)).toBe(true);
  });

  test('and keeps older copies has the last one before the onset, if that is young enough', () => {
    const kept = losses('10d', ', keep: 20d');
    expect(kept.some(Number.isNaN)).toBe(false);
    expect(distanceToUniform(kept, 240, 246)).toBeLessThan(kolmogorovLimit(INCIDENTS, FALSE_ALARM));
    // Of the 6 h in which it may lie the copy is younger than 10 days and 2 h in a third.
    const some = losses('10d', ', keep: 242h').filter((loss) => !Number.isNaN(loss));
    expect(Math.abs(some.length / INCIDENTS - 1 / 3)).toBeLessThan(reach(1 / 3));
  });
});
