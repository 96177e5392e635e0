import { log } from '../arithmetic/log.js';
import { power } from '../arithmetic/power.js';
import type { Chance } from '../random/chance.js';

/**
 * One draw from the gamma law of that shape and scale 1: a cube of a slightly skewed normal number, kept or drawn
 * again. It is kept in more than 95 of 100 cases. A shape below 1 is drawn one higher and brought down by a power of
 * a uniform number.
 *
 * @source G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables", ACM Transactions on
 *   Mathematical Software 26 (2000).
 */
export function drawStandardGamma(shape: number, chance: Chance): number {
  if (shape < 1) return drawStandardGamma(shape + 1, chance) * power(chance.uniform(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = chance.normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = chance.uniform();
    // The first test spares most draws the logarithms of the second.
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return d * v;
    if (log(u) < 0.5 * x * x + d * (1 - v + log(v))) return d * v;
  }
}
