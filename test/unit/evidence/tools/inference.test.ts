import { describe, expect, test } from 'vitest';
import type { BackupLog, BackupRun } from '../../../../src/evidence/tools/backup-log.js';
import { inferLaw } from '../../../../src/evidence/tools/infer/infer-law.js';
import { inferSurface } from '../../../../src/evidence/tools/infer/infer-surface.js';
import type { ObservedSurface } from '../../../../src/evidence/tools/infer/observed.js';
import { importLogs } from '../../../../src/evidence/tools/import-answer.js';
import { surfaceEntries } from '../../../../src/evidence/tools/part/surface-entries.js';
import { emptyLog } from '../../../../src/evidence/tools/tool-reader.js';
import { andersonDarlingNormal } from '../../../../src/statistics/normality.js';
import { instant } from '../../../../src/units/quantity.js';
import { readFixture } from '../../../support/tool-fixtures.js';

function infer(log: BackupLog, timezones: readonly string[] = ['UTC']): ObservedSurface {
  return inferSurface(log, { name: 'db', timezones }).surface;
}

/** Nightly fulls of an hour from 2026-11-01 01:00 UTC on, with what differs in some of them. */
function nightly(nights: number, changes: Readonly<Record<number, Partial<BackupRun> | null>> = {}): BackupLog {
  const first = Date.UTC(2026, 10, 1, 1) / 1000;
  const runs = Array.from({ length: nights }, (_, night): readonly BackupRun[] => {
    const startedAt = instant(first + night * 86_400 + 5);
    const run = {
      id: `n${String(night)}`,
      level: 'full',
      startedAt,
      stoppedAt: instant(startedAt + 3600),
      outcome: 'succeeded',
    } as const;
    const change = changes[night];
    return change === null ? [] : [{ ...run, ...change }];
  }).flat();
  return { ...emptyLog({ tool: 'pgbackrest', copy: 'base-backup', listsFailures: false }), runs };
}

function findingsOf(log: BackupLog, now?: string): Readonly<Record<string, string>> {
  const options = {
    version: '0',
    files: ['f'],
    timezone: 'UTC',
    ...(now === undefined ? {} : { now: instant(Date.parse(now) / 1000) }),
  };
  const [{ findings }] = importLogs([['db', log]], [], options).answer.surfaces;
  return Object.fromEntries(findings.map(({ kind, text }) => [kind, text]));
}

describe('A law is chosen by one rule', () => {
  test('all alike, too few, lognormal, and neither', () => {
    expect(inferLaw([], 'runs')).toBeUndefined();
    expect(inferLaw([60, 60.2, 60.1], 'runs')?.value).toEqual({ kind: 'fixed', value: 60.1 });
    expect(inferLaw([90, 60, 70], 'runs')?.value).toEqual({ kind: 'empirical', values: [60, 70, 90] });
    const five = inferLaw(
      [1, 2, 4, 8, 16].map((value) => value * 60),
      'runs',
    );
    // The logarithms are evenly spaced by ln 2, so their mean is ln 240 and their deviation ln 2 × √2.5.
    expect(five?.value).toEqual({
      kind: 'lognormal',
      mu: expect.closeTo(Math.log(240), 12) as number,
      sigma: expect.closeTo(Math.log(2) * Math.sqrt(2.5), 12) as number,
    });
    const two = [...Array.from({ length: 9 }, (_, i) => 60 + i), ...Array.from({ length: 9 }, (_, i) => 6000 + i)];
    expect(inferLaw(two, 'runs')?.value.kind).toBe('empirical');
    expect(inferLaw(two, 'runs')?.words).toContain('Anderson–Darling');
    expect(inferLaw([0, 1, 2, 3, 4], 'runs')?.value.kind).toBe('empirical');
  });

  test('the statistic of Anderson and Darling is that of SciPy', () => {
    // scipy.stats.anderson(log(x), 'norm') of SciPy 1.17.1, times 1 + 0.75/n + 2.25/n².
    const one = [12.1, 14.9, 13.3, 15.8, 11.2, 22.5, 13.9, 14.1, 16.4, 12.7];
    expect(andersonDarlingNormal(one.map(Math.log))).toBeCloseTo(0.3805232436698486, 12);
    const other = [1, 1.1, 1.2, 1.05, 9, 9.5, 8.8, 1.15, 1.12, 9.2, 1.08, 9.1];
    expect(andersonDarlingNormal(other.map(Math.log))).toBeCloseTo(1.9754874680568364, 10);
    expect(() => andersonDarlingNormal([1, 2])).toThrow(RangeError);
    expect(() => andersonDarlingNormal(one.map(() => 1))).toThrow(RangeError);
  });
});

describe('What a history shows', () => {
  test('weekly fulls and nightly incrementals of pgBackRest, one of which is missing', () => {
    const { levels, keep, archive, size } = infer(readFixture('pgbackrest-info.json'));
    expect(levels.map(({ level, schedule, succeeds }) => [level, schedule?.value, succeeds?.words])).toEqual([
      ['full', { kind: 'cron', expression: '0 1 * * 0', timezone: 'UTC' }, '6 of 6 runs'],
      ['incremental', { kind: 'cron', expression: '0 1 * * *', timezone: 'UTC' }, '29 of 30 runs, 1 missing'],
    ]);
    expect(levels[1].missing).toEqual([Date.UTC(2026, 9, 14, 1) / 1000]);
    expect(keep?.value).toEqual({ count: 6 });
    // The fixture was made with 48 GiB of log a day.
    expect(archive.volume?.value ?? 0).toBeCloseTo((48 * 2 ** 30) / 86_400, -4);
    expect(size?.origin).toBe('stated');
  });

  test('thinned snapshots of restic have a schedule, and no retention that could be told', () => {
    const { levels, keep, unseen } = infer(readFixture('restic-snapshots.json'), ['Europe/Brussels', 'UTC']);
    expect(levels[0].schedule?.value).toEqual({ kind: 'cron', expression: '15 23 * * *', timezone: 'Europe/Brussels' });
    expect(levels[0].missing).toEqual([]);
    expect(keep).toBeUndefined();
    expect(unseen.join(' ')).toContain('rules of the calendar');
  });

  test('a stated schedule and retention stand as they are stated', () => {
    const { levels, keep, archive } = infer(readFixture('velero.yaml'));
    expect([levels[0].schedule?.origin, levels[0].schedule?.words, keep?.origin]).toEqual([
      'stated',
      'Schedule cluster-daily',
      'stated',
    ]);
    expect(levels[0].succeeds).toMatchObject({ successes: 10, trials: 12 });
    expect(archive).toEqual({});
  });

  test('the period of a log archive is the one with as much log at risk', () => {
    const at = [0, 10, 20, 60].map((second) => instant(Date.UTC(2026, 10, 1) / 1000 + second));
    const segments = at.map((archivedAt, low) => ({
      segment: { timeline: 1, high: 0, low },
      archivedAt,
      readyAt: instant(archivedAt - 2),
    }));
    const log = { ...nightly(0), archive: { segments, samples: [] } };
    const { archive } = infer(log);
    // Intervals 10, 10 and 40: (100 + 100 + 1600) / 60.
    expect(archive.every?.value).toBe(30);
    expect(archive.lag?.value).toEqual({ kind: 'fixed', value: 2 });
    expect(archive.volume?.value).toBe((3 * 16 * 2 ** 20) / 60);
  });

  test('two runs have no schedule, and a drifting one is said to have none', () => {
    expect(infer(nightly(2)).unseen.join(' ')).toContain('2 runs are too few');
    const drifting = nightly(
      9,
      Object.fromEntries(
        Array.from({ length: 9 }, (_, i) => [i, { startedAt: instant(Date.UTC(2026, 10, 1) / 1000 + i * i * 7919) }]),
      ),
    );
    expect(infer(drifting).levels[0].schedule).toBeUndefined();
    expect(infer(drifting).unseen.join(' ')).toContain('No schedule explains the 9 full runs');
  });
});

describe('What is written into a part', () => {
  const lengths = (seconds: readonly number[]) =>
    Object.fromEntries(
      seconds.map((length, i) => {
        const start = Date.UTC(2026, 10, 1 + i, 1) / 1000;
        return [i, { startedAt: instant(start), stoppedAt: instant(start + length) }];
      }),
    );
  const entriesOf = (log: BackupLog) => {
    const found = surfaceEntries(infer(log), undefined, 'UTC');
    return { ...found, values: new Map(found.entries.map(({ path, value }) => [path.slice(2).join('.'), value])) };
  };

  test('says by how many runs durations and the share of good ones are known', () => {
    const log = nightly(8, { ...lengths([3600, 3700, 4000, 3900, 4400, 3500, 3800, 4100]), 3: null });
    const { values } = entriesOf(log);
    expect(values.get('base-backup.takes')).toMatchObject({ source: 'imported', 'counts-as': 7 });
    expect(values.get('base-backup.succeeds')).toMatchObject({ source: 'imported', 'counts-as': 8 });
  });

  test('and not of what leaves nothing open: durations all alike, runs that all succeeded', () => {
    const { values } = entriesOf(nightly(8, lengths([3600, 3600, 3600, 3600, 3600, 3600, 3600, 3600])));
    for (const key of ['base-backup.takes', 'base-backup.succeeds']) {
      expect(values.get(key)).toBeDefined();
      expect(values.get(key)).not.toHaveProperty('counts-as');
    }
  });

  test('leaves out the size of fulls that are compressed: a restore writes the whole', () => {
    const sized = (storedBytes: number) => {
      const { runs } = nightly(4);
      return { ...nightly(4), runs: runs.map((run) => ({ ...run, originalBytes: 2 ** 31, storedBytes })) };
    };
    const compressed = entriesOf(sized(2 ** 30));
    expect(compressed.values.has('base-backup.size')).toBe(false);
    expect(compressed.left.join(' ')).toContain('a full has 1 GiB in the repository');
    expect(entriesOf(sized(2 ** 31)).values.get('base-backup.size')).toMatchObject({ value: '2 GiB' });
  });
});

describe('What is wrong is found', () => {
  test('nothing in a sound history', () => {
    expect(findingsOf(nightly(20))).toEqual({});
  });

  test.each([
    ['a missing run', nightly(20, { 7: null }), 'missing-run', '2026-11-08 01:00'],
    [
      'a failed run',
      nightly(20, { 7: { outcome: 'failed', complaint: 'disk full' } }),
      'failed-run',
      'n7 of 2026-11-08 01:00:05: disk full',
    ],
    ['a partial run', nightly(20, { 7: { outcome: 'partial' } }), 'failed-run', '1 run ended with errors in a part'],
    ['a flag', nightly(20, { 7: { complaint: 'bad page' } }), 'flagged-backup', 'n7 is there but flagged: bad page'],
    [
      'a run by hand',
      nightly(20, { 7: { startedAt: instant(Date.UTC(2026, 10, 8, 14) / 1000) } }),
      'outside-schedule',
      '1 full run of 20',
    ],
    ['a clock that went back', nightly(20, { 7: { stoppedAt: instant(1) } }), 'clock-step', 'n7'],
    ['runs that overlap', nightly(20, { 7: { stoppedAt: instant(Date.UTC(2026, 10, 9, 3) / 1000) } }), 'overlap', 'n8'],
    ['a broken chain', nightly(20, { 7: { buildsOn: 'gone' } }), 'broken-chain', 'n7, which needs gone'],
    [
      'an expired backup',
      nightly(20, { 0: { expiresAt: instant(Date.UTC(2026, 10, 10) / 1000) } }),
      'not-pruned',
      '1 backup',
    ],
  ] as const)('%s', (_, log, kind, text) => {
    expect(findingsOf(log)[kind]).toContain(text);
  });

  test('a newest backup that is older than its rhythm allows, by the instant of the listing', () => {
    expect(findingsOf(nightly(20), '2026-11-21T03:30:00Z')).toEqual({
      'stale-backup': expect.stringContaining('another was due 2026-11-21 01:00') as string,
      'missing-run': expect.stringContaining('2026-11-21 01:00') as string,
    });
    expect(findingsOf(nightly(20), '2026-11-21T01:30:00Z')).toEqual({});
  });

  test('gaps that grow', () => {
    const days = [0, 1, 2, 3, 4, 5, 6, 8, 11, 16];
    const changes = Object.fromEntries(
      days.map((day, i) => [
        i,
        {
          startedAt: instant(Date.UTC(2026, 10, 1 + day) / 1000 + 3 * i),
          stoppedAt: instant(Date.UTC(2026, 10, 1 + day, 2) / 1000),
        },
      ]),
    );
    expect(findingsOf(nightly(10, changes))['growing-gap']).toContain('48h, 72h, 5d');
  });

  test('retention that is not met', () => {
    const log = { ...nightly(5), stated: { schedules: [], keep: { count: 7 } } };
    expect(findingsOf(log)['retention-short']).toContain('keep 7 fulls and has 5');
  });

  test('a log that does not reach back, gaps in it, an archive that stopped, fails and lags', () => {
    const base = Date.UTC(2026, 10, 1) / 1000;
    const segments = Array.from({ length: 60 }, (_, low) => ({
      ...{
        segment: { timeline: 1, high: 0, low },
        archivedAt: instant(base + low * 60),
        readyAt: instant(base + low * 60 - (low < 54 ? 1 : 20)),
      },
    })).filter((_, low) => low !== 7 && low !== 8);
    const samples = [0, 60, 7200].map((second, i) => ({
      at: instant(base + 3540 + second),
      failedCount: i,
      logPosition: 2 ** 24 * (60 + i),
    }));
    const reach = { oldest: { timeline: 1, high: 0, low: 2 }, newest: { timeline: 1, high: 0, low: 59 } };
    const log = {
      ...nightly(1, { 0: { log: { start: 2 ** 24, stop: 2 ** 25 } } }),
      archive: { segments, samples, reach },
    };
    const found = findingsOf(log);
    expect(found['archive-gap']).toContain(
      'lacks 2 segments of timeline 1 in 1 gap, first 000000010000000000000007 to 000000010000000000000008',
    );
    expect(found['archive-stopped']).toContain('No log has reached the archive since 2026-11-01 00:59');
    expect(found['archive-failures']).toContain('failed 2 times');
    expect(found['archive-lag-grows']).toContain('20s after it is ready of late, usually 1s');
    expect(found['log-does-not-reach']).toContain('begins with 000000010000000000000002');
  });
});
