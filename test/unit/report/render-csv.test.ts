import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/report/csv-text.js';
import { renderIncidentsCsv, renderMetricsCsv, renderStepsCsv } from '../../../src/report/render-csv.js';
import type { Outcomes } from '../../../src/study/outcomes.js';
import { summarise } from '../../../src/study/summarise.js';
import { syntheticContext, syntheticOutcomes } from '../../support/synthetic-outcomes.js';

const outcomes = syntheticOutcomes({ incidents: 12_345, lost: 200 });
const summary = summarise(outcomes, syntheticContext);
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('csvText', () => {
  it('keeps a spreadsheet from taking a text for a formula, and leaves numbers alone', () => {
    expect(csvText([['=1+1', '+a', '-b', '@c', -5, 'x=1']])).toBe("'=1+1,'+a,'-b,'@c,-5,x=1\n");
  });

  it('quotes what the format needs quoted and leaves null empty', () => {
    expect(csvText([['a,b', 'say "yes"', null, 0]])).toBe('"a,b","say ""yes""",,0\n');
  });
});

describe('renderMetricsCsv', () => {
  it('has a row per metric with the numbers of the summary, to the last digit', () => {
    const rows = rowsOf(renderMetricsCsv(summary));
    expect(rows.map((row) => row.metric)).toEqual(['rto', 'rpo', 'rtt', 'rpo.postgresql', 'rpo.object-storage']);
    const { rto } = summary.metrics;
    expect(Number(rows[0].mean_seconds)).toBe(rto.mean);
    expect(Number(rows[0].p95_high_seconds)).toBe(rto.quantiles.p95.high);
    expect(Number(rows[0].planning_within_share)).toBe(rto.planning?.within);
    expect(Number(rows[0].unrecoverable_share)).toBe(200 / 12_345);
  });

  it('leaves empty what has no number, beside its state', () => {
    const [rto, , , postgresql] = rowsOf(renderMetricsCsv(summary));
    expect([rto.p99_seconds, rto.p99_state, rto.p50_state]).toEqual(['', 'unrecoverable', 'estimated']);
    expect(postgresql.planning_low_seconds).toBe('');
  });
});

describe('renderStepsCsv', () => {
  it('has a row per step in the order of the runbook', () => {
    const rows = rowsOf(renderStepsCsv(summary));
    expect(rows.map((row) => row.step)).toEqual(summary.steps.map(({ name }) => name));
    expect(Number(rows[2].rto_tail_share)).toBe(summary.steps[2].tailShare);
    expect(Number(rows[2].waiting_seconds)).toBe(summary.steps[2].waiting);
  });

  it('disarms a step that is named like a formula, and drops its escape characters', () => {
    const named = { ...summary, steps: [{ ...summary.steps[0], name: '=HYPERLINK("x")\u001b' }] };
    expect(rowsOf(renderStepsCsv(named))[0].step).toBe('\'=HYPERLINK("x")');
  });
});

describe('renderIncidentsCsv', () => {
  it('has a row per incident, in pieces of which no one is large', () => {
    const pieces = [...renderIncidentsCsv(outcomes)];
    expect(pieces).toHaveLength(4);
    const rows = rowsOf(pieces.join(''));
    expect(rows).toHaveLength(12_345);
    expect(rows.map((row) => Number(row.incident))).toEqual(rows.map((_, index) => index));
    expect(rows.slice(200).map((row) => Number(row.rto_seconds))).toEqual([...outcomes.metrics[0].values.slice(200)]);
    expect(Object.keys(rows[0])).toContain('rpo.object-storage_seconds');
  });

  it('leaves the times of an unrecoverable incident empty and says that it was not recovered', () => {
    const rows = rowsOf([...renderIncidentsCsv(outcomes)].join(''));
    expect([rows[0].recovered, rows[0].rto_seconds]).toEqual(['false', '']);
    expect(rows[200].recovered).toBe('true');
  });

  it('keeps a time that was known where another was not', () => {
    const run: Outcomes = {
      seed: 1,
      incidents: 1,
      metrics: [
        { name: 'rto', values: Float64Array.of(NaN) },
        { name: 'rpo', values: Float64Array.of(60) },
      ],
      kinds: { names: ['region-loss'], values: new Float64Array(1) },
      steps: { incidents: 0, steps: [], people: [], decisions: [] },
    };
    expect([...renderIncidentsCsv(run)].join('')).toBe(
      'incident,kind,recovered,rto_seconds,rpo_seconds\n0,region-loss,false,,60\n',
    );
  });

  it('names the kind that struck, disarmed and without what steers a terminal', () => {
    const kinds = { names: ['region-loss', '=ransom\u001b'], values: Float64Array.from([0, 1, 0]) };
    const rows = rowsOf([...renderIncidentsCsv({ ...syntheticOutcomes({ incidents: 3 }), kinds })].join(''));
    expect(rows.map(({ incident, kind }) => [incident, kind])).toEqual([
      ['0', 'region-loss'],
      ['1', "'=ransom"],
      ['2', 'region-loss'],
    ]);
  });
});
