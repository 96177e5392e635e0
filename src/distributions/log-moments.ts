import { log } from '../arithmetic/log.js';
import { quantile } from './families.js';
import type { Law } from './law.js';

/** Points of the midpoint rule over the probabilities of a law. */
const POINTS = 2000;

/** Nothing that is measured takes less. */
export const SHORTEST_SECONDS = 0.001;

/** A fixed value is read as the middle of a range from half to twice of it, as a range in a scenario is: P5 to P95. */
const SIGMA_OF_FIXED = Math.LN2 / 1.6448536269514722;

/** Mean and variance of the natural logarithm of what a law gives, in its own unit. */
export function logMoments(law: Law): { readonly mean: number; readonly variance: number } {
  if (law.kind === 'lognormal') return { mean: law.mu, variance: law.sigma * law.sigma };
  const logs = Array.from({ length: POINTS }, (_, index) =>
    log(Math.max(SHORTEST_SECONDS, quantile(law, (index + 0.5) / POINTS))),
  );
  const mean = logs.reduce((sum, value) => sum + value, 0) / POINTS;
  const variance = logs.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / POINTS;
  return { mean, variance: variance > 1e-12 ? variance : SIGMA_OF_FIXED * SIGMA_OF_FIXED };
}
