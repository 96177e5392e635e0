import type { Law } from '../../distributions/law.js';
import * as wording from '../wording.js';
import { keyed } from './keyed.js';
import { checkedAlways } from './leaf.js';
import type { Refuse, Shape } from './leaf.js';
import type { Measure } from './measure.js';
import { quantityShape } from './quantities.js';

/** The families whose parameters are quantities of the measure itself, and stand in one order. */

/** Every value between `min` and `max` is as likely as any other. */
export function uniformShape(measure: Measure): Shape<Law> {
  const quantity = quantityShape(measure);
  return ascending(keyed({ min: quantity, max: quantity }), ['min', 'max']).transform(({ min, max }): Law => ({
    kind: 'uniform',
    min,
    max,
  }));
}

/** `triangular` and `pert` share their parameters. */
export function threePointShape(measure: Measure, kind: 'triangular' | 'pert'): Shape<Law> {
  const quantity = quantityShape(measure);
  return ascending(keyed({ min: quantity, mode: quantity, max: quantity }), ['min', 'mode', 'max']).transform(
    ({ min, mode, max }): Law => ({ kind, min, mode, max }),
  );
}

/** Waiting without memory. */
export function exponentialShape(measure: Measure): Shape<Law> {
  return checkedAlways(keyed({ mean: quantityShape(measure) }), (data, refuse) => {
    positive(data, 'mean', refuse);
  }).transform(({ mean }): Law => ({ kind: 'exponential', mean }));
}

/** Refuses the first of some keys whose number is below the one before it, and ends that leave no width. */
function ascending<Checked extends Parameters<typeof checkedAlways>[0]>(
  shape: Checked,
  order: readonly string[],
): Checked {
  return checkedAlways(shape, (data, refuse) => {
    const given = order.filter((key) => typeof data[key] === 'number');
    const falling = given.findIndex((key, index) => index > 0 && Number(data[key]) < Number(data[given[index - 1]]));
    if (falling > 0) {
      refuse(wording.belowOther(given[falling - 1]), [given[falling]]);
      return;
    }
    const first = order[0];
    const last = order[order.length - 1];
    if (typeof data[first] === 'number' && data[first] === data[last]) refuse(wording.noWidth(first), [last]);
  });
}

/** Refuses a zero where only a positive number makes sense. */
function positive(data: Readonly<Record<string, unknown>>, key: string, refuse: Refuse): void {
  if (data[key] === 0) refuse(wording.notPositive(), [key]);
}
