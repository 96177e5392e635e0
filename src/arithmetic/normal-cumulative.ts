import { exp } from './exp.js';

/** Coefficients from the highest power down. */
function polynomial(coefficients: Float64Array, x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}

const CENTRE_ABOVE = new Float64Array([
  0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249,
]);
const CENTRE_BELOW = new Float64Array([
  1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956,
]);
const TAIL_ABOVE = new Float64Array([
  1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979, 597.27027639480026226,
  2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218,
]);
const TAIL_BELOW = new Float64Array([
  1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755, 18615.571640885098091,
  34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
]);
const FAR_TAIL_ABOVE = new Float64Array([
  0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466,
  2.9112874951168792e-5,
]);
const FAR_TAIL_BELOW = new Float64Array([
  1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244, 7.29751555083966205e-5,
]);

const QUARTILE = 0.67448975;
const FAR = 5.656854249492381; // √32
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

/** e^(−x²/2), with x² split so that rounding it does not spoil the last digits of the far tail. */
function bell(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  const rest = (x - coarse) * (x + coarse);
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * rest);
}

/** The share of the standard normal law above x, for x at least QUARTILE. */
function upperTail(x: number): number {
  if (x <= FAR) return (bell(x) * polynomial(TAIL_ABOVE, x)) / polynomial(TAIL_BELOW, x);
  const t = 1 / (x * x);
  const correction = (t * polynomial(FAR_TAIL_ABOVE, t)) / polynomial(FAR_TAIL_BELOW, t);
  return (bell(x) * (ONE_OVER_ROOT_TWO_PI - correction)) / x;
}

/**
 * The share of the standard normal law at or below x; within 2e-15 of the true value (relative), in the lower
 * tail as well. For the share above x take `normalCumulative(-x)`, which loses nothing in the upper tail.
 *
 * @source W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of Computation 23
 *   (1969); in this form: "Algorithm 715: SPECFUN", ACM Transactions on Mathematical Software 19 (1993), ANORM.
 */
export function normalCumulative(x: number): number {
  if (x >= -QUARTILE && x <= QUARTILE) {
    const square = x * x;
    return 0.5 + (x * polynomial(CENTRE_ABOVE, square)) / polynomial(CENTRE_BELOW, square);
  }
  if (x === -Infinity) return 0;
  if (x === Infinity) return 1;
  return x < 0 ? upperTail(-x) : 1 - upperTail(x);
}
