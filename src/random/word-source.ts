import type { Key } from './key.js';
import { threefry } from './threefry.js';
import { xoshiro } from './xoshiro.js';

/** Words are made so many at a time: few enough that little is made in vain when a block ends. */
const BATCH = 128;

/**
 * Random words of 32 bits, signed, in an order that key and block decide: xoshiro128++, its 128 bits of state filled by
 * Threefry. Loops over many draws read `words` and move `next` themselves, because a call per word would cost more
 * than the word.
 */
export class WordSource {
  readonly words = new Int32Array(BATCH);
  /** Place of the next word in `words`; at their end `refill` makes new ones. */
  next = BATCH;
  /** `take` as a function, one for good, so that handing it on allocates nothing. */
  readonly int32 = (): number => this.take();
  readonly #key: Key;
  readonly #state = new Int32Array(4);

  constructor(key: Key) {
    this.#key = key;
  }

  /** Begins a block from its first word. */
  begin(block: number): void {
    const state = this.#state;
    const high = Math.floor(block / 2 ** 32) * 2;
    state[0] = state[2] = block;
    state[1] = high;
    state[3] = high + 1;
    threefry(this.#key[0], this.#key[1], state, 2);
    // The one state that xoshiro never leaves.
    if ((state[0] | state[1] | state[2] | state[3]) === 0) state[0] = 1;
    this.next = BATCH;
  }

  /** The four words from which the next one follows; undefined while words that were made already are left over. */
  get bareState(): Int32Array | undefined {
    return this.next === BATCH ? this.#state : undefined;
  }

  take(): number {
    if (this.next === BATCH) this.refill();
    return this.words[this.next++];
  }

  /** Puts the next words in the place of those that were taken. */
  refill(): void {
    xoshiro(this.#state, this.words);
    this.next = 0;
  }
}
