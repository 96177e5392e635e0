import { describe, expect, it } from 'vitest';
import { sample } from '../../src/distributions/families.js';
import { endUnderLoad } from '../../src/plan/load-hours.js';
import { runTime } from '../../src/plan/occurrences.js';
import type { BackupPlan, Plan } from '../../src/plan/plan.js';
import { stream } from '../../src/random/stream.js';
import { BackupLine } from '../../src/simulation/backup-line.js';
import { RunLuck } from '../../src/simulation/run-luck.js';
import { replicate } from '../../src/study/replicate.js';
import { DAY, HOUR, MINUTE } from '../../src/units/quantity.js';
import { kolmogorovDistance, kolmogorovLimit } from '../support/kolmogorov-smirnov.js';
import { smallPlan } from '../support/small-plan.js';

const planWith = (backup: string): Plan =>
  smallPlan(`
runbook: { last: { takes: 1h } }
surfaces:
  db: { base-backup: { ${backup} } }`);

function backupOf({ surfaces }: Plan): BackupPlan {
  const [{ protection }] = surfaces[0].copies;
  if (protection.kind !== 'backup') throw new Error('the surface has backups');
  return protection;
}

/** The runs of a plan with their line, for incident after incident. */
function lineOf(plan: Plan, seed = 3) {
  const backup = backupOf(plan);
  const levels = backup.runs.map((runs) => new RunLuck(runs, seed, plan.epoch));
  if (backup.line === undefined) throw new Error('its runs wait for each other');
  const line = new BackupLine(backup.line, levels);
  const begin = (incident: number, strike: number): void => {
    for (const level of levels) level.begin(incident);
    line.begin(strike);
  };
  return { line, levels, begin };
}

interface Run {
  readonly due: number;
  readonly start: number;
  readonly end: number;
}

/** All runs from so long before the period to the strike, played one after the other from a line that is idle. */
function playedForward(plan: Plan, levels: readonly RunLuck[], from: number, strike: number): readonly Run[] {
  const backup = backupOf(plan);
  const dues = new Map<number, number>();
  backup.runs.forEach(({ occurrences }, level) => {
    const last =
      occurrences.kind === 'every'
        ? Math.floor((strike - occurrences.first) / occurrences.period)
        : occurrences.times.length - 1;
    for (let index = last; runTime(occurrences, index) >= from; index--) {
      const due = runTime(occurrences, index);
      if (due <= strike && !dues.has(due)) dues.set(due, level);
    }
  });
  let busyUntil = -Infinity;
  return [...dues]
    .sort(([one], [other]) => one - other)
    .map(([due, level]) => {
      if (busyUntil > due && backup.line?.overlap === 'skip') return { due, start: NaN, end: NaN };
      const start = Math.max(due, busyUntil);
      busyUntil = levels[level].workedFrom(start, levels[level].workOf(due));
      return { due, start, end: busyUntil };
    });
}

const LINES: readonly (readonly [name: string, backup: string])[] = [
  ['skipped, rarely', 'overlap: skip, schedule: every 1h, takes: 10m to 55m'],
  ['skipped, often', 'overlap: skip, schedule: every 1h, takes: 30m to 4h'],
  ['queued, lightly', 'overlap: queue, schedule: every 1h, takes: 10m to 55m'],
  ['queued, nine tenths of the time', 'overlap: queue, schedule: every 1h, takes: { exponential: { mean: 54m } }'],
  [
    'of three levels, skipped under load',
    'overlap: skip, under-load: { hours: Mon-Fri 08:00-18:00, times: 3 }, schedule: "0 1 * * SUN", takes: 2h to 9h, ' +
      'differential: { schedule: "0 1 * * *", takes: 1h to 4h }, incremental: { schedule: every 1h, takes: 5m to 50m }',
  ],
  [
    'of three levels, queued under load',
    'overlap: queue, under-load: { hours: Mon-Fri 08:00-18:00, times: 1.5 }, schedule: "0 1 * * SUN", takes: 2h to 9h, ' +
      'differential: { schedule: "0 1 * * *", takes: 1h to 4h }, incremental: { schedule: every 1h, takes: 1m to 20m }',
  ],
];

describe('Runs that wait for each other, drawn backwards', () => {
  it.each(LINES)('are to the last bit those of a line that is played forward: %s', (_, backup) => {
    const plan = planWith(backup);
    const { line, levels, begin } = lineOf(plan);
    for (let incident = 0; incident < 40; incident++) {
      const strike = ((incident + 0.37) / 40) * 7 * DAY;
      begin(incident, strike);
      const forward = playedForward(plan, levels, -120 * DAY, strike);
      const recent = forward.filter(({ due }) => due >= strike - 20 * DAY).reverse();
      expect(recent.length).toBeGreaterThan(400);
      const found = recent.map(({ due }) => ({ due, start: line.startOf(due), end: line.endOf(due) }));
      expect(found).toEqual(recent);
    }
  });

  it('do not depend on which of them is asked for first', () => {
    const plan = planWith(LINES[1][1]);
    const { line, begin } = lineOf(plan);
    const dues = Array.from({ length: 300 }, (_, i) => 5 * DAY - i * HOUR);
    begin(9, 5 * DAY + 1);
    const newestFirst = dues.map((due) => line.startOf(due));
    begin(9, 5 * DAY + 1);
    const oldestFirst = [...dues].reverse().map((due) => line.startOf(due));
    expect(oldestFirst.reverse()).toEqual(newestFirst);
  });
});

const INCIDENTS = 20_000;

/** What one looks at in each incident: the newest run that was due before a strike that is uniform on the last day. */
function newestRuns(backup: string, look: (run: Run) => number): Float64Array {
  const { line, begin } = lineOf(planWith(backup));
  return Float64Array.from({ length: INCIDENTS }, (_, incident) => {
    const strike = 6 * DAY + ((incident * 0.618_033_988_75) % 1) * DAY;
    begin(incident, strike);
    const due = Math.floor(strike / HOUR) * HOUR;
    return look({ due, start: line.startOf(due), end: line.endOf(due) });
  });
}

describe('Runs that wait for each other, by theory', () => {
  it('wait in a queue as customers that come every hour do for one server with exponential times', () => {
    // D/M/1: a customer waits with probability s, the root of s = exp(−(1 − s) × 60 / 40), and then for an exponential
    // time with mean 40 min / (1 − s).
    let waiting = 0.5;
    for (let i = 0; i < 200; i++) waiting = Math.exp(-1.5 * (1 - waiting));
    const waits = newestRuns(
      'overlap: queue, schedule: every 1h, takes: { exponential: { mean: 40m } }',
      (run) => run.start - run.due,
    );
    const cumulative = (x: number): number => 1 - waiting * Math.exp((-x * (1 - waiting)) / (40 * MINUTE));
    expect(kolmogorovDistance(waits, cumulative)).toBeLessThan(kolmogorovLimit(INCIDENTS, 1e-6));
  });

  it('are skipped as often as the one before takes longer than an hour', () => {
    // After a run that takes longer, with probability q, the next is skipped, and the one after that starts: of all that are
    // due, q / (1 + q) are skipped. None takes two hours.
    const skipped = newestRuns(
      'overlap: skip, schedule: every 1h, takes: { uniform: { min: 50m, max: 90m } }',
      ({ start }) => (Number.isNaN(start) ? 1 : 0),
    );
    const expected = 0.75 / 1.75;
    const found = skipped.reduce((sum, each) => sum + each, 0) / INCIDENTS;
    // 4.9 standard deviations are exceeded with a probability of at most 1e-6.
    expect(Math.abs(found - expected)).toBeLessThan(4.9 * Math.sqrt((expected * (1 - expected)) / INCIDENTS));
  });
});

describe('Data lost where runs wait for each other', () => {
  it.each(['skip', 'queue'] as const)('is that of a century of incidents on a line of its own: %s', (overlap) => {
    const plan = planWith(
      `overlap: ${overlap}, under-load: { hours: Mon-Sun 08:00-18:00, times: 2 }, schedule: every 2h, takes: 30m to 150m, succeeds: 80%`,
    );
    const found = replicate(plan, { seed: 4, incidents: INCIDENTS }).metrics[1].values;
    const expected = lossesOfOneLine(plan, overlap);
    // Two samples: the distance of each from the law adds up.
    const limit = kolmogorovLimit(found.length, 5e-7) + kolmogorovLimit(expected.length, 5e-7);
    const ascending = expected.slice().sort();
    const cumulative = (x: number): number => countAtMost(ascending, x) / ascending.length;
    expect(kolmogorovDistance(found, cumulative)).toBeLessThan(limit);
    // A line whose runs do not wait would be noticed.
    const never = replicate(planWith(`schedule: every 2h, takes: 30m to 150m, succeeds: 80%`), {
      seed: 4,
      incidents: INCIDENTS,
    });
    expect(kolmogorovDistance(never.metrics[1].values, cumulative)).toBeGreaterThan(limit);
  });

  /** One line played forward with luck of its own, struck once in each 20 days, far enough apart to be independent. */
  function lossesOfOneLine(plan: Plan, overlap: 'skip' | 'queue'): Float64Array {
    const chance = stream(99, `forward ${overlap}`, 0);
    const [{ takes, load }] = backupOf(plan).runs;
    if (load === undefined) throw new Error('its runs are slower under load');
    return Float64Array.from({ length: 10_000 }, () => {
      const strike = chance.uniform() * 7 * DAY;
      let busyUntil = -Infinity;
      let newest = NaN;
      for (let due = Math.floor((strike - 20 * DAY) / (2 * HOUR)) * 2 * HOUR; due <= strike; due += 2 * HOUR) {
        const isBusy = busyUntil > due;
        if (isBusy && overlap === 'skip') continue;
        const start = isBusy ? busyUntil : due;
        busyUntil = endUnderLoad(load, start, sample(takes, chance));
        const isGood = chance.uniform() < 0.8;
        if (isGood && busyUntil <= strike) newest = start;
      }
      return strike - newest;
    });
  }
});

function countAtMost(ascending: Float64Array, x: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
