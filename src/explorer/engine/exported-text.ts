import { metricShapes } from '../../report/shape.js';
import { renderMetricsCsv } from '../../report/render-csv.js';
import { renderJson } from '../../report/render-json.js';
import { renderText } from '../../report/render-text.js';
import { exportName } from '../export-name.js';
import type { PlayedRun } from './played-run.js';
import type { ExportForm } from './protocol.js';

/** Forms that are written at once. */
type WrittenForm = Exclude<ExportForm, 'review'>;

/** An answer as the command line writes it, the same bytes, and what its file goes by. */
export function exportedText(
  { summary, samples }: PlayedRun,
  form: WrittenForm,
): { readonly name: string; readonly text: string } {
  const name = exportName(summary.scenario.file);
  switch (form) {
    case 'json':
      return { name: `${name}.json`, text: renderJson(summary) };
    case 'csv':
      return { name: `${name}-metrics.csv`, text: renderMetricsCsv(summary) };
    case 'text':
      return { name: `${name}.txt`, text: renderText(summary, { shapes: metricShapes(summary, samples) }) };
    default:
      return form satisfies never;
  }
}
