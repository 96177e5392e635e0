import { describe, expect, test } from 'vitest';
import { textAvailability } from '../../../../src/report/years/text-year-times.js';
import type { YearsSummary } from '../../../../src/study/years/years-summary.js';

/** A year of 100 h, open 99 % of the time, with so many years that hold an incident without a recovery. */
function wordsOf(unrecoverableYears: number): string {
  const summary = {
    yearSeconds: 360_000,
    availability: { mean: 0.99, standardError: 0.001, low: 0.988, high: 0.992 },
    unrecoverable: { years: unrecoverableYears, share: unrecoverableYears / 100, low: 0, high: 1 },
  } as unknown as YearsSummary;
  return textAvailability(summary, 80).join(' ');
}

describe('How much of a year the service is open', () => {
  test('is told with its nines', () => {
    expect(wordsOf(0)).toBe(
      'The service is open 99.00% of the time (between 98.80% and 99.200%): two nines, 1.00h of 100 hours down in a year, on average.',
    );
  });

  test('is told of the other years, and without nines, where some were not', () => {
    const words = wordsOf(39);
    expect(words).toContain('In the other years the service is open');
    expect(words).not.toContain('nine');
  });
});
