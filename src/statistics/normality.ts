import { normalCumulative } from '../arithmetic/normal-cumulative.js';

/** Fewer values say nothing about a shape. */
export const LEAST_FOR_NORMALITY = 8;

/**
 * The statistic of Anderson and Darling by which values differ from a normal law with their own mean and deviation,
 * corrected for their number: above 1.035 in one of a hundred samples of a normal law, above 0.752 in five.
 *
 * @param values at least 8, in any order, not all equal.
 * @throws RangeError when there are fewer, or all are equal.
 * @source M. A. Stephens in R. B. D'Agostino, M. A. Stephens, "Goodness-of-Fit Techniques" (1986), table 4.7, case 3.
 */
export function andersonDarlingNormal(values: readonly number[]): number {
  const count = values.length;
  if (count < LEAST_FOR_NORMALITY) {
    throw new RangeError(`andersonDarlingNormal: needs at least ${LEAST_FOR_NORMALITY} values, has ${count}`);
  }
  const ascending = [...values].sort((a, b) => a - b);
  const mean = ascending.reduce((sum, value) => sum + value, 0) / count;
  const sum = ascending.reduce((total, value) => total + (value - mean) * (value - mean), 0);
  const deviation = Math.sqrt(sum / (count - 1));
  if (!(deviation > 0)) throw new RangeError('andersonDarlingNormal: the values must not all be equal');
  const scores = ascending.map((value) => (value - mean) / deviation);
  const total = scores.reduce((soFar, score, index) => {
    const below = Math.log(normalCumulative(score));
    const above = Math.log(normalCumulative(-scores[count - 1 - index]));
    return soFar + (2 * index + 1) * (below + above);
  }, 0);
  const statistic = -count - total / count;
  return statistic * (1 + 0.75 / count + 2.25 / (count * count));
}

/** Above this the hypothesis of a normal law is rejected, with a false alarm in one of a hundred. */
export const NORMALITY_LIMIT = 1.035;
