import type { Comparison } from './requirement.js';

/** Whether a value keeps a limit. */
export function keeps(value: number, comparison: Comparison, limit: number): boolean {
  switch (comparison) {
    case '<=':
      return value <= limit;
    case '<':
      return value < limit;
    case '>=':
      return value >= limit;
    case '>':
      return value > limit;
    default:
      return comparison satisfies never;
  }
}
