/**
 * A share as a percentage: one decimal, two near the ends, where they matter. Only nothing at all reads `0%`, and
 * only everything reads `100%`.
 *
 * @param share from 0 to 1.
 */
export function shareText(share: number): string {
  if (share === 0) return '0%';
  if (share === 1) return '100%';
  if (share < 0.00005) return '<0.01%';
  if (share > 0.99995) return '>99.99%';
  return `${(share * 100).toFixed(share < 0.01 || share > 0.99 ? 2 : 1)}%`;
}
