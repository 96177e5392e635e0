import fc from 'fast-check';
import type { Role } from '../../src/scenario/scenario.js';
import type { WeeklyHours } from '../../src/scenario/weekly-hours.js';
import { DURATION_RANGE, lawArbitrary } from './law-arbitrary.js';

const HOUR = 3600;

/** People of one kind, whose time zone need not be that of the scenario. */
export function roleArbitrary(name: string, timezone: string): fc.Arbitrary<Role> {
  const role = fc.record(
    {
      name: fc.constant(name),
      count: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(Infinity)),
      hours: fc.oneof(fc.constant('always' as const), hoursArbitrary()),
      timezone: fc.constantFrom(timezone, 'Europe/Lisbon'),
      holidays: fc.subarray(['2026-05-01', '2026-12-25', '2027-01-01']),
      callOut: lawArbitrary(DURATION_RANGE),
    },
    { requiredKeys: ['name', 'count', 'hours', 'timezone', 'holidays'] },
  );
  // Only a number of people can be called out.
  return role.map(({ callOut, ...rest }): Role =>
    callOut === undefined || rest.count === Infinity ? rest : { ...rest, callOut },
  );
}

/** One or two windows on each of some days, in order, never touching. */
function hoursArbitrary(): fc.Arbitrary<WeeklyHours[]> {
  const windows = fc.constantFrom(
    [[8, 18]],
    [
      [8, 12],
      [13.5, 17],
    ],
    [[0, 24]],
    [[22.25, 24]],
  );
  const days = fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 });
  return fc.tuple(days, windows, windows).map(([chosen, onWeekdays, onWeekends]) =>
    chosen.flatMap((weekday) =>
      (weekday < 6 ? onWeekdays : onWeekends).map(([opens, closes]) => ({
        weekday,
        opens: opens * HOUR,
        closes: closes * HOUR,
      })),
    ),
  );
}
