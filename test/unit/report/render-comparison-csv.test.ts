import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { renderComparedIncidentsCsv, renderComparisonCsv } from '../../../src/report/render-comparison-csv.js';
import { syntheticComparison, syntheticRuns, type SyntheticVariant } from '../../support/synthetic-comparison.js';

const VARIANTS: readonly SyntheticVariant[] = [
  {},
  { file: '=b.yaml', change: (value, _, incident) => (incident === 11 ? NaN : value - 60) },
];
const SIZE = { incidents: 6000, lost: 10 };
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

const PRICED: readonly SyntheticVariant[] = [
  { prices: { downtime: 10, standing: 1000, storage: 50 } },
  { prices: { downtime: 10, standing: 9000 }, change: (value) => value / 2 },
  {},
];

describe('Costs in comparison.csv', () => {
  const comparison = syntheticComparison(PRICED, { incidents: 2000 });
  const rows = rowsOf(renderComparisonCsv(comparison)).filter(({ metric }) => metric === 'costs');
  const rowOf = (scenario: string, measure: string) =>
    rows.find((row) => row.scenario === scenario && row.measure === measure);

  it('are those of each scenario that has prices, per year in its currency', () => {
    expect(rowOf('A', 'standing')).toMatchObject({ against: '', unit: 'EUR/year', value: '1000', low: '', state: '' });
    const { incidents } = comparison.results[1].costs ?? {};
    expect(rowOf('B', 'incidents')?.value).toBe(String(incidents?.perYear));
    expect(rows.some(({ scenario }) => scenario === 'C')).toBe(false);
  });

  it('and what the variants cost more, with the price of an hour', () => {
    const { costs } = comparison.variants[0];
    expect(rowOf('B', 'difference-upkeep')).toMatchObject({ against: 'A', value: '7950', low: '7950', high: '7950' });
    expect(rowOf('B', 'difference-per-year')?.low).toBe(String(costs?.perYear?.low));
    expect(rowOf('B', 'rto-hour-p95-per-year')).toMatchObject({
      unit: 'EUR/year/hour',
      value: String(costs?.hourOfRto.p95.perYear?.value),
      state: 'estimated',
    });
  });
});

describe('renderComparisonCsv', () => {
  const comparison = syntheticComparison(VARIANTS, SIZE);
  const rows = rowsOf(renderComparisonCsv(comparison));
  const rowOf = (scenario: string, against: string, measure: string) =>
    rows.filter((row) => row.scenario === scenario && row.against === against && row.measure === measure)[0];

  it('has what each scenario achieves alone, to the last digit', () => {
    const { p95 } = comparison.results[1].metrics.rto.quantiles;
    expect(rowOf('B', '', 'p95')).toEqual({
      scenario: 'B',
      against: '',
      file: "'=b.yaml",
      metric: 'rto',
      measure: 'p95',
      unit: 'seconds',
      value: String(p95.value),
      low: String(p95.low),
      high: String(p95.high),
      state: 'estimated',
    });
    expect(rowOf('A', '', 'unrecoverable')).toMatchObject({ unit: 'share', value: String(10 / 6000) });
  });

  it('has the differences from the baseline, with their intervals', () => {
    const { better, difference, shifts } = comparison.variants[0].metrics.rto;
    expect(rowOf('B', 'A', 'better')).toMatchObject({
      unit: 'share',
      value: String(better.share),
      low: String(better.low),
    });
    expect(rowOf('B', 'A', 'difference-mean')).toMatchObject({ value: String(difference.mean) });
    expect(rowOf('B', 'A', 'difference-p50')).toMatchObject({ value: String(difference.quantiles.p50.value) });
    expect(rowOf('B', 'A', 'shift-p999')).toMatchObject({ state: shifts.p999.state });
    expect(rowOf('B', 'A', 'recovered-baseline-only')).toMatchObject({ unit: 'incidents', value: '1' });
    expect(rowOf('B', 'A', 'verdict')).toMatchObject({ unit: '', value: '', state: 'better' });
  });

  it('has a row per measure of each metric, for each scenario', () => {
    const measures = rows.filter(({ metric, against }) => metric === 'rto' && against === 'A');
    expect(measures).toHaveLength(3 + 1 + 9 + 10 + 4 + 1);
    expect(new Set(rows.map(({ metric }) => metric))).toEqual(new Set(Object.keys(comparison.results[0].metrics)));
  });
});

describe('renderComparedIncidentsCsv', () => {
  it('has a row per incident with every metric of every scenario, empty where there was no recovery', () => {
    const outcomes = syntheticRuns(VARIANTS, SIZE).map((run) => run.outcomes);
    const pieces = [...renderComparedIncidentsCsv(outcomes)];
    expect(pieces).toHaveLength(3);
    const rows = rowsOf(pieces.join(''));
    expect(rows.map(({ incident }) => Number(incident))).toEqual(rows.map((_, index) => index));
    expect([rows[9].A_rto_seconds, rows[11].A_rto_seconds, rows[11].B_rto_seconds]).toEqual([
      '',
      String(outcomes[0].metrics[0].values[11]),
      '',
    ]);
    expect(Number(rows[5999]['B_rpo.object-storage_seconds'])).toBe(outcomes[1].metrics[4].values[5999]);
  });
});
