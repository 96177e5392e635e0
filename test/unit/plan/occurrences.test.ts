import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestRun, listOf, occurrencesOf, runTime } from '../../../src/plan/occurrences.js';
import { DAY, HOUR, seconds } from '../../../src/units/quantity.js';

const at = (text: string): number => Date.parse(`${text}Z`) / 1000;

describe('occurrencesOf', () => {
  it('puts the runs of "every" on multiples of the period since 1970', () => {
    const span = { epoch: at('2026-01-05T01:30'), periodLength: DAY, reach: DAY };
    const runs = occurrencesOf({ kind: 'every', period: seconds(6 * HOUR) }, span);
    const latest = latestRun(runs, 0);
    expect(span.epoch + runTime(runs, latest)).toBe(at('2026-01-05T00:00'));
    expect(span.epoch + runTime(runs, latest - 1)).toBe(at('2026-01-04T18:00'));
    expect(latestRun(runs, runTime(runs, latest))).toBe(latest);
  });

  it('lists the runs of a cron expression from the reach to the end of the period, both included', () => {
    const span = { epoch: at('2026-01-05T00:00'), periodLength: 2 * DAY, reach: 2 * DAY };
    const runs = occurrencesOf({ kind: 'cron', expression: '0 0,1 * * *', timezone: 'UTC' }, span);
    const days = [-2 * DAY, -DAY, 0, DAY].flatMap((day) => [day, day + HOUR]);
    expect(runs).toMatchObject({ kind: 'list', times: Float64Array.of(...days, 2 * DAY) });
  });

  it('runs on no Saturday because it runs evenly from Monday to Friday', () => {
    // Tuesday to Saturday evening, and a reach of a day: the runs are evenly spaced, but do not fill the span.
    const span = { epoch: at('2026-01-06T00:00'), periodLength: 5 * DAY, reach: DAY };
    const runs = occurrencesOf({ kind: 'cron', expression: '0 1 * * 1-5', timezone: 'UTC' }, span);
    const saturday = 4 * DAY + 14 * HOUR;
    expect(span.epoch + runTime(runs, latestRun(runs, saturday))).toBe(at('2026-01-09T01:00'));
  });

  it('knows evenly spaced runs by their period', () => {
    const span = { epoch: at('2026-01-05T00:00'), periodLength: 2 * DAY, reach: 2 * DAY };
    const runs = occurrencesOf({ kind: 'cron', expression: '30 0,6,12,18 * * *', timezone: 'UTC' }, span);
    expect(runs).toEqual({ kind: 'every', period: 6 * HOUR, first: -2 * DAY + HOUR / 2 });
  });

  it('follows the clock on the wall across a change of offset', () => {
    const span = { epoch: at('2026-03-28T00:00'), periodLength: 3 * DAY, reach: 0 };
    const runs = occurrencesOf({ kind: 'cron', expression: '0 4 * * *', timezone: 'Europe/Brussels' }, span);
    if (runs.kind !== 'list') throw new Error('a cron expression gives a list');
    expect([...runs.times].map((time) => time / HOUR)).toEqual([3, 24 + 2, 48 + 2]);
  });

  it('knows that there is no run before the first of a list', () => {
    const span = { epoch: at('2026-01-05T00:00'), periodLength: DAY, reach: 0 };
    const runs = occurrencesOf({ kind: 'cron', expression: '0 12 * * *', timezone: 'UTC' }, span);
    expect(latestRun(runs, 0)).toBe(-1);
    expect(runTime(runs, -1)).toBe(-Infinity);
    expect(latestRun(runs, 12 * HOUR)).toBe(0);
  });

  it('finds the run that a search from end to end finds, however unevenly a list is spread', () => {
    const gaps = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 100_000 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(gaps, fc.nat(), (lengths, offset) => {
        let time = -500;
        const times = Float64Array.from(lengths, (length) => (time += length));
        const runs = listOf(times);
        const around = times.length === 0 ? 0 : times[offset % times.length];
        for (const instant of [around - 1, around - 0.5, around, around + 0.5, around + offset, -600]) {
          expect(latestRun(runs, instant)).toBe(times.findLastIndex((start) => start <= instant));
        }
      }),
    );
  });
});
