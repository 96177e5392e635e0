import { describe, expect, it } from 'vitest';
import { summarise } from '../../../src/study/summarise.js';
import { YEAR } from '../../../src/units/unit-table.js';
import { regionLoss, syntheticContext, syntheticOutcomes } from '../../support/synthetic-outcomes.js';

/** A run in which every third incident is of another kind, and one kind never came. */
function mixed() {
  const outcomes = syntheticOutcomes({ incidents: 300, lost: 3 });
  const values = Float64Array.from({ length: 300 }, (_, incident) => (incident % 3 === 0 ? 1 : 0));
  return { ...outcomes, kinds: { names: ['a', 'b', 'never'], values } };
}

const incidents = [
  regionLoss({ name: 'a', frequency: 2 / YEAR }),
  regionLoss({ name: 'b', frequency: 1 / YEAR }),
  regionLoss({ name: 'never', frequency: 1e-9 / YEAR }),
];

describe('summariseKinds', () => {
  const { incidentKinds, metrics } = summarise(mixed(), { ...syntheticContext, incidents });

  it('tells how often each is expected, and how many of them were played', () => {
    expect(Object.keys(incidentKinds)).toEqual(['a', 'b', 'never']);
    expect(incidentKinds['a']).toMatchObject({ incidents: 200, share: 2 / 3 });
    expect(incidentKinds['a'].perYear).toBeCloseTo(2, 12);
    expect(incidentKinds['never']).toMatchObject({ incidents: 0, share: 0, metrics: null });
  });

  it('has the metrics of each by itself, which mix to those of the whole', () => {
    const { a, b } = incidentKinds;
    const meanOf = (kind: typeof a) => kind.metrics?.rto.mean ?? NaN;
    // Of the three that were lost, incident 0 is of kind b.
    const mixedMean = (198 * meanOf(a) + 99 * meanOf(b)) / 297;
    expect(mixedMean).toBeCloseTo(metrics.rto.mean ?? NaN, 6);
    expect(a.metrics?.rto.unrecoverable).toBeCloseTo(2 / 200, 15);
    expect(b.metrics?.rto.unrecoverable).toBeCloseTo(1 / 100, 15);
  });
});
