import tychei from 'seedrandom/lib/tychei.js';
import { requireSeed } from './seed.js';

/** Two words of 32 bits, signed, that stand for a seed and a name. */
export type Key = readonly [number, number];

/**
 * The key of that seed and name for one of the two kinds of chance: any difference gives a key that has nothing to do
 * with the other.
 *
 * @param seed a whole number from 0 to 2^53 − 1.
 * @throws RangeError when the seed is none.
 */
export function keyOf(seed: number, name: string, kind: 'stream' | 'occasions'): Key {
  requireSeed(seed);
  // Neither seed nor kind can hold a bar, so the first and the last one delimit the name, whatever it holds.
  const { int32 } = tychei(`${String(seed)}|${name}|${kind}`);
  return [int32(), int32()];
}
