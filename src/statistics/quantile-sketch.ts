import { BINARY_SCALE } from '../arithmetic/binary-scale.js';
import type { Ascending } from './ascending.js';
import type { Moments } from './moments.js';
import type { Sample } from './sample.js';

/** Values are rounded up to so many significant binary digits. */
const DIGITS = 14;
const BINS_PER_OCTAVE = 2 ** (DIGITS - 1);
/** Values up to 2^-10 share the first bin, and none may be above 2^64: as seconds, a millisecond and the age of the world. */
const LOWEST_OCTAVE = -10;
const OCTAVES = 74;
const SMALLEST = 2 ** LOWEST_OCTAVE;
const LARGEST = 2 ** (LOWEST_OCTAVE + OCTAVES);

/** Of the upper word of a double so many bits are cut off; what is left counts the bins. */
const CUT_BITS = 20 - (DIGITS - 1);
const CUT_MASK = 2 ** CUT_BITS - 1;
const FIRST_KEY = ((1023 + LOWEST_OCTAVE) << 20) >>> CUT_BITS;

/** The most by which a sketch tells a value too large, as a share of it: values above a millisecond, for seconds. */
export const SKETCH_ERROR = 1 / BINS_PER_OCTAVE;

/**
 * Counts of values in bins, from which every quantile and share can be told as if each value had been rounded up to
 * fourteen significant binary digits: by at most 0.0122 % of itself. It holds a few megabytes, however many values it has
 * seen, up to 2^32.
 *
 * Values are rounded up and never down, so that no promise looks kept that is not; and a value with few digits, such as
 * a whole number of hours up to three days, is itself. Moments, least and largest are exact, to the rounding of sums.
 *
 * The order in which values are added decides the last bits of the moments, and nothing else.
 *
 * @source Bins of equal width within each power of two: Tene, HdrHistogram (2012); relative error of a quantile from
 *   such bins: Masson, Rim, Lee: DDSketch, Proceedings of the VLDB Endowment 12 (2019).
 */
export class QuantileSketch implements Sample, Ascending {
  #length = 0;
  /** How many values have no number: NaN or Infinity. */
  #infinite = 0;
  #mean = 0;
  #squares = 0;
  #least = Infinity;
  #largest = -Infinity;
  readonly #counts = new Uint32Array(OCTAVES * BINS_PER_OCTAVE + 1);
  /** Values in all bins up to each one; made when it is asked for. */
  #reached: Uint32Array | undefined;

  get length(): number {
    return this.#length;
  }

  get ascending(): Ascending {
    return this;
  }

  get moments(): Moments {
    const count = this.#length - this.#infinite;
    if (count === 0) return { mean: null, standardDeviation: null, standardError: null };
    if (count === 1) return { mean: this.#mean, standardDeviation: null, standardError: null };
    const standardDeviation = Math.sqrt(this.#squares / (count - 1));
    return { mean: this.#mean, standardDeviation, standardError: standardDeviation / Math.sqrt(count) };
  }

  /**
   * Takes in values, each from 0 to 2^64, or NaN or Infinity for one that is beyond all numbers.
   *
   * @throws RangeError when one is negative or too large.
   */
  add(values: Float64Array): void {
    this.#reached = undefined;
    for (const value of values) this.#addOne(value);
  }

  /** The value at a place, rounded up; the first and the last are exact. */
  at(place: number): number | undefined {
    if (!(place >= 0 && place < this.#length)) return undefined;
    if (place >= this.#length - this.#infinite) return Infinity;
    if (place === 0) return this.#least;
    const reached = (this.#reached ??= runningSums(this.#counts));
    let [low, high] = [0, reached.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (reached[middle] > place) high = middle;
      else low = middle + 1;
    }
    return Math.min(upperEdge(low), this.#largest);
  }

  #addOne(value: number): void {
    this.#length += 1;
    if (Number.isNaN(value) || value === Infinity) {
      this.#infinite += 1;
      return;
    }
    if (!(value >= 0 && value <= LARGEST)) throw new RangeError(`QuantileSketch: takes 0 to 2^64, is ${value}`);
    this.#counts[binOf(value)] += 1;
    if (value < this.#least) this.#least = value;
    if (value > this.#largest) this.#largest = value;
    // Welford: the mean as it grows, and the squares around it.
    const apart = value - this.#mean;
    this.#mean += apart / (this.#length - this.#infinite);
    this.#squares += apart * (value - this.#mean);
  }
}

const double = new DataView(new ArrayBuffer(8));

/** The bin whose upper edge is the value rounded up. */
function binOf(value: number): number {
  if (value <= SMALLEST) return 0;
  double.setFloat64(0, value);
  const upper = double.getUint32(0);
  const isOnEdge = (upper & CUT_MASK) === 0 && double.getUint32(4) === 0;
  return (upper >>> CUT_BITS) - FIRST_KEY + (isOnEdge ? 0 : 1);
}

function upperEdge(bin: number): number {
  const octave = Math.floor(bin / BINS_PER_OCTAVE);
  const within = 1 + (bin - octave * BINS_PER_OCTAVE) / BINS_PER_OCTAVE;
  return within * BINARY_SCALE[1024 + LOWEST_OCTAVE + octave];
}

function runningSums(counts: Uint32Array): Uint32Array {
  let sum = 0;
  return counts.map((count) => (sum += count));
}
