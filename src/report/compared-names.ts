import type { Comparison } from '../study/comparison.js';
import { printable } from './printable.js';

/** As many scenarios as there are letters. */
export const MOST_SCENARIOS = 26;

/**
 * The letter by which tables speak of a compared scenario: `A` is the baseline.
 *
 * @param result its place in the comparison, from 0 to 25.
 */
export function letterOf(result: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + result);
}

/** The name of a compared scenario as it may be shown. */
export function nameOf({ results }: Comparison, result: number): string {
  return printable(results[result].scenario.name);
}
