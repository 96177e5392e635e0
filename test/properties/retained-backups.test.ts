import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retainedBackups } from '../../src/study/retained-backups.js';
import { instant } from '../../src/units/quantity.js';
import { backupsYaml, forwardBackups } from '../support/forward-backups.js';
import type { ForwardCase } from '../support/forward-backups.js';
import { scenarioOf } from '../support/plan-of.js';

const HOUR = 3600;
const DAY = 86_400;

const cases: fc.Arbitrary<ForwardCase> = fc.record(
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
    requiredKeys: ['timezone', 'hour', 'weekdays', 'fullTakes', 'laterTakes', 'copiedAfter', 'overlap', 'keep'],
  },
);

describe('retainedBackups', () => {
  it('finds the backups and the rules that a schedule played forward, and pruned after every run, has left', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 400 * DAY }), (given, after) => {
        const at = Date.UTC(2026, 0, 5) / 1000 + after;
        const { backups } = retainedBackups(scenarioOf(backupsYaml(given)), {
          surface: 'db',
          copy: 'base-backup',
          at: instant(at),
        });
        const found = backups.map(({ level, begun, keptBy }) => ({ level, begun, keptBy }));
        expect(found).toEqual(forwardBackups(given, at));
      }),
      { numRuns: 40, seed: 20_261_128, endOnFailure: true },
    );
  }, 240_000);
});
