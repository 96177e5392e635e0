const ONE_STEP = 2 ** -53;

/**
 * A number strictly between 0 and 1 from two words of 32 random bits, of which 53 are used: a multiple of 2^-53,
 * except that 2^-54 stands for 0, so that a logarithm can always be taken.
 */
export function uniformFromWords(high: number, low: number): number {
  return ((high >>> 5) * 0x4000000 + (low >>> 6) || 0.5) * ONE_STEP;
}

/** The same from a source of such words: the first is the more significant. */
export function uniformFromBits(int32: () => number): number {
  const high = int32();
  return uniformFromWords(high, int32());
}

/** Puts into the first `count` places of `out` what as many calls of `uniformFromBits` would return; see the ziggurat. */
export function fillUniformFromBits(int32: () => number, out: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const high = int32();
    out[i] = ((high >>> 5) * 0x4000000 + (int32() >>> 6) || 0.5) * ONE_STEP;
  }
}
