import { describe, expect, test } from 'vitest';
import { metricCurve } from '../../../src/report/metric-curve.js';
import { metricShapes } from '../../../src/report/shape.js';
import { SKETCH_ERROR } from '../../../src/statistics/quantile-sketch.js';
import { outcomesOfRange } from '../../../src/study/outcomes-of-range.js';
import type { Outcomes } from '../../../src/study/outcomes.js';
import { exactSamples } from '../../../src/study/run-samples.js';
import { SketchedSamples } from '../../../src/study/sketched-samples.js';
import { summariseSamples } from '../../../src/study/summarise.js';
import { QUANTILES, type MetricSummary, type QuantileName } from '../../../src/study/summary.js';
import { YEAR } from '../../../src/units/unit-table.js';
import { regionLoss, syntheticContext, syntheticOutcomes } from '../../support/synthetic-outcomes.js';

const INCIDENTS = 20_000;

/** A run of two kinds of disaster with prices, in which some incidents cannot be recovered from. */
const run: Outcomes = {
  ...syntheticOutcomes({ incidents: INCIDENTS, lost: 40 }),
  kinds: { names: ['a', 'b'], values: Float64Array.from({ length: INCIDENTS }, (_, i) => (i % 3 === 0 ? 1 : 0)) },
  costs: Float64Array.from({ length: INCIDENTS }, (_, i) => 1000 + (i % 977)),
};
const incidents = [regionLoss({ name: 'a', frequency: 2 / YEAR }), regionLoss({ name: 'b', frequency: 1 / YEAR })];
const standingCosts = { currency: 'EUR', storage: { bytes: 1, perYear: 12 }, standing: {} };
const context = { ...syntheticContext, incidents, standingCosts };

/** The run counted piece by piece, cut at these incidents. */
function counted(...cuts: readonly number[]): SketchedSamples {
  const ends = [...cuts, INCIDENTS];
  const pieces = ends.map((to, piece) => outcomesOfRange(run, { from: ends[piece - 1] ?? 0, to }));
  const samples = new SketchedSamples(pieces[0]);
  for (const piece of pieces.slice(1)) samples.add(piece);
  return samples;
}

const exact = summariseSamples(exactSamples(run), context);
const sketched = summariseSamples(counted(8192), context);

/** Every quantile with both ends of its interval is told at most this much too large, and never too small. */
function isCloseTo(told: MetricSummary, known: MetricSummary): void {
  for (const name of Object.keys(QUANTILES) as QuantileName[]) {
    for (const end of ['value', 'low', 'high'] as const) {
      const [one, other] = [told.quantiles[name][end], known.quantiles[name][end]];
      if (other === null) expect(one).toBeNull();
      else expect((one ?? NaN) / other - 1).toBeGreaterThanOrEqual(-1e-12);
      if (other !== null) expect((one ?? NaN) / other - 1).toBeLessThanOrEqual(SKETCH_ERROR);
    }
  }
  expect(told.unrecoverable).toBe(known.unrecoverable);
  expect(told.min).toBe(known.min);
  expect(told.max).toBe(known.max);
  expect((told.mean ?? NaN) / (known.mean ?? NaN)).toBeCloseTo(1, 12);
}

describe('A run that is counted in bins', () => {
  test('says by how much it may be too large, where one with every value says 0', () => {
    expect([exact.relativeError, sketched.relativeError]).toEqual([0, SKETCH_ERROR]);
  });

  test('gives each metric, each kind and the costs within that of what every value gives', () => {
    for (const metric of Object.keys(exact.metrics)) isCloseTo(sketched.metrics[metric], exact.metrics[metric]);
    for (const kind of ['a', 'b']) {
      const [told, known] = [sketched.incidentKinds[kind], exact.incidentKinds[kind]];
      expect(told.incidents).toBe(known.incidents);
      for (const metric of ['rto', 'rpo', 'rtt'] as const) {
        if (told.metrics === null || known.metrics === null) throw new Error('both kinds were played');
        isCloseTo(told.metrics[metric], known.metrics[metric]);
      }
    }
    if (sketched.costs === null || exact.costs === null) throw new Error('the run has prices');
    isCloseTo(sketched.costs.perIncident, exact.costs.perIncident);
    expect((sketched.costs.perYear ?? NaN) / (exact.costs.perYear ?? NaN)).toBeCloseTo(1, 12);
  });

  test('holds planning ranges and limits against it within the incidents that lie so near to them', () => {
    const { planning, objectives } = exact.metrics.rto;
    const near = run.metrics[0].values.filter((value) =>
      [planning?.low ?? 0, planning?.high ?? 0].some((limit) => value <= limit && value > limit / (1 + SKETCH_ERROR)),
    ).length;
    expect(Math.abs((sketched.metrics.rto.planning?.within ?? NaN) - (planning?.within ?? NaN))).toBeLessThanOrEqual(
      near / INCIDENTS,
    );
    expect(sketched.metrics.rto.objectives.map(({ verdict }) => verdict)).toEqual(
      objectives.map(({ verdict }) => verdict),
    );
  });

  test('looks at the runbook in the same incidents', () => {
    expect(sketched.steps).toEqual(exact.steps);
    expect(sketched.people).toEqual(exact.people);
  });

  test('gives the same bytes however it was cut', () => {
    const cut = summariseSamples(counted(9000, 9001, 17_000), context);
    expect({ ...cut, stepIncidents: 0 }).toEqual({ ...sketched, stepIncidents: 0 });
  });

  test('has the shape and the curve of the values, but for those next to an edge', () => {
    const [told, known] = [metricShapes(exact, counted(8192)).rto, metricShapes(exact, exactSamples(run)).rto];
    const apart = told.counts.map((count, bin) => Math.abs(count - known.counts[bin]));
    expect(Math.max(...apart)).toBeLessThan(0.002 * INCIDENTS);
    const curve = metricCurve(exact, counted(8192), 'rto').points;
    const exactCurve = metricCurve(exact, exactSamples(run), 'rto').points;
    for (const [point, { share }] of curve.entries())
      expect(Math.abs(share - exactCurve[point].share)).toBeLessThan(0.002);
  });
});
