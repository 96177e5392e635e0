import type {
  Comparison,
  DifferenceEstimate,
  MetricComparison,
  ShareEstimate,
  VariantComparison,
} from '../study/comparison.js';
import type { Outcomes } from '../study/outcomes.js';
import type { MetricSummary, QuantileSummary } from '../study/summary.js';
import { letterOf } from './compared-names.js';
import type { Measure } from './compared-costs-measures.js';
import type { Cell } from './csv-text.js';
import { costsAgainst, costsAlone } from './compared-costs-measures.js';
import { cellOf, csvPieces, csvText } from './csv-text.js';
import { printable } from './printable.js';

const COLUMNS = ['scenario', 'against', 'file', 'metric', 'measure', 'unit', 'value', 'low', 'high', 'state'];

/**
 * A row per scenario, metric and measure: first what each scenario achieves alone, then, with the baseline under
 * `against`, the differences from it. Empty where undefined.
 */
export function renderComparisonCsv(comparison: Comparison): string {
  const { results, variants } = comparison;
  const row = (result: number, against: string, name: string, measure: Measure): readonly Cell[] => [
    letterOf(result),
    against,
    printable(results[result].scenario.file),
    printable(name),
    ...measure,
  ];
  const alone = results.flatMap(({ metrics, costs }, result) => [
    ...Object.entries(metrics).flatMap(([name, metric]) =>
      measuresAlone(metric).map((measure) => row(result, '', name, measure)),
    ),
    ...(costs === null ? [] : costsAlone(costs).map((measure) => row(result, '', 'costs', measure))),
  ]);
  const against = variants.flatMap(({ result, metrics, costs }: VariantComparison) => [
    ...Object.entries(metrics).flatMap(([name, metric]) =>
      measuresAgainst(metric).map((measure) => row(result, letterOf(0), name, measure)),
    ),
    ...(costs === null ? [] : costsAgainst(costs).map((measure) => row(result, letterOf(0), 'costs', measure))),
  ]);
  return csvText([COLUMNS, ...alone, ...against]);
}

function measuresAlone({ mean, unrecoverable, quantiles }: MetricSummary): readonly Measure[] {
  return [
    ['mean', 'seconds', mean, null, null, null],
    ['unrecoverable', 'share', unrecoverable, null, null, null],
    ...Object.entries(quantiles).map(([name, quantile]) => estimate(name, quantile)),
  ];
}

function measuresAgainst(metric: MetricComparison): readonly Measure[] {
  const { recovered, better, equal, worse, difference, shifts, verdict } = metric;
  return [
    share('better', better),
    share('equal', equal),
    share('worse', worse),
    ['difference-mean', 'seconds', difference.mean, difference.meanLow, difference.meanHigh, null],
    ...Object.entries(difference.quantiles).map(([name, quantile]) => estimate(`difference-${name}`, quantile)),
    ...Object.entries(shifts).map(([name, shift]) => estimate(`shift-${name}`, shift)),
    count('recovered-both', recovered.both),
    count('recovered-baseline-only', recovered.baselineOnly),
    count('recovered-variant-only', recovered.variantOnly),
    count('recovered-neither', recovered.neither),
    ['verdict', null, null, null, null, verdict],
  ];
}

function estimate(measure: string, { value, low, high, state }: QuantileSummary | DifferenceEstimate): Measure {
  return [measure, 'seconds', value, low, high, state];
}

function share(measure: string, { share: value, low, high }: ShareEstimate): Measure {
  return [measure, 'share', value, low, high, null];
}

function count(measure: string, incidents: number): Measure {
  return [measure, 'incidents', incidents, null, null, null];
}

/**
 * One row per incident with every metric of every scenario, in pieces that add up to the file: write each out before
 * asking for the next. A metric without a value is an empty cell.
 *
 * @param runs at least one, all with the same number of incidents.
 */
export function renderComparedIncidentsCsv(runs: readonly Outcomes[]): Generator<string, void, undefined> {
  const columns = runs.flatMap(({ metrics }, result) =>
    metrics.map(({ name, values }) => ({ title: `${letterOf(result)}_${printable(name)}_seconds`, values })),
  );
  return csvPieces(['incident', ...columns.map(({ title }) => title)], runs[0].incidents, (incident) => [
    incident,
    ...columns.map(({ values }) => cellOf(values[incident])),
  ]);
}
