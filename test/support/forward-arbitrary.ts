import fc from 'fast-check';
import type { ForwardCase } from './forward-backups.js';

const HOUR = 3600;
const DAY = 86_400;

/** Schedules of backups without chance, with retention of every kind. */
export const forwardCases: fc.Arbitrary<ForwardCase> = fc.record(
  {
    timezone: fc.constantFrom('UTC', 'Europe/Brussels', 'America/New_York', 'Asia/Tokyo'),
    hour: fc.integer({ min: 4, max: 22 }),
    weekdays: fc.oneof(fc.constant([0, 1, 2, 3, 4, 5, 6]), fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 })),
    differentialHour: fc.integer({ min: 4, max: 22 }),
    incrementalEvery: fc.constantFrom(2 * HOUR, 5 * HOUR, 12 * HOUR),
    fullTakes: fc.integer({ min: 0, max: 7 * HOUR }),
    laterTakes: fc.integer({ min: 0, max: HOUR }),
    copiedAfter: fc.constantFrom(0, HOUR, 9 * HOUR),
    overlap: fc.constantFrom('allow', 'skip', 'queue'),
    succeeds: fc.constant(100),
    keep: fc
      .record(
        {
          age: fc.integer({ min: HOUR, max: 40 * DAY }),
          count: fc.integer({ min: 1, max: 9 }),
          hourly: fc.integer({ min: 1, max: 9 }),
          daily: fc.integer({ min: 1, max: 9 }),
          weekly: fc.integer({ min: 1, max: 6 }),
          monthly: fc.integer({ min: 1, max: 5 }),
          yearly: fc.integer({ min: 1, max: 1 }),
        },
        { requiredKeys: [] },
      )
      .filter((keep) => Object.keys(keep).length > 0),
  },
  {
    requiredKeys: [
      'timezone',
      'hour',
      'weekdays',
      'fullTakes',
      'laterTakes',
      'copiedAfter',
      'overlap',
      'keep',
      'succeeds',
    ],
  },
);
