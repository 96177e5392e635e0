import type { WordSource } from './word-source.js';

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
export function fillUniformFromWords(source: WordSource, out: Float64Array, count: number): void {
  const { words } = source;
  let done = 0;
  while (done < count) {
    // An odd word may be left of normal draws before, and is then one of a pair with the first of the next batch.
    if (source.next + 2 > words.length) out[done++] = uniformFromBits(source.int32);
    else {
      const ahead = source.next - 2 * done;
      const end = Math.min(count, (words.length - ahead) >> 1);
      for (; done < end; done++) {
        const high = words[ahead + 2 * done];
        out[done] = ((high >>> 5) * 0x4000000 + (words[ahead + 2 * done + 1] >>> 6) || 0.5) * ONE_STEP;
      }
      source.next = ahead + 2 * done;
    }
  }
}
