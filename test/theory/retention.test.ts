import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.js';
import { BackupHistory } from '../../src/simulation/backup-history.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { RunLuck } from '../../src/simulation/run-luck.js';
import { RHYTHMS } from '../../src/units/calendar-bucket.js';
import type { Rhythm } from '../../src/units/calendar-bucket.js';
import { DAY, HOUR } from '../../src/units/quantity.js';
import { planOf } from '../support/plan-of.js';

/** No backup restores, so that every one that is kept is tried. */
function planWith(backup: string, { timezone, from, to }: { timezone: string; from: string; to: string }): Plan {
  return planOf(`
drillcast: 1
name: retention
timezone: ${timezone}
period: { from: ${from}, to: ${to} }
incidents: { loss: {} }
milestones: { service-reopened: last, incident-closed: last }
surfaces:
  db:
    base-backup: { restorable: 0%, ${backup} }
runbook:
  last: { takes: 1h, restores: db }`);
}

/** The starts of all backups that are kept at the strike, newest first, in seconds since 1970. */
function keptBackwards(plan: Plan, simulator: IncidentSimulator, incident: number): number[] {
  simulator.play(incident);
  const [[history]] = simulator.protection.histories;
  if (!(history instanceof BackupHistory)) throw new Error('db has backups');
  const kept: number[] = [];
  let isFound = history.begin(simulator.strike, true);
  for (; isFound; isFound = history.chooseOlder()) kept.push(plan.epoch + history.start);
  return kept;
}

interface Backup {
  readonly start: number;
  readonly arrives: number;
}

/** The bucket of an instant, as the platform's calendar names it. */
function bucketNames(timezone: string): (rhythm: Rhythm, instant: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  const nameOf = (rhythm: Rhythm, instant: number): string => {
    const [date, hour] = format.format(instant * 1000).split(', ');
    if (rhythm === 'hourly') return `${date} ${hour}`;
    if (rhythm === 'monthly') return date.slice(0, 7);
    if (rhythm === 'yearly') return date.slice(0, 4);
    if (rhythm === 'daily') return date;
    // A week by the date of its Monday.
    const day = new Date(`${date}T00:00Z`);
    day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
    return day.toISOString().slice(0, 10);
  };
  const known: Partial<Record<Rhythm, Map<number, string>>> = {};
  return (rhythm, instant) => {
    const names = (known[rhythm] ??= new Map<number, string>());
    let name = names.get(instant);
    if (name === undefined) names.set(instant, (name = nameOf(rhythm, instant)));
    return name;
  };
}

type Rules = Partial<Record<Rhythm | 'count' | 'age', number>>;

/** What a tool leaves of its store when it is told to forget: of each rule on its own, then of all together. */
function forget(
  store: readonly Backup[],
  now: number,
  { age, count, ...calendar }: Rules,
  bucketOf: (rhythm: Rhythm, instant: number) => string,
): Backup[] {
  const newestFirst = [...store].sort((a, b) => b.start - a.start);
  const hasPlainRule = age !== undefined || count !== undefined;
  const kept = new Set(
    newestFirst.filter(
      (backup, i) => hasPlainRule && i < (count ?? Infinity) && now - backup.start <= (age ?? Infinity),
    ),
  );
  for (const [rhythm, most] of Object.entries(calendar) as [Rhythm, number][]) {
    const newest = new Map<string, Backup>();
    for (const backup of newestFirst) {
      const bucket = bucketOf(rhythm, backup.start);
      if (!newest.has(bucket)) newest.set(bucket, backup);
    }
    for (const backup of [...newest.values()].slice(0, most)) kept.add(backup);
  }
  return newestFirst.filter((backup) => kept.has(backup));
}

const rhythms = RHYTHMS.map(({ name }) => name);
const few = fc.integer({ min: 1, max: 4 });
const rules: fc.Arbitrary<Rules> = fc
  .record(
    {
      age: fc.integer({ min: 1, max: 5 }).map((days) => days * DAY),
      count: fc.integer({ min: 1, max: 20 }),
      hourly: fc.integer({ min: 1, max: 30 }),
      daily: few,
      weekly: few,
      monthly: few,
    },
    { requiredKeys: [] },
  )
  .map((keep): Rules => keep)
  .filter((keep) => rhythms.some((rhythm) => keep[rhythm] !== undefined));

/** Weeks in which clocks go forward or back, by an hour or half of one. */
const season = fc.constantFrom(
  { timezone: 'Europe/Brussels', from: '2026-03-28', to: '2026-04-02' },
  { timezone: 'Europe/Brussels', from: '2026-10-24', to: '2026-10-28' },
  { timezone: 'America/New_York', from: '2026-11-01', to: '2026-11-03' },
  { timezone: 'Australia/Lord_Howe', from: '2026-04-04', to: '2026-04-07' },
);

describe('calendar rules of retention', () => {
  it('leave what a tool leaves that forgets after every backup that arrives, on random schedules and rules', () => {
    fc.assert(
      fc.property(
        rules,
        season,
        fc.constantFrom('every 90m', 'every 5h', '"30 1,2,13 * * *"', '"0 23 * * *"'),
        fc.constantFrom('takes: 0s', 'takes: 1h to 9h, copied-after: 10m to 3d, succeeds: 70%'),
        fc.nat(1000),
        (keep, when, schedule, runs, seed) => {
          const written = Object.entries(keep)
            .map(([rule, value]) => `${rule}: ${String(value)}${rule === 'age' ? 's' : ''}`)
            .join(', ');
          const plan = planWith(`schedule: ${schedule}, ${runs}, keep: { ${written} }`, when);
          const [{ protection }] = plan.surfaces[0].copies;
          if (protection.kind !== 'backup') throw new Error('db has backups');
          const simulator = new IncidentSimulator(plan, seed);
          const bucketOf = bucketNames(when.timezone);
          for (const incident of [0, 1]) {
            const kept = keptBackwards(plan, simulator, incident);
            const luck = new RunLuck(protection.runs[0], seed, plan.epoch);
            luck.begin(incident);
            const strike = plan.epoch + simulator.strike.at;
            const made: Backup[] = [];
            for (
              let start = luck.startBefore(simulator.strike.at);
              simulator.strike.at - start <= protection.horizon;
            ) {
              const arrives = plan.epoch + luck.usableFrom(start, luck.endOf(start));
              if (arrives <= strike) made.push({ start: plan.epoch + start, arrives });
              start = luck.startBefore(start);
            }
            let store: Backup[] = [];
            for (const backup of made.sort((a, b) => a.arrives - b.arrives)) {
              store = forget([...store, backup], backup.arrives, keep, bucketOf);
            }
            expect(kept).toEqual(forget(store, strike, keep, bucketOf).map(({ start }) => start));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('leave what a calendar on the wall shows', () => {
    const plan = planWith('schedule: "0 1 * * *", takes: 0s, keep: { daily: 3, weekly: 3, monthly: 3, yearly: 2 }', {
      timezone: 'Europe/Brussels',
      from: '2026-03-03',
      to: '2026-03-04',
    });
    const simulator = new IncidentSimulator(plan, 1);
    let incident = 0;
    do simulator.play(incident++);
    while (simulator.strike.at < 2 * HOUR);
    const kept = keptBackwards(plan, simulator, incident - 1);
    expect(kept.map((start) => new Date((start + HOUR) * 1000).toISOString().slice(0, 16))).toEqual([
      '2026-03-03T01:00', // a Tuesday: of its day, week, month and year
      '2026-03-02T01:00',
      '2026-03-01T01:00', // a Sunday: the last of its week
      '2026-02-28T01:00', // the last of February
      '2026-02-22T01:00', // a Sunday
      '2026-01-31T01:00', // the last of January
      '2025-12-31T01:00', // the last of its year
    ]);
  });

  it('keep what builds on a full as long as the full', () => {
    const plan = planWith(
      'schedule: "0 0 * * SUN", takes: 0s, keep: { monthly: 2 }, incremental: { schedule: "0 0 * * MON-SAT", takes: 0s }',
      { timezone: 'UTC', from: '2026-03-18', to: '2026-03-19' },
    );
    const kept = keptBackwards(plan, new IncidentSimulator(plan, 1), 0);
    const days = kept.map((start) => new Date(start * 1000).toISOString().slice(5, 10));
    // Every chain is bad from its full on, so that one backup of each is tried: the newest.
    expect(days).toEqual(['03-18', '02-28']);
  });
});
