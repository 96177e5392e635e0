import { describe, expect, test } from 'vitest';
import { renderSizingCsv } from '../../../../src/report/size/render-sizing-csv.js';
import { renderSizingText } from '../../../../src/report/size/render-sizing-text.js';
import { textWidth } from '../../../../src/report/text-width.js';
import type { Sizing } from '../../../../src/study/size/sizing.js';
import {
  SIX_CANDIDATES,
  SIZED_REQUIREMENTS,
  syntheticCandidate,
  syntheticSizing,
} from '../../../support/synthetic-sizing.js';

function textOf(sizing: Sizing): string {
  return renderSizingText(sizing, { requirements: SIZED_REQUIREMENTS, meet: [] });
}

/** The same without its line breaks. */
function wordsOf(sizing: Sizing): string {
  return textOf(sizing).replaceAll(/\s+/g, ' ');
}

describe('A sizing as text', () => {
  const sizing = syntheticSizing(SIX_CANDIDATES, 3);

  test('says what to choose, what binds, and what the next cheaper and the next better are', () => {
    const words = wordsOf(sizing);
    expect(words).toContain(
      'Choose surfaces.db.base-backup.schedule: every 6h, people.engineers.count: 2: 44,100 EUR a year. It keeps all that is asked, and no other that does is cheaper.',
    );
    expect(words).toContain('Undecided, and cheaper by less than the tolerance if at all: every 6h · 1.');
    expect(words).toContain('What binds is p95(rto) <= 24h: only 1 of the 4 cheaper combinations certainly keeps it.');
    expect(words).toContain(
      'The next cheaper, every 6h · 1, saves 50 EUR a year; p95(rto) <= 24h is undecided with 30.0h.',
    );
    expect(words).toContain(
      'The next better, every 3h · 2, costs 900 EUR more a year: P95 of RTO 15.0h instead of 20.0h.',
    );
    expect(words).toContain('from 4,096 each to 8,192 of those that stayed in question');
  });

  test('lists the frontier from the cheapest to the dearest', () => {
    const rows = textOf(sizing).split('\n');
    const row = rows.find((line) => line.includes('chosen')) ?? '';
    expect(row).toMatch(/^ {2}every 6h · 2 +44,100 +20\.0h +6\.00h +0\.10% +chosen$/);
    expect(rows.filter((line) => / (met|missed|undecided|chosen)$/.test(line))).toHaveLength(6);
  });

  test('gives the command that gives it again', () => {
    expect(wordsOf(sizing).replaceAll('\\ ', ' ')).toMatch(
      /drillcast size .*--tolerance .*1% .*--incidents 32768 --seed 1/,
    );
  });

  test('tells a choice that is not settled, and one that was interrupted', () => {
    const words = wordsOf({ ...sizing, end: 'ceiling', gap: 500 });
    expect(words).toContain('no other that does is cheaper by more than 500 a year, which is beyond the tolerance.');
    expect(words).toContain('Undecided, and perhaps cheaper: every 6h · 1. Run more incidents to tell.');
    expect(wordsOf({ ...sizing, end: 'interrupted' })).toContain('!! INTERRUPTED.');
  });

  test('names what is undecided and may be better though it is dearer, where another input is to be small', () => {
    const dearer = syntheticCandidate(['every 6h', '1'], [50_000, 30, 6], ['undecided', 'met']);
    const minimised = syntheticSizing([SIX_CANDIDATES[3], dearer], 0);
    const words = wordsOf({ ...minimised, minimise: 'people.engineers.count', end: 'ceiling' });
    expect(words).toContain('Undecided, and perhaps better: every 6h · 1. Run more incidents to tell.');
  });

  test('says of what none keeps how near one comes and what stands in the way', () => {
    const words = wordsOf({
      ...syntheticSizing(SIX_CANDIDATES.slice(0, 2), null),
      obstacles: [
        {
          requirement: 0,
          nearest: 1,
          standsInTheWay: [
            { kind: 'people', name: 'officer', share: 0.86 },
            { kind: 'step', name: 'restore', share: 0.04 },
          ],
        },
      ],
    });
    expect(words).toContain('No combination can be said to keep all that is asked.');
    expect(words).toContain('p95(rto) <= 24h is kept by none.');
    expect(words).toContain('people.engineers.count: 1 comes nearest, with 30.0h.');
    expect(words).toContain('Its worst 5% are made of: waiting for officer 86.0%, restore 4.0%.');
    expect(wordsOf(syntheticSizing(SIX_CANDIDATES.slice(0, 2), null))).toContain(
      'Each requirement is kept by some combination, and no combination keeps all of them at once.',
    );
  });

  test('is never wider than 80 columns and lets no escape character through', () => {
    const rude = `\u001b[31m東京 ${'long name '.repeat(12)}\u202e${'x'.repeat(120)}`;
    const candidates = [syntheticCandidate([rude, '1'], [1, 2, 3]), syntheticCandidate(['b', rude], [2, 1, 1])];
    const text = textOf(syntheticSizing(candidates, 0, rude));
    expect(Math.max(...text.split('\n').map(textWidth))).toBeLessThanOrEqual(80);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

test('A sizing as CSV has a row per combination, and no formula', () => {
  const sizing = syntheticSizing([syntheticCandidate(['=1+1', null], [1, null, 3], ['missed', 'met'])], null);
  const [header, row] = renderSizingCsv(sizing).trimEnd().split('\n');
  expect(header).toBe(
    'scenario,surfaces.db.base-backup.schedule,people.engineers.count,incidents,cost_per_year,cost_per_year_low,' +
      'cost_per_year_high,rto_p95_seconds,rpo_p95_seconds,unrecoverable_share,p95(rto) <= 24h,p95(rto) <= 24h: verdict,p95(rpo) <= 8h,' +
      'p95(rpo) <= 8h: verdict,verdict,standing,is_on_frontier',
  );
  expect(row).toBe("sized.yaml,'=1+1,,4096,1,-9,11,,10800,0.02,,missed,10800,met,missed,missed,yes");
});
