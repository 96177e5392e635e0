import { describe, expect, test } from 'vitest';
import { neighboursOf, onFrontier } from '../../../../src/study/size/frontier.js';
import { obstaclesOf } from '../../../../src/study/size/obstacles.js';
import {
  dearerThan,
  SIX_CANDIDATES,
  SIZED_REQUIREMENTS,
  syntheticCandidate,
} from '../../../support/synthetic-sizing.js';

describe('The frontier', () => {
  test('holds what nothing cheaper is as good as', () => {
    expect(onFrontier(SIX_CANDIDATES)).toEqual([true, true, true, true, true, true]);
    const worse = syntheticCandidate(['x', '1'], [50_000, 15, 6]);
    expect(onFrontier([...SIX_CANDIDATES, worse]).at(-1)).toBe(false);
  });

  test('leaves out what is better by less than 1 %', () => {
    const nearly = syntheticCandidate(['x', '1'], [50_000, 14.9, 6]);
    const better = syntheticCandidate(['x', '1'], [50_000, 14.8, 6]);
    expect(onFrontier([...SIX_CANDIDATES, nearly]).at(-1)).toBe(false);
    expect(onFrontier([...SIX_CANDIDATES, better]).at(-1)).toBe(true);
  });

  test('of equals holds the first, and takes what is never recovered from for longer than any time', () => {
    const [one, other] = [syntheticCandidate(['a', '1'], [5, 9, 9]), syntheticCandidate(['b', '1'], [5, 9, 9])];
    const never = syntheticCandidate(['c', '1'], [4, null, 9]);
    expect(onFrontier([one, other, never])).toEqual([true, false, true]);
  });
});

/** Six candidates of which one was chosen. */
const sixOf = (chosen: number) =>
  SIX_CANDIDATES.map((each) => ({ ...each, dearerBy: dearerThan(SIX_CANDIDATES[chosen], each) }));

describe('Around the chosen one', () => {
  test('are the dearest of the cheaper and the cheapest of the better', () => {
    expect(neighboursOf(sixOf(3), 3)).toEqual({ cheaper: 4, better: 5, notKept: [3, 3], cheaperOnes: 4 });
    expect(neighboursOf(sixOf(0), 0)).toEqual({ cheaper: null, better: 4, notKept: [0, 0], cheaperOnes: 0 });
    expect(neighboursOf(sixOf(5), 5)).toMatchObject({ cheaper: 3, better: null });
  });

  test('is none cheaper that is dearer in the same incidents, whatever its mean in fewer of them', () => {
    const [chosen, rival] = [syntheticCandidate(['a', '1'], [100, 9, 9]), syntheticCandidate(['b', '1'], [95, 5, 9])];
    const candidates = [chosen, { ...rival, dearerBy: { value: 7, low: 5, high: 9 } }];
    expect(neighboursOf(candidates, 0)).toEqual({ cheaper: null, better: 1, notKept: [0, 0], cheaperOnes: 0 });
  });
});

describe('What stands in the way', () => {
  const part = (name: string, share: number) => ({ kind: 'step', name, share }) as const;
  const interval = { share: 0.5, low: 0.4, high: 0.6 };
  const restsOn = (parts: readonly ReturnType<typeof part>[]) => ({
    rto: { incidents: 9, assumed: interval, bases: [{ basis: 'assumed', ...interval, oldest: null, parts }] } as const,
    rpo: null,
    rtt: null,
  });

  test('is what the worst incidents of the nearest are made of, for what no combination keeps', () => {
    const judged = [
      { findings: SIX_CANDIDATES[0].findings, restsOn: restsOn([part('a', 0.1)]) },
      {
        findings: syntheticCandidate(['x', '1'], [1, 28, 6], ['undecided', 'met']).findings,
        restsOn: restsOn([part('b', 0.1), part('c', 0.5), part('d', 0.2), part('e', 0.15)]),
      },
    ];
    expect(obstaclesOf(SIZED_REQUIREMENTS, judged)).toEqual([
      { requirement: 0, nearest: 1, standsInTheWay: [part('c', 0.5), part('d', 0.2), part('e', 0.15)] },
    ]);
  });

  test('is not known where no combination has a number', () => {
    const never = syntheticCandidate(['x', '1'], [1, null, 9], ['missed', 'missed']);
    const found = obstaclesOf(SIZED_REQUIREMENTS, [{ findings: never.findings, restsOn: restsOn([part('a', 1)]) }]);
    expect(found).toEqual([
      { requirement: 0, nearest: null, standsInTheWay: [] },
      { requirement: 1, nearest: 0, standsInTheWay: [] },
    ]);
  });
});
