import type { Explanation, MetricExplanation } from '../../study/explain/explanation.js';
import { EXPLAINED_METRICS, type ExplainedMetric } from '../../study/explain/path-outcomes.js';
import { csvText, type Cell } from '../csv-text.js';
import { printable } from '../printable.js';

/** The tables of an explanation as CSV, by the names of their files; every time is in seconds. */
export function renderExplanationCsvs(explanation: Explanation): Readonly<Record<string, string>> {
  const rows = (of: (metric: MetricExplanation) => readonly Cell[][]): readonly Cell[][] =>
    EXPLAINED_METRICS.flatMap((name: ExplainedMetric) => {
      const metric = explanation.metrics[name];
      return metric === undefined ? [] : of(metric).map((cells): Cell[] => [name, ...cells]);
    });
  return {
    'parts.csv': csvText([
      [
        'metric',
        'kind',
        'name',
        'mean_seconds',
        ...threeOf('criticality'),
        ...threeOf('tail_criticality'),
        ...threeOf('tail_share'),
      ],
      ...rows(({ parts }) =>
        parts.map(({ kind, name, mean, criticality, tailCriticality, tailShare }) => [
          ...[kind, printable(name), mean],
          ...[criticality, tailCriticality, tailShare].flatMap(({ share, low, high }) => [share, low, high]),
        ]),
      ),
    ]),
    'inputs.csv': csvText([
      [
        'metric',
        'name',
        'verdict',
        ...threeOf('tail_index'),
        ...threeOf('total_index'),
        ...threeOf('rank_correlation'),
      ],
      ...rows(({ inputs }) =>
        inputs.map(({ name, verdict, tail, total, correlation }) => [
          ...[printable(name), verdict],
          ...[tail, total, correlation].flatMap((each) => [each?.value ?? null, each?.low ?? null, each?.high ?? null]),
        ]),
      ),
    ]),
    'tornado.csv': csvText([
      ['metric', 'name', 'at', ...SHIFT_COLUMNS],
      ...rows(({ tornado }) =>
        tornado.flatMap(({ name, low, high }) => [
          [printable(name), 'p10', ...shiftCells(low)],
          [printable(name), 'p90', ...shiftCells(high)],
        ]),
      ),
    ]),
    'changes.csv': csvText([
      ['metric', 'change', 'subject', 'told', ...SHIFT_COLUMNS],
      ...rows(({ counterfactuals }) =>
        counterfactuals.map(({ kind, subject, isWorthTelling, shift }) => [
          ...[kind, printable(subject), isWorthTelling ? 'yes' : 'no'],
          ...shiftCells(shift),
        ]),
      ),
    ]),
  };
}

const SHIFT_COLUMNS = ['state', 'quantile_seconds', 'shift_seconds', 'shift_low_seconds', 'shift_high_seconds'];

function shiftCells(shift: MetricExplanation['counterfactuals'][number]['shift']): Cell[] {
  return [shift.state, shift.quantile, shift.value, shift.low, shift.high];
}

function threeOf(name: string): string[] {
  return [name, `${name}_low`, `${name}_high`];
}
