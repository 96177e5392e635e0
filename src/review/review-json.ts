import { jsonText } from '../report/json-text.js';
import type { Summary } from '../study/summary.js';
import { instantIso } from '../units/parse-instant.js';
import type { Review } from './review.js';
import { WrittenValues } from './written-values.js';

/** What a review leaves behind for the next one, as it stands in the JSON document. */
export interface ReviewRecord {
  readonly format: 'drillcast-review/1';
  readonly tool: Summary['tool'];
  /** The day of the review, RFC 3339. */
  readonly asOf: string;
  readonly result: Summary;
  /** What the scenario said, by path, in the words of the scenario language. */
  readonly settings: Readonly<Record<string, string>>;
}

/** The record of a review, with every digit of its result and every value of its scenario. */
export function renderReviewJson({ summary, scenario, asOf }: Review): string {
  const record: ReviewRecord = {
    format: 'drillcast-review/1',
    tool: summary.tool,
    asOf: instantIso(asOf),
    result: summary,
    settings: new WrittenValues(scenario).all(),
  };
  return jsonText(record);
}
