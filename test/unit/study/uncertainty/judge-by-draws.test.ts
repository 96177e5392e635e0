import { describe, expect, test } from 'vitest';
import { judgeByDraws } from '../../../../src/study/uncertainty/judge-by-draws.js';
import { drawnMetrics } from '../../../../src/study/uncertainty/drawn-metrics.js';
import { keptInDraws } from '../../../../src/study/check/kept-in-draws.js';
import { readRequirement } from '../../../../src/study/check/read-requirement.js';
import { summariseUncertainty } from '../../../../src/study/uncertainty/summarise-uncertainty.js';

describe('A verdict by draws', () => {
  test.each([
    // Of 95 %, the middle of the draws: from 2.5 % to 97.5 %.
    ['met', 1, 'met', null],
    ['met', 0.975, 'met', null],
    ['met', 0.97, 'undecided', 'drills'],
    ['met', 0.5, 'undecided', 'drills'],
    ['missed', 0, 'missed', null],
    ['missed', 0.025, 'missed', null],
    ['missed', 0.03, 'undecided', 'drills'],
    ['undecided', 0.5, 'undecided', 'drills'],
    ['undecided', 1, 'undecided', 'incidents'],
    // The laws as written and what they may be disagree: it is not settled.
    ['met', 0, 'undecided', 'drills'],
    ['missed', 1, 'undecided', 'drills'],
  ] as const)('%s, kept in %d of the draws, is %s for %s', (sampled, kept, verdict, undecidedFor) => {
    expect(judgeByDraws(sampled, { kept, credibility: 0.95 })).toEqual({ verdict, undecidedFor });
  });
});

/** Draw d has the times d + 1 to d + 10, of which the last was never recovered from in every second draw. */
const play = (draw: number) =>
  Float64Array.from({ length: 10 }, (_, i) => (i === 9 && draw % 2 === 1 ? NaN : draw + i + 1));
const drawn = drawnMetrics({
  plays: Array.from({ length: 100 }, (_, draw) => ({ rto: play(draw), rpo: play(0), rtt: play(draw) })),
  paths: { steps: [], people: [], links: [], surfaces: [], isCarriedOut: [] },
});
const vocabulary = { metrics: ['rto', 'rpo', 'rtt', 'rpo.a'], disasters: ['a'], testedSurfaces: [], isPriced: true };

describe('A requirement in draws', () => {
  // The median of draw d is d + 5.5.
  test.each([
    ['p50(rto) <= 15.5s', 0.11],
    ['p50(rto) < 15.5s', 0.1],
    ['p50(rto) >= 55.5s', 0.5],
    // The mean of draw d is d + 5.5, or d + 5 where one was not recovered from.
    ['mean(rto) <= 10s', 0.06],
    ['share(rto <= 12s) >= 50%', 0.08],
    ['share(rto > 12s) <= 50%', 0.08],
    ['share(unrecoverable) <= 5%', 0.5],
    ['p50(rpo) <= 1h', 1],
    ['p50(rto of a) <= 1h', null],
    ['p50(rpo.a) <= 1h', null],
    ['mean(cost) <= 5', null],
  ] as const)('%s is kept in %s of them', (text, kept) => {
    const read = readRequirement(text, vocabulary);
    if (read.kind === 'fault') throw new Error(read.fault.expected);
    expect(keptInDraws(read.requirement, drawn)).toBe(kept);
  });
});

describe('The bands of draws', () => {
  test('are the middle of the quantiles, with the infinite ones last, beside the quantile of all', () => {
    const { metrics, draws, incidents } = summariseUncertainty(drawn, {
      inputs: [],
      assumptionsCount: null,
      objectives: [{ metric: 'rto', quantile: 0.5, limit: 15.5 as never }],
      credibility: 0.9,
    });
    expect([draws, incidents]).toEqual([100, 10]);
    // 5.5 to 104.5: by type 7 a twentieth of 99 steps from either end.
    expect(metrics.rto.quantiles.p50).toMatchObject({ low: 10.45, median: 55, high: 99.55 });
    expect(metrics.rto.quantiles.p99.high).toBeNull();
    expect(metrics.rpo.quantiles.p50).toEqual({ low: 5.5, median: 5.5, high: 5.5, both: 5.5 });
    expect(metrics.rto.quantiles.p50.both).toBeGreaterThan(50);
    // Draws 0, 2 and 4 are within it wholly; five of a hundred lie above the upper end.
    expect(metrics.rto.objectives).toEqual([
      { quantile: 0.5, limit: 15.5, share: { low: 0, median: 0, high: 0.9 }, met: 0.11 },
    ]);
  });
});
