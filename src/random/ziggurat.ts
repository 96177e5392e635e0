import { log } from '../arithmetic/log.js';
import { uniformFromBits } from './uniform-bits.js';
import type { WordSource } from './word-source.js';
import { bell, CORE, HEIGHT, STEP, TAIL } from './ziggurat-layers.js';

/** Where a single number outside the core is put. */
const single = new Float64Array(1);

/**
 * A standard normal number from a source of 32 random bits. In 79 of 80 cases it costs one call and one multiplication.
 *
 * Layer and value are taken from disjoint bits: where they overlap, as in the method as first published, they
 * depend on each other and the law is visibly wrong in long runs (Doornik).
 *
 * @source G. Marsaglia, W. W. Tsang, "The ziggurat method for generating random variables", Journal of Statistical
 *   Software 5 (2000); J. A. Doornik, "An improved ziggurat method to generate normal random samples" (2005).
 */
export function normalFromBits(int32: () => number): number {
  const bits = int32();
  const layer = bits & 255;
  const value = bits >> 8;
  // v and −1 − v are mirror images, so that the law is symmetric to the last bit.
  if ((value ^ (value >> 31)) < CORE[layer]) return (value + 0.5) * STEP[layer];
  putNormalOutsideCore(int32, bits, single, 0);
  return single[0];
}

/**
 * The normal number that one word decides alone; NaN in the one case of 80 in which `normalFromBits` needs more words.
 */
export function normalFromWord(bits: number): number {
  const layer = bits & 255;
  const value = bits >> 8;
  return (value ^ (value >> 31)) < CORE[layer] ? (value + 0.5) * STEP[layer] : NaN;
}

/**
 * Puts into the first `count` places of `out` what as many calls of `normalFromBits` would return. Written out, because
 * a number that comes back from a call is put into memory of its own, which takes longer than drawing it.
 */
export function fillNormalFromWords(source: WordSource, out: Float64Array, count: number): void {
  const { words } = source;
  let done = 0;
  while (done < count) {
    if (source.next === words.length) source.refill();
    const ahead = source.next - done;
    const end = Math.min(count, words.length - ahead);
    while (done < end) {
      const bits = words[ahead + done];
      const layer = bits & 255;
      const value = bits >> 8;
      if ((value ^ (value >> 31)) >= CORE[layer]) break;
      out[done++] = (value + 0.5) * STEP[layer];
    }
    source.next = ahead + done;
    if (done < end) putNormalOutsideCore(source.int32, source.take(), out, done++);
  }
}

/**
 * Puts the rest into place `place` of `out`: a point beside the core of its layer is kept if it is under the curve, and
 * drawn again if not.
 */
function putNormalOutsideCore(int32: () => number, firstBits: number, out: Float64Array, place: number): void {
  for (let bits = firstBits; ; bits = int32()) {
    const layer = bits & 255;
    const value = bits >> 8;
    const x = (value + 0.5) * STEP[layer];
    const isInCore = (value ^ (value >> 31)) < CORE[layer];
    if (!isInCore && layer === 0) {
      out[place] = value < 0 ? -tailBeyond(int32) : tailBeyond(int32);
      return;
    }
    if (isInCore || HEIGHT[layer] + uniformFromBits(int32) * (HEIGHT[layer + 1] - HEIGHT[layer]) < bell(x)) {
      out[place] = x;
      return;
    }
  }
}

/** A normal number known to be above TAIL, by Marsaglia's exponential rejection. */
function tailBeyond(int32: () => number): number {
  for (;;) {
    const excess = -log(uniformFromBits(int32)) / TAIL;
    const exponential = -log(uniformFromBits(int32));
    if (2 * exponential >= excess * excess) return TAIL + excess;
  }
}
