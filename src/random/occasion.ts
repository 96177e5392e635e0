import type { Chance } from './chance.js';
import { KERNEL_CAPACITY, kernelsFor, type Kernels } from './kernels.js';
import { keyOf } from './key.js';
import type { Key } from './key.js';
import type { OccasionList } from './occasion-list.js';
import { threefry } from './threefry.js';
import { uniformFromBits } from './uniform-bits.js';
import { normalFromBits } from './ziggurat.js';

/** Odd, so that the 2^32 pairs of words of an occasion all have keys of their own: 2^32 divided by the golden ratio. */
const PAIR_STEP = 0x9e3779b9;

/** Chance that can also decide by a single word. */
export interface OccasionChance extends Chance {
  /** True with that probability, to within 2^-32; costs one word of 32 bits, whatever the probability. */
  happens(probability: number): boolean;
}

/**
 * Chance that belongs to an occasion and not to a position in a sequence. The third attempt at a step in incident
 * 17 has the same luck whether or not anything else happened before it, so two scenarios that differ in one
 * step still meet the same luck in all others, and an incident can be replayed without those before it.
 */
export class Occasions {
  readonly #key: Key;
  readonly #cursor: Cursor;

  constructor(key: Key) {
    this.#key = key;
    this.#cursor = new Cursor(key);
  }

  /**
   * The chance of that occasion, from its first draw. The object is one and the same at every call, for nothing
   * may be allocated in the inner loop: it stands for this occasion until the next call of `at`.
   *
   * @param incident a whole number from 0 to 2^32 − 1.
   * @param occasion a whole number from 0 to 2^32 − 1.
   * @throws RangeError when either is none.
   */
  at(incident: number, occasion: number): OccasionChance {
    if (incident >>> 0 !== incident || occasion >>> 0 !== occasion) {
      throw new RangeError(
        `Occasions: incident and occasion must be whole numbers from 0 to 2^32 − 1, are ${String(incident)} and ${String(occasion)}`,
      );
    }
    return this.#cursor.goTo(incident, occasion, 0);
  }

  /** Draws the first two words of many occasions at one go, for loops that can do with them. */
  drawFirstWords(list: OccasionList): void {
    const kernels = kernelsFor(list.count);
    if (kernels === undefined) this.drawFirstWordsPlainly(list);
    else this.#drawFirstWordsByKernel(list, kernels);
  }

  /** The same without WebAssembly: the judge, and what does it where there is none. */
  drawFirstWordsPlainly({ count, incidents, occasions, words }: OccasionList): void {
    for (let i = 0; i < count; i++) {
      words[2 * i] = incidents[i];
      words[2 * i + 1] = occasions[i];
    }
    threefry(this.#key[0], this.#key[1], words, count);
  }

  /** The chance of occasion i of a list, after the words that have been spent; as from `at`. */
  chanceOf(list: OccasionList, i: number, spent: number): OccasionChance {
    return this.#cursor.goTo(list.incidents[i] >>> 0, list.occasions[i] >>> 0, spent);
  }

  #drawFirstWordsByKernel({ count, incidents, occasions, words }: OccasionList, { pairs, scramble }: Kernels): void {
    for (let from = 0; from < count; from += KERNEL_CAPACITY) {
      const many = Math.min(KERNEL_CAPACITY, count - from);
      for (let i = 0; i < many; i++) {
        pairs[2 * i] = incidents[from + i];
        pairs[2 * i + 1] = occasions[from + i];
      }
      scramble(this.#key[0], this.#key[1], many);
      for (let i = 0; i < 2 * many; i++) words[2 * from + i] = pairs[i];
    }
  }
}

/**
 * The occasions of that seed and name: the same two give the same draws for the same incident and occasion.
 *
 * @param seed a whole number from 0 to 2^53 − 1.
 * @throws RangeError when the seed is none.
 */
export function occasions(seed: number, name: string): Occasions {
  return new Occasions(keyOf(seed, name, 'occasions'));
}

/** One occasion at a time. Incident and occasion are the counter; the number of the pair of words goes into the key. */
class Cursor implements OccasionChance {
  readonly #key0: number;
  readonly #key1: number;
  readonly #words = new Int32Array(2);
  #incident = 0;
  #occasion = 0;
  #pairKey = 0;
  #nextWord = 0;
  /** One closure for good, so that drawing a number allocates nothing. */
  readonly #int32 = (): number => {
    if (this.#nextWord === 2) this.#drawPair((this.#pairKey + PAIR_STEP) | 0);
    return this.#words[this.#nextWord++];
  };

  constructor([key0, key1]: Key) {
    this.#key0 = key0;
    this.#key1 = key1;
    this.#drawPair(key1);
  }

  /** @param spent how many of the first two words have been used already: draws begin after them. */
  goTo(incident: number, occasion: number, spent: number): this {
    if (incident !== this.#incident || occasion !== this.#occasion || this.#pairKey !== this.#key1) {
      this.#incident = incident;
      this.#occasion = occasion;
      this.#drawPair(this.#key1);
    }
    this.#nextWord = spent;
    return this;
  }

  uniform(): number {
    return uniformFromBits(this.#int32);
  }

  normal(): number {
    return normalFromBits(this.#int32);
  }

  happens(probability: number): boolean {
    return (this.#int32() >>> 0) * 2 ** -32 < probability;
  }

  #drawPair(pairKey: number): void {
    this.#words[0] = this.#incident;
    this.#words[1] = this.#occasion;
    threefry(this.#key0, pairKey, this.#words, 1);
    this.#pairKey = pairKey;
    this.#nextWord = 0;
  }
}
