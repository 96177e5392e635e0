import type { Comparison, VariantComparison } from '../../study/comparison.js';
import type { Outcomes } from '../../study/outcomes.js';
import { pairUp } from '../../study/pair-up.js';
import { letterOf, nameOf } from '../compared-names.js';
import { differenceBins } from '../difference-bins.js';
import type { Figure } from './figure.js';
import { pairedDifference } from './paired-difference.js';

/**
 * By how much a variant differs from the baseline in a metric, incident by incident; undefined where none does.
 *
 * @param outcomes of the baseline and of the variant.
 * @throws RangeError when one of them has no such metric.
 */
export function differenceFigure(
  metric: string,
  comparison: Comparison,
  variant: VariantComparison,
  outcomes: readonly [baseline: Outcomes, variant: Outcomes],
): Figure | undefined {
  const [baseline, other] = outcomes.map((each) => columnOf(each, metric));
  const scratch = [new Float64Array(baseline.length), new Float64Array(baseline.length)] as const;
  const bins = differenceBins(pairUp(baseline, other, scratch).differences);
  if (bins === undefined) return undefined;
  const sideOf = (place: number) => ({ letter: letterOf(place), scenario: nameOf(comparison, place) });
  return pairedDifference({
    metric,
    baseline: sideOf(0),
    variant: sideOf(variant.result),
    comparison: variant.metrics[metric],
    bins,
  });
}

function columnOf({ metrics }: Outcomes, name: string): Float64Array {
  const column = metrics.find((metric) => metric.name === name);
  if (column === undefined) throw new RangeError(`differenceFigure: the outcomes have no metric ${name}`);
  return column.values;
}
