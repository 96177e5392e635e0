import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { drillcast } from './drillcast.js';

const folder = mkdtempSync(join(tmpdir(), 'drillcast-years-'));

const PRICED = `drillcast: 1
extends: patterns/hot-cold
name: Priced years
costs:
  currency: EUR
  downtime: 20000/h
  data-loss: 50000/h
  unrecoverable: 5000000
  people: { engineers: 120/h }
  egress: 0.09/GiB
  storage: 0.023/GiB/month
  standing: { drills: 5000 per 3 months }
surfaces:
  postgresql:
    durability: { copies: 2, visible-faults: { every: { exponential: { mean: 3y } }, repaired-after: 1d to 3d } }
incidents:
  region-loss: { sets-off: { keys-lost: { probability: 30%, after: 1h to 1d } } }
`;

describe('drillcast years', () => {
  const file = join(folder, 'priced.yaml');
  writeFileSync(file, PRICED);

  test('answers within 80 columns, with the command that replays it', () => {
    const { code, stdout } = drillcast(['years', file, '--years', '60']);
    expect(code).toBe(0);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    for (const part of [
      'The service is open',
      'Writes lost',
      'Incidents',
      'Mean time to data loss',
      'Cost of a year, EUR',
      'With this probability',
    ]) {
      expect(stdout).toContain(part);
    }
    expect(stdout).toMatch(/--years 60 --seed 1\n/);
  });

  test('writes the same bytes with any number of workers, which its schema describes', () => {
    const ask = (workers: string) =>
      drillcast(['years', file, '--years', '400', '--workers', workers, '--json', '-', '--csv', join(folder, workers)]);
    const [alone, shared] = [ask('1'), ask('3')];
    expect(shared.stdout).toBe(alone.stdout);
    const table = (workers: string) => readFileSync(join(folder, workers, 'years.csv'), 'utf8');
    expect(table('3')).toBe(table('1'));
    expect(table('1').trim().split('\n')).toHaveLength(401);
    const schema = JSON.parse(readFileSync('schema/years.json', 'utf8')) as object;
    const isValid = new Ajv2020({ allErrors: true }).compile(schema);
    expect(isValid(JSON.parse(alone.stdout)) ? [] : isValid.errors).toEqual([]);
  });

  test('refuses what is no year, what has no frequency, and numbers that are none', () => {
    const refusal = (text: string, ...more: string[]) => {
      const broken = join(folder, 'broken.yaml');
      writeFileSync(broken, `drillcast: 1\nextends: reference-r1\n${text}`);
      const { code, stderr } = drillcast(['years', broken, ...more]);
      return { code, stderr };
    };
    const short = refusal('name: Short\nperiod: { from: 2026-01-01, to: 2026-02-01 }\n');
    expect(short).toMatchObject({ code: 2 });
    expect(short.stderr).toContain('the period has 31 days');
    const unsaid = refusal(
      'name: Unsaid\nperiod: { from: 2026-01-01, to: 2027-01-01 }\nincidents: { region-loss: { frequency: null } }\n',
    );
    expect(unsaid).toMatchObject({ code: 2 });
    const none = refusal('name: None\n', '--years', 'none');
    expect(none).toMatchObject({ code: 2 });
    expect(none.stderr).toContain('--years');
  });

  test('tells a run that it sets nothing off', () => {
    const { code, stderr } = drillcast(['run', file, '--incidents', '10']);
    expect(code).toBe(0);
    expect(stderr).toContain('what it sets off is for "drillcast years"');
  });
});
