import { describe, expect, it } from 'vitest';
import { moments } from '../../../src/statistics/moments.js';
import { quantile } from '../../../src/statistics/quantile.js';
import { quantileRanks } from '../../../src/statistics/quantile-ranks.js';
import { wilsonInterval } from '../../../src/statistics/wilson-interval.js';
import { readOracleTable } from '../../support/oracle-table.js';

// The tables were written by R 4.2.2: Rscript make-tables.R <this folder>
const table = (name: string) => readOracleTable(new URL(name, import.meta.url));

const samples = table('samples.csv');
const sampleOf = (name: string) =>
  Float64Array.from(
    samples.filter((row) => row.sample === name),
    (row) => Number(row.value),
  );

const isWithin = (found: number | null, wanted: string, relative: number) =>
  found === null
    ? wanted === 'NA'
    : found === Number(wanted) || Math.abs(found - Number(wanted)) <= relative * Math.abs(Number(wanted));

describe('statistics against R', () => {
  it('quantile agrees with quantile(type = 7), infinities included', () => {
    const rows = table('quantiles.csv');
    const wrong = rows.filter(
      (row) => !isWithin(quantile(sampleOf(row.sample), Number(row.probability)), row.quantile, 1e-14),
    );
    expect(rows).toHaveLength(72);
    expect(wrong).toEqual([]);
  });

  it('quantileRanks gives the ranks that pbinom gives, and none where R finds none', () => {
    const rows = table('quantile-ranks.csv');
    const wrong = rows.filter((row) => {
      const count = Number(row.count);
      const ranks = quantileRanks({ count, probability: Number(row.probability), confidence: Number(row.confidence) });
      const low = Number(row.low);
      const high = Number(row.high);
      return low < 1 || high > count ? ranks !== undefined : ranks?.low !== low || ranks.high !== high;
    });
    expect(rows).toHaveLength(384);
    expect(wrong).toEqual([]);
  });

  it('the ranks that R confirms cover at least the confidence wherever they exist', () => {
    const supported = table('quantile-ranks.csv').filter((row) => Number(row.low) >= 1 && +row.high <= +row.count);
    expect(supported.length).toBeGreaterThan(150);
    expect(supported.filter((row) => Number(row.coverage) < Number(row.confidence))).toEqual([]);
  });

  it('wilsonInterval agrees with prop.test(correct = FALSE)', () => {
    const wrong = table('wilson.csv').filter((row) => {
      const { low, high } = wilsonInterval({
        successes: Number(row.successes),
        trials: Number(row.trials),
        confidence: Number(row.confidence),
      });
      // R's own centre minus reach leaves a residue near 0 where the interval begins at 0.
      const isLow = Math.abs(low - Number(row.low)) <= 1e-14 || isWithin(low, row.low, 1e-9);
      return !isLow || !isWithin(high, row.high, 1e-12);
    });
    expect(wrong).toEqual([]);
  });

  it('moments agree with mean and sd', () => {
    const wrong = table('moments.csv').filter((row) => {
      const found = moments(sampleOf(row.sample));
      return !(
        isWithin(found.mean, row.mean, 1e-14) &&
        isWithin(found.standardDeviation, row.sd, 1e-14) &&
        isWithin(found.standardError, row.standard_error, 1e-14)
      );
    });
    expect(wrong).toEqual([]);
  });
});
