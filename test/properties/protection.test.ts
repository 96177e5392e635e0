import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectNoMore, lossesOf, worth } from '../support/losses.js';

/**
 * Each protection, made better by one number: no incident loses more, on the same luck. Those of frequency and retention
 * are in backup-frequency.test.ts, those of what there is and of where it lives in copies.test.ts.
 */
const INCIDENTS = 200;

/**
 * What strikes: all that is live, or a corruption that was noticed late. A replica, or a copy that is overwritten, that is worse
 * protected may have been saved from a corruption, so that for those it is the first alone.
 */
const KINDS = [
  'destroys: here',
  'corrupts: db, latency: { exponential: { mean: 2d } }',
  'corrupts: db, latency: 1h to 3d, onset: unknown',
] as const;

function losses(protection: string, seed: number, kind: string = KINDS[0]): Float64Array {
  return lossesOf(
    `
sites: { here: {}, there: {} }
surfaces: { db: { on: here, ${protection} } }
incidents: { loss: { ${kind} } }
runbook: { last: { takes: 1h${protection.includes('base-backup') ? ', restores: db' : ''} } }`,
    seed,
    INCIDENTS,
  );
}

const text = (value: number, unit: string): string => `${String(value)}${unit}`;
const percent = fc.integer({ min: 5, max: 60 });

/** One protection: its lines for a number, of which more is better. */
type Protection = (better: number) => string;

const backup = (more: string): string => `base-backup: { on: there, schedule: every 8h, takes: 1h to 3h${more} }`;
const log = (more: string): string =>
  `${backup(', keep: 30d')}, log-archive: { on: there, every: 5m, volume: 1 MB/s${more} }`;
/** Of numbers of which less is better. */
const less = (most: number, number: number): number => most - number;

const protections: Readonly<Record<string, Protection>> = {
  'backups that succeed more often': (p) => backup(`, succeeds: ${text(30 + p, '%')}`),
  'incrementals that succeed more often': (p) =>
    backup(`, incremental: { schedule: every 1h, takes: 5m to 20m, succeeds: ${text(30 + p, '%')} }`),
  'backups that restore more often': (p) => backup(`, restorable: ${text(30 + p, '%')}`),
  'backups that arrive sooner': (p) => backup(`, copied-after: { exponential: { mean: ${text(less(70, p), 'm')} } }`),
  'backups that end sooner': (p) =>
    `base-backup: { on: there, schedule: every 8h, takes: { exponential: { mean: ${text(less(70, p), 'm')} } } }`,
  'less load while backups run': (p) =>
    backup(`, under-load: { hours: 'Mon-Sun 06:00-22:00', times: ${String(1 + less(70, p) / 10)} }`),
  'backups that stay restorable for longer': (p) =>
    `${backup(`, keep: 90d, silently-unrestorable-after: { exponential: { mean: ${text(10 + p, 'd')} } }`)}, restore-test: { every: 30d }`,
  'restore tests that find more': (p) =>
    `${backup(', keep: 90d, silently-unrestorable-after: { exponential: { mean: 10d } }')}, restore-test: { every: 14d, finds: ${text(30 + p, '%')} }`,
  'a log archive with a shorter lag': (p) => log(`, lag: { exponential: { mean: ${text(less(70, p), 'm')} } }`),
  'a log archive that is kept for longer': (p) => log(`, keep: ${text(p, 'h')}`),
  'a log archive that breaks less often': (p) =>
    log(`, silently-broken: { probability: ${text(less(70, p), '%')}, for: 1h to 12h }`),
  'a log archive that works for longer': (p) =>
    log(
      `, silently-broken: { breaks-every: { exponential: { mean: ${text(p, 'h')} } }, noticed-after: 1h to 3d, mended-after: 1h }`,
    ),
  'an earlier alert of the log archive': (p) =>
    log(
      `, silently-broken: { breaks-every: 20h, noticed-after: { exponential: { mean: ${text(less(70, p), 'h')} } }, mended-after: 0s }`,
    ),
  'replication that succeeds more often': (p) =>
    `replication: { on: there, every: 3h, takes: 5m to 1h, succeeds: ${text(30 + p, '%')}, keep: 90d }`,
  'replication that ends sooner': (p) =>
    `replication: { on: there, every: 3h, takes: { exponential: { mean: ${text(less(70, p), 'm')} } }, keep: 90d }`,
  'replication whose copies are kept for longer': (p) =>
    `replication: { on: there, every: 3h, takes: 5m to 1h, succeeds: 50%, keep: ${text(p, 'h')} }`,
  'snapshots that succeed more often': (p) =>
    `snapshots: { on: there, schedule: every 4h, takes: 1m to 5m, succeeds: ${text(30 + p, '%')} }`,
  'snapshots that are kept for longer': (p) =>
    `snapshots: { on: there, schedule: every 4h, takes: 1m to 5m, succeeds: 50%, keep: ${text(p, 'h')} }`,
  'versions that are kept for longer': (p) => `versions: { on: there, keep: ${text(p, 'h')} }`,
};

const replicas: Readonly<Record<string, Protection>> = {
  'a replication that overwrites and succeeds more often': (p) =>
    `replication: { on: there, every: 3h, takes: 5m to 1h, succeeds: ${text(30 + p, '%')} }`,
  'a shorter lag': (p) => `replica: { on: there, lag: { exponential: { mean: ${text(less(70, p), 's')} } } }`,
  'one that breaks less often': (p) =>
    `replica: { on: there, lag: 5s, silently-broken: { probability: ${text(less(70, p), '%')}, for: 1h to 12h } }`,
  'an earlier alert': (p) =>
    `replica: { on: there, lag: 5s, silently-broken: { breaks-every: 20h, noticed-after: ${text(less(70, p), 'h')}, mended-after: 0s } }`,
};

function neverLosesMore(protection: Protection, kind: fc.Arbitrary<string>, widest: readonly string[]): void {
  let differ = 0;
  fc.assert(
    fc.property(percent, percent, kind, fc.nat(), (one, other, struck, seed) => {
      const [worse, better] = [Math.min(one, other), Math.max(one, other)];
      const most = losses(protection(worse), seed, struck);
      const least = losses(protection(better), seed, struck);
      expectNoMore(least, most);
      differ += most.filter((loss, incident) => worth(loss) !== worth(least[incident])).length;
    }),
    { numRuns: 12, examples: widest.map((struck) => [5, 60, struck, 1]) },
  );
  expect(differ, 'incidents that lose less').toBeGreaterThan(0);
}

describe('on the same luck, incident by incident, nothing more is lost with', () => {
  it.each(Object.keys(protections))('%s', (name) => {
    neverLosesMore(protections[name], fc.constantFrom(...KINDS), KINDS);
  });

  it.each(Object.keys(replicas))('a running or overwritten copy after the loss of a site: %s', (name) => {
    neverLosesMore(replicas[name], fc.constant(KINDS[0]), KINDS.slice(0, 1));
  });

  it('restore tests that are more frequent, where those that were are among them', () => {
    const every = (days: number): string =>
      `${backup(', keep: 90d, silently-unrestorable-after: 5d')}, restore-test: { every: ${text(days, 'd')}, last: 2025-12-31 }`;
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 2, max: 5 }),
        fc.constantFrom(...KINDS),
        fc.nat(),
        (days, times, kind, seed) => {
          expectNoMore(losses(every(days), seed, kind), losses(every(days * times), seed, kind));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('an attacker who destroys a copy less often', () => {
    const copies = `${log('')}, snapshots: { on: there, schedule: every 4h, takes: 1m }, replication: { on: there, every: 2h, takes: 1m }`;
    const attack = (share: number): string => `destroys: here, attacks-copies: ${text(share, '%')}`;
    fc.assert(
      fc.property(percent, percent, fc.nat(), (one, other, seed) => {
        const few = losses(copies, seed, attack(Math.min(one, other)));
        expectNoMore(few, losses(copies, seed, attack(Math.max(one, other))));
      }),
      { numRuns: 12 },
    );
  });

  it('a corruption that is noticed sooner', () => {
    const noticed = (hours: number): string => `corrupts: db, latency: { exponential: { mean: ${text(hours, 'h')} } }`;
    fc.assert(
      fc.property(percent, percent, fc.nat(), (one, other, seed) => {
        const soon = losses(log(', keep: 40h'), seed, noticed(Math.min(one, other)));
        expectNoMore(soon, losses(log(', keep: 40h'), seed, noticed(Math.max(one, other))));
      }),
      { numRuns: 12 },
    );
  });
});

describe('More may be lost, in some incidents, with', () => {
  it('a replication that overwrites and succeeds more often, as it copies a corruption sooner', () => {
    const copied = (share: number): string =>
      `replication: { on: there, every: 3h, takes: 5m to 1h, succeeds: ${text(share, '%')} }`;
    const often = losses(copied(90), 1, 'corrupts: db, latency: 4h');
    const seldom = losses(copied(30), 1, 'corrupts: db, latency: 4h');
    expect(often.some((loss, incident) => worth(loss) > worth(seldom[incident]))).toBe(true);
  });

  it('backups that are more frequent, where one that takes long makes the next be skipped', () => {
    const every = (hours: number): string =>
      `base-backup: { on: there, schedule: every ${text(hours, 'h')}, overlap: skip, takes: { mixture: [{ weight: 0.8, value: 10m }, { weight: 0.2, value: 10h }] } }`;
    const often = losses(every(1), 1);
    const seldom = losses(every(2), 1);
    expect(often.some((loss, incident) => worth(loss) > worth(seldom[incident]))).toBe(true);
  });
});
