import type { YearsSummary } from '../../study/years/years-summary.js';
import { jsonText } from '../json-text.js';

/**
 * The summary of years as the JSON document that `schema/years.json` describes: times in seconds, storage in bytes, the
 * same bytes for the same summary.
 *
 * @throws RangeError when an estimate is not a finite number.
 */
export function renderYearsJson(summary: YearsSummary): string {
  return jsonText(summary);
}
