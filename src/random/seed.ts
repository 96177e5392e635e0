/**
 * Refuses what is no seed: larger or broken numbers would be rounded, and then two seeds could be one.
 *
 * @throws RangeError when the seed is not a whole number from 0 to 2^53 − 1.
 */
export function requireSeed(seed: number): void {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`seed: must be a whole number from 0 to 2^53 − 1, is ${String(seed)}`);
  }
}
