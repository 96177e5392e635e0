/**
 * A p-value to two digits; what is smaller than one in ten thousand only says so, because there the formulas by which it
 * was found are no longer good to their last digits.
 */
export function pValueText(value: number): string {
  if (value < 0.0001) return '<0.0001';
  return value >= 0.1 ? value.toFixed(2) : String(Number(value.toPrecision(2)));
}
