/**
 * The kernels that Drillcast plays a runbook with, for WebAssembly: what src/simulation/plain-columns.ts does in JavaScript,
 * here with vectors and to the same bits (test/properties/kernels.test.ts). A column is given by its place in memory, which
 * belongs to JavaScript, and `bytes` is the length of each: a multiple of 16. The result may take the place of an operand.
 *
 * `npx tsx tools/kernels.ts` compiles them into src/simulation/column-module.ts.
 */

/** Puts the larger of `a` and `b` into `out`; NaN stays NaN. */
export function fillLarger(a: usize, b: usize, out: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(out + at, f64x2.max(v128.load(a + at), v128.load(b + at)));
  }
}

/** Puts the smaller of `a` and `b` into `out`; NaN stays NaN. */
export function fillSmaller(a: usize, b: usize, out: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(out + at, f64x2.min(v128.load(a + at), v128.load(b + at)));
  }
}

/** Leaves the smaller of the two in `lower` and the larger in `upper`. */
export function sortPairs(lower: usize, upper: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const x = v128.load(lower + at);
    const y = v128.load(upper + at);
    v128.store(lower + at, f64x2.min(x, y));
    v128.store(upper + at, f64x2.max(x, y));
  }
}

/** Puts a + b into `out`. */
export function fillSums(a: usize, b: usize, out: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(out + at, f64x2.add(v128.load(a + at), v128.load(b + at)));
  }
}

/** Adds a / b to `out`. */
export function addQuotients(a: usize, b: usize, out: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const quotient = f64x2.div(v128.load(a + at), v128.load(b + at));
    v128.store(out + at, f64x2.add(v128.load(out + at), quotient));
  }
}
