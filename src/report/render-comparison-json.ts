import type { Comparison, Period } from '../study/comparison.js';
import { timestamp } from './instant-text.js';
import { jsonText } from './json-text.js';

/**
 * The comparison as the JSON document that `schema/comparison.json` describes: durations in seconds, instants by
 * RFC 3339, the same bytes for the same comparison.
 *
 * @throws RangeError when an estimate is not a finite number.
 */
export function renderComparisonJson(comparison: Comparison): string {
  const variants = comparison.variants.map((variant) => ({
    ...variant,
    settings: variant.settings.map((setting) =>
      setting.kind === 'period'
        ? { ...setting, baseline: periodOf(setting.baseline), variant: periodOf(setting.variant) }
        : setting,
    ),
  }));
  return jsonText({ ...comparison, variants });
}

function periodOf({ from, to }: Period) {
  return { from: timestamp(from), to: timestamp(to) };
}
