/** A distance between a sample and a law, and how often a true sample would be at least as far from it. */
export interface FitTest {
  readonly statistic: number;
  readonly pValue: number;
}

/** Up to here the law of the distance is computed exactly; above, its limit law with a correction is good to 0.00001. */
const MOST_EXACT = 1000;

/** Beyond this square of the distance times the count, the far tail has a formula that is good to seven decimals. */
const FAR = 7.24;

/**
 * The test of Kolmogorov and Smirnov that a sample is uniform from 0 to 1: the largest distance between its step curve
 * and the diagonal, two-sided.
 *
 * @param uniforms at least one value from 0 to 1, in any order.
 * @throws RangeError when there is none, or one is outside.
 */
export function kolmogorovSmirnov(uniforms: readonly number[]): FitTest {
  const ascending = requireUniforms('kolmogorovSmirnov', uniforms);
  const count = ascending.length;
  const statistic = ascending.reduce(
    (largest, value, index) => Math.max(largest, (index + 1) / count - value, value - index / count),
    0,
  );
  return { statistic, pValue: Math.min(1, Math.max(0, 1 - kolmogorovCumulative(count, statistic))) };
}

/**
 * A sorted copy.
 *
 * @throws RangeError when it would be empty, or a value is not from 0 to 1.
 */
export function requireUniforms(who: string, uniforms: readonly number[]): readonly number[] {
  if (uniforms.length === 0) throw new RangeError(`${who}: needs at least one value`);
  const strange = uniforms.find((value) => !(value >= 0 && value <= 1));
  if (strange !== undefined) throw new RangeError(`${who}: values must be from 0 to 1, one is ${strange}`);
  return [...uniforms].sort((a, b) => a - b);
}

/**
 * The probability that the distance of a true sample of that size is below `distance`.
 *
 * @source Marsaglia, Tsang, Wang: Evaluating Kolmogorov's Distribution, Journal of Statistical Software 8 (2003), with
 *   its formula of the far tail; above 1000 values the limit law corrected after Vrbik: Small-Sample Corrections to
 *   Kolmogorov-Smirnov Test Statistic, Pioneer Journal of Theoretical and Applied Statistics 15 (2018).
 */
export function kolmogorovCumulative(count: number, distance: number): number {
  if (distance >= 1) return 1;
  if (distance <= 0.5 / count) return 0;
  const square = count * distance * distance;
  if (square > FAR) {
    return 1 - 2 * Math.exp(-(2.000071 + 0.331 / Math.sqrt(count) + 1.409 / count) * square);
  }
  return count <= MOST_EXACT ? exactCumulative(count, distance) : limitCumulative(count, distance);
}

/** Durbin's matrix to the power of the sample size, with the powers of ten kept apart. */
function exactCumulative(count: number, distance: number): number {
  const k = Math.floor(count * distance) + 1;
  const size = 2 * k - 1;
  const h = k - count * distance;
  const matrix = durbinMatrix(size, h);
  const { values, exponent } = matrixPower({ values: matrix, exponent: 0 }, count, size);
  let probability = values[(k - 1) * size + k - 1];
  let tens = exponent;
  for (let i = 1; i <= count; i++) {
    probability = (probability * i) / count;
    if (probability < 1e-140) {
      probability *= 1e140;
      tens -= 140;
    }
  }
  return probability * 10 ** tens;
}

function durbinMatrix(size: number, h: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) matrix[row * size + column] = row - column + 1 < 0 ? 0 : 1;
  }
  for (let i = 0; i < size; i++) {
    matrix[i * size] -= h ** (i + 1);
    matrix[(size - 1) * size + i] -= h ** (size - i);
  }
  matrix[(size - 1) * size] += 2 * h - 1 > 0 ? (2 * h - 1) ** size : 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      for (let divisor = 1; divisor <= row - column + 1; divisor++) matrix[row * size + column] /= divisor;
    }
  }
  return matrix;
}

/** A matrix as its values times a power of ten. */
interface Scaled {
  readonly values: Float64Array;
  readonly exponent: number;
}

function matrixPower(base: Scaled, power: number, size: number): Scaled {
  if (power === 1) return base;
  const half = matrixPower(base, Math.floor(power / 2), size);
  const square = product(half, half, size);
  return power % 2 === 0 ? square : product(base, square, size);
}

function product(left: Scaled, right: Scaled, size: number): Scaled {
  const values = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let inner = 0; inner < size; inner++) {
      const factor = left.values[row * size + inner];
      for (let column = 0; column < size; column++) {
        values[row * size + column] += factor * right.values[inner * size + column];
      }
    }
  }
  const exponent = left.exponent + right.exponent;
  const middle = values[Math.floor(size / 2) * size + Math.floor(size / 2)];
  if (middle <= 1e140) return { values, exponent };
  return { values: values.map((value) => value * 1e-140), exponent: exponent + 140 };
}

function limitCumulative(count: number, distance: number): number {
  const root = Math.sqrt(count);
  const raw = root * distance;
  const x = raw + 1 / (6 * root) + (raw - 1) / (4 * count);
  let tail = 0;
  for (let k = 1; k <= 100; k++) {
    const term = Math.exp(-2 * k * k * x * x);
    tail += k % 2 === 1 ? term : -term;
    if (term < 1e-17) break;
  }
  return Math.min(1, Math.max(0, 1 - 2 * tail));
}
