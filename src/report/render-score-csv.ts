import type { ForecastScore, ScoredValue } from '../evidence/drills/forecast-score.js';
import { csvText, type Cell } from './csv-text.js';
import { printable } from './printable.js';

/** A row per drill and measured value, metrics first: what it was and between which shares of the forecast it fell. */
export function renderScoreCsv({ drills }: ForecastScore): string {
  const header: readonly Cell[] = [
    ...['drill', 'kind', 'began', 'subject', 'name', 'value_seconds', 'at_least', 'percentile_low', 'percentile_high'],
  ];
  const rows = drills.flatMap(({ name, kind, began, metrics, steps }) => {
    const row = (subject: string, [of, value]: readonly [string, ScoredValue]): readonly Cell[] => [
      ...[printable(name), kind, began, subject, printable(of), value.seconds, value.isCensored ? 'yes' : 'no'],
      ...[value.percentileLow, value.percentileHigh],
    ];
    return [
      ...Object.entries(metrics).map((entry) => row('metric', entry)),
      ...Object.entries(steps).map((entry) => row('step', entry)),
    ];
  });
  return csvText([header, ...rows]);
}
