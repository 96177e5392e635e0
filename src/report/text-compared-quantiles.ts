import type { Comparison, DifferenceEstimate, VariantComparison } from '../study/comparison.js';
import type { QuantileSummary } from '../study/summary.js';
import { letterOf, nameOf } from './compared-names.js';
import { metricLabel, metricsInReadingOrder } from './metric-label.js';
import type { Style } from './style.js';
import { differenceCell, reachCell } from './text-differences.js';
import {
  CELL_WIDTH,
  NAME_WIDTH,
  QUANTILE_COLUMNS,
  quantileLegend,
  quantileRows,
  quantileTitles,
} from './text-quantiles.js';
import { fitLeft } from './text-width.js';

const SHIFT_WORDS = '− A: that quantile minus the one of A; its ± rests on the common incidents.';

/**
 * Per metric the quantiles of each scenario, and by how much they lie above those of the baseline. A metric that is the
 * same in every incident under all scenarios is told once.
 */
export function textComparedQuantiles(comparison: Comparison, style: Style): readonly string[] {
  const lines: string[] = [];
  const states = new Set<QuantileSummary['state']>();
  for (const name of comparedMetrics(comparison)) {
    lines.push(style.bold(fitLeft(metricLabel(name), 2 + NAME_WIDTH)) + style.dim(quantileTitles()));
    if (isSameUnderAll(comparison, name)) {
      lines.push(...quantileRows('the same under all', comparison.results[0].metrics[name].quantiles, style));
    } else {
      lines.push(...scenarioRows(comparison, name, style), ...shiftRows(comparison, name, style));
    }
    lines.push('');
    for (const { metrics } of comparison.results) {
      if (!(name in metrics)) continue;
      for (const column of QUANTILE_COLUMNS) states.add(metrics[name].quantiles[column].state);
    }
  }
  const legend = [...quantileLegend(comparison.confidence, states), SHIFT_WORDS];
  return [...lines, ...legend.map((line) => style.dim(`  ${line}`))];
}

/** The metrics of all scenarios in the order of reading; a surface need not be in each. */
export function comparedMetrics({ results }: Comparison): readonly string[] {
  return metricsInReadingOrder({
    metrics: Object.fromEntries(results.flatMap(({ metrics }) => Object.entries(metrics))),
  });
}

/** Whether no incident differs in that metric from the baseline under any scenario. */
function isSameUnderAll({ variants }: Comparison, name: string): boolean {
  return variants.every((variant) => isEqual(variant, name));
}

/** Whether no incident differs in that metric from the baseline under the variant. */
export function isEqual({ metrics }: VariantComparison, name: string): boolean {
  return name in metrics && metrics[name].verdict === 'equal';
}

function scenarioRows(comparison: Comparison, name: string, style: Style): readonly string[] {
  const equal = comparison.variants.filter((variant) => isEqual(variant, name)).map(({ result }) => result);
  const shown = comparison.results.flatMap(({ metrics }, result) =>
    name in metrics && !equal.includes(result)
      ? quantileRows(`${letterOf(result)} ${nameOf(comparison, result)}`, metrics[name].quantiles, style)
      : [],
  );
  if (equal.length === 0) return shown;
  return [...shown, style.dim(`  ${equal.map(letterOf).join(', ')}: as A in every incident`)];
}

function shiftRows({ variants }: Comparison, name: string, style: Style): readonly string[] {
  return variants.flatMap((variant) => {
    const { result, metrics } = variant;
    if (!(name in metrics) || isEqual(variant, name)) return [];
    const cells = QUANTILE_COLUMNS.map((column): DifferenceEstimate => metrics[name].shifts[column]);
    const title = style.bold(fitLeft(`${letterOf(result)} − ${letterOf(0)}`, NAME_WIDTH));
    return [
      `  ${title}${cells.map((cell) => differenceCell(cell, result, CELL_WIDTH, style)).join('')}`.trimEnd(),
      style.dim(`  ${' '.repeat(NAME_WIDTH)}${cells.map((cell) => reachCell(cell, CELL_WIDTH)).join('')}`.trimEnd()),
    ];
  });
}
