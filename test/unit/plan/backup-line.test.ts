import { describe, expect, it } from 'vitest';
import { compileLoad, endUnderLoad, workUnderLoad } from '../../../src/plan/load-hours.js';
import { UnplayableError } from '../../../src/plan/unplayable-error.js';
import { replicate } from '../../../src/study/replicate.js';
import { traceIncident } from '../../../src/study/trace-incident.js';
import { DAY, HOUR } from '../../../src/units/quantity.js';
import { smallPlan } from '../../support/small-plan.js';

// A fortnight from Monday 2026-03-16 in UTC; Brussels is an hour ahead, from the 29th on two.
const span = { epoch: Date.parse('2026-03-16T00:00Z') / 1000, periodLength: 14 * DAY, timezone: 'UTC', reach: 3 * DAY };
const office = ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, opens: 8 * HOUR, closes: 18 * HOUR }));
const load = compileLoad({ hours: office, times: 2 }, span);

describe('Work under load', () => {
  it.each([
    [0, 4, 4, 'ends before the hours begin'],
    [6, 2, 8, 'ends as they begin'],
    [6, 4, 12, 'takes twice as long in them'],
    [8, 5, 18, 'ends as they end'],
    [17, 3, 20.5, 'goes on as fast as ever after them'],
    [18, 10, 28, 'begins after them'],
    [6, 24, 24 + 14, 'meets them on two days'],
    [4 * 24 + 20, 60, 7 * 24 + 8, 'is as quick on a weekend'],
    [-8, 1, -7, 'is quick on the Sunday before the period'],
    [-3 * 24 + 9, 2, -3 * 24 + 13, 'and slow on the Friday before'],
  ])('from hour %d, %d hours of it are done at hour %d: it %s', (start, work, end) => {
    expect(endUnderLoad(load, start * HOUR, work * HOUR) / HOUR).toBeCloseTo(end, 9);
    expect(workUnderLoad(load, start * HOUR, end * HOUR) / HOUR).toBeCloseTo(work, 9);
  });

  it('follows the clock of its time zone when that changes', () => {
    const brussels = compileLoad({ hours: office, times: 2 }, { ...span, timezone: 'Europe/Brussels' });
    const monday = 7 * 24 * HOUR;
    expect(endUnderLoad(brussels, monday + 7 * HOUR, HOUR)).toBe(monday + 9 * HOUR);
    const nextPeriod = { ...span, epoch: span.epoch + 14 * DAY, timezone: 'Europe/Brussels' };
    const summer = compileLoad({ hours: office, times: 2 }, nextPeriod);
    expect(endUnderLoad(summer, 6 * HOUR, HOUR)).toBe(8 * HOUR);
  });
});

const planWith = (backup: string) =>
  smallPlan(`
runbook: { last: { takes: 1h } }
surfaces:
  db: { base-backup: { ${backup} } }`);

describe('Runs that overlap', () => {
  const rpo = (backup: string) => {
    const { values } = replicate(planWith(backup), { seed: 1, incidents: 4000 }).metrics[1];
    return { least: Math.min(...values) / HOUR, most: Math.max(...values) / HOUR };
  };

  it('start all the same unless the file says otherwise', () => {
    const found = rpo('schedule: every 1h, takes: 90m');
    expect(found).toEqual(rpo('overlap: allow, schedule: every 1h, takes: 90m'));
    expect(found.least).toBeGreaterThanOrEqual(1.5);
    expect(found.most).toBeLessThanOrEqual(2.5);
  });

  it('are skipped: of hourly ones that take an hour and a half every other one runs', () => {
    const { least, most } = rpo('overlap: skip, schedule: every 1h, takes: 90m');
    expect(least).toBeLessThan(1.6);
    expect(most).toBeGreaterThan(3.4);
    expect(most).toBeLessThanOrEqual(3.5);
  });

  it('queue: an incremental that is due during its full begins after it, and builds on it', () => {
    // The full runs from one to three; the incremental that is due at two waits an hour, and ends ten minutes later.
    const plan = planWith(
      'overlap: queue, schedule: "0 1 * * *", takes: 2h, size: 1 GiB, incremental: { schedule: "0 2 * * *", takes: 10m, size: 1 MiB }',
    );
    const losses = replicate(plan, { seed: 1, incidents: 4000 }).metrics[1].values;
    const [least, most] = [Math.min(...losses) / HOUR, Math.max(...losses) / HOUR];
    // From ten past three to three the next day the incremental of three o'clock is the newest.
    expect(least).toBeGreaterThanOrEqual(1 / 6);
    expect(least).toBeLessThan(0.2);
    expect(most).toBeLessThanOrEqual(24);
    expect(most).toBeGreaterThan(23.9);
  });

  it('that were skipped are told of in a trace', () => {
    const plan = planWith('overlap: skip, schedule: every 1h, takes: 90m');
    const told = Array.from({ length: 20 }, (_, incident) => {
      const trace = traceIncident(plan, { seed: 1, incident });
      return trace.surfaces[0].from;
    });
    expect(told.join()).toContain('1 newer one skipped, as an earlier one still ran');
  });

  it('in a queue that has more work than time are refused', () => {
    expect(() => planWith('overlap: queue, schedule: every 1h, takes: 61m')).toThrow(
      new UnplayableError(
        '"surface/db": backups that queue take 102 % of the time there is, and would fall behind for ever',
      ),
    );
    const slow = 'overlap: queue, schedule: every 1h, takes: 40m';
    expect(() => planWith(slow)).not.toThrow();
    expect(() => planWith(`${slow}, under-load: { hours: Mon-Sun 00:00-24:00, times: 2 }`)).toThrow(UnplayableError);
  });
});
