import { describe, expect, it } from 'vitest';
import { exceedance } from '../../../../src/report/charts/exceedance.js';
import { standalone } from '../../../../src/report/charts/figure.js';
import { LIGHT } from '../../../../src/report/charts/palette.js';
import { metricCurve } from '../../../../src/report/metric-curve.js';
import { renderSvg } from '../../../../src/report/charts/render-svg.js';
import { exactSamples } from '../../../../src/study/run-samples.js';
import { summarise } from '../../../../src/study/summarise.js';
import { syntheticContext, syntheticOutcomes } from '../../../support/synthetic-outcomes.js';

const outcomes = syntheticOutcomes({ incidents: 5000 });
const summary = summarise(outcomes, syntheticContext);
const svgOf = (given = summary, metric = 'rto', of = outcomes) =>
  renderSvg(standalone(exceedance(given, metricCurve(given, exactSamples(of), metric)), LIGHT));

describe('metricCurve', () => {
  it('rises over at most 400 points, each the exact share of incidents within', () => {
    const { points } = metricCurve(summary, exactSamples(outcomes), 'rto');
    expect(points.length).toBeLessThanOrEqual(400);
    const { value, share } = points[100];
    expect(share).toBe(outcomes.metrics[0].values.filter((seconds) => seconds <= value).length / 5000);
    expect(points.every((point, index) => index === 0 || point.share >= points[index - 1].share)).toBe(true);
  });

  it('takes in the planning range, the limits and the tail', () => {
    const { points } = metricCurve(summary, exactSamples(outcomes), 'rtt');
    expect(points[0].value).toBeLessThan(24 * 3600);
    expect(points[points.length - 1].value).toBeGreaterThan(72 * 3600);
    expect(points[points.length - 1].share).toBeGreaterThan(0.999);
  });

  it('ends below 1 where incidents cannot be recovered from', () => {
    const lost = syntheticOutcomes({ incidents: 5000, lost: 500 });
    const { points } = metricCurve(summarise(lost, syntheticContext), exactSamples(lost), 'rto');
    expect(points[points.length - 1].share).toBeCloseTo(0.9, 2);
    expect(points[points.length - 1].share).toBeLessThanOrEqual(0.9);
  });

  it('exists for a metric that is always nothing, and for one without any value', () => {
    for (const value of [0, NaN]) {
      const metrics = outcomes.metrics.map(({ name, values }) => ({ name, values: values.map(() => value) }));
      const flat = { ...outcomes, metrics };
      const { points } = metricCurve(
        summarise(flat, { ...syntheticContext, planning: {}, objectives: [] }),
        exactSamples(flat),
        'rto',
      );
      expect(points[0].share).toBe(value === 0 ? 1 : 0);
    }
  });

  it('refuses a metric that the outcomes do not have', () => {
    expect(() => metricCurve(summary, exactSamples(outcomes), 'mttr')).toThrow(
      new RangeError('metricCurve: the run has no metric mttr'),
    );
  });
});

describe('metricChart', () => {
  it('asks the question that the curve answers, by metric', () => {
    const titleOf = (metric: string) =>
      standalone(exceedance(summary, metricCurve(summary, exactSamples(outcomes), metric)), LIGHT).title;
    expect(titleOf('rto')).toMatchObject({ text: 'How often would service be back within …?' });
    expect(titleOf('rpo.postgresql')).toMatchObject({
      text: 'How often would no more of postgresql be lost than the last …?',
    });
  });

  it('is drawn with human durations, the planning range, the objective and its verdict in words', async () => {
    const svg = await svgOf();
    for (const words of ['>8h<', '>12h<', '>1d<', '>2d<', 'planning range 8h to 24h', 'half within 16.']) {
      expect(svg).toContain(words);
    }
    expect(svg).toMatch(/objective P95 within 24h: missed \(8\d\.\d%\)/);
  });

  it('says how many never come back, and nothing of it where all do', async () => {
    const lost = syntheticOutcomes({ incidents: 5000, lost: 500 });
    expect(await svgOf(summarise(lost, syntheticContext), 'rto', lost)).toContain('10.0% never come back');
    expect(await svgOf()).not.toContain('never come back');
  });

  it('is drawn for every metric without a remark from Vega, the same bytes each time', async () => {
    for (const { name } of outcomes.metrics) expect(await svgOf(summary, name)).toBe(await svgOf(summary, name));
  });

  it('shows a hostile name as text and not as markup', async () => {
    const context = {
      ...syntheticContext,
      scenario: { ...syntheticContext.scenario, name: '</text><script>alert(1)</script>\u001b' },
    };
    const svg = await svgOf(summarise(outcomes, context));
    expect(svg).not.toContain('<script>');
    expect(svg).not.toContain('\u001b');
    expect(svg).toContain('&lt;script&gt;');
  });
});

describe('renderSvg', () => {
  it('refuses a specification on which Vega has a remark', async () => {
    const spec = { data: { values: [{ a: 1 }] }, mark: 'bar', encoding: { height: { field: 'a', type: 'nominal' } } };
    await expect(renderSvg(spec as never)).rejects.toThrow(/^renderSvg: .*height/);
  });
});
