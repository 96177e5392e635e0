import type { Comparison, VariantComparison } from '../study/comparison.js';
import type { ComparedUncertainty } from '../study/uncertainty/compare-by-draws.js';
import type { Band } from '../study/uncertainty/uncertainty-summary.js';
import { differenceText } from '../units/duration-text.js';
import { letterOf } from './compared-names.js';
import { countText } from './count-text.js';
import { metricLabel } from './metric-label.js';
import { shareText } from './share-text.js';
import type { Style } from './style.js';
import { fitLeft, fitRight, wrapWords } from './text-width.js';

const METRICS = ['rto', 'rpo', 'rtt'] as const;
const NAME = 10;
const BAND = 24;
const SHARE = 9;

/**
 * Between which numbers the difference of two scenarios truly lies, by what is known of their inputs; no lines where no draws
 * were played.
 */
export function textComparedUncertainty(comparison: Comparison, columns: number, style: Style): readonly string[] {
  const rows = comparison.variants.flatMap((variant) => METRICS.flatMap((metric) => rowOf(variant, metric)));
  const known = comparison.variants[0].metrics['rto'].uncertainty;
  if (rows.length === 0 || known === null) return [];
  const titles = [fitRight('P50 − that of A', BAND), fitRight('P95 − that of A', BAND), fitRight('P95 less', SHARE)];
  return [
    style.bold('What drills have not settled'),
    style.dim(`  ${' '.repeat(NAME)}${titles.join('')}${fitRight('more', SHARE)}`),
    ...rows,
    ...wrapWords(wordsOf(known), columns - 2).map((line) => style.dim(`  ${line}`)),
  ];
}

function rowOf({ result, metrics }: VariantComparison, metric: (typeof METRICS)[number]): readonly string[] {
  const { uncertainty, verdict } = metrics[metric];
  if (uncertainty === null || verdict === 'equal') return [];
  const { shifts, inDraws } = uncertainty;
  const bands = [shifts.p50, shifts.p95].map((band) => fitRight(bandText(band), BAND));
  const shares = [inDraws.p95Less, inDraws.p95More].map((share) => fitRight(shareText(share), SHARE));
  return [`  ${fitLeft(`${letterOf(result)} ${metricLabel(metric)}`, NAME)}${bands.join('')}${shares.join('')}`];
}

function bandText({ low, high }: Band): string {
  const [from, to] = [low, high].map((end) => (end === null ? '?' : differenceText(end)));
  return `${from} to ${to}`;
}

function wordsOf({ draws, incidents, credibility }: ComparedUncertainty): string {
  const percent = String(Number((credibility * 100).toPrecision(6)));
  return (
    `The true difference lies in such a band with ${percent}%, by what is known of the inputs; what has the same name in two ` +
    `scenarios is the same in each draw. ${countText(draws)} draws, each struck by the same ${countText(incidents)} incidents; ` +
    'on the right the share of draws. Drills narrow it, more incidents do not. Costs and single surfaces are not drawn.'
  );
}
