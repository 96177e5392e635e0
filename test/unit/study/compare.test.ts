import { regionLoss } from '../../support/synthetic-outcomes.js';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/study/compare.js';
import { instant } from '../../../src/units/quantity.js';
import { syntheticComparison, syntheticRuns } from '../../support/synthetic-comparison.js';

describe('compare', () => {
  it('holds every scenario against the first, and keeps the answer to each alone', () => {
    const runs = syntheticRuns([{}, { name: 'B', change: (value) => value / 2 }, { name: 'C' }], { incidents: 500 });
    const comparison = compare(runs);
    expect(comparison).toMatchObject({
      format: 'drillcast-comparison/1',
      seed: 7,
      incidents: 500,
      unit: 'seconds',
      confidence: 0.95,
    });
    expect(comparison.results).toEqual(runs.map(({ summary }) => summary));
    expect(comparison.variants.map(({ result, metrics }) => [result, metrics.rto.verdict])).toEqual([
      [1, 'better'],
      [2, 'equal'],
    ]);
    expect(Object.keys(comparison.variants[0].metrics)).toEqual(runs[0].outcomes.metrics.map(({ name }) => name));
  });

  it('compares the metrics that both have, and names the others', () => {
    const { variants } = syntheticComparison([{ without: 'rpo.postgresql' }, { without: 'rpo.object-storage' }]);
    expect(Object.keys(variants[0].metrics)).toEqual(['rto', 'rpo', 'rtt']);
    expect(variants[0]).toMatchObject({ baselineOnly: ['rpo.object-storage'], variantOnly: ['rpo.postgresql'] });
  });

  it('names what is not the same around two scenarios', () => {
    const period = { from: instant(0), to: instant(86_400) };
    const [same, other] = syntheticComparison([{}, {}, { period, timezone: 'UTC', perYear: 0.2 }]).variants;
    expect(same.settings).toEqual([]);
    expect(other.settings).toMatchObject([
      { kind: 'period', baseline: { from: 1_767_225_600 }, variant: { from: 0, to: 86_400 } },
      { kind: 'timezone', baseline: 'Europe/Brussels', variant: 'UTC' },
      { kind: 'incident', name: 'region-loss', baseline: { share: 1 }, variant: { share: 1 } },
    ]);
  });

  it('names incidents that only one scenario has', () => {
    const [one, other] = syntheticRuns([{}, {}]);
    const incidentKinds = { 'zone-loss': { perYear: null, share: 1, incidents: 4000, metrics: null, cost: null } };
    const [{ settings }] = compare([one, { ...other, summary: { ...other.summary, incidentKinds } }]).variants;
    expect(settings).toMatchObject([
      { kind: 'incident', name: 'region-loss', variant: null },
      { kind: 'incident', name: 'zone-loss', baseline: null },
    ]);
  });

  it('names incidents that do something else, by the keys in which they differ', () => {
    const [one, other] = syntheticRuns([{}, {}]);
    const incidents = [regionLoss({ destroys: ['a'], isOnsetKnown: false, frequency: 1 / (20 * 31_557_600) })];
    const [{ settings }] = compare([one, { ...other, scenario: { ...other.scenario, incidents } }]).variants;
    expect(settings).toEqual([{ kind: 'incident-effect', name: 'region-loss', keys: ['destroys', 'onset'] }]);
  });

  it('refuses fewer than two runs, and runs that the same incidents did not strike', () => {
    const [one, other] = syntheticRuns([{}, {}], { incidents: 50 });
    expect(() => compare([one])).toThrow(new RangeError('compare: needs at least two runs, has 1'));
    for (const change of [{ seed: 8 }, { incidents: 49 }, { confidence: 0.9 }]) {
      expect(() => compare([one, { ...other, summary: { ...other.summary, ...change } }])).toThrow(
        new RangeError('compare: all runs must have one seed, number of incidents and level of confidence'),
      );
    }
  });

  it('leaves the outcomes as they are', () => {
    const runs = syntheticRuns([{}, { change: (value) => value + 1 }], { incidents: 300, lost: 3 });
    compare(runs);
    expect(runs).toEqual(syntheticRuns([{}, { change: (value) => value + 1 }], { incidents: 300, lost: 3 }));
  });
});
