import { describe, expect, it } from 'vitest';
import { plainStyle } from '../../../src/report/style.js';
import { textDecisions } from '../../../src/report/text-decisions.js';
import { textKinds } from '../../../src/report/text-kinds.js';
import { textWidth } from '../../../src/report/text-width.js';
import { summarise } from '../../../src/study/summarise.js';
import type { DecisionSummary, Summary } from '../../../src/study/summary.js';
import { YEAR } from '../../../src/units/unit-table.js';
import { regionLoss, syntheticContext, syntheticOutcomes } from '../../support/synthetic-outcomes.js';

const LONG = 'a-name-that-somebody-made-very-long-to-say-everything-in-it-once-and-for-all-and-more';

/** A run of three kinds: one recovered from, one mostly not, one that never came. */
function summaryOfKinds(): Summary {
  const outcomes = syntheticOutcomes({ incidents: 2000, lost: 600 });
  const values = Float64Array.from({ length: 2000 }, (_, incident) => (incident < 700 ? 1 : 0));
  const incidents = [LONG, 'ransom', 'never'].map((name, i) =>
    regionLoss({ name, frequency: [2, 1 / 30, 1 / 12_345_678][i] / YEAR }),
  );
  return summarise(
    { ...outcomes, kinds: { names: [LONG, 'ransom', 'never'], values } },
    { ...syntheticContext, incidents },
  );
}

describe('textKinds', () => {
  const lines = textKinds(summaryOfKinds(), plainStyle);

  it('keeps to 80 columns, whatever the names and the frequencies', () => {
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(80);
  });

  it('tells the kind that takes longest first, and of one that is not recovered from that it never is', () => {
    expect(lines[2]).toMatch(/^ {2}(ransom|never)/);
    expect(lines.find((line) => line.includes('ransom'))).toMatch(/never +never +never +never +85\.7%$/);
    expect(lines.find((line) => line.startsWith('  never'))).toMatch(/none of them was played$/);
    expect(lines.find((line) => line.includes('2 a year'))).toMatch(/^ {2}a-name-that-.*… +2 a year/);
    // Below the values of a kind that was recovered from stands how far the truth may be.
    const row = lines.findIndex((line) => line.includes('2 a year'));
    expect(lines[row + 1]).toMatch(/^ {40} *±\S+ +±\S+/);
  });

  it('says nothing where there is one kind', () => {
    const single = summarise(syntheticOutcomes({ incidents: 100 }), syntheticContext);
    expect(textKinds(single, plainStyle)).toEqual([]);
  });
});

describe('textDecisions', () => {
  const NEVER = { share: 0, low: 0, high: 0.04, meanLost: null };
  const decision: DecisionSummary = {
    incidents: 100,
    alternatives: [
      {
        name: 'wait',
        taken: 0.25,
        available: 0.5,
        quickest: 0.125,
        leastLoss: 0.0625,
        cheapest: null,
        meanWaited: 5400,
      },
      { name: 'never-had', taken: 0, available: 0, quickest: 0, leastLoss: 0, cheapest: null, meanWaited: null },
      { name: LONG, taken: 0.75, available: 1, quickest: 0.875, leastLoss: 0.9375, cheapest: null, meanWaited: 0 },
    ],
    regret: { rto: { share: 0.25, low: 0.175, high: 0.343, meanLost: 7200 }, rpo: NEVER, cost: null },
  };
  const textOf = (decisions: Summary['decisions']): readonly string[] =>
    textDecisions({ ...summaryOfKinds(), decisions }, 80, plainStyle);

  it('keeps to 80 columns, whatever the names', () => {
    const lines = textOf({ [LONG]: decision, [`${LONG}-too`]: decision });
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(80);
  });

  it('tells what was taken, could be had, was quickest and lost least, and how long people waited', () => {
    const [, name, wait, never] = textOf({ 'way-back': decision });
    expect(name).toBe('  way-back');
    expect(wait).toMatch(/^ {4}wait +25\.0% +50\.0% +12\.5% +6\.3% +1\.50h$/);
    expect(never).toMatch(/^ {4}never-had +0% +0% +0% +0% +–$/);
  });

  it('tells regret with its interval and what was lost by it', () => {
    const text = textOf({ 'way-back': decision }).join(' ').replaceAll(/ +/g, ' ');
    expect(text).toContain(
      'Regretted for time in 25.0% (between 17.5% and 34.3%), by 2.00h on average; never for data: another',
    );
  });

  it('tells what is cheapest and what regret costs where there are prices, within 80 columns', () => {
    const costs = { currency: 'EUR' } as NonNullable<Summary['costs']>;
    const priced: DecisionSummary = {
      ...decision,
      alternatives: decision.alternatives.map((each) => ({ ...each, cheapest: 0.99996, taken: 0.99996 })),
      regret: { ...decision.regret, cost: { share: 0.3, low: 0.2, high: 0.4, meanLost: 12_300 } },
    };
    const lines = textDecisions({ ...summaryOfKinds(), costs, decisions: { 'way-back': priced } }, 80, plainStyle);
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(80);
    expect(lines[2]).toMatch(/^ {4}wait +>99\.99% +50\.0% +12\.5% +6\.3% +>99\.99% +1\.50h$/);
    expect(lines.join(' ').replaceAll(/ +/g, ' ')).toContain(
      'never for data; for cost in 30.0% (between 20.0% and 40.0%), by 12,300 EUR on average: another',
    );
  });

  it('tells no time where nothing would have been recovered, and no regret where there is none', () => {
    const told = (regret: DecisionSummary['regret']) => textOf({ one: { ...decision, regret } }).join(' ');
    expect(told({ ...decision.regret, rto: { ...decision.regret.rto, meanLost: null } })).not.toContain('on average');
    expect(told({ rto: NEVER, rpo: { ...NEVER, share: 1, meanLost: 60 }, cost: null })).toContain(
      'never for time; for data in 100%',
    );
    expect(told({ rto: NEVER, rpo: NEVER, cost: null })).toContain('Never regretted');
  });

  it('says nothing of a decision that was never due', () => {
    expect(textOf({ one: { ...decision, incidents: 0 } })).toEqual([]);
  });
});
