import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { ImportAnswer } from '../../src/evidence/tools/import-answer.js';
import { drillcast, temporaryFolder } from './drillcast.js';

const FIXTURES = resolve('test/unit/evidence/tools/fixtures');

/** A folder with fixtures in it. */
function folderWith(...names: readonly string[]): string {
  const folder = temporaryFolder();
  for (const name of names) copyFileSync(join(FIXTURES, name), join(folder, name));
  return folder;
}

describe('drillcast import', () => {
  test('prints what is seen in at most 80 columns, and nothing on standard error', () => {
    const folder = folderWith('real-pgbackrest-2.45-info-025.json', 'real-pg-stat-archiver.csv');
    const { code, stdout, stderr } = drillcast(
      [
        'import',
        'real-pgbackrest-2.45-info-025.json',
        'real-pg-stat-archiver.csv',
        '--against',
        'dalp-hot-cold',
        '--surface',
        'postgresql',
      ],
      folder,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('What is wrong in it');
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  test('writes a part that extends a shipped scenario, is sound, runs, and compares', () => {
    const folder = folderWith('pgbackrest-info.json');
    const options = [
      '--against',
      'dalp-hot-cold',
      '--surface',
      'postgresql',
      '--timezone',
      'UTC',
      '--out',
      'seen.yaml',
    ];
    const { code, stdout } = drillcast(['import', 'pgbackrest-info.json', ...options], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('drillcast compare dalp-hot-cold seen.yaml');
    expect(readFileSync(join(folder, 'seen.yaml'), 'utf8')).toContain("cron: '0 1 * * 0'");
    expect(drillcast(['lint', 'seen.yaml'], folder).stdout).toBe('seen.yaml: no problems\n');
    const run = drillcast(['run', 'seen.yaml', '--incidents', '500'], folder);
    expect(run.code).toBe(0);
    expect(run.stdout.replaceAll('\n', ' ')).toMatch(/\d+ imported/);
    const compared = drillcast(['compare', 'dalp-hot-cold', 'seen.yaml', '--incidents', '500'], folder);
    expect(compared.code).toBe(0);
    expect(compared.stdout).toContain('RPO postgresql');
  });

  test.each([
    [['pgbackrest-info.json', 'real-pg-stat-archiver.csv'], 'postgresql'],
    [['barman-3.17-list-backups.json', 'barman-3.17-show-backup.json'], 'postgresql'],
    [['wal-g-backup-list.json'], 'postgresql'],
    [['cloudnative-pg.yaml'], 'postgresql'],
    [['velero.yaml'], 'kubernetes'],
    [['restic-snapshots.json'], 'observability'],
    [['aws-list-backup-jobs.json', 'aws-list-restore-jobs.json'], 'observability'],
  ])('the part of %s is a sound scenario', (names, surface) => {
    const folder = folderWith(...names);
    const options = ['--against', 'dalp-hot-cold', '--surface', surface, '--out', 'seen.yaml'];
    const { code, stderr } = drillcast(['import', ...names, ...options], folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(drillcast(['lint', 'seen.yaml'], folder).code).toBe(0);
  });

  test('writes values into a scenario and keeps its comments and order; writing them again changes nothing', () => {
    const folder = folderWith('cloudnative-pg.yaml');
    const plan = `# My plan
drillcast: 1
name: A shop
surfaces:
  # the database
  orders:
    size: 200 GiB # from the vendor
    base-backup:
      schedule: '0 1 * * *' # nightly
      takes: 1h to 2h
incidents:
  region-loss: {}
runbook:
  # the only step
  restore: { takes: 1h, transfers: { bytes: orders.size, rate: 100 MiB/s } }
milestones: { service-reopened: restore, incident-closed: restore }
`;
    const file = join(folder, 'plan.yaml');
    writeFileSync(file, plan);
    expect(drillcast(['import', 'cloudnative-pg.yaml', '--into', 'plan.yaml'], folder).code).toBe(0);
    const written = readFileSync(file, 'utf8');
    for (const comment of ['# My plan', '# the database', '# from the vendor', '# nightly', '# the only step']) {
      expect(written).toContain(comment);
    }
    expect(written).toContain("cron: '30 1 * * *'");
    expect(written.split('\n').filter((line) => /^\S/.test(line))).toEqual(
      plan.split('\n').filter((line) => /^\S/.test(line)),
    );
    expect(drillcast(['run', 'plan.yaml', '--incidents', '100'], folder).code).toBe(0);
    expect(drillcast(['import', 'cloudnative-pg.yaml', '--into', 'plan.yaml'], folder).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(written);
  });

  test('with --json - prints a document that keeps its schema', () => {
    const folder = folderWith('velero.yaml');
    const { code, stdout } = drillcast(['import', 'velero.yaml', '--json', '-'], folder);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as ImportAnswer;
    const schema = JSON.parse(drillcast(['schema', 'import']).stdout) as object;
    expect(schema).toEqual(JSON.parse(readFileSync('schema/import.json', 'utf8')));
    const isImport = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect(isImport(answer)).toBe(true);
    expect(isImport({ ...answer, extra: 1 })).toBe(false);
    expect(answer.surfaces[0].findings.map(({ kind }) => kind)).toEqual([
      'missing-run',
      'failed-run',
      'retention-short',
    ]);
  });
});

describe('What cannot be imported is refused with 2', () => {
  test.each([
    ['a surface that the scenario has not', ['--against', 'dalp-hot-cold'], 'has no surface "main"'],
    ['two places to write to', ['--out', 'a', '--into', 'b'], 'do not go together'],
    ['an unknown time zone', ['--timezone', 'Mars/Base'], 'no such time zone'],
    ['an instant that is none', ['--now', 'yesterday'], 'this is no instant'],
    ['a name that is none', ['--surface', '9lives'], 'no name of a surface'],
    ['another tool', ['--from', 'restic'], 'leave --from out'],
  ])('%s', (_, options, text) => {
    const { code, stdout, stderr } = drillcast(
      ['import', 'pgbackrest-info.json', ...options],
      folderWith('pgbackrest-info.json'),
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(text);
  });

  test('values for what an alias stands for, and the file stays as it was', () => {
    const folder = folderWith('cloudnative-pg.yaml');
    const plan = `drillcast: 1
name: Two shops
surfaces:
  others: { base-backup: &usual { schedule: every 1d, takes: 1h } }
  orders: { base-backup: *usual }
incidents: { loss: {} }
runbook: { restore: { takes: 1h } }
milestones: { service-reopened: restore, incident-closed: restore }
`;
    writeFileSync(join(folder, 'plan.yaml'), plan);
    const { code, stderr } = drillcast(['import', 'cloudnative-pg.yaml', '--into', 'plan.yaml'], folder);
    expect(code).toBe(2);
    expect(stderr).toContain('stands in what is shared');
    expect(readFileSync(join(folder, 'plan.yaml'), 'utf8')).toBe(plan);
  });
});
