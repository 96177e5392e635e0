import type { Summary } from '../study/summary.js';
import { jsonText } from './json-text.js';

/**
 * The summary as the JSON document that `schema/result.json` describes: durations in seconds, the keys in the
 * order of `Summary`, the same bytes for the same summary.
 *
 * @throws RangeError when an estimate is not a finite number.
 */
export function renderJson(summary: Summary): string {
  return jsonText(summary);
}
