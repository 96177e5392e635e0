import { exp } from '../arithmetic/exp.js';
import { log } from '../arithmetic/log.js';

/** A range to be cut into bins. */
export interface BinRange {
  readonly from: number;
  /** Above `from`. */
  readonly to: number;
  /** A positive integer. */
  readonly bins: number;
}

/**
 * The edges of bins of equal width; the first and the last are exactly the ends of the range.
 *
 * @throws RangeError when the range is empty or `bins` is not a positive integer.
 */
export function equalEdges(range: BinRange): readonly number[] {
  check('equalEdges', range);
  const { from, to, bins } = range;
  return Array.from({ length: bins + 1 }, (_, edge) => (edge === bins ? to : from + ((to - from) * edge) / bins));
}

/**
 * The edges of bins of equal ratio, equal in width on a logarithmic scale; the first and the last are exactly the
 * ends of the range.
 *
 * @throws RangeError when the range is empty or does not lie above 0, or `bins` is not a positive integer.
 */
export function equalRatioEdges(range: BinRange): readonly number[] {
  check('equalRatioEdges', range);
  const { from, to, bins } = range;
  if (!(from > 0)) throw new RangeError(`equalRatioEdges: from must be positive, is ${from}`);
  const growth = log(to / from) / bins;
  return Array.from({ length: bins + 1 }, (_, edge) => (edge === bins ? to : from * exp(growth * edge)));
}

function check(name: string, { from, to, bins }: BinRange): void {
  if (!(to > from && Number.isFinite(to - from))) {
    throw new RangeError(`${name}: needs a finite range with from below to, has ${from} to ${to}`);
  }
  if (!(Number.isSafeInteger(bins) && bins > 0)) {
    throw new RangeError(`${name}: bins must be a positive integer, is ${bins}`);
  }
}
