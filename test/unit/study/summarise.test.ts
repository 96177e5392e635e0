import { describe, expect, it } from 'vitest';
import type { Outcomes } from '../../../src/study/outcomes.js';
import { summarise } from '../../../src/study/summarise.js';
import { hours, probability } from '../../../src/units/quantity.js';
import { regionLoss, syntheticContext, syntheticOutcomes } from '../../support/synthetic-outcomes.js';

/** A run of `rto` alone in the given order; `rpo` and `rtt` are its copies, and no step was looked at. */
function runOf(
  rto: readonly number[],
  steps: Outcomes['steps'] = { incidents: 0, steps: [], people: [], decisions: [] },
): Outcomes {
  const metrics = ['rto', 'rpo', 'rtt'].map((name) => ({ name, values: Float64Array.from(rto) }));
  const kinds = { names: ['region-loss'], values: new Float64Array(rto.length) };
  return { seed: 1, incidents: rto.length, metrics, kinds, steps };
}

/** 1, 2, … n. */
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

const bare = { ...syntheticContext, planning: {}, objectives: [] };
const rtoOf = (rto: readonly number[], context: Partial<typeof syntheticContext> = {}) =>
  summarise(runOf(rto), { ...bare, ...context }).metrics.rto;

describe('summarise', () => {
  it('carries what the context says, and the seed and size of the run', () => {
    const summary = summarise(runOf([1, 2, 3]), bare);
    expect(summary).toMatchObject({
      format: 'drillcast-result/1',
      tool: { name: 'drillcast', version: '0.1.0' },
      scenario: bare.scenario,
      seed: 1,
      incidents: 3,
      unit: 'seconds',
      confidence: 0.95,
      stepIncidents: 0,
      steps: [],
      people: [],
      inputs: bare.inputs,
    });
    expect(summary.incidentKinds['region-loss'].perYear).toBeCloseTo(0.05, 15);
  });

  it('tells no frequency where the scenario gives none', () => {
    const summary = summarise(runOf([1]), { ...bare, incidents: [regionLoss()] });
    expect(summary.incidentKinds).toEqual({
      'region-loss': { perYear: null, share: 1, incidents: 1, metrics: null, cost: null },
    });
  });

  it('estimates quantiles with order statistics around them, whatever the order of the incidents', () => {
    const { p50 } = rtoOf(upTo(100).reverse()).quantiles;
    // Ranks 40 and 61 leave 1.76 % on either side; 41 and 60 would leave 2.84 %.
    expect(p50).toEqual({ state: 'estimated', value: 50.5, low: 40, high: 61 });
  });

  it('refuses a quantile that the sample cannot bound', () => {
    const { p50, p95 } = rtoOf(upTo(71)).quantiles;
    expect(p50.state).toBe('estimated');
    expect(p95).toEqual({ state: 'unsupported', value: null, low: null, high: null });
  });

  it('counts an unrecoverable incident as longer than any number in quantiles', () => {
    const { p50, p95, p90 } = rtoOf([...upTo(92), ...Array<number>(8).fill(NaN)]).quantiles;
    expect(p50).toMatchObject({ state: 'estimated', value: 50.5, high: 61 });
    expect(p90).toMatchObject({ state: 'estimated', low: 84, high: null });
    expect(p90.value).toBeCloseTo(90.1, 12);
    expect(p95).toEqual({ state: 'unrecoverable', value: null, low: 90, high: null });
  });

  it('leaves unrecoverable incidents out of mean, deviation and extremes, and tells their share', () => {
    const metric = rtoOf([NaN, 2, 4, 6]);
    expect(metric).toMatchObject({ mean: 4, sd: 2, min: 2, max: 6, unrecoverable: 0.25 });
    expect(metric.meanStandardError).toBeCloseTo(2 / Math.sqrt(3), 15);
  });

  it('has no moments when no incident was recovered from', () => {
    const metric = rtoOf(Array<number>(10).fill(NaN));
    expect(metric).toMatchObject({ mean: null, sd: null, meanStandardError: null, min: null, max: null });
    expect(metric.unrecoverable).toBe(1);
    expect(metric.quantiles.p50).toEqual({ state: 'unrecoverable', value: null, low: null, high: null });
  });

  it('shares incidents out below, within (both ends included) and above the planning range', () => {
    const planning = { rto: { low: hours(1), high: hours(2) } };
    const metric = rtoOf([3599, 3600, 7200, 7201, NaN], { planning });
    expect(metric.planning).toEqual({ low: 3600, high: 7200, below: 0.2, within: 0.4, above: 0.4 });
    expect(rtoOf([1]).planning).toBeNull();
  });

  it('judges an objective by the whole Wilson interval', () => {
    const verdict = (kept: number) => {
      const values = upTo(1000).map((incident) => (incident <= kept ? 3600 : 3601));
      const objectives = [{ metric: 'rto' as const, quantile: 0.95, limit: hours(1) }];
      return rtoOf(values, { objectives }).objectives[0];
    };
    expect(verdict(970)).toMatchObject({ verdict: 'met', share: 0.97, value: 3600 });
    expect(verdict(950)).toMatchObject({ verdict: 'undecided', share: 0.95 });
    expect(verdict(930)).toMatchObject({ verdict: 'missed', share: 0.93, value: 3601 });
    expect(verdict(950).low).toBeCloseTo(0.9346861798, 9);
  });

  it('never counts an unrecoverable incident as within an objective', () => {
    const objectives = [{ metric: 'rto' as const, quantile: 0.95, limit: hours(1000) }];
    expect(rtoOf([1, 1, 1, NaN], { objectives }).objectives[0].share).toBe(0.75);
  });

  it('puts objectives and ranges beside their own metric only', () => {
    const { metrics } = summarise(syntheticOutcomes({ incidents: 200 }), syntheticContext);
    expect(Object.keys(metrics)).toEqual(['rto', 'rpo', 'rtt', 'rpo.postgresql', 'rpo.object-storage']);
    expect(metrics.rpo.objectives.map(({ limit }) => limit)).toEqual([8 * 3600]);
    expect(metrics['rpo.postgresql']).toMatchObject({ planning: null, objectives: [] });
  });

  it('widens every interval as the confidence rises', () => {
    const at = (confidence: number) => rtoOf(upTo(1000), { confidence: probability(confidence) }).quantiles.p50;
    expect(at(0.99).low).toBeLessThan(at(0.9).low ?? 0);
    expect(at(0.99).high).toBeGreaterThan(at(0.9).high ?? 0);
  });

  it('leaves the outcomes as they are', () => {
    const outcomes = syntheticOutcomes({ incidents: 300, lost: 3 });
    summarise(outcomes, syntheticContext);
    expect(outcomes).toEqual(syntheticOutcomes({ incidents: 300, lost: 3 }));
  });

  it('refuses an empty run, a column of another length, and a run without rto or rtt', () => {
    expect(() => summarise(runOf([]), bare)).toThrow(
      new RangeError('summarise: incidents must be a positive integer, is 0'),
    );
    expect(() => summarise({ ...runOf([1, 2]), incidents: 3 }, bare)).toThrow(
      new RangeError('summarise: rto has 2 values for 3 incidents'),
    );
    const run = runOf([1, 2]);
    expect(() => summarise({ ...run, metrics: run.metrics.slice(0, 2) }, bare)).toThrow(
      new RangeError('summarise: the outcomes have no metric rtt'),
    );
  });
});
