import type { Summary } from '../study/summary.js';
import {
  BANDS,
  type BandName,
  type MetricUncertainty,
  type UncertaintySummary,
} from '../study/uncertainty/uncertainty-summary.js';
import { csvText, type Cell } from './csv-text.js';

const COLUMNS = [
  'metric',
  'kind',
  'probability',
  'limit_seconds',
  'low_seconds',
  'median_seconds',
  'high_seconds',
  'both_seconds',
  'low_share',
  'median_share',
  'high_share',
  'met_share',
];

/**
 * One row per quantile that has a credible band, then one per objective, metric by metric: durations in seconds. Empty where
 * undefined. Without draws there are headings only, so that what an earlier run has left is not taken for this one.
 */
export function renderUncertaintyCsv({ uncertainty }: Pick<Summary, 'uncertainty'>): string {
  const metrics: Partial<UncertaintySummary['metrics']> = uncertainty?.metrics ?? {};
  return csvText([COLUMNS, ...Object.entries(metrics).flatMap(([name, metric]) => rowsOf(name, metric))]);
}

function rowsOf(metric: string, { quantiles, objectives }: MetricUncertainty): readonly (readonly Cell[])[] {
  return [
    ...(Object.keys(BANDS) as BandName[]).map((name): readonly Cell[] => {
      const { low, median, high, both } = quantiles[name];
      return [metric, 'quantile', BANDS[name], null, low, median, high, both, null, null, null, null];
    }),
    ...objectives.map(({ quantile, limit, share, met }): readonly Cell[] => {
      const none = [null, null, null, null] as const;
      return [metric, 'objective', quantile, limit, ...none, share.low, share.median, share.high, met];
    }),
  ];
}
