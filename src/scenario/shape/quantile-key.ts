/** Keys of quantiles as a regular expression: `p5`, `p95`, `p99.9`. */
export const QUANTILE_KEY = '^p\\d{1,2}(\\.\\d+)?$';

const KEY = new RegExp(QUANTILE_KEY);

/** The share that a key such as `p95` or `p99.9` names, strictly between 0 and 1; undefined for any other key. */
export function quantileOfKey(key: string): number | undefined {
  if (!KEY.test(key)) return undefined;
  // Shifting the digits gives the double next to 0.999, which 99.9 / 100 is not.
  const [whole, fraction = ''] = key.slice(1).split('.');
  const share = Number(`0.${whole.padStart(2, '0')}${fraction}`);
  return share > 0 ? share : undefined;
}

/** The key of a share: `p95` for 0.95. */
export function keyOfQuantile(share: number): string {
  const digits = decimalDigits(share).padEnd(2, '0');
  const whole = digits.slice(0, 2).replace(/^0(?=\d)/, '');
  return `p${whole}${digits.length > 2 ? `.${digits.slice(2)}` : ''}`;
}

/** The digits after the point of a number between 0 and 1, without an exponent. */
function decimalDigits(share: number): string {
  const [mantissa, exponent = '0'] = String(share).split('e');
  const digits = mantissa.replace(/^0?\.?/, '').replace('.', '');
  return exponent === '0' ? mantissa.slice(2) : '0'.repeat(-Number(exponent) - 1) + digits;
}
