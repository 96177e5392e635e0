import tychei from 'seedrandom/lib/tychei.js';
import type { Chance } from './chance.js';
import { fillUniformFromBits, uniformFromBits } from './uniform-bits.js';
import { requireSeed } from './seed.js';
import { fillNormalFromBits, normalFromBits } from './ziggurat.js';

/**
 * A sequence of draws, decided by its name alone. Draws are taken in order; what comes next depends on how many
 * were taken, so a stream serves one source of chance whose draws are always taken alike. Chance that must stay
 * with an occasion whatever else happens comes from `occasions` instead.
 */
export class Stream implements Chance {
  readonly #int32: () => number;

  /** @param int32 32 random bits as a signed integer, new at every call. */
  constructor(int32: () => number) {
    this.#int32 = int32;
  }

  uniform(): number {
    return uniformFromBits(this.#int32);
  }

  normal(): number {
    return normalFromBits(this.#int32);
  }

  /**
   * Puts into the first `count` places what as many calls of `uniform` would return.
   *
   * @throws RangeError when `out` has fewer places.
   */
  fillUniform(out: Float64Array, count: number): void {
    requireRoom(out, count);
    fillUniformFromBits(this.#int32, out, count);
  }

  /**
   * Puts into the first `count` places what as many calls of `normal` would return.
   *
   * @throws RangeError when `out` has fewer places.
   */
  fillNormal(out: Float64Array, count: number): void {
    requireRoom(out, count);
    fillNormalFromBits(this.#int32, out, count);
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
  requireSeed(seed);
  if (!Number.isSafeInteger(block) || block < 0) {
    throw new RangeError(`stream: block must be a whole number from 0, is ${String(block)}`);
  }
  // Neither number can hold a bar, so the first and the last one delimit the name, whatever it holds.
  return new Stream(tychei(`${String(seed)}|${name}|${String(block)}`).int32);
}

function requireRoom(out: Float64Array, count: number): void {
  if (count > out.length) {
    throw new RangeError(`Stream: cannot put ${String(count)} draws into ${String(out.length)} places`);
  }
}
