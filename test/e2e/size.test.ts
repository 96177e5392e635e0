import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Sizing } from '../../src/study/size/sizing.js';
import type { Summary } from '../../src/study/summary.js';
import { drillcast, temporaryFolder } from './drillcast.js';

const SCHEDULE = 'surfaces.db.base-backup.schedule';
const INCIDENTS = ['--incidents', '2000'];
const HOUR = 3600;

let file: string;
beforeEach(() => {
  file = join(temporaryFolder(), 'sized.yaml');
  writeFileSync(file, scenario('every 1d'));
});

describe('drillcast size', () => {
  test('gives each combination the numbers that a file of its own gets from run, and chooses the cheapest that keeps all', () => {
    const sizing = size('--vary', `${SCHEDULE}=every 6h..every 2d`, '--meet', 'p95(rpo) <= 20h');
    const single = sizing.candidates.map(({ values }) => {
      writeFileSync(`${file}.one.yaml`, scenario(values[0] ?? ''));
      return JSON.parse(drillcast(['run', `${file}.one.yaml`, ...INCIDENTS, '--json', '-']).stdout) as Summary;
    });
    expect(sizing.candidates.map(({ values }) => values[0])).toEqual(
      ['6h', '8h', '12h', '1d', '2d'].map((period) => `every ${period}`),
    );
    expect(sizing.candidates.map(({ costPerYear }) => costPerYear.value)).toEqual(
      single.map(({ costs }) => costs?.perYear),
    );
    const rpo = sizing.candidates.map(({ findings }) => findings[0].value);
    expect(rpo).toEqual(single.map(({ metrics }) => metrics.rpo.quantiles.p95.value));
    expect(rpo).toEqual(rpo.toSorted((a, b) => Number(a) - Number(b)));
    expect(sizing.candidates.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'met', 'missed', 'missed']);
    const costs = sizing.candidates.slice(0, 3).map(({ costPerYear }) => costPerYear.value);
    expect(sizing.chosen).toBe(costs.indexOf(Math.min(...costs)));
  });

  test('writes JSON by its schema, which is the committed one', () => {
    const schema = JSON.parse(drillcast(['schema', 'sizing']).stdout) as object;
    expect(JSON.parse(readFileSync(new URL('../../schema/sizing.json', import.meta.url), 'utf8'))).toEqual(schema);
    const isSizing = new Ajv2020({ strict: false }).compile(schema);
    const sizing = size('--vary', `${SCHEDULE}=every 6h|every 12h`);
    expect(isSizing(sizing)).toBe(true);
    expect(isSizing({ ...sizing, extra: 1 })).toBe(false);
  });

  test('says in at most 80 columns that nothing keeps what is asked, and what every combination misses', () => {
    const asked = ['size', file, '--vary', `${SCHEDULE}=every 6h|every 12h`, '--meet', 'p95(rto) <= 1h', ...INCIDENTS];
    const { code, stdout } = drillcast(asked);
    expect(code).toBe(0);
    expect(stdout).toContain('No combination can be said to keep all that is asked.');
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /p95\(rto\) <= 1h is kept by none\. .* comes nearest, with .*restore \d/,
    );
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  test('drops early what is out, and chooses what an exhaustive search on far more incidents chooses', () => {
    const grid = [
      '--vary',
      `${SCHEDULE}=every 4h|every 8h|every 12h|every 1d|every 36h`,
      '--vary',
      'people.admins.count=1..3',
    ];
    const asked = [...grid, '--meet', 'p95(rpo) <= 20h', '--meet', 'p95(rto) <= 11h'];
    const sizing = json('size', file, ...asked, '--tolerance', '0.2%', '--incidents', '32768');
    expect(sizing.end).toBe('settled');
    const counts = sizing.candidates.map(({ incidents }) => incidents);
    expect(Math.min(...counts)).toBe(4096);
    const truth = exhaustive(['every 4h', 'every 8h', 'every 12h', 'every 1d', 'every 36h'], [1, 2, 3]);
    const keepsAll = ({ rpo, rto }: (typeof truth)[number]) => rpo <= 20 * HOUR && rto <= 11 * HOUR;
    const [best] = truth.filter(keepsAll).sort((one, other) => one.cost - other.cost);
    expect(sizing.candidates[sizing.chosen ?? NaN].values).toEqual(best.values);
    expect(sizing.candidates.map(({ values }) => values)).toEqual(truth.map(({ values }) => values));
    const certain = sizing.candidates.flatMap(({ verdict }, i) =>
      verdict === 'undecided' ? [] : [{ verdict, truth: keepsAll(truth[i]) ? 'met' : 'missed' }],
    );
    expect(certain.map(({ verdict }) => verdict)).toEqual(certain.map((each) => each.truth));
    expect(new Set(certain.map(({ verdict }) => verdict))).toEqual(new Set(['met', 'missed']));
  });

  test('finds the least of an input before the least cost', () => {
    const asked = [
      '--vary',
      'people.admins.count=1..3',
      '--vary',
      `${SCHEDULE}=every 4h|every 12h`,
      '--meet',
      'p95(rpo) <= 20h',
    ];
    const sizing = json('size', file, ...asked, '--minimise', 'people.admins.count', ...INCIDENTS);
    const chosen = sizing.candidates[sizing.chosen ?? NaN];
    expect(chosen.values[0]).toBe('1');
    expect(
      sizing.candidates.filter(({ values }) => values[0] !== '1').every(({ standing }) => standing === 'dearer'),
    ).toBe(true);
  });

  test('holds several scenarios against each other, and varies an input where it is stated', () => {
    const other = `${file}.other.yaml`;
    writeFileSync(
      other,
      scenario('every 6h').replace('people: { admins: { count: 2 } }\n', '').replaceAll('needs: admins, ', ''),
    );
    const sizing = json('size', file, other, '--vary', 'people.admins.count=1|2', ...INCIDENTS);
    expect(sizing.candidates.map(({ scenario: number, values }) => [number, ...values])).toEqual([
      [0, '1'],
      [0, '2'],
      [1, null],
    ]);
    const { stdout } = drillcast(['size', file, other, ...INCIDENTS]);
    expect(stdout).toContain('2 combinations');
  });

  test('gives the same bytes for any number of workers', () => {
    const asked = ['size', file, '--vary', `${SCHEDULE}=every 6h..every 1d`, '--incidents', '20000', '--json', '-'];
    expect(drillcast([...asked, '--workers', '2']).stdout).toBe(drillcast([...asked, '--workers', '1']).stdout);
  });

  test('writes a table and the frontier', () => {
    const folder = temporaryFolder();
    const files = ['--csv', folder, '--charts', folder];
    drillcast(['size', file, '--vary', `${SCHEDULE}=every 6h..every 2d`, ...INCIDENTS, ...files]);
    expect(readFileSync(join(folder, 'sizing.csv'), 'utf8').trimEnd().split('\n')).toHaveLength(6);
    expect(readFileSync(join(folder, 'frontier-rpo.svg'), 'utf8')).toContain('What does losing less cost?');
  });

  test.each([
    ['no input', [], 'expected an input to vary, found none'],
    ['no values', ['--vary', 'surfaces.db.size=2..1'], 'found "surfaces.db.size=2..1"'],
    ['an input that is not stated', ['--vary', 'people.engineer.count=1..2'], 'found "people.engineer.count"'],
    ['a value that the input cannot have', ['--vary', `${SCHEDULE}=daily-ish`], SCHEDULE],
    [
      'a tolerance that is none',
      ['--vary', `${SCHEDULE}=every 1h`, '--tolerance', '200%'],
      '--tolerance: expected a share',
    ],
    [
      'to make small what is not varied',
      ['--vary', `${SCHEDULE}=every 1h`, '--minimise', 'people.admins.count'],
      '--minimise: expected',
    ],
    ['an input twice', ['--vary', `${SCHEDULE}=every 1h`, '--vary', `${SCHEDULE}=every 2h`], 'twice'],
  ])('refuses %s', (_, options, words) => {
    const { code, stderr } = drillcast(['size', file, ...options]);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

/** Every combination on its own, struck by far more incidents than a sizing plays. */
function exhaustive(schedules: readonly string[], counts: readonly number[]) {
  return schedules.flatMap((schedule) =>
    counts.map((count) => {
      writeFileSync(`${file}.one.yaml`, scenario(schedule, count));
      const { stdout } = drillcast(['run', `${file}.one.yaml`, '--incidents', '200000', '--seed', '99', '--json', '-']);
      const { costs, metrics } = JSON.parse(stdout) as Summary;
      const p95 = (metric: 'rto' | 'rpo') => metrics[metric].quantiles.p95.value ?? Infinity;
      return { values: [schedule, String(count)], cost: costs?.perYear ?? NaN, rpo: p95('rpo'), rto: p95('rto') };
    }),
  );
}

function json(...args: readonly string[]): Sizing {
  const { stdout, stderr } = drillcast([...args, '--json', '-']);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Sizing;
}

function size(...options: readonly string[]): Sizing {
  return JSON.parse(drillcast(['size', file, ...options, ...INCIDENTS, '--json', '-']).stdout) as Sizing;
}

function scenario(schedule: string, admins = 2): string {
  return `drillcast: 1
name: Sized
objectives: { rpo: { p95: 20h } }
people: { admins: { count: ${admins} } }
surfaces:
  db: { size: 100 GiB, base-backup: { schedule: ${schedule}, takes: 30m, keep: 7d } }
incidents: { region-loss: { frequency: 1 per 5y } }
runbook:
  notice: { takes: 5m to 30m }
  restore: { follows: notice, needs: admins, transfers: { bytes: db.size, rate: 5 MiB/s to 20 MiB/s } }
  rebuild: { follows: notice, needs: admins, takes: 2h to 5h }
  configure: { follows: notice, needs: admins, takes: 2h to 5h }
  check: { follows: [restore, rebuild, configure], takes: 10m to 30m }
milestones: { service-reopened: check, incident-closed: check }
costs: { currency: EUR, downtime: 100/h, data-loss: 100/h, unrecoverable: 100000, storage: 0.02/GiB/month }
`;
}
