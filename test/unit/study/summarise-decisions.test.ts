import { describe, expect, it } from 'vitest';
import type { DecisionOutcomes } from '../../../src/study/outcomes.js';
import { summariseDecisions } from '../../../src/study/summarise-decisions.js';
import { syntheticOutcomes } from '../../support/synthetic-outcomes.js';

interface Row {
  readonly taken: number;
  readonly waited?: number;
  /** As it came; that of the alternative taken when absent. */
  readonly rto?: number;
  readonly rtos: readonly [number, number];
  /** Data loss of each; none at all when absent. */
  readonly rpos?: readonly [number, number];
}

/** A decision between `wait` and `rebuild`, incident by incident. */
function decided(rows: readonly Row[]): DecisionOutcomes {
  return {
    name: 'way-back',
    alternatives: ['wait', 'rebuild'],
    taken: Float64Array.from(rows, ({ taken }) => taken),
    waited: Float64Array.from(rows, ({ waited = 0 }) => waited),
    rto: {
      achieved: Float64Array.from(rows, ({ taken, rto, rtos }) => rto ?? (taken < 0 ? NaN : rtos[taken])),
      byAlternative: [0, 1].map((alternative) => Float64Array.from(rows, ({ rtos }) => rtos[alternative])),
    },
    rpo: {
      achieved: Float64Array.from(rows, ({ taken, rpos = [0, 0] }) => (taken < 0 ? NaN : rpos[taken])),
      byAlternative: [0, 1].map((alternative) => Float64Array.from(rows, ({ rpos = [0, 0] }) => rpos[alternative])),
    },
  };
}

function summaryOf(rows: readonly Row[]) {
  const outcomes = syntheticOutcomes({ incidents: 100 });
  const decisions = [decided(rows)];
  return summariseDecisions({ ...outcomes, steps: { ...outcomes.steps, decisions } }, 0.95)['way-back'];
}

describe('summariseDecisions', () => {
  it('counts what was taken, what could be had and what was quickest, over the incidents in which it was due', () => {
    const { incidents, alternatives } = summaryOf([
      { taken: 0, waited: 10, rtos: [10, 30] },
      { taken: 0, waited: 40, rtos: [40, 30] },
      { taken: 1, rtos: [NaN, 30] },
      { taken: 1, rtos: [20, 30] },
      { taken: -1, rtos: [NaN, NaN] },
    ]);
    expect(incidents).toBe(4);
    expect(alternatives).toEqual([
      { name: 'wait', taken: 0.5, available: 0.75, quickest: 0.5, leastLoss: 0.5, cheapest: null, meanWaited: 25 },
      { name: 'rebuild', taken: 0.5, available: 1, quickest: 0.5, leastLoss: 0.5, cheapest: null, meanWaited: 0 },
    ]);
  });

  it('regrets what another would have done sooner, by how much on average, and no tie', () => {
    const { regret } = summaryOf([
      { taken: 0, rtos: [40, 30] },
      { taken: 0, rtos: [60, 30] },
      { taken: 0, rtos: [30, 30] },
      { taken: 1, rtos: [30.0001, 30.0005] },
    ]);
    expect(regret.rto).toMatchObject({ share: 0.5, meanLost: 20 });
    expect(regret.rto.low).toBeLessThan(0.5);
    expect(regret.rto.high).toBeGreaterThan(0.5);
    expect(regret.rpo).toMatchObject({ share: 0, meanLost: null });
  });

  it('regrets data by itself: what is quicker may lose more', () => {
    const { regret, alternatives } = summaryOf([
      { taken: 0, rtos: [10, 30], rpos: [600, 0] },
      { taken: 0, rtos: [10, 30], rpos: [300, 100] },
      { taken: 1, rtos: [10, 30], rpos: [300, 100] },
      { taken: 0, rtos: [10, 30], rpos: [100, 100] },
    ]);
    expect(regret.rto).toMatchObject({ share: 0.25, meanLost: 20 });
    expect(regret.rpo).toMatchObject({ share: 0.5, meanLost: 400 });
    expect(alternatives.map(({ quickest, leastLoss }) => [quickest, leastLoss])).toEqual([
      [1, 0.25],
      [0, 0.75],
    ]);
  });

  it('regrets waiting in vain, although no other alternative was quicker than the one taken then', () => {
    const { regret, alternatives } = summaryOf([{ taken: 1, waited: 20, rto: 50, rtos: [90, 30] }]);
    expect(regret.rto).toMatchObject({ share: 1, meanLost: 20 });
    expect(alternatives[1]).toMatchObject({ quickest: 1, meanWaited: 20 });
  });

  it('regrets what recovered nothing where another would have, without a number of hours', () => {
    const { regret } = summaryOf([
      { taken: 0, rtos: [Infinity, 30] },
      { taken: 0, rtos: [Infinity, Infinity] },
    ]);
    expect(regret.rto).toMatchObject({ share: 0.5, meanLost: null });
  });

  it('knows nothing of a decision that was never due', () => {
    expect(summaryOf([{ taken: -1, rtos: [NaN, NaN] }])).toEqual({
      incidents: 0,
      alternatives: [
        { name: 'wait', taken: 0, available: 0, quickest: 0, leastLoss: 0, cheapest: null, meanWaited: null },
        { name: 'rebuild', taken: 0, available: 0, quickest: 0, leastLoss: 0, cheapest: null, meanWaited: null },
      ],
      regret: {
        rto: { share: 0, low: 0, high: 1, meanLost: null },
        rpo: { share: 0, low: 0, high: 1, meanLost: null },
        cost: null,
      },
    });
  });
});
