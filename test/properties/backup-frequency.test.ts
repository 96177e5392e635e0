import fc from 'fast-check';
import { describe, it } from 'vitest';
import { replicate } from '../../src/study/replicate.js';
import { expectNoMore } from '../support/losses.js';
import { smallPlan } from '../support/small-plan.js';

function losses(surface: string, seed: number): Float64Array {
  const plan = smallPlan(`
surfaces:
  files: ${surface}
runbook:
  last: { takes: 1h${surface.includes('base-backup') ? ', restores: files' : ''} }`);
  return replicate(plan, { seed, incidents: 300 }).metrics[1].values;
}

const hours = fc.integer({ min: 1, max: 12 });
const factor = fc.integer({ min: 2, max: 6 });
const share = fc.integer({ min: 30, max: 100 });
const takes = fc.constantFrom('0s', '30m to 3h', '{ exponential: { mean: 2h } }');

describe('on the same luck, incident by incident', () => {
  it('more frequent copies never lose more data', () => {
    fc.assert(
      fc.property(hours, factor, share, takes, fc.nat(), (period, times, succeeds, duration, seed) => {
        const every = (length: number): string =>
          `{ replication: { every: ${String(length)}h, takes: ${duration}, succeeds: ${String(succeeds)}% } }`;
        expectNoMore(losses(every(period), seed), losses(every(period * times), seed));
      }),
      { numRuns: 40 },
    );
  });

  it('more frequent backups never lose more data, whether they fail, travel or are bad', () => {
    fc.assert(
      fc.property(hours, factor, share, takes, fc.nat(), (period, times, succeeds, duration, seed) => {
        const every = (length: number): string =>
          `{ base-backup: { schedule: every ${String(length)}h, takes: ${duration}, copied-after: 10m to 1h, succeeds: ${String(succeeds)}%, keep: 90d } }`;
        expectNoMore(losses(every(period), seed), losses(every(period * times), seed));
      }),
      { numRuns: 40 },
    );
  });

  it('a backup at more hours of the day never loses more data than one at fewer of them', () => {
    const at = (cronHours: string): string =>
      `{ base-backup: { schedule: "0 ${cronHours} * * *", takes: 30m to 3h, succeeds: 80% } }`;
    expectNoMore(losses(at('1,7,13,19'), 3), losses(at('1,13'), 3));
    expectNoMore(losses(at('1,13'), 3), losses(at('1'), 3));
  });

  it('longer retention never loses more data', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.nat(), (few, more, seed) => {
        const keep = (count: number): string =>
          `{ base-backup: { schedule: every 6h, takes: 1h, succeeds: 50%, keep: { count: ${String(count)}, age: ${String(count)}d } } }`;
        expectNoMore(losses(keep(few + more), seed), losses(keep(few), seed));
      }),
      { numRuns: 40 },
    );
  });

  it('more calendar rules, and longer ones, never lose more data', () => {
    const rule = fc.constantFrom('hourly', 'daily', 'weekly');
    const count = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(rule, count, count, fc.nat(), (name, few, more, seed) => {
        const keep = (rules: string): Float64Array =>
          losses(`{ base-backup: { schedule: every 5h, takes: 1h, restorable: 40%, keep: { ${rules} } } }`, seed);
        const one = keep(`${name}: ${String(few)}`);
        expectNoMore(keep(`${name}: ${String(few + more)}`), one);
        expectNoMore(keep(`${name}: ${String(few)}, monthly: 2`), one);
        expectNoMore(keep(`${name}: ${String(few)}, age: 1d`), one);
      }),
      { numRuns: 20 },
    );
  });

  it('a log archive that ships more often never loses more data', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), factor, fc.nat(), (minutes, times, seed) => {
        const every = (length: number): string =>
          `{ base-backup: { schedule: "0 1 * * *", takes: 1h }, log-archive: { every: ${String(length)}m, lag: { exponential: { mean: 5m } }, volume: 1 GiB/h, silently-broken: { probability: 20%, for: 1h to 12h } } }`;
        expectNoMore(losses(every(minutes), seed), losses(every(minutes * times), seed));
      }),
      { numRuns: 40 },
    );
  });
});
