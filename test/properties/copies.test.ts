import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replicate } from '../../src/study/replicate.js';
import { expectNoMore } from '../support/losses.js';
import { disasterPlan } from '../support/small-plan.js';

/**
 * More protection never loses more data, incident by incident on the same luck.
 *
 * It holds of the loss and not of the time: what loses less may take longer (a newer backup whose log has to be
 * replayed). It need not hold where people decide (one copy more may let them take an alternative that loses more), nor
 * where a replay stops early (of a longer log more is left out).
 */
interface World {
  readonly copies?: string;
  readonly sites?: string;
  readonly on?: string;
}

const INCIDENTS = 200;

const kinds = fc.constantFrom(
  'destroys: here',
  'deletes: db',
  'corrupts: db, latency: { exponential: { mean: 2d } }',
  'corrupts: db, latency: { exponential: { mean: 9h } }, onset: unknown',
  'corrupts: db, latency: 5m to 6d, attacks-copies: 57%',
  'destroys: here, corrupts: db, latency: 1h to 2d, attacks-copies: 40%',
);

const copies = {
  replica:
    'replica: { on: there, lag: 1s to 5m, delayed-by: 4h, silently-broken: { probability: 20%, for: 1h to 3d } }',
  versions: 'versions: { on: here, keep: 3d }',
  snapshots: 'snapshots: { on: there, schedule: every 4h, takes: 1m to 5m, succeeds: 80%, keep: 2d }',
  replication: 'replication: { on: there, every: 6h, takes: 10m to 2h, succeeds: 70% }',
  backup: 'base-backup: { on: there, schedule: every 1d, takes: 1h to 3h, succeeds: 80%, keep: 20d }',
  'log-archive': 'log-archive: { on: there, every: 5m, lag: 1m to 1h, volume: 1 MB/s, keep: 2d }',
} as const;

/** A log archive goes with the backups. */
const some = fc
  .subarray(Object.keys(copies) as (keyof typeof copies)[], { minLength: 1 })
  .map((names) => (names.includes('log-archive') ? [...new Set([...names, 'backup' as const])] : names));

function losses(kind: string, seed: number, { copies: held = '', sites = '', on = 'here' }: World): Float64Array {
  const plan = disasterPlan(`
sites: { here: {}, there: {}${sites} }
surfaces:
  db: { on: ${on}, ${held} }
incidents: { loss: { ${kind} } }
runbook: { last: { takes: 1h } }`);
  return replicate(plan, { seed, incidents: INCIDENTS }).metrics[1].values;
}

const listed = (names: readonly (keyof typeof copies)[]): string => names.map((name) => copies[name]).join(', ');
/** Plays both worlds for some kinds of incident and seeds. */
function holdsFor(
  given: (names: readonly (keyof typeof copies)[]) => { readonly better: World; readonly worse: World },
) {
  fc.assert(
    fc.property(kinds, some, fc.nat(), (kind, names, seed) => {
      const { better, worse } = given(names);
      expectNoMore(losses(kind, seed, better), losses(kind, seed, worse));
    }),
    { numRuns: 30 },
  );
}

describe('on the same luck, incident by incident', () => {
  it.each(Object.keys(copies) as (keyof typeof copies)[])('one copy more never loses more: %s', (copy) => {
    holdsFor((names) => {
      const without = names.filter((name) => name !== copy && (copy !== 'backup' || name !== 'log-archive'));
      const base = without.length === 0 ? (['replica'] as const).filter((name) => name !== copy) : without;
      const fallback = base.length === 0 ? (['replication'] as const) : base;
      const needed = copy === 'log-archive' ? [...new Set([...fallback, 'backup' as const])] : fallback;
      return { better: { copies: listed([...needed, copy]) }, worse: { copies: listed(needed) } };
    });
  });

  it('an immutable copy never loses more', () => {
    holdsFor((names) => ({
      better: {
        copies: listed(names).replaceAll(
          /(replica|versions|snapshots|replication|base-backup): \{ /g,
          '$&immutable: true, ',
        ),
      },
      worse: { copies: listed(names) },
    }));
  });

  it('a replica with a shorter lag never loses more when no corruption has reached it', () => {
    const replica = (lag: string): World => ({
      copies: `replica: { on: there, lag: { exponential: { mean: ${lag} } } }`,
    });
    fc.assert(
      fc.property(fc.constantFrom('destroys: here', 'deletes: db'), fc.nat(), (kind, seed) => {
        expectNoMore(losses(kind, seed, replica('1m')), losses(kind, seed, replica('5m')));
      }),
      { numRuns: 10 },
    );
  });

  it('a replica with a shorter lag may lose more of a corruption: the longer one had not heard of it yet', () => {
    const kind = 'corrupts: db, latency: 3m';
    const short = losses(kind, 1, { copies: 'replica: { on: there, lag: 1m }' });
    const long = losses(kind, 1, { copies: 'replica: { on: there, lag: 5m }' });
    expect(short.every((loss) => Number.isNaN(loss))).toBe(true);
    // The server stands, and sends it the rest up to the onset.
    expect(long.every((loss) => Math.abs(loss - 180) < 1e-3)).toBe(true);
  });

  it('versions that are kept for longer never lose more', () => {
    holdsFor(() => ({ better: { copies: 'versions: { keep: 30d }' }, worse: { copies: 'versions: { keep: 1d }' } }));
  });

  it('a site on which nothing lives changes nothing, nor does one around all of them', () => {
    fc.assert(
      fc.property(kinds, some, fc.nat(), (kind, names, seed) => {
        const held = { copies: listed(names) };
        const elsewhere = losses(kind, seed, { ...held, sites: ', elsewhere: { within: there }, moon: {}' });
        expect(elsewhere).toEqual(losses(kind, seed, held));
      }),
      { numRuns: 20 },
    );
  });
});

describe('patience with the provider', () => {
  /** RTO with that many hours of patience; a rebuilding takes 3 h. */
  const recoveryTimes = (patience: number, seed: number): Float64Array =>
    replicate(
      disasterPlan(`
sites: { here: {}, there: {} }
surfaces: { db: { on: here, replication: { on: there, every: 6h, takes: 0s } } }
incidents: { outage: { cuts-off: here, provider-returns-after: { exponential: { mean: 4h } } } }
decisions:
  way-back: { after: declare, alternatives: { wait: { waits: ${String(patience)}h }, rebuild: {} } }
runbook:
  declare: { takes: 10m to 1h }
  rebuild-all: { follows: declare, when: rebuild, takes: 3h }
  last: { follows: rebuild-all, takes: 0s }`),
      { seed, incidents: INCIDENTS },
    ).metrics.map(({ values }) => values)[0];

  it('that lasts longer loses time wherever it is in vain both times, and changes nothing where it was rewarded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.nat(), (short, more, seed) => {
        const [brief, long] = [recoveryTimes(short, seed), recoveryTimes(short + more, seed)];
        const endless = recoveryTimes(1000, seed);
        for (let incident = 0; incident < INCIDENTS; incident++) {
          // With endless patience the service is back with the provider.
          const wasRewarded = brief[incident] === endless[incident];
          if (wasRewarded) expect(long[incident]).toBe(brief[incident]);
          else if (long[incident] !== endless[incident]) {
            expect(long[incident] - brief[incident]).toBeCloseTo(more * 3600, 4);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
