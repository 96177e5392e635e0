import type { Chance } from './chance.js';
import { keyOf } from './key.js';
import type { Key } from './key.js';
import { fillUniformFromWords, uniformFromBits } from './uniform-bits.js';
import { WordSource } from './word-source.js';
import { fillNormalFromWords, normalFromBits } from './ziggurat.js';

/**
 * A sequence of draws, decided by its name and block alone. Draws are taken in order; what comes next depends on how
 * many were taken, so a stream serves one source of chance whose draws are always taken alike. Chance that must stay
 * with an occasion whatever else happens comes from `occasions` instead.
 */
export class Stream implements Chance {
  readonly #source: WordSource;

  constructor(key: Key) {
    this.#source = new WordSource(key);
  }

  /**
   * Moves to the first draw of a block and returns the stream, which stands for that block until the next call.
   *
   * @param block a whole number from 0 to 2^53 − 1.
   * @throws RangeError when it is none.
   */
  goTo(block: number): this {
    if (!Number.isSafeInteger(block) || block < 0) {
      throw new RangeError(`stream: block must be a whole number from 0, is ${String(block)}`);
    }
    this.#source.begin(block);
    return this;
  }

  /**
   * The state from which all further draws follow, for loops of their own that move it on; undefined while the draws before
   * have left words over.
   */
  get bareState(): Int32Array | undefined {
    return this.#source.bareState;
  }

  uniform(): number {
    return uniformFromBits(this.#source.int32);
  }

  normal(): number {
    return normalFromBits(this.#source.int32);
  }

  /**
   * Puts into the first `count` places what as many calls of `uniform` would return.
   *
   * @throws RangeError when `out` has fewer places.
   */
  fillUniform(out: Float64Array, count: number): void {
    requireRoom(out, count);
    fillUniformFromWords(this.#source, out, count);
  }

  /**
   * Puts into the first `count` places what as many calls of `normal` would return.
   *
   * @throws RangeError when `out` has fewer places.
   */
  fillNormal(out: Float64Array, count: number): void {
    requireRoom(out, count);
    fillNormalFromWords(this.#source, out, count);
  }
}

/**
 * The stream of that seed, name and block: the same three always give the same draws, and any difference between
 * them gives draws that have nothing to do with each other.
 *
 * Blocks let the work be cut up: block 7 has the same luck whichever worker runs it and whatever ran before.
 *
 * @param seed a whole number from 0 to 2^53 − 1.
 * @param block a whole number from 0 to 2^53 − 1.
 * @throws RangeError when seed or block is none.
 */
export function stream(seed: number, name: string, block: number): Stream {
  return new Stream(keyOf(seed, name, 'stream')).goTo(block);
}

function requireRoom(out: Float64Array, count: number): void {
  if (count > out.length) {
    throw new RangeError(`Stream: cannot put ${String(count)} draws into ${String(out.length)} places`);
  }
}
