import { describe, expect, it } from 'vitest';
import { plainStyle } from '../../../src/report/style.js';
import { textDurability } from '../../../src/report/years/text-durability.js';
import type { DurabilitySummary, YearsSummary } from '../../../src/study/years/years-summary.js';
import { YEAR } from '../../../src/units/unit-table.js';

const MIRROR: DurabilitySummary = {
  copies: 2,
  units: 1,
  horizonSeconds: 50 * YEAR,
  boundSeconds: 7000 * YEAR,
  lives: 1000,
  lost: { lives: 120, share: 0.12, low: 0.101, high: 0.142 },
  unitsLost: { mean: 0.12, standardError: 0.01, low: 0.1, high: 0.14 },
  timeToLoss: {
    state: 'all-lost',
    mean: 414 * YEAR,
    low: 390 * YEAR,
    high: 440 * YEAR,
    losses: 1000,
    playedSeconds: 414_000 * YEAR,
  },
};

const told = (durability: DurabilitySummary): readonly string[] =>
  textDurability({ durability: { data: durability } } as unknown as YearsSummary, 80, plainStyle);

describe('The text of durability', () => {
  it('tells how likely a loss is, and the mean time to it', () => {
    expect(told(MIRROR)).toEqual([
      'Stored data that goes bad by itself, with nothing striking it',
      '  data, 2 copies:',
      '    Lost within 50 years in 12.0% (10.1% to 14.2%) of 1,000 lives.',
      '    Mean time to data loss: 414 years (390 years to 440 years).',
    ]);
  });

  it('tells how many of many units are lost, and from how many losses a rare one is known', () => {
    const timeToLoss = { ...MIRROR.timeToLoss, state: 'some-lost' as const, losses: 59 };
    expect(told({ ...MIRROR, units: 1795, timeToLoss }).slice(1)).toEqual([
      '  data, 2 copies of 1,795 units:',
      '    Some unit is lost within 50 years in 12.0% (10.1% to 14.2%) of 1,000 lives;',
      '    0.12 (0.1 to 0.14) units on average.',
      '    Mean time to the first loss: 414 years (390 years to 440 years), from 59',
      '    losses in 414,000 years played, at most 7,000 years a life.',
    ]);
  });

  it('tells a bound when nothing was lost', () => {
    const timeToLoss = { ...MIRROR.timeToLoss, state: 'none-lost' as const, mean: null, high: null, losses: 0 };
    expect(told({ ...MIRROR, copies: 1, timeToLoss }).slice(-2)).toEqual([
      '    Mean time to data loss: at least 390 years; nothing was lost in 414,000',
      '    years played, at most 7,000 years a life.',
    ]);
  });

  it('says nothing where no surface says how its data goes bad', () => {
    expect(textDurability({ durability: {} } as unknown as YearsSummary, 80, plainStyle)).toEqual([]);
  });
});
