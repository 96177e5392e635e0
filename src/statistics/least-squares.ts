/** A straight combination of columns that is nearest to some values. */
export interface LeastSquares {
  /** Its value in each case. */
  readonly fitted: Float64Array;
  readonly intercept: number;
  /** One per column; 0 for a column that adds nothing to those before it. */
  readonly coefficients: readonly number[];
  /** Columns that add something. */
  readonly rank: number;
  /** Share of the variance that is explained, from 0 to 1; 0 where there is none. */
  readonly explained: number;
  /** The same without what as many columns of noise would explain: on average 0 where there is nothing to explain. */
  readonly adjusted: number;
}

/** A column of which less is left than this, beside those before it, is one of them again. */
const NOTHING_LEFT = 1e-9;

/**
 * Least squares with an intercept, by modified Gram–Schmidt.
 *
 * @param columns each as long as `values`.
 * @throws RangeError when there are not more cases than columns and two.
 * @source Björck: Numerical Methods for Least Squares Problems (1996), 2.4; for `adjusted`, Ezekiel: Methods of Correlation
 *   Analysis (1930).
 */
export function leastSquares(columns: readonly Float64Array[], values: Float64Array): LeastSquares {
  const cases = values.length;
  if (cases < columns.length + 3) {
    throw new RangeError(`leastSquares: ${String(cases)} cases are too few for ${String(columns.length)} columns`);
  }
  const means = columns.map(meanOf);
  const rest = centred(values, meanOf(values));
  const total = dot(rest, rest);
  const bases: { readonly column: number; readonly unit: Float64Array; readonly row: readonly number[] }[] = [];
  const projections: number[] = [];
  for (const [column, raw] of columns.entries()) {
    const own = centred(raw, means[column]);
    const before = Math.sqrt(dot(own, own));
    const row = bases.map(({ unit }) => {
      const along = dot(unit, own);
      subtract(own, unit, along);
      return along;
    });
    const left = Math.sqrt(dot(own, own));
    if (!(left > NOTHING_LEFT * before)) continue;
    const unit = own.map((value) => value / left);
    bases.push({ column, unit, row: [...row, left] });
    const along = dot(unit, rest);
    subtract(rest, unit, along);
    projections.push(along);
  }
  const coefficients = columns.map(() => 0);
  for (let index = bases.length - 1; index >= 0; index--) {
    let along = projections[index];
    for (let later = index + 1; later < bases.length; later++) {
      along -= bases[later].row[index] * coefficients[bases[later].column];
    }
    coefficients[bases[index].column] = along / bases[index].row[index];
  }
  const explained = total > 0 ? Math.max(0, 1 - dot(rest, rest) / total) : 0;
  const rank = bases.length;
  return {
    fitted: values.map((value, index) => value - rest[index]),
    intercept: meanOf(values) - coefficients.reduce((sum, each, column) => sum + each * means[column], 0),
    coefficients,
    rank,
    explained,
    adjusted: total > 0 ? 1 - ((1 - explained) * (cases - 1)) / (cases - rank - 1) : 0,
  };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function centred(values: Float64Array, mean: number): Float64Array {
  return values.map((value) => value - mean);
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += one[index] * other[index];
  return sum;
}

function subtract(from: Float64Array, unit: Float64Array, along: number): void {
  for (let index = 0; index < from.length; index++) from[index] -= along * unit[index];
}
