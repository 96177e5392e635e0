import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retainedBackups } from '../../src/study/retained-backups.js';
import { instant } from '../../src/units/quantity.js';
import { forwardCases } from '../support/forward-arbitrary.js';
import { backupsYaml, forwardBackups } from '../support/forward-backups.js';
import { scenarioOf } from '../support/plan-of.js';

const DAY = 86_400;

describe('retainedBackups', () => {
  it('finds the backups and the rules that a schedule played forward, and pruned after every run, has left', () => {
    fc.assert(
      fc.property(forwardCases, fc.integer({ min: 0, max: 400 * DAY }), (given, after) => {
        const at = Date.UTC(2026, 0, 5) / 1000 + after;
        const { backups } = retainedBackups(scenarioOf(backupsYaml({ ...given, succeeds: 55 })), {
          surface: 'db',
          copy: 'base-backup',
          at: instant(at),
        });
        const found = backups.map(({ level, begun, keptBy }) => ({ level, begun, keptBy }));
        expect(found).toEqual(forwardBackups(given, at));
      }),
      { numRuns: 25, seed: 20_261_128, endOnFailure: true },
    );
  }, 240_000);
});
