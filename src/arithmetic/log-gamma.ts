import { log } from './log.js';

/** From here on the series below is exact to the last digit. */
const LARGE = 10;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * The logarithm of the gamma function, for x above 0; within 4e-15 (absolute) or 1e-15 (relative), whichever is more.
 *
 * @source M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions" (1964), 6.1.41, after moving a small x
 *   up by 6.1.15.
 */
export function logGamma(x: number): number {
  let product = 1;
  let large = x;
  for (; large < LARGE; large++) product *= large;
  const t = 1 / (large * large);
  const series =
    1 / 12 - t * (1 / 360 - t * (1 / 1260 - t * (1 / 1680 - t * (1 / 1188 - t * (691 / 360360 - t * (1 / 156))))));
  return (large - 0.5) * log(large) - large + HALF_LOG_TWO_PI + series / large - log(product);
}
