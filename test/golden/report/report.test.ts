import { describe, expect, it } from 'vitest';
import { exceedance } from '../../../src/report/charts/exceedance.js';
import { standalone } from '../../../src/report/charts/figure.js';
import { LIGHT } from '../../../src/report/charts/palette.js';
import { metricCurve } from '../../../src/report/metric-curve.js';
import { renderText } from '../../../src/report/render-text.js';
import { renderTimeline } from '../../../src/report/render-timeline.js';
import { metricShapes } from '../../../src/report/shape.js';
import { exactSamples } from '../../../src/study/run-samples.js';
import { summarise } from '../../../src/study/summarise.js';
import { goldenText } from '../../support/golden-file.js';
import { syntheticContext, syntheticOutcomes } from '../../support/synthetic-outcomes.js';
import { syntheticTrace } from '../../support/synthetic-trace.js';

const outcomes = syntheticOutcomes({ incidents: 20_000, lost: 80 });
const summary = summarise(outcomes, syntheticContext);

const isAsCommitted = (name: string, found: string) => {
  expect(found).toBe(goldenText(new URL(name, import.meta.url), found));
};

describe('the committed reports', () => {
  it('the answer for the terminal is as committed', () => {
    isAsCommitted('answer.txt', renderText(summary, { shapes: metricShapes(summary, exactSamples(outcomes)) }));
  });

  it('the timeline of one incident is as committed', () => {
    isAsCommitted('timeline.txt', renderTimeline(syntheticTrace));
  });

  it.each(['rto', 'rpo.postgresql'])('the chart of %s is specified as committed', (metric) => {
    const spec = standalone(exceedance(summary, metricCurve(summary, exactSamples(outcomes), metric)), LIGHT);
    isAsCommitted(`${metric}.vl.json`, `${JSON.stringify(spec, null, 1)}\n`);
  });
});
