import { describe, expect, test } from 'vitest';
import { readToolFiles } from '../../../../src/evidence/tools/read-tool-files.js';
import { readFixture, readFixtures, toolFixture } from '../../../support/tool-fixtures.js';

const GIB = 2 ** 30;

describe('Real output is read as the tool meant it', () => {
  test('pgBackRest 2.45: levels, times, sizes, chain, positions and reach', () => {
    const log = readFixture('real-pgbackrest-2.45-info-021.json');
    expect([log.tool, log.subject, log.listsFailures]).toEqual(['pgbackrest', 'main', false]);
    expect(log.runs).toHaveLength(8);
    expect(log.runs[1]).toEqual({
      id: '20261123-085400F_20261123-085500I',
      level: 'incremental',
      startedAt: 1795424100,
      stoppedAt: 1795424111,
      outcome: 'succeeded',
      originalBytes: 1708305221,
      storedBytes: 505427319,
      buildsOn: '20261123-085400F',
      log: { start: 0xde0000e8, stop: 0xdf033288 },
    });
    expect(log.archive.reach?.oldest).toEqual({ timeline: 12, high: 0, low: 0xd4 });
  });

  test('pgBackRest of two days is one history, and shows what was pruned', () => {
    const log = readFixture('real-pgbackrest-2.45-info-017.json', 'real-pgbackrest-2.45-info-025.json');
    expect(log.listings).toHaveLength(2);
    expect(new Set(log.runs.map(({ id }) => id)).size).toBe(log.runs.length);
    expect(log.runs.length).toBeGreaterThan(10);
  });

  test('Barman 3.4: the start of show-backup goes before the clock in the id, and servers are apart', () => {
    const logs = readFixtures([
      'real-barman-3.4-list-backups-all.json',
      'real-barman-3.4-show-backup-loc-20261123T084241.json',
      'real-barman-3.4-show-server-loc.json',
    ]);
    expect(logs.map(({ subject, runs }) => [subject, runs.length])).toEqual([
      ['loc', 3],
      ['str', 5],
    ]);
    const [loc, str] = logs;
    const shown = loc.runs.find(({ id }) => id === '20261123T084241');
    expect(shown?.startedAt).toBeCloseTo(1795423361.230356, 5);
    expect(shown?.storedBytes).toBe(102005124);
    expect(loc.stated.keep).toEqual({ age: 7 * 86_400 });
    expect(loc.archive.timeout).toBe(30);
    expect(str.runs[0]).toMatchObject({ id: '20261123T084757', outcome: 'failed' });
    expect(str.runs[1].complaint).toContain('WAITING_FOR_WALS');
  });

  test('samples of pg_stat_archiver and a listing join the only named log', () => {
    const log = readFixture('real-pgbackrest-2.45-info-021.json', 'real-pg-stat-archiver.csv', 'real-wal-archive.csv');
    expect(log.subject).toBe('main');
    expect(log.archive.samples).toHaveLength(300);
    expect(log.archive.samples[0]).toMatchObject({ archivedCount: 66, failedCount: 0, logPosition: 0x42119ce0 });
    const [first] = log.archive.segments;
    expect(first.segment).toEqual({ timeline: 1, high: 0, low: 1 });
    expect(first.archivedAt - (first.readyAt ?? 0)).toBeCloseTo(0.088, 5);
  });
});

describe('Output in the documented form is read', () => {
  test('Barman 3.17: sizes by their new names, ids by the clock of the list', () => {
    const log = readFixture('barman-3.17-list-backups.json', 'barman-3.17-show-backup.json');
    // 02:30 by a clock one hour ahead of UTC, as the ends of the list tell.
    expect(log.runs.map(({ startedAt }) => new Date((startedAt ?? 0) * 1000).toISOString().slice(11, 16))).toEqual(
      Array.from({ length: 7 }, () => '01:30'),
    );
    expect(log.runs[0]).toMatchObject({ originalBytes: 60 * GIB, storedBytes: 50 * GIB });
    expect(log.runs.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1);
  });

  test('WAL-G: deltas are incremental, and a delta is not the size of the database', () => {
    const log = readFixture('wal-g-backup-list.json');
    expect(log.runs.map(({ level }) => level[0]).join('')).toBe('fiiifiii');
    expect(log.runs[0].originalBytes).toBe(80 * GIB);
    expect(log.runs[1].originalBytes).toBeUndefined();
    expect(log.runs[1].buildsOn).toBe(log.runs[0].id);
  });

  test('CloudNativePG: cluster, schedule and backups are one log', () => {
    const log = readFixture('cloudnative-pg.yaml');
    expect(log.stated.keep).toEqual({ age: 14 * 86_400 });
    expect(log.stated.schedules).toEqual([
      {
        level: 'full',
        schedule: { kind: 'cron', expression: '30 1 * * *', timezone: 'UTC' },
        by: 'ScheduledBackup orders-nightly',
        isPaused: false,
      },
    ]);
    expect(log.archive.complaint).toContain('exit status 1');
    expect(log.runs.at(-1)).toMatchObject({ outcome: 'failed', complaint: 'exit status 4' });
  });

  test('Velero: backups belong to their schedule, and so does a restore of one of them', () => {
    const log = readFixture('velero.yaml');
    expect(log.runs).toHaveLength(11);
    expect(log.runs.filter(({ outcome }) => outcome === 'partial')).toHaveLength(1);
    expect(log.stated.keep).toEqual({ age: 30 * 86_400 });
    expect(log.restores).toEqual([
      { id: 'drill-november', startedAt: 1793869500, stoppedAt: 1793871060, outcome: 'succeeded' },
    ]);
  });

  test('restic: a host with its paths is one thing, grouped or not', () => {
    const flat = readFixture('restic-snapshots.json');
    expect(flat.subject).toBe('files-1 /srv/files');
    const snapshots = JSON.parse(toolFixture('restic-snapshots.json')) as unknown;
    const text = JSON.stringify([{ group_key: { hostname: 'files-1', paths: null, tags: null }, snapshots }]);
    const grouped = readToolFiles([{ file: 'g.json', text }], { timezone: 'UTC' });
    expect(grouped.kind === 'logs' && grouped.logs[0].runs).toEqual(flat.runs);
  });

  test('AWS Backup: jobs of a resource and the restore of one of its recovery points', () => {
    const log = readFixture('aws-list-backup-jobs.json', 'aws-list-restore-jobs.json');
    expect([log.subject, log.copy, log.runs.length, log.restores.length]).toEqual(['vol-0abc', 'snapshots', 10, 1]);
    expect(log.runs[6]).toMatchObject({ outcome: 'failed', complaint: 'Access denied to the key of the vault' });
  });

  test('a log archive as pgbackrest repo-ls and as s3api list it', () => {
    const repo = {
      '.': { type: 'path' },
      '0000000100000000/000000010000000000000001-ab.lz4': { type: 'file', size: 9, time: 1795423160 },
    };
    const s3 = {
      Contents: [{ Key: 'wal/000000010000000000000001.gz', LastModified: '2026-11-23T08:39:20+00:00', Size: 9 }],
    };
    for (const document of [repo, s3]) {
      const read = readToolFiles([{ file: 'x.json', text: JSON.stringify(document) }], { timezone: 'UTC' });
      expect(read.kind === 'logs' && read.logs[0].archive.segments).toEqual([
        { segment: { timeline: 1, high: 0, low: 1 }, archivedAt: 1795423160 },
      ]);
    }
  });
});
