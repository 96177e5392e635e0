import { describe, expect, it } from 'vitest';
import { moments } from '../../src/statistics/moments.js';
import { meanTimesToEnd } from '../support/markov-chain.js';
import type { Passage } from '../support/markov-chain.js';
import { livesOf } from '../support/stored-lives.js';
import type { StoredLives } from '../support/stored-lives.js';

/** A normal number is further out than this with a probability of 5.7e-7. */
const Z = 5;

/** Lives of stored data with that durability. */
function livesWith(durability: string, lives: number): StoredLives {
  return livesOf(
    `drillcast: 1
name: Stored
surfaces: { data: { replica: {}, durability: ${durability} } }
incidents: { outage: {} }
runbook: { mend: { takes: 1h } }
milestones: { service-reopened: mend, incident-closed: mend }
`,
    lives,
  );
}

/** That a mean is what it should be, by its own error. */
function expectMean(values: Float64Array, expected: number): void {
  const { mean, standardError } = moments(values);
  expect(Math.abs((mean ?? NaN) - expected)).toBeLessThan(Z * (standardError ?? NaN));
}

const exponential = (mean: number): string => `{ exponential: { mean: ${String(mean)}h } }`;

/** Copies of which each fails by itself and is repaired by itself, as the birth and death of bad ones. */
function repairedCopies(copies: number, fails: number, mends: number): number {
  const passages = Array.from({ length: copies }, (_, bad): Passage[] => [
    { from: bad, to: bad + 1 === copies ? undefined : bad + 1, rate: (copies - bad) * fails },
    ...(bad > 0 ? [{ from: bad, to: bad - 1, rate: bad * mends }] : []),
  ]);
  return meanTimesToEnd(copies, passages.flat())[0];
}

describe('The mean time to data loss', () => {
  it('of a mirror is (3 λ + μ) / 2 λ²', () => {
    const [fails, mends] = [1 / 1000, 1 / 50];
    const known = (3 * fails + mends) / (2 * fails ** 2);
    expect(repairedCopies(2, fails, mends)).toBeCloseTo(known, 6);
    const durability = `{ copies: 2, visible-faults: { every: ${exponential(1000)}, repaired-after: ${exponential(50)} } }`;
    expectMean(livesWith(durability, 4000).firstLoss, known);
  });

  it.each([1, 3, 4])('of %i copies is that of the birth and death of bad ones', (copies) => {
    const durability = `{ copies: ${String(copies)}, visible-faults: { every: ${exponential(300)}, repaired-after: ${exponential(60)} } }`;
    expectMean(livesWith(durability, 4000).firstLoss, repairedCopies(copies, 1 / 300, 1 / 60));
  });

  it('of a mirror whose repair takes a fixed time counts the chance of a second fault in it', () => {
    const [fails, takes] = [1 / 1000, 70];
    const second = 1 - Math.exp(-fails * takes);
    const known = (1 / (2 * fails) + second / fails) / second;
    const durability = `{ copies: 2, visible-faults: { every: ${exponential(1000)}, repaired-after: 70h } }`;
    expectMean(livesWith(durability, 4000).firstLoss, known);
  });

  it('is shorter when the second fault comes sooner: its rate is λ / α', () => {
    const known = meanTimesToEnd(2, [
      { from: 0, to: 1, rate: 2 / 1000 },
      { from: 1, to: 0, rate: 1 / 50 },
      { from: 1, to: undefined, rate: 1 / 1000 / 0.2 },
    ])[0];
    const durability = `{ copies: 2, independence: 20%, visible-faults: { every: ${exponential(1000)}, repaired-after: ${exponential(50)} } }`;
    expectMean(livesWith(durability, 4000).firstLoss, known);
  });

  it('with latent faults that are found by themselves takes finding for the repair', () => {
    const durability = `{ copies: 3, latent-faults: { every: ${exponential(300)}, found-after: ${exponential(60)} } }`;
    expectMean(livesWith(durability, 4000).firstLoss, repairedCopies(3, 1 / 300, 1 / 60));
  });

  it('with latent faults that nobody finds is that of the last of the copies', () => {
    const durability = `{ copies: 3, latent-faults: { every: ${exponential(300)} } }`;
    expectMean(livesWith(durability, 4000).firstLoss, 300 * (1 + 1 / 2 + 1 / 3));
  });

  it('with both kinds of fault, of which latent ones spoil a part, is that of the chain of their states', () => {
    // States: both good; one down; one spoilt; both spoilt. A copy that is spoilt and then fails is down.
    const [visible, latent, mends, finds] = [1 / 500, 1 / 400, 1 / 20, 1 / 150];
    const known = meanTimesToEnd(4, [
      { from: 0, to: 1, rate: 2 * visible },
      { from: 0, to: 2, rate: 2 * latent },
      { from: 1, to: 0, rate: mends },
      { from: 1, to: undefined, rate: visible + latent },
      { from: 2, to: 0, rate: finds },
      { from: 2, to: 1, rate: visible },
      { from: 2, to: undefined, rate: visible },
      { from: 2, to: 3, rate: latent },
      { from: 3, to: 2, rate: 2 * finds },
      { from: 3, to: undefined, rate: 2 * visible },
    ])[0];
    const durability = `{ copies: 2, visible-faults: { every: ${exponential(500)}, repaired-after: ${exponential(20)} },
      latent-faults: { every: ${exponential(400)}, found-after: ${exponential(150)}, spoils: part } }`;
    expectMean(livesWith(durability, 4000).firstLoss, known);
  });

  it('of many units is that of the first of them', () => {
    const durability = `{ copies: 1, units: 40, visible-faults: { every: ${exponential(4000)} } }`;
    expectMean(livesWith(durability, 4000).firstLoss, 100);
  });

  it('of a copy that wears out is the mean of its law', () => {
    const durability = '{ copies: 1, visible-faults: { every: { weibull: { shape: 2, scale: 1000h } } } }';
    expectMean(livesWith(durability, 4000).firstLoss, (1000 * Math.sqrt(Math.PI)) / 2);
  });
});

describe('Units lost within a horizon', () => {
  it('are those of which all copies are spoilt between two audits', () => {
    const spoilt = 1 - Math.exp(-100 / 400);
    const known = 500 * (1 - (1 - spoilt ** 3) ** 10);
    const durability = `{ copies: 3, units: 500, horizon: 1000h, latent-faults: { every: ${exponential(400)}, audited-every: 100h } }`;
    expectMean(livesWith(durability, 1000).unitsLost, known);
  });

  const meanLost = (durability: string) => moments(livesWith(durability, 1000).unitsLost);

  it.each([
    ['audits twice as often', (audits: number, repair: number) => [audits / 2, repair]],
    ['repairs twice as fast', (audits: number, repair: number) => [audits, repair / 2]],
  ] as const)('are fewer with %s, when faults come without memory: in distribution', (_, change) => {
    const stored = ([audits, repair]: readonly number[]) =>
      `{ copies: 2, units: 100, horizon: 1000h, visible-faults: { every: ${exponential(800)}, repaired-after: ${String(repair)}h },
        latent-faults: { every: ${exponential(400)}, audited-every: ${String(audits)}h, repaired-after: ${String(repair)}h } }`;
    const before = meanLost(stored([120, 40]));
    const after = meanLost(stored(change(120, 40)));
    const error = Math.hypot(before.standardError ?? NaN, after.standardError ?? NaN);
    // Falsely found wanting with at most 5.7e-7: the true difference is above 0.
    expect((before.mean ?? NaN) - (after.mean ?? NaN)).toBeGreaterThan(Z * error);
  });
});
