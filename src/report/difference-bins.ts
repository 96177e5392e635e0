import { equalEdges } from '../statistics/bin-edges.js';
import { histogram } from '../statistics/histogram.js';
import { quantile } from '../statistics/quantile.js';
import { DAY, HOUR, MINUTE } from '../units/quantity.js';

/** How differences between two scenarios are spread, in bins that have 0 for an edge. */
export interface DifferenceBins {
  /** In seconds, what each bin is wide. */
  readonly width: number;
  readonly bins: readonly DifferenceBin[];
  /** Share of the incidents whose difference is 0. */
  readonly equal: number;
  /** Shares of the incidents beyond the bins, on either side; those that only one recovers from are among them. */
  readonly below: number;
  readonly above: number;
}

/** Those above `from` up to `to`, in seconds, as a share of all incidents; without those that are 0. */
export interface DifferenceBin {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** Steps of a linear axis of durations that an eye can count, in seconds, ascending. */
export const EVEN_STEPS = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 28].map((count) => count * DAY),
];

const MOST_BINS = 48;

/** Beyond these shares of the incidents nothing is drawn, for a single one would squeeze all others. */
const SHOWN = { from: 0.005, to: 0.995 };

/**
 * Counts differences into bins of a width that people think in, from P0.5 to P99.5.
 *
 * @param differences one per incident, in seconds, without NaN; infinite where only one scenario recovers. At least one.
 * @returns undefined where no difference has a number but 0.
 */
export function differenceBins(differences: Float64Array): DifferenceBins | undefined {
  const ascending = differences.filter(Number.isFinite).sort();
  if (ascending.length === 0 || (ascending[0] === 0 && ascending[ascending.length - 1] === 0)) return undefined;
  const low = Math.min(0, quantile(ascending, SHOWN.from));
  const high = Math.max(0, quantile(ascending, SHOWN.to));
  const width = EVEN_STEPS.find((each) => (high - low) / each <= MOST_BINS - 2) ?? (high - low) / (MOST_BINS - 2);
  const [first, last] = [Math.min(-1, Math.floor(low / width)), Math.max(1, Math.ceil(high / width))];
  const edges = equalEdges({ from: first * width, to: last * width, bins: last - first });
  const changed = differences.filter((difference) => difference !== 0);
  const { counts, below, above } = histogram(changed, edges);
  const shareOf = (count: number): number => count / differences.length;
  return {
    width,
    bins: counts.map((count, bin) => ({
      from: (first + bin) * width,
      to: (first + bin + 1) * width,
      share: shareOf(count),
    })),
    equal: shareOf(differences.length - changed.length),
    below: shareOf(below),
    above: shareOf(above),
  };
}
