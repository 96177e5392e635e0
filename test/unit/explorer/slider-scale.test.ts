import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sliderScale, positionOf } from '../../../src/explorer/slider-scale.js';
import { readsAt } from '../../../src/scenario/reads-at.js';
import { LAW_NAMES } from '../../../src/scenario/law-names.js';
import { parseDuration } from '../../../src/units/parse-duration.js';
import { lawTextReader } from '../../../src/scenario/shape/law-text.js';
import { DURATION } from '../../../src/scenario/shape/measure.js';

const textsOf = (text: string): readonly string[] => sliderScale(text)?.texts ?? [];

test('Counts go in whole steps', () => {
  expect(sliderScale('2')).toEqual({ kind: 'count', texts: '1 2 3 4 5 6 7 8 9 10 11 12'.split(' ') });
  expect(textsOf('20')).toHaveLength(40);
  expect(textsOf('7 backups').slice(0, 3)).toEqual(['1 backup', '2 backups', '3 backups']);
  expect(textsOf('unlimited').slice(-2)).toEqual(['12', 'unlimited']);
});

test('Shares go from 0 % to 100 %, in order, with the one that is written', () => {
  const { kind, texts } = sliderScale('99.25%') ?? { kind: '', texts: [] };
  expect(kind).toBe('share');
  expect(texts[0]).toBe('0%');
  expect(texts.at(-1)).toBe('100%');
  expect(texts).toContain('99.25%');
  const percents = texts.map((text) => Number.parseFloat(text));
  expect(percents).toEqual(percents.toSorted((one, other) => one - other));
  expect(new Set(percents).size).toBe(percents.length);
});

test.each([
  ['0 2 * * *', 'every 15m|every 30m|every 1h|every 2h|every 4h|every 6h|every 12h|0 2 * * *|0 2 * * 0'],
  ['every 6h', 'every 15m|every 30m|every 1h|every 2h|every 4h|every 6h|every 12h|every 1d|every 7d'],
  ['30 1 * * 6', 'every 15m|every 30m|every 1h|every 2h|every 4h|every 6h|every 12h|30 1 * * *|30 1 * * 6'],
  ['0 */3 * * *', 'every 15m|every 30m|every 1h|every 2h|0 */3 * * *|every 4h|every 6h|every 12h|every 1d|every 7d'],
  ['0 2 1 * *', 'every 15m|every 30m|every 1h|every 2h|every 4h|every 6h|every 12h|0 2 * * *|0 2 * * 0|0 2 1 * *'],
  [
    'every 10s',
    'every 1s|every 2s|every 3s|every 5s|every 7s|every 10s|every 15s|every 20s|every 30s|every 45s|every 1m',
  ],
])('Schedules are on a ladder: %s', (text, expected) => {
  expect(sliderScale(text)?.kind).toBe('schedule');
  expect(textsOf(text).slice(0, expected.split('|').length)).toEqual(expected.split('|'));
});

test('A cron expression keeps its time zone', () => {
  const texts = textsOf('{ cron: 0 2 * * *, timezone: Europe/Brussels }');
  expect(texts).toHaveLength(9);
  expect(parse(texts[8])).toEqual({ cron: '0 2 * * 0', timezone: 'Europe/Brussels' });
});

test.each([
  ['4h', '30m|45m|1h|1h30m|2h|3h|4h|6h|8h|12h|18h|1d'],
  ['5m', '30s|45s|1m|2m|3m|5m|7m|10m|15m|20m|30m|45m'],
  ['30d', '3d|5d|7d|10d|14d|21d|30d|45d|60d|90d|120d|180d|270d'],
  ['500 GiB', '50 GiB|60 GiB|80 GiB|100 GiB|120 GiB|150 GiB|200 GiB|250 GiB|300 GiB|400 GiB|500 GiB|600 GiB|800 GiB'],
  ['5000/h', '500/h|600/h|800/h|1000/h|1200/h|1500/h|2000/h|2500/h|3000/h|4000/h|5000/h|6000/h|8000/h|10000/h'],
  ['0.023/GiB/month', '0.0025/GiB/month|0.003/GiB/month|0.004/GiB/month|0.005/GiB/month|0.006/GiB/month'],
  ['1 per 20y', '1 per 200y|1 per 150y|1 per 120y|1 per 100y|1 per 80y|1 per 60y|1 per 50y|1 per 40y|1 per 30y'],
  ['1500 per 3 months', '150 per 3 months|200 per 3 months|250 per 3 months'],
  ['0.97', '0.1|0.12|0.15|0.2|0.25|0.3|0.4|0.5|0.6|0.8|0.97|1'],
])('Quantities go over round values from a tenth to tenfold: %s', (text, expected) => {
  expect(sliderScale(text)?.kind).toBe('amount');
  expect(textsOf(text).slice(0, expected.split('|').length)).toEqual(expected.split('|'));
  expect(textsOf(text)).toContain(text);
});

describe('Laws are moved as a whole', () => {
  test('both ends of a range by the same factor', () => {
    const texts = textsOf('60 MiB/s to 250 MiB/s');
    expect([texts[0], texts[10], texts.at(-1)]).toEqual([
      '6 MiB/s to 25 MiB/s',
      '60 MiB/s to 250 MiB/s',
      '600 MiB/s to 2500 MiB/s',
    ]);
  });

  test('the quantities of a law in braces, and not its widths and its words', () => {
    const last = (text: string): unknown => parse(textsOf(text).at(-1) ?? '');
    expect(last('{ lognormal: { p50: 6d, p95: 29d } }')).toEqual({ lognormal: { p50: '60d', p95: '290d' } });
    expect(last('{ lognormal: { p50: 3s, sigma: 0.6 }, at-least: 500ms, at-most: 15s, note: 3 }')).toEqual({
      lognormal: { p50: '30s', sigma: 0.6 },
      'at-least': '5s',
      'at-most': '2m30s',
      note: 3,
    });
    expect(last('{ mixture: [{ weight: 0.2, value: 1h to 2h }, { weight: 0.8, value: 1d }] }')).toEqual({
      mixture: [
        { weight: 0.2, value: '10h to 20h' },
        { weight: 0.8, value: '10d' },
      ],
    });
    expect(last('{ empirical: { values: [1h, 90m] } }')).toEqual({ empirical: { values: ['10h', '15h'] } });
    expect(last('{ lognormal: { mu: 0, sigma: 1 } }')).toEqual({ lognormal: { mu: Math.log(10), sigma: 1 } });
    expect(last('{ gamma: { mean: 20, sd: 4 } }')).toEqual({ gamma: { mean: 200, sd: 40 } });
  });

  test('and a table not at all', () => {
    expect(sliderScale('{ empirical: { file: t.csv, column: hours } }')).toBeUndefined();
  });

  test('ends that are close stay apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 9_000_000 }), fc.integer({ min: 1, max: 1000 }), (low, wider) => {
        for (const text of textsOf(`${low}s to ${low + wider}s`)) {
          const law = lawTextReader(DURATION)(text, ({ expected }) => {
            throw new Error(`${text}: ${expected}`);
          });
          const [from, to] = text.split(' to ').map((end) => parseDuration(end));
          if (from.kind !== 'read' || to.kind !== 'read' || typeof law === 'symbol') throw new Error(text);
          expect(to.value / from.value / ((low + wider) / low)).toBeCloseTo(1, 1);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  ...['', '0', '0s', '-1h', 'postgresql.size', 'rpo', 'yes', 'Mon-Fri 08:00-18:00', '2027-01-01', 'patterns/hot-cold'],
  ...['the chain, from the checkpoint in the restored database', '{ a', '{}', '[1h, 2h]', '1h to 2h to 3h', '3 apples'],
])('What cannot be more or less has no scale: %s', (text) => {
  expect(sliderScale(text)).toBeUndefined();
});

test('What the reader refuses is no place of the slider', () => {
  const scale = sliderScale('5%', (text) => readsAt(['runbook', 'restore', 'fails'], text));
  expect(scale?.texts.at(-1)).toBe('99.9%');
  expect(scale === undefined ? undefined : positionOf(scale, '5%')).toBe(8);
  expect(scale === undefined ? undefined : positionOf(scale, '5.5%')).toBeUndefined();
});

/** The text of every value of a scenario that stands in one line, or is a law in braces, by its keys. */
function leavesOf(data: unknown, path: readonly string[] = []): { path: readonly string[]; text: string }[] {
  if (typeof data === 'string' || typeof data === 'number') return [{ path, text: String(data) }];
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  if ([...LAW_NAMES, 'cron'].some((name) => name in data)) return [{ path, text: JSON.stringify(data) }];
  return Object.entries(data).flatMap(([key, value]) => leavesOf(value, [...path, key]));
}

/** Read by people, or naming things: no page offers a slider for these. */
const WORDS = new Set(['source', 'note', 'as-of', 'drillcast', 'asks', 'rebuilt-from', 'name', 'counts-as']);

describe('Whatever a slider of a shipped scenario can be moved to, the reader takes', () => {
  const files = ['scenarios', 'scenarios/patterns', 'scenarios/cases'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${folder}/${name}`),
  );

  test.each(files)('%s', (file) => {
    const leaves = leavesOf(parse(readFileSync(file, 'utf8')) as unknown).filter(
      ({ path }) => !WORDS.has(path[path.length - 1]),
    );
    const scales = leaves.flatMap(({ path, text }) => {
      // A number that is no share has none of the bounds that only the place knows.
      const accepts = (each: string): boolean => !each.endsWith('%') || readsAt(path, each);
      const scale = sliderScale(text, accepts);
      return scale === undefined ? [] : [{ path, text, scale }];
    });
    if (leaves.some(({ text }) => /^\d+[hd]$/.test(text))) expect(scales.length).toBeGreaterThan(0);
    for (const { path, text, scale } of scales) {
      expect(positionOf(scale, text), `${path.join('.')}: ${text}`).toBeDefined();
      for (const each of scale.texts) {
        const data: unknown = /^[\d.]+$|^\{/.test(each) ? parse(each) : each;
        expect(readsAt(path, data), `${path.join('.')}: ${each}`).toBe(true);
      }
    }
  });
});
