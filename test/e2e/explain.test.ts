import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/study/explain/explanation.js';
import { drillcast, temporaryFolder } from './drillcast.js';

const ASKED = ['explain', 'reference-r1', '--incidents', '500'];

/** A region that has to be built anew before a nightly backup is restored. */
const REBUILD = `drillcast: 1
name: Rebuilt from nightly backups
surfaces:
  db: { size: 100 GiB, base-backup: { schedule: every 1d, takes: 30m } }
incidents: { region-loss: {} }
runbook:
  notice: { takes: 5m to 30m }
  rebuild: { follows: notice, takes: 8h to 48h }
  restore: { follows: rebuild, transfers: { bytes: db.size, rate: 60 MiB/s to 200 MiB/s } }
  validate: { follows: restore, takes: 30m to 2h }
milestones: { service-reopened: validate, incident-closed: validate }
`;

describe('drillcast explain', () => {
  test('prints one answer in at most 80 columns, the same for any number of workers', () => {
    const { code, stdout, stderr } = drillcast([...ASKED, '--workers', '1']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const metric of ['RTO', 'RPO', 'RTT']) expect(stdout).toMatch(new RegExp(`^P95 of ${metric} {2}\\d`, 'm'));
    expect(stdout).toMatch(/changes tried/);
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
    expect(drillcast([...ASKED, '--workers', '2']).stdout).toBe(stdout);
  });

  test('writes JSON by its schema, which is the committed one, and four tables', () => {
    const folder = temporaryFolder();
    const { code } = drillcast([...ASKED, '--json', join(folder, 'e.json'), '--csv', join(folder, 'csv')]);
    expect(code).toBe(0);
    const schema = JSON.parse(drillcast(['schema', 'explanation']).stdout) as object;
    expect(JSON.parse(readFileSync(new URL('../../schema/explanation.json', import.meta.url), 'utf8'))).toEqual(schema);
    const isExplanation = new Ajv2020({ strict: false }).compile(schema);
    const explanation = JSON.parse(readFileSync(join(folder, 'e.json'), 'utf8')) as object;
    expect(isExplanation(explanation)).toBe(true);
    expect(isExplanation({ ...explanation, extra: 1 })).toBe(false);
    expect(readdirSync(join(folder, 'csv')).sort()).toEqual(['changes.csv', 'inputs.csv', 'parts.csv', 'tornado.csv']);
  });

  test('puts the time of rebuilding first for RTO, and the interval of the backups first for RPO', () => {
    const file = join(temporaryFolder(), 'rebuild.yaml');
    writeFileSync(file, REBUILD);
    const { metrics } = JSON.parse(
      drillcast(['explain', file, '--incidents', '2000', '--json', '-']).stdout,
    ) as Explanation;
    expect(metrics.rto?.parts[0].name).toBe('rebuild');
    expect(metrics.rto?.inputs[0].name).toBe('runbook.rebuild.takes');
    expect(metrics.rto?.tornado[0].name).toBe('runbook.rebuild.takes');
    expect(metrics.rto?.counterfactuals[0]).toMatchObject({ kind: 'step-takes-no-time', subject: 'rebuild' });
    expect(metrics.rpo?.counterfactuals[0]).toMatchObject({ kind: 'copies-twice-as-often', subject: 'db.base-backup' });
    // A day and what the backup took, less half a day.
    expect(metrics.rpo?.counterfactuals[0].shift.value).toBeLessThan(-9 * 3600);
  });

  test.each([
    [['--metric', 'rta'], '--metric: expected one of rto, rpo, rtt; found "rta"'],
    [['--metric', 'rpo.db'], 'write "--metric rpo": its parts are the surfaces'],
    [['--quantile', 'p5'], '--quantile: expected one of p50, p75, p90, p95, p99; found "p5"'],
    [['--incidents', '100'], '--incidents: expected a whole number from 200 to 200000, found 100'],
  ])('refuses %j with 2', (options, words) => {
    const { code, stdout, stderr } = drillcast(['explain', 'reference-r1', ...options]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });
});

describe('drillcast trace --worst', () => {
  const WORST = ['trace', 'reference-r1', '--incidents', '500', '--worst'];

  test('tells what trace tells of the incidents at P50, P95 and P99', () => {
    const { code, stdout } = drillcast(WORST);
    const alone = ['p50', 'p95', 'p99'].map(
      (word) => drillcast(['trace', 'reference-r1', '--incidents', '500', '--incident', word]).stdout,
    );
    expect(code).toBe(0);
    expect(stdout).toBe(`P50 of RTO\n\n${alone[0]}\nP95 of RTO\n\n${alone[1]}\nP99 of RTO\n\n${alone[2]}`);
  });

  test.each([
    [[...WORST, '--incident', 'p95'], 'expected --incident or --worst, found both'],
    [[...WORST, '--json', '-'], '--json tells one incident'],
    [['trace', 'reference-r1'], 'no incident was asked for'],
  ])('refuses %j', (argv, words) => {
    const { code, stderr } = drillcast(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});
