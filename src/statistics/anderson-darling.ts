import { requireUniforms, type FitTest } from './kolmogorov-smirnov.js';

/**
 * The test of Anderson and Darling that a sample is uniform from 0 to 1. It weighs the ends more than that of
 * Kolmogorov and Smirnov does, and so sees a forecast whose tails are too short.
 *
 * @param uniforms at least one value strictly between 0 and 1, in any order; at an end itself the statistic would be
 *   infinite.
 * @throws RangeError when there is none, or one is outside.
 * @source Anderson, Darling: Asymptotic Theory of Certain "Goodness of Fit" Criteria, Annals of Mathematical Statistics
 *   23 (1952); the p-value by Marsaglia, Marsaglia: Evaluating the Anderson-Darling Distribution, Journal of Statistical
 *   Software 9 (2004), within 0.00001 for any size.
 */
export function andersonDarling(uniforms: readonly number[]): FitTest {
  const ascending = requireUniforms('andersonDarling', uniforms);
  const count = ascending.length;
  if (ascending[0] === 0 || ascending[count - 1] === 1) {
    throw new RangeError('andersonDarling: values must be strictly between 0 and 1');
  }
  let sum = 0;
  for (let i = 0; i < count; i++) {
    sum += (2 * i + 1) * (Math.log(ascending[i]) + Math.log1p(-ascending[count - 1 - i]));
  }
  const statistic = Math.max(0, -count - sum / count);
  return { statistic, pValue: Math.min(1, Math.max(0, 1 - andersonDarlingCumulative(count, statistic))) };
}

/** The probability that the statistic of a true sample of that size is below `statistic`. */
export function andersonDarlingCumulative(count: number, statistic: number): number {
  if (statistic <= 0) return 0;
  const limit = limitCumulative(statistic);
  return limit + correction(count, limit);
}

/** The value of a polynomial by Horner's rule, its coefficients from the constant up. */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

function limitCumulative(z: number): number {
  if (z < 2) {
    const series = [2.00012, 0.247105, -0.0649821, 0.0347962, -0.011672, 0.00168691];
    return (Math.exp(-1.2337141 / z) / Math.sqrt(z)) * polynomial(z, series);
  }
  const series = [1.0776, -2.30695, 0.43424, -0.082433, 0.008056, -0.0003146];
  return Math.exp(-Math.exp(polynomial(z, series)));
}

/** What a finite sample adds to the limit law, as a function of that law's own probability. */
function correction(count: number, x: number): number {
  if (x > 0.8) {
    return polynomial(x, [-130.2137, 745.2337, -1705.091, 1950.646, -1116.36, 255.7844]) / count;
  }
  const knee = 0.01265 + 0.1757 / count;
  if (x < knee) {
    const t = x / knee;
    const shape = Math.sqrt(t) * (1 - t) * (49 * t - 102);
    return (shape * (0.0037 / (count * count) + 0.00078 / count + 0.00006)) / count;
  }
  const t = (x - knee) / (0.8 - knee);
  const shape = polynomial(t, [-0.00022633, 6.54034, -14.6538, 14.458, -8.259, 1.91864]);
  return (shape * (0.04213 + 0.01365 / count)) / count;
}
