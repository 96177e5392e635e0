import { describe, expect, it } from 'vitest';
import { differenceReach } from '../../../src/statistics/difference-reach.js';

describe('differenceReach', () => {
  it('of independent errors is the root of the sum of their squares', () => {
    expect(differenceReach({ first: 3, second: 4, correlation: 0 })).toBe(5);
  });

  it('of errors that go together is their difference, and of opposite ones their sum', () => {
    expect(differenceReach({ first: 3, second: 4, correlation: 1 })).toBe(1);
    expect(differenceReach({ first: 3, second: 4, correlation: -1 })).toBe(7);
  });

  it('of one estimate from itself is exactly 0', () => {
    expect(differenceReach({ first: 0.1, second: 0.1, correlation: 1 })).toBe(0);
  });

  it('refuses a reach below 0 and a correlation beyond 1', () => {
    expect(() => differenceReach({ first: -1, second: 1, correlation: 0 })).toThrow(
      new RangeError('differenceReach: both reaches must be at least 0, are -1 and 1'),
    );
    expect(() => differenceReach({ first: 1, second: 1, correlation: 1.1 })).toThrow(
      new RangeError('differenceReach: correlation must be from -1 to 1, is 1.1'),
    );
    expect(() => differenceReach({ first: 1, second: NaN, correlation: 0 })).toThrow(RangeError);
  });
});
