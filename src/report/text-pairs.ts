import type { Comparison, MetricComparison, ShareEstimate, VariantComparison } from '../study/comparison.js';
import { countText } from './count-text.js';
import { letterOf } from './compared-names.js';
import { metricLabel } from './metric-label.js';
import { shareText } from './share-text.js';
import type { Style } from './style.js';
import { comparedMetrics, isEqual } from './text-compared-quantiles.js';
import { differenceCell, reachCell } from './text-differences.js';
import { fitLeft, fitRight, wrapWords } from './text-width.js';

const LABEL_WIDTH = 21;
const SHARE_WIDTH = 8;
const CELL_WIDTH = 8;

/** What each variant would have changed in the same incident: how often it is better, and by how much. */
export function textPairs(comparison: Comparison, columns: number, style: Style): readonly string[] {
  const rows = comparedMetrics(comparison).flatMap((name) =>
    comparison.variants.flatMap((variant) => pairRows(variant, name, style)),
  );
  if (rows.length === 0) return [];
  const shares = ['less', 'equal', 'more'].map((title) => fitRight(title, SHARE_WIDTH));
  const differences = ['P5', 'P50', 'P95', 'mean'].map((title) => fitRight(title, CELL_WIDTH));
  return [
    style.bold(fitLeft('In the same incident', 2 + LABEL_WIDTH)) + style.dim([...shares, ...differences].join('')),
    ...rows,
    style.dim('  P5 to mean are of the differences from A in the same incident.'),
    ...comparison.variants.flatMap((variant) => recoveredLines(variant, columns)).map(style.dim),
  ];
}

/** None where nothing differs, or there is nothing to differ. */
function pairRows(variant: VariantComparison, name: string, style: Style): readonly string[] {
  const { result, metrics } = variant;
  if (!(name in metrics) || isEqual(variant, name)) return [];
  const { better, equal, worse, difference } = metrics[name];
  const { p5, p50, p95 } = difference.quantiles;
  const cells = [p5, p50, p95, meanOf(difference)];
  const label = fitLeft(`${letterOf(result)} ${metricLabel(name)}`, LABEL_WIDTH);
  const shares = [better, equal, worse];
  return [
    `  ${style.bold(label)}${shares.map(({ share }) => fitRight(shareText(share), SHARE_WIDTH)).join('')}${cells
      .map((cell) => differenceCell(cell, result, CELL_WIDTH, style))
      .join('')}`,
    style.dim(
      `  ${' '.repeat(LABEL_WIDTH)}${shares.map(shareReachCell).join('')}${cells
        .map((cell) => reachCell(cell, CELL_WIDTH))
        .join('')}`.trimEnd(),
    ),
  ];
}

function meanOf({ mean, meanLow, meanHigh }: MetricComparison['difference']) {
  return { state: mean === null ? 'unsupported' : 'estimated', value: mean, low: meanLow, high: meanHigh } as const;
}

function shareReachCell({ share, low, high }: ShareEstimate): string {
  return fitRight(`±${shareText(Math.max(share - low, high - share))}`, SHARE_WIDTH);
}

/** Which incidents have no difference that could be averaged; no lines when all have one. */
function recoveredLines({ result, metrics }: VariantComparison, columns: number): readonly string[] {
  const [baseline, variant] = [letterOf(0), letterOf(result)];
  const { both, baselineOnly, variantOnly, neither } = metrics.rto.recovered;
  if (baselineOnly + variantOnly + neither === 0) return [];
  const words = [
    variantOnly > 0 ? `${variant} alone recovers from ${countText(variantOnly)} incidents: less than any number.` : '',
    baselineOnly > 0
      ? `${baseline} alone recovers from ${countText(baselineOnly)} incidents: more for ${variant} than any number.`
      : '',
    neither > 0 ? `${countText(neither)} that neither ${variant} nor ${baseline} recovers from count as equal.` : '',
    `The mean of ${variant} is over the ${countText(both)} that both recover from.`,
  ];
  return wrapWords(words.filter((sentence) => sentence !== '').join(' '), columns - 2).map((line) => `  ${line}`);
}
