import { describe, expect, test } from 'vitest';
import { readRequirement } from '../../../../src/study/check/read-requirement.js';
import type { Requirement, Vocabulary } from '../../../../src/study/check/requirement.js';

const HOUR = 3600;
const vocabulary: Vocabulary = {
  metrics: ['rto', 'rpo', 'rtt', 'rpo.postgresql'],
  disasters: ['region-loss', 'ransomware'],
  testedSurfaces: ['postgresql'],
  isPriced: true,
};

function requirementIn(text: string, given: Vocabulary = vocabulary): Requirement {
  const read = readRequirement(text, given);
  if (read.kind === 'fault') throw new Error(JSON.stringify(read.fault));
  return read.requirement;
}

const all = (metric: string) => ({ metric, disaster: undefined });

describe('A requirement', () => {
  test.each<[string, Requirement['quantity'], Requirement['comparison'], number]>([
    ['p95(rto) <= 24h', { kind: 'quantile', probability: 0.95 as never, of: all('rto') }, '<=', 24 * HOUR],
    [
      'p99.9( rpo.postgresql )<1h30m',
      { kind: 'quantile', probability: 0.999 as never, of: all('rpo.postgresql') },
      '<',
      5400,
    ],
    [
      'p50(rto of ransomware) >= 2d 4h',
      { kind: 'quantile', probability: 0.5 as never, of: { metric: 'rto', disaster: 'ransomware' } },
      '>=',
      52 * HOUR,
    ],
    ['mean(cost) <= 100000', { kind: 'mean', of: all('cost') }, '<=', 100_000],
    ['share(rto <= 24h) >= 95%', { kind: 'share', of: all('rto'), comparison: '<=', limit: 24 * HOUR }, '>=', 0.95],
    [
      'share(rto <= 2d 4h of region-loss) > 0.9',
      { kind: 'share', of: { metric: 'rto', disaster: 'region-loss' }, comparison: '<=', limit: 52 * HOUR },
      '>',
      0.9,
    ],
    ['share(cost > 5000.5) <= 1%', { kind: 'share', of: all('cost'), comparison: '>', limit: 5000.5 }, '<=', 0.01],
    ['share(unrecoverable) <= 1%', { kind: 'unrecoverable', disaster: undefined }, '<=', 0.01],
    ['share(unrecoverable of ransomware) < 5%', { kind: 'unrecoverable', disaster: 'ransomware' }, '<', 0.05],
    ['cost-per-year <= 250000', { kind: 'cost-per-year' }, '<=', 250_000],
    ['assumed(rtt) <= 50%', { kind: 'assumed', metric: 'rtt' }, '<=', 0.5],
    ['age(restore-test) <= 90d', { kind: 'restore-test-age', surface: undefined }, '<=', 90 * 24 * HOUR],
    [
      'age(restore-test of postgresql) <= 1y',
      { kind: 'restore-test-age', surface: 'postgresql' },
      '<=',
      365.25 * 24 * HOUR,
    ],
  ])('%s', (text, quantity, comparison, limit) => {
    const { limit: found, ...rest } = requirementIn(`  ${text} `);
    expect(rest).toEqual({ text, quantity, comparison });
    expect(found).toBeCloseTo(limit, 6);
  });

  test.each<[string, number, number, string, string?]>([
    ['', 0, 1, 'p95(…), mean(…), share(…), assumed(…), age(restore-test) or cost-per-year'],
    ['p95(rtoo) <= 24h', 4, 4, 'a metric: rto, rpo, rtt, rpo.postgresql, cost', 'did you mean "rto"?'],
    ['p95 rto <= 24h', 4, 3, '"("'],
    ['p95(rto <= 24h', 8, 1, '")"'],
    ['p95(rto) = 24h', 9, 1, '<=, <, >= or >'],
    ['p95(rto) <=', 11, 1, 'a duration such as 24h'],
    ['p95(rto) <= 24', 12, 2, 'a duration such as 24h', 'write for instance 24h'],
    ['p95(rto) <= 24h or so', 12, 9, 'a duration such as 24h', 'write for instance 24h'],
    ['p100(rto) <= 24h', 0, 4, 'a quantile between p0 and p100, such as p95'],
    ['p0(rto) <= 24h', 0, 2, 'a quantile between p0 and p100, such as p95'],
    ['mean(cost) <= 24h', 14, 3, 'an amount such as 250000', 'write for instance 250000'],
    ['share(rto) >= 95%', 9, 1, '<=, <, >= or >'],
    ['share(rto <= 24h) >= 24h', 21, 3, 'a share such as 95%', 'write for instance 95%'],
    ['share(rto <= 24h) >= 195%', 21, 4, 'a share such as 95%', 'write for instance 95%'],
    [
      'p95(rto of regionloss) <= 1d',
      11,
      10,
      'a kind of incident: region-loss, ransomware',
      'did you mean "region-loss"?',
    ],
    [
      'p95(rpo.postgresql of ransomware) <= 1d',
      22,
      10,
      'no kind of incident: of one kind, only rto, rpo, rtt are known',
    ],
    ['assumed(rpo.postgresql) <= 50%', 8, 14, 'one of: rto, rpo, rtt'],
    ['assumed(rto) <= 2h', 16, 2, 'a share such as 95%', 'write for instance 95%'],
    ['age(backup) <= 1d', 4, 6, '"restore-test": restore-test'],
    [
      'median(rto) <= 1d',
      0,
      6,
      'p95(…), mean(…), share(…), assumed(…), age(restore-test) or cost-per-year',
      'write for instance p95(rto) <= 24h',
    ],
  ])('that is none is told with its place: %j', (text, at, length, expected, mend) => {
    const read = readRequirement(text, vocabulary);
    expect(read).toEqual({
      kind: 'fault',
      fault: { at, length, expected, ...(mend === undefined ? {} : { mend }) },
    });
  });

  test('of what the scenario has not is told as such', () => {
    const poor = { ...vocabulary, testedSurfaces: [], isPriced: false };
    const faultOf = (text: string) => {
      const read = readRequirement(text, poor);
      return read.kind === 'fault' ? read.fault.expected : undefined;
    };
    expect(faultOf('cost-per-year <= 1')).toContain('the scenario has no prices');
    expect(faultOf('mean(cost) <= 1')).toContain('a metric: rto, rpo, rtt, rpo.postgresql');
    expect(faultOf('age(restore-test) <= 1d')).toContain('none of its surfaces has a restore test');
  });
});
