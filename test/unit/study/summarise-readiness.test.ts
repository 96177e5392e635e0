import { describe, expect, test } from 'vitest';
import { summarise } from '../../../src/study/summarise.js';
import { regionLoss, syntheticContext, syntheticOutcomes } from '../../support/synthetic-outcomes.js';

const check = {
  name: 'restore-tested',
  asks: 'Was a full restore tested?',
  answer: 'yes',
  state: 'met',
  isRequired: true,
  isModelled: false,
} as const;
const answered = { ...syntheticContext, readiness: { isReady: true, checks: [check] } };

describe('A plan whose questions are all answered well', () => {
  test('is ready when something comes back', () => {
    const outcomes = syntheticOutcomes({ incidents: 100, lost: 99 });
    expect(summarise(outcomes, answered).readiness).toEqual({ isReady: true, checks: [check], neverRecovered: [] });
  });

  test('is not when nothing does', () => {
    const outcomes = syntheticOutcomes({ incidents: 100, lost: 100 });
    expect(summarise(outcomes, answered).readiness).toMatchObject({
      isReady: false,
      neverRecovered: ['region-loss'],
    });
  });

  test('nor when of one of its kinds nothing does', () => {
    const outcomes = {
      ...syntheticOutcomes({ incidents: 100, lost: 10 }),
      kinds: {
        names: ['region-loss', 'ransomware', 'unseen'],
        values: Float64Array.from({ length: 100 }, (_, i) => (i < 10 ? 1 : 0)),
      },
    };
    const incidents = ['region-loss', 'ransomware', 'unseen'].map((name) => regionLoss({ name }));
    expect(summarise(outcomes, { ...answered, incidents }).readiness?.neverRecovered).toEqual(['ransomware']);
  });
});
