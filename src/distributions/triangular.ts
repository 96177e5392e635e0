import { requireCorners } from './domain.js';
import type { Triangular } from './law.js';
import type { LawFamily } from './law-family.js';

/**
 * From `min` to `max`, most likely `mode`, which may be one of the ends.
 *
 * @throws RangeError when they are not in order, not finite, or all one.
 */
export function triangular({ min, mode, max }: { min: number; mode: number; max: number }): Triangular {
  requireCorners('Triangular', { min, mode, max });
  return { kind: 'triangular', min, mode, max };
}

/**
 * Each value is measured from the corner it is nearest to, so that it keeps its digits where that corner is 0.
 */
function quantile({ min, mode, max }: Triangular, p: number): number {
  const width = max - min;
  const left = mode - min;
  const right = max - mode;
  const pastMode = p * width - left;
  if (pastMode < 0) return min + Math.sqrt(p * width * left);
  if (2 * pastMode > right) return max - Math.sqrt((1 - p) * width * right);
  // right − √((1 − p) width right), without the difference.
  return mode + pastMode / (1 + Math.sqrt(1 - pastMode / right));
}

/** @source S. Kotz, J. R. van Dorp, "Beyond Beta" (2004), chapter 1. */
export const triangularFamily: LawFamily<Triangular> = {
  density({ min, mode, max }, x) {
    if (x < min || x > max) return 0;
    const peak = 2 / (max - min);
    if (x === mode) return peak;
    return x < mode ? (peak * (x - min)) / (mode - min) : (peak * (max - x)) / (max - mode);
  },
  cumulative({ min, mode, max }, x) {
    if (x <= min) return 0;
    if (x >= max) return 1;
    if (x < mode) return ((x - min) / (max - min)) * ((x - min) / (mode - min));
    // A sum of two areas: taking the rest from 1 would lose the digits of a small share.
    return (mode - min + (x - mode) * (1 + (max - x) / (max - mode))) / (max - min);
  },
  survival({ min, mode, max }, x) {
    if (x <= min) return 1;
    if (x >= max) return 0;
    if (x < mode) return (max - mode + (mode - x) * (1 + (x - min) / (mode - min))) / (max - min);
    return ((max - x) / (max - min)) * ((max - x) / (max - mode));
  },
  quantile,
  mean: ({ min, mode, max }) => min + (mode - min + (max - min)) / 3,
  variance({ min, mode, max }) {
    const left = mode - min;
    const right = max - mode;
    return (left * left + left * right + right * right) / 18;
  },
  sample: (law, chance) => quantile(law, chance.uniform()),
};
