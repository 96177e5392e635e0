import { log } from './log.js';

/** The value of c[0] + c[1] x + c[2] x² + … + c[7] x^7. */
function polynomial(c: Float64Array, x: number): number {
  return ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0];
}

const CENTRE_ABOVE = new Float64Array([
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
  67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
]);
const CENTRE_BELOW = new Float64Array([
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
  28729.085735721942674, 5226.495278852854561,
]);
const TAIL_ABOVE = new Float64Array([
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
]);
const TAIL_BELOW = new Float64Array([
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
]);
const FAR_TAIL_ABOVE = new Float64Array([
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
]);
const FAR_TAIL_BELOW = new Float64Array([
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
]);

/**
 * The standard normal quantile: the x below which a share p of the law lies; within 1e-15 of the true value (relative).
 * 0 gives −Infinity, 1 gives Infinity, anything outside gives NaN.
 *
 * @source M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution",
 *   Applied Statistics 37 (1988), routine PPND16.
 */
export function normalQuantile(p: number): number {
  const fromCentre = p - 0.5;
  if (fromCentre >= -0.425 && fromCentre <= 0.425) {
    const x = 0.180625 - fromCentre * fromCentre;
    return (fromCentre * polynomial(CENTRE_ABOVE, x)) / polynomial(CENTRE_BELOW, x);
  }
  // 1 − p is exact for p above one half: no tail is lost here that p itself has not lost.
  const tail = fromCentre < 0 ? p : 1 - p;
  if (!(tail > 0)) return tail === 0 ? (fromCentre < 0 ? -Infinity : Infinity) : NaN;
  const depth = Math.sqrt(-log(tail));
  const size =
    depth <= 5
      ? polynomial(TAIL_ABOVE, depth - 1.6) / polynomial(TAIL_BELOW, depth - 1.6)
      : polynomial(FAR_TAIL_ABOVE, depth - 5) / polynomial(FAR_TAIL_BELOW, depth - 5);
  return fromCentre < 0 ? -size : size;
}
