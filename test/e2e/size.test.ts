import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Sizing } from '../../src/study/size/sizing.js';
import type { Summary } from '../../src/study/summary.js';
import { drillcast, temporaryFolder } from './drillcast.js';

const SCHEDULE = 'surfaces.db.base-backup.schedule';
const INCIDENTS = ['--incidents', '2000'];

let file: string;
beforeEach(() => {
  file = join(temporaryFolder(), 'sized.yaml');
  writeFileSync(file, scenario('every 1d'));
});

describe('drillcast size', () => {
  test('gives each combination the numbers that a file of its own gets from run, and chooses the cheapest that keeps all', () => {
    const sizing = size('--vary', `${SCHEDULE}=every 6h..every 2d`, '--meet', 'p95(rpo) <= 20h');
    const single = sizing.candidates.map(({ values }) => {
      writeFileSync(`${file}.one.yaml`, scenario(values[0]));
      return JSON.parse(drillcast(['run', `${file}.one.yaml`, ...INCIDENTS, '--json', '-']).stdout) as Summary;
    });
    expect(sizing.candidates.map(({ values }) => values[0])).toEqual(
      ['6h', '8h', '12h', '1d', '2d'].map((period) => `every ${period}`),
    );
    expect(sizing.candidates.map(({ costPerYear }) => costPerYear)).toEqual(single.map(({ costs }) => costs?.perYear));
    const rpo = sizing.candidates.map(({ findings }) => findings[0].value);
    expect(rpo).toEqual(single.map(({ metrics }) => metrics.rpo.quantiles.p95.value));
    expect(rpo).toEqual(rpo.toSorted((a, b) => Number(a) - Number(b)));
    expect(sizing.candidates.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'met', 'missed', 'missed']);
    const costs = sizing.candidates.slice(0, 3).map(({ costPerYear }) => costPerYear);
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
    expect(stdout).toContain('No combination certainly keeps all that is asked.');
    expect(stdout).toContain('Every combination misses p95(rto) <= 1h.');
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  test.each([
    ['no input', [], 'expected an input to vary, found none'],
    ['no values', ['--vary', 'surfaces.db.size=2..1'], 'found "surfaces.db.size=2..1"'],
    ['an input that is not stated', ['--vary', 'people.engineer.count=1..2'], 'found "people.engineer.count"'],
    ['a value that the input cannot have', ['--vary', `${SCHEDULE}=daily-ish`], SCHEDULE],
    ['an input twice', ['--vary', `${SCHEDULE}=every 1h`, '--vary', `${SCHEDULE}=every 2h`], 'twice'],
  ])('refuses %s', (_, options, words) => {
    const { code, stderr } = drillcast(['size', file, ...options]);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

function size(...options: readonly string[]): Sizing {
  return JSON.parse(drillcast(['size', file, ...options, ...INCIDENTS, '--json', '-']).stdout) as Sizing;
}

function scenario(schedule: string): string {
  return `drillcast: 1
name: Sized
objectives: { rpo: { p95: 20h } }
surfaces:
  db: { size: 100 GiB, base-backup: { schedule: ${schedule}, takes: 30m, keep: 7d } }
incidents: { region-loss: { frequency: 1 per 5y } }
runbook:
  notice: { takes: 5m to 30m }
  restore: { follows: notice, transfers: { bytes: db.size, rate: 5 MiB/s to 20 MiB/s } }
milestones: { service-reopened: restore, incident-closed: restore }
costs: { currency: EUR, downtime: 100/h, data-loss: 100/h, unrecoverable: 100000, storage: 0.02/GiB/month }
`;
}
