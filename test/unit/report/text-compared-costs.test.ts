import { describe, expect, it } from 'vitest';
import { renderComparisonText } from '../../../src/report/render-comparison-text.js';
import { textWidth } from '../../../src/report/text-width.js';
import { syntheticComparison, type SyntheticVariant } from '../../support/synthetic-comparison.js';

const PRICED: SyntheticVariant = { prices: { downtime: 10, standing: 1000, storage: 50 } };
const SOONER: SyntheticVariant = {
  name: 'Hot-warm',
  prices: { downtime: 10, standing: 90_000, storage: 250 },
  change: (value, metric) => (metric === 'rto' ? value / 2 : value),
};
const textOf = (variants: readonly SyntheticVariant[], size = {}) =>
  renderComparisonText(syntheticComparison(variants, size));
const lineWith = (text: string, start: string) => text.split('\n').find((line) => line.startsWith(start)) ?? '';
const onOneLine = (text: string) => text.replaceAll(/\n */g, ' ');

describe('Costs in the text of a comparison', () => {
  it('stand side by side, with their difference and its interval', () => {
    const text = textOf([PRICED, SOONER]);
    const section = text.slice(text.indexOf('Cost per year, EUR'));
    expect(section).toMatch(/^Cost per year, EUR +incidents +storage +standing +in all\n/);
    expect(section).toMatch(/ {2}A DALP hot-cold, nigh… +\d\d,\d00 +50 +1,000 +\d\d,\d00\n +±\d+ +±\d+\n/);
    expect(section).toMatch(/ {2}B − A +−\d\d,\d00 +200 +89,000 +7\d,\d00\n/);
  });

  it('price an hour of RTO by mean and P95, whichever of the two is sooner', () => {
    const there = textOf([PRICED, SOONER]);
    const back = textOf([SOONER, PRICED]);
    for (const what of ['mean', 'P95']) {
      const row = lineWith(there, `  B against A, ${what}`);
      expect(row).toMatch(/ \d+\.\d+h +\d[\d,]+ +\d[\d,]+$/);
      expect(lineWith(back, `  A against B, ${what}`).slice(14)).toBe(row.slice(14));
    }
    expect(onOneLine(there)).toMatch(/Each hour by which B shortens the P95 of RTO costs EUR \d[\d,]+ a year\./);
    expect(onOneLine(back)).toMatch(/It costs EUR 7\d,\d00 less in a year, with the incidents that are expected\./);
    expect(onOneLine(back)).toMatch(/Each hour by which A shortens the P95 of RTO costs EUR/);
  });

  it('say that an hour saves money where the one that is sooner is cheaper too', () => {
    const cheap = { ...SOONER, prices: { downtime: 10, standing: 1000 } };
    const text = textOf([PRICED, cheap]);
    expect(lineWith(text, '  B against A, mean')).toMatch(/ −\d[\d,.]+ +−\d[\d,.]+$/);
    expect(onOneLine(text)).toMatch(/Each hour by which B shortens the P95 of RTO saves EUR \d[\d,]+ a year besides\./);
  });

  it('name who has no prices or another currency, and leave out what nobody has', () => {
    const text = textOf([PRICED, {}, { ...SOONER, prices: { downtime: 1, standing: 1, currency: 'USD' } }, SOONER]);
    expect(text).toContain('\n  B: no prices.\n  A counts in EUR, C in USD: not compared.\n');
    expect(text).toContain('  D − A ');
    expect(textOf([PRICED, {}])).toContain('Cost per year\n  B: no prices.\n');
    expect(textOf([{}, {}])).not.toContain('Cost per year');
  });

  it('show a dash for what is not known, and say why the sum is without incidents', () => {
    const text = textOf([PRICED, SOONER], { incidents: 4000, lost: 5 });
    expect(text).toMatch(/ {2}B − A +– +200 +89,000 +–\n/);
    expect(onOneLine(text)).toContain('more in a year, without its incidents, whose cost is not known.');
    const tied = textOf([PRICED, { ...SOONER, change: (value) => value }]);
    expect(tied).toMatch(/ {2}B against A, mean +0s +– +–\n/);
  });

  it('keep to 80 columns with long names and large amounts', () => {
    const dear = { downtime: 1e7, standing: 1e12, currency: 'pounds sterling of the year 2031' };
    const text = textOf([
      { ...PRICED, name: 'x'.repeat(70), prices: dear },
      { ...SOONER, prices: { ...dear, standing: 9e12 } },
    ]);
    expect(text).toMatch(/ {2}B − A +−1[\d.]+ billion +0 +8,000 billion +7,980 billion\n/);
    for (const line of text.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(80);
  });
});
