import { describe, expect, it } from 'vitest';
import { plainStyle } from '../../../src/report/style.js';
import { textComparedReadiness, textReadiness } from '../../../src/report/text-readiness.js';
import { summarise } from '../../../src/study/summarise.js';
import type { ReadinessSummary } from '../../../src/study/summary.js';
import { syntheticComparison } from '../../support/synthetic-comparison.js';
import { syntheticContext, syntheticOutcomes } from '../../support/synthetic-outcomes.js';

const outcomes = syntheticOutcomes({ incidents: 100 });
const linesOf = (readiness: ReadinessSummary | null) =>
  textReadiness({ ...summarise(outcomes, syntheticContext), readiness }, 80, plainStyle);

const check = (given: Partial<ReadinessSummary['checks'][number]>): ReadinessSummary['checks'][number] => ({
  name: 'restore-tested',
  asks: 'Was a full restore tested?',
  answer: 'yes',
  state: 'met',
  isRequired: true,
  isModelled: false,
  ...given,
});

describe('textReadiness', () => {
  it('says nothing where nothing is asked', () => {
    expect(linesOf(null)).toEqual([]);
  });

  it('is one line when every check is met', () => {
    expect(linesOf({ isReady: true, neverRecovered: [], checks: [check({})] })).toEqual([
      'Readiness  ready: all 1 checks are met.',
    ]);
  });

  it('says that the plan is not ready, for which reasons, and what the numbers know of them', () => {
    const checks = [
      check({}),
      check({ answer: 'no', state: 'not-met', isModelled: true }),
      check({ asks: 'Are secrets restorable?', answer: null, state: 'unanswered', isRequired: false }),
      check({ asks: 'When was the last drill?', answer: '2024-02-01', state: 'outdated' }),
    ];
    expect(linesOf({ isReady: false, neverRecovered: [], checks })).toEqual([
      'Readiness  THIS PLAN IS NOT READY: 1 of 4 checks are met.',
      '  ✗ Was a full restore tested? No, and the numbers above take that into account.',
      '  ○ Are secrets restorable? Not answered.',
      '  ✗ When was the last drill? 2024-02-01, too long ago.',
    ]);
  });

  it('calls no plan ready with which nothing comes back, whatever was answered', () => {
    expect(linesOf({ isReady: false, neverRecovered: ['region-loss'], checks: [check({})] })).toEqual([
      'Readiness  THIS PLAN IS NOT READY: 1 of 1 checks are met.',
      '  ✗ region-loss: none that was played is recovered from, whatever is answered.',
    ]);
  });

  it('wraps long questions and lets no escape character through', () => {
    const lines = linesOf({
      isReady: false,
      neverRecovered: [],
      checks: [check({ asks: `${'word '.repeat(40)}\u001b[31m?`, state: 'not-met' })],
    });
    expect(lines.every((line) => line.length <= 80)).toBe(true);
    expect(lines.join('')).not.toContain('\u001b');
  });
});

describe('textComparedReadiness', () => {
  it('names the plans that are not ready, and no other', () => {
    const comparison = syntheticComparison([{}, {}, {}], { incidents: 100 });
    const readinesses = [
      { isReady: true, neverRecovered: [], checks: [check({})] },
      null,
      { isReady: false, neverRecovered: [], checks: [check({}), check({ answer: 'no', state: 'not-met' })] },
    ];
    const results = comparison.results.map((result, index) => ({ ...result, readiness: readinesses[index] }));
    expect(textComparedReadiness({ ...comparison, results }, 80, plainStyle)).toEqual([
      'Readiness  C: THIS PLAN IS NOT READY: 1 of 2 checks are met.',
    ]);
  });
});
