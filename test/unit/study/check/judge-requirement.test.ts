import { describe, expect, test } from 'vitest';
import { judgeRequirement, type CheckedRun } from '../../../../src/study/check/judge-requirement.js';
import { readRequirement } from '../../../../src/study/check/read-requirement.js';
import { exactSamples } from '../../../../src/study/run-samples.js';
import { summariseSamples } from '../../../../src/study/summarise.js';
import { YEAR } from '../../../../src/units/unit-table.js';
import { regionLoss, syntheticContext, syntheticOutcomes } from '../../../support/synthetic-outcomes.js';

/** RTO of 1 h to 1000 h, one each, of which the last ten were never recovered from; every second is of kind b. */
const INCIDENTS = 1000;
const hours = Float64Array.from({ length: INCIDENTS }, (_, i) => (i < 990 ? (i + 1) * 3600 : NaN));
const samples = exactSamples({
  ...syntheticOutcomes({ incidents: INCIDENTS }),
  metrics: ['rto', 'rpo', 'rtt'].map((name) => ({ name, values: hours })),
  kinds: { names: ['a', 'b'], values: hours.map((_, i) => i % 2) },
  costs: hours.map((_, i) => i),
});
const incidents = [regionLoss({ name: 'a', frequency: 1 / YEAR }), regionLoss({ name: 'b', frequency: 1 / YEAR })];
const standingCosts = { currency: 'EUR', storage: { bytes: 0, perYear: 0 }, standing: { idle: 1000 } };
const summary = summariseSamples(samples, { ...syntheticContext, incidents, standingCosts });
const run: CheckedRun = {
  samples,
  summary,
  testAges: new Map([
    ['one', 86_400],
    ['two', 864_000],
  ]),
};

const vocabulary = {
  metrics: ['rto', 'rpo', 'rtt'],
  disasters: ['a', 'b'],
  testedSurfaces: ['one', 'two'],
  isPriced: true,
};

function judged(text: string) {
  const read = readRequirement(text, vocabulary);
  if (read.kind === 'fault') throw new Error(read.fault.expected);
  return judgeRequirement(read.requirement, run);
}

describe('A requirement is held against a run', () => {
  // 950 of 1000 within 950 h: the Wilson interval of 95 % is 93.5 % to 96.2 %, of 97 % it begins at 95.7 %.
  test.each([
    ['p95(rto) <= 970h', 'met'],
    ['p95(rto) <= 950h', 'undecided'],
    ['p95(rto) <= 930h', 'missed'],
    ['p95(rto) >= 930h', 'met'],
    ['p95(rto) > 970h', 'missed'],
    ['p50(rto of b) <= 600h', 'met'],
    ['p99.5(rto) <= 5000h', 'missed'],
    ['share(rto <= 500h) >= 45%', 'met'],
    ['share(rto <= 500h) >= 50%', 'undecided'],
    ['share(rto > 500h) <= 45%', 'missed'],
    ['share(unrecoverable) <= 2.5%', 'met'],
    ['share(unrecoverable of a) <= 0.1%', 'missed'],
    ['mean(rto) <= 550h', 'met'],
    ['mean(rto) < 300h', 'missed'],
    ['mean(cost) <= 500', 'undecided'],
    ['cost-per-year <= 2100', 'met'],
    ['cost-per-year <= 1000', 'missed'],
    ['age(restore-test) <= 9d', 'missed'],
    ['age(restore-test of one) <= 1d', 'met'],
  ])('%s: %s', (text, verdict) => {
    expect(judged(text).verdict).toBe(verdict);
  });

  test('with what was found and how sure that is', () => {
    const quantile = judged('p50(rto) <= 1h');
    expect(quantile.value).toBe(500.5 * 3600);
    // Of 1000 values the 469th and the 532nd enclose the median with 95 %.
    expect([quantile.low, quantile.high].map((seconds) => (seconds ?? NaN) / 3600)).toEqual([469, 532]);
    expect(judged('p99.5(rto) <= 1h')).toMatchObject({ value: null, high: null });
    expect(judged('mean(rto) <= 1h').value).toBe(495.5 * 3600);
    expect(judged('share(unrecoverable) <= 1%').value).toBe(0.01);
    expect(judged('age(restore-test) <= 1d')).toMatchObject({ value: 864_000, low: 864_000, high: 864_000 });
  });

  test('the share of the worst that is assumed is held against its interval', () => {
    const assumed = { share: 0.4, low: 0.35, high: 0.45 };
    const restsOn = { ...summary.restsOn, rto: { incidents: 50, assumed, bases: [] }, rpo: null };
    const judgedBy = (text: string) => {
      const read = readRequirement(text, vocabulary);
      if (read.kind === 'fault') throw new Error(read.fault.expected);
      return judgeRequirement(read.requirement, { ...run, summary: { ...summary, restsOn } });
    };
    expect(judgedBy('assumed(rto) <= 50%')).toMatchObject({ value: 0.4, low: 0.35, high: 0.45, verdict: 'met' });
    expect(judgedBy('assumed(rto) <= 42%').verdict).toBe('undecided');
    expect(judgedBy('assumed(rto) <= 30%').verdict).toBe('missed');
    expect(judgedBy('assumed(rpo) <= 0%')).toMatchObject({ value: 0, verdict: 'met' });
  });

  test('and what the run has not is the fault of the caller', () => {
    const [requirement] = [judged('p50(rto of b) <= 1h').requirement];
    const quantity = { kind: 'mean', of: { metric: 'rto', disaster: 'other' } } as const;
    expect(() => judgeRequirement({ ...requirement, quantity }, run)).toThrow(RangeError);
  });
});
