import { describe, expect, test } from 'vitest';
import { choose, confidencePerJudgement, jointVerdict } from '../../../../src/study/size/choose.js';

describe('choose', () => {
  test('takes the cheapest that certainly meets all, and the first of equals', () => {
    const candidates = [
      { verdict: 'undecided', costPerYear: 1 },
      { verdict: 'met', costPerYear: 5 },
      { verdict: 'met', costPerYear: 3 },
      { verdict: 'missed', costPerYear: 0 },
      { verdict: 'met', costPerYear: 3 },
    ] as const;
    expect(choose(candidates)).toBe(2);
  });

  test('takes none where none certainly meets all', () => {
    expect(choose([{ verdict: 'undecided', costPerYear: 1 }])).toBeNull();
  });
});

test('a candidate misses when it misses anything, and is undecided when anything is', () => {
  expect(jointVerdict(['met', 'undecided', 'missed'])).toBe('missed');
  expect(jointVerdict(['met', 'undecided'])).toBe('undecided');
  expect(jointVerdict(['met', 'met'])).toBe('met');
});

test('the errors of ten judgements add up to that of all', () => {
  expect(confidencePerJudgement(0.95, 10)).toBeCloseTo(0.995, 12);
});
