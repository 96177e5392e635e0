import { ageStrip } from '../../src/report/charts/age-strip.js';
import { bothCurves } from '../../src/report/charts/both-curves.js';
import { changesChart } from '../../src/report/charts/changes.js';
import { contributions } from '../../src/report/charts/contributions.js';
import { costExceedance } from '../../src/report/charts/cost-exceedance.js';
import { drillPlaces } from '../../src/report/charts/drill-places.js';
import { exceedance } from '../../src/report/charts/exceedance.js';
import type { Figure } from '../../src/report/charts/figure.js';
import { pairedDifference } from '../../src/report/charts/paired-difference.js';
import { frontierFigures } from '../../src/report/charts/frontier.js';
import { plannedForecastProven } from '../../src/report/charts/planned-forecast-proven.js';
import { timeline } from '../../src/report/charts/timeline.js';
import { tornado } from '../../src/report/charts/tornado.js';
import type { ForecastScore, SubjectScore } from '../../src/evidence/drills/forecast-score.js';
import { differenceBins, type DifferenceBins } from '../../src/report/difference-bins.js';
import { metricCurve } from '../../src/report/metric-curve.js';
import type { Explanation, MetricExplanation } from '../../src/study/explain/explanation.js';
import { compareMetric } from '../../src/study/compare-metric.js';
import { pairUp } from '../../src/study/pair-up.js';
import { exactSamples } from '../../src/study/run-samples.js';
import { summarise } from '../../src/study/summarise.js';
import type { YearsSummary } from '../../src/study/years/years-summary.js';
import { HOUR } from '../../src/units/quantity.js';
import { SIX_CANDIDATES, SIZED_REQUIREMENTS, syntheticSizing } from './synthetic-sizing.js';
import { syntheticContext, syntheticOutcomes } from './synthetic-outcomes.js';
import { syntheticTrace } from './synthetic-trace.js';

/** A name as somebody with bad intentions would choose it. */
export const HOSTILE_NAME = '</text><script>alert(1)</script>&"\'';

const outcomes = syntheticOutcomes({ incidents: 5000, lost: 20 });
const samples = exactSamples(outcomes);
const summary = summarise(outcomes, syntheticContext);
const fasterOutcomes = syntheticOutcomes({ incidents: 5000 });
const faster = summarise(fasterOutcomes, syntheticContext);
/** RTO of both, a quarter of it equal. */
const [slowRto, fastRto] = [outcomes, fasterOutcomes].map(({ metrics: [{ values }] }) => values);
const mixedRto = fastRto.map((value, i) => (i % 4 === 0 ? slowRto[i] : value / 2));
const scratch = [new Float64Array(5000), new Float64Array(5000)] as const;

const share = (value: number) => ({ share: value, low: value / 2, high: Math.min(1, value * 1.5) });
/** A shift of a quantile of 20 h. */
const shift = (quantile: number) => {
  const value = quantile - 20 * HOUR;
  return { state: 'estimated', quantile, value, low: value - HOUR, high: value + HOUR } as const;
};

const explained: MetricExplanation = {
  value: { state: 'estimated', value: 20 * HOUR, low: 19 * HOUR, high: 21 * HOUR },
  unrecoverable: 0,
  parts: [
    {
      kind: 'wait-for-people',
      name: 'engineers',
      criticality: share(0.5),
      tailCriticality: share(0.9),
      mean: 3600,
      tailShare: share(0.6),
    },
    {
      kind: 'step',
      name: HOSTILE_NAME,
      criticality: share(0.5),
      tailCriticality: share(0.9),
      mean: 1800,
      tailShare: share(0.4),
    },
  ],
  inputs: [],
  tornado: [
    { name: 'runbook.provision.takes', low: shift(15 * HOUR), high: shift(30 * HOUR) },
    { name: 'links.restore.rate', low: shift(26 * HOUR), high: shift(18 * HOUR) },
  ],
  counterfactuals: [
    { kind: 'people-at-any-hour', subject: 'engineers', shift: shift(9 * HOUR), isWorthTelling: true },
    { kind: 'step-takes-no-time', subject: HOSTILE_NAME, shift: shift(18 * HOUR), isWorthTelling: true },
  ],
};

const explanation = {
  scenario: summary.scenario,
  quantile: 'p95',
  metrics: { rto: explained },
} as unknown as Explanation;

const subject = {
  measured: 8,
  meanPercentile: 0.7,
  histogram: [0, 1, 1, 2, 4],
  coverage: [0.5, 0.8, 0.9].map((level) => ({
    level,
    inside: 5,
    outside: 3,
    unknown: 0,
    share: 0.625,
    low: 0.24,
    high: 0.91,
  })),
} as unknown as SubjectScore;

const years = {
  years: 1000,
  scenario: summary.scenario,
  costs: {
    currency: 'EUR',
    exceedance: [0.5, 0.1, 0.05, 0.01].map((probability) => ({
      probability,
      state: 'estimated',
      value: 1000 / probability,
      low: null,
      high: null,
    })),
  },
} as unknown as YearsSummary;

const HOSTILE_CANDIDATES = SIX_CANDIDATES.map((candidate, i) =>
  i === 4 ? { ...candidate, values: [HOSTILE_NAME, '1'] } : candidate,
);

const drills = [
  { seconds: 9 * HOUR, isCensored: false, name: 'first' },
  { seconds: 30 * HOUR, isCensored: true, name: HOSTILE_NAME },
];

/** One of each chart, with names that are not to be trusted. */
export const SYNTHETIC_FIGURES: readonly Figure[] = [
  plannedForecastProven(
    summary,
    ['rto', 'rpo', 'rtt'].map((metric) => ({ metric, curve: metricCurve(summary, samples, metric), drills })),
  ),
  exceedance(summary, metricCurve(summary, samples, 'rto'), drills),
  bothCurves(
    'rto',
    [summary, faster].map((each, place) => ({
      letter: 'AB'.charAt(place),
      scenario: HOSTILE_NAME,
      metric: each.metrics.rto,
      curve: metricCurve(each, samples, 'rto'),
    })),
  ),
  pairedDifference({
    metric: 'rto',
    baseline: { letter: 'A', scenario: 'slow' },
    variant: { letter: 'B', scenario: HOSTILE_NAME },
    comparison: compareMetric(
      { values: slowRto, quantiles: summary.metrics.rto.quantiles },
      { values: mixedRto, quantiles: faster.metrics.rto.quantiles },
      { confidence: 0.95, scratch },
    ),
    bins: differenceBins(pairUp(slowRto, mixedRto, scratch).differences) as DifferenceBins,
  }),
  ageStrip(summary, samples),
  contributions(explanation, 'rto'),
  changesChart(explained.counterfactuals, { name: 'rto', quantile: 'P95', source: '4,096 incidents' }),
  tornado(explanation, 'rto', 20 * HOUR),
  timeline(
    {
      ...syntheticTrace,
      steps: syntheticTrace.steps.map((step, i) => (i === 2 ? { ...step, name: HOSTILE_NAME } : step)),
    },
    { name: 'timeline-p95', title: 'Where does the time go?' },
  ),
  costExceedance(years),
  ...frontierFigures(syntheticSizing(HOSTILE_CANDIDATES, 3, HOSTILE_NAME), SIZED_REQUIREMENTS),
  drillPlaces({ scenario: summary.scenario, metrics: { rto: subject, rtt: subject } } as unknown as ForecastScore),
].filter((figure) => figure !== undefined);
