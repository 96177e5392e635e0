import { describe, expect, it } from 'vitest';
import { retainedBackups, retainedCopies } from '../../../src/study/retained-backups.js';
import { instant } from '../../../src/units/quantity.js';
import { scenarioOf } from '../../support/plan-of.js';

/** The database with some keys more, in a file around it. */
const scenarioWith = (keys: string, rest = '') =>
  scenarioOf(`
drillcast: 1
name: kept
period: { from: 2026-01-05, to: 2026-01-12 }
incidents: { loss: {} }
surfaces:
  db:
    base-backup: { ${keys} }
${rest}
runbook: { last: { restores: db, takes: 1h } }
milestones: { service-reopened: last, incident-closed: last }`);
const keptOn = (scenario: ReturnType<typeof scenarioOf>, at: string) =>
  retainedBackups(scenario, { surface: 'db', copy: 'base-backup', at: instant(Date.parse(at) / 1000) });
const days = ({ backups }: ReturnType<typeof keptOn>) =>
  backups.map(({ begun, keptBy }) => `${new Date(begun * 1000).toISOString().slice(0, 10)} ${keptBy.join(' ')}`);

describe('retainedBackups', () => {
  it('names every rule that keeps a backup: three days, two weeks and two months of nightly backups', () => {
    const scenario = scenarioWith('schedule: 0 1 * * *, takes: 2h, keep: { daily: 3, weekly: 2, monthly: 2 }');
    // Wednesday 4 March 2026, in the evening: the week before ended on Sunday the first, February on the day before.
    const kept = keptOn(scenario, '2026-03-04T20:00:00Z');
    expect(days(kept)).toEqual([
      '2026-03-04 daily weekly monthly',
      '2026-03-03 daily',
      '2026-03-02 daily',
      '2026-03-01 weekly',
      '2026-02-28 monthly',
    ]);
    expect(kept.rules).toEqual([
      { name: 'daily', amount: 3 },
      { name: 'weekly', amount: 2 },
      { name: 'monthly', amount: 2 },
    ]);
  });

  it('takes the mean of what is uncertain, and lets nothing fail', () => {
    const scenario = scenarioWith('schedule: 0 1 * * *, takes: 1h to 3h, succeeds: 10%, copied-after: 4h, keep: 3d');
    // Of a lognormal law between whose 5 % and 95 % points the range lies.
    const sigma = Math.log(3) / (2 * 1.6448536269514722);
    const mean = Math.sqrt(3) * Math.exp(sigma ** 2 / 2) * 3600;
    const before = keptOn(scenario, '2026-03-04T06:49:00Z');
    const after = keptOn(scenario, '2026-03-04T06:50:00Z');
    expect(days(before)).toEqual(['2026-03-03 age', '2026-03-02 age']);
    expect(before.unfinished).toBe(1);
    expect(days(after)).toEqual(['2026-03-04 age', '2026-03-03 age', '2026-03-02 age']);
    expect(after.unfinished).toBe(0);
    expect(after.backups[0].ended - after.backups[0].begun).toBeCloseTo(mean, 5);
  });

  it('keeps an incremental for as long as the full at the bottom of it', () => {
    const scenario = scenarioWith(
      'schedule: 0 1 * * 0, takes: 0s, keep: 1 backup, incremental: { schedule: 0 1 * * *, takes: 0s }',
    );
    const kept = keptOn(scenario, '2026-03-03T12:00:00Z');
    expect(kept.backups.map(({ level, keptBy }) => [level, ...keptBy])).toEqual([
      ['incremental', 'count'],
      ['incremental', 'count'],
      ['full', 'count'],
    ]);
    expect(new Set(kept.backups.map(({ fullBegun }) => fullBegun))).toEqual(new Set([kept.backups[2].begun]));
  });

  it('answers for any day, far from the period of the scenario', () => {
    const scenario = scenarioWith('schedule: 0 1 * * *, takes: 0s, keep: 14d');
    expect(keptOn(scenario, '2031-07-01T12:00:00Z').backups).toHaveLength(14);
    expect(keptOn(scenario, '2019-07-01T12:00:00Z').backups).toHaveLength(14);
  });

  it('knows which copies are backups, and refuses others', () => {
    const scenario = scenarioWith(
      'schedule: 0 1 * * *, takes: 0s, keep: 14d',
      '    snapshots: { schedule: every 1h, takes: 1m, keep: 2d }\n    replica: {}\n  git: { versioned: true }',
    );
    expect(retainedCopies(scenario)).toEqual([
      { surface: 'db', copy: 'snapshots' },
      { surface: 'db', copy: 'base-backup' },
    ]);
    for (const [surface, copy] of [
      ['db', 'replica'],
      ['git', 'versioned'],
      ['nothing', 'base-backup'],
    ]) {
      expect(() => retainedBackups(scenario, { surface, copy, at: instant(0) })).toThrow(RangeError);
    }
    expect(() => retainedBackups(scenario, { surface: 'db', copy: 'snapshots', at: instant(NaN) })).toThrow(RangeError);
  });
});
