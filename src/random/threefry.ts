const PARITY = 0x1bd11bda;

/**
 * Threefry-2x32 with 13 rounds: scrambles counters of two words under a key of two words into two random words each,
 * signed, in their place. A pure function: whoever knows the counter has the draw, without drawing those before it.
 *
 * Thirteen rounds are the fewest with which its authors found two words (of 64 bits) to pass all of TestU01's BigCrush;
 * after eight every bit of the counter reaches every bit of the draw. The twenty of their default add a margin for
 * those who choose counters to do harm. Many counters at one call cost less than as many calls.
 *
 * @param pairs the counter of pair i, then its draw, is at 2 i and 2 i + 1; the first `count` pairs are scrambled.
 * @source J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
 *   Proceedings of SC'11 (2011), section 5.
 */
export function threefry(key0: number, key1: number, pairs: Int32Array, count: number): void {
  // Told that these are words, the compiler adds them as words and not as numbers that may have fractions.
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  const k2 = PARITY ^ k0 ^ k1;
  for (let i = 0; i < 2 * count; i += 2) {
    let x = (pairs[i] + k0) | 0;
    let y = (pairs[i + 1] + k1) | 0;

    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + k1) | 0;
    y = (y + k2 + 1) | 0;

    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    x = (x + y) | 0;
    y = ((y << 29) | (y >>> 3)) ^ x;
    x = (x + y) | 0;
    y = ((y << 16) | (y >>> 16)) ^ x;
    x = (x + y) | 0;
    y = ((y << 24) | (y >>> 8)) ^ x;
    x = (x + k2) | 0;
    y = (y + k0 + 2) | 0;

    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + k0) | 0;
    y = (y + k1 + 3) | 0;

    x = (x + y) | 0;
    pairs[i] = x;
    pairs[i + 1] = ((y << 17) | (y >>> 15)) ^ x;
  }
}
