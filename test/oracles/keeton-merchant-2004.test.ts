import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/plan/compile.js';
import { replicate } from '../../src/study/replicate.js';
import { HOUR } from '../../src/units/quantity.js';
import { kolmogorovDistance, kolmogorovLimit } from '../support/kolmogorov-smirnov.js';
import { scenarioOf } from '../support/plan-of.js';

const NAME = 'cases/keeton-merchant-2004';
const INCIDENTS = 20_000;
/** The kinds of incident, by their places. */
const KINDS = ['array', 'object', 'site'] as const;

type Kind = (typeof KINDS)[number];

/** A backup as the cascade makes it: from when its data is, and from when on it can be used, in hours of a cycle. */
interface Made {
  readonly of: number;
  readonly usable: number;
}

interface Design {
  readonly name: string;
  /** What of the file it changes. */
  readonly change: string;
  /** Per kind of incident, what the cascade makes of its copies in each cycle, and the worst loss as cited. */
  readonly losses: Partial<Record<Kind, { readonly cycle: number; readonly made: readonly Made[]; readonly worst: number }>>;
}

const WEEK = 168;
/** One copy per cycle, of its beginning and usable after a while. */
const periodic = (cycle: number, usable: number, worst: number) => ({ cycle, made: [{ of: 0, usable }], worst });

const WEEKLY_VAULT = 'base-backup: { schedule: every 1w, copied-after: 36h }';

const DESIGNS: readonly Design[] = [
  {
    name: 'the baseline',
    change: '',
    losses: { object: periodic(12, 0, 12), array: periodic(WEEK, 49, 217), site: periodic(4 * WEEK, 757, 1429) },
  },
  {
    name: 'a vault every week',
    change: WEEKLY_VAULT,
    losses: { object: periodic(12, 0, 12), array: periodic(WEEK, 49, 217), site: periodic(WEEK, 85, 253) },
  },
  {
    // The tapes have two kinds of runs here, so the keys change places: base backups on tape, snapshots in the vault.
    name: 'a vault every week, and cumulative incrementals on the days without a full',
    change: `base-backup: { on: tapes, schedule: every 1w, takes: 48h, copied-after: 1h, keep: 4w,
        differential: { schedule: '0 0 * * SAT,SUN,MON,TUE,WED', takes: 12h, copied-after: 1h } },
      snapshots: { on: vault, schedule: every 1w, takes: 49h, copied-after: 36h, keep: 3y }`,
    losses: {
      object: periodic(12, 0, 12),
      array: {
        cycle: WEEK,
        made: [{ of: 0, usable: 49 }, ...[2, 3, 4, 5, 6].map((day) => ({ of: 24 * day, usable: 24 * day + 13 }))],
        worst: 73,
      },
      site: periodic(WEEK, 85, 253),
    },
  },
  {
    name: 'a vault every week, and fulls every day',
    change: `snapshots: { schedule: every 1d, takes: 12h }, base-backup: { schedule: every 1w, takes: 13h, copied-after: 36h }`,
    losses: { object: periodic(12, 0, 12), array: periodic(24, 13, 37), site: periodic(WEEK, 49, 217) },
  },
  {
    name: 'batches of a minute to another site',
    change: 'replication: { on: vault, schedule: every 1m, takes: 1m }',
    losses: { array: periodic(1 / 60, 1 / 60, 2 / 60), site: periodic(1 / 60, 1 / 60, 2 / 60) },
  },
];

/** Hours of data that an incident costs at an instant of the cycle, by looking at all copies of this cycle and many before. */
function lossAt(instant: number, cycle: number, made: readonly Made[]): number {
  const losses = made.flatMap(({ of, usable }) =>
    [0, 1, 2, 3, 4].filter((ago) => usable - ago * cycle <= instant).map((ago) => instant + ago * cycle - of),
  );
  return Math.min(...losses);
}

/** The distribution of the loss of an incident that strikes at any instant, from as many instants as tell it to 1e-5. */
function lossLaw(cycle: number, made: readonly Made[]): (x: number) => number {
  const count = 100_000;
  const losses = Float64Array.from({ length: count }, (_, i) => lossAt(((i + 0.5) / count) * cycle, cycle, made)).sort();
  return (x) => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (losses[middle] <= x) low = middle + 1;
      else high = middle;
    }
    return low / count;
  };
}

/** Hours lost and until service was open again, of each kind. */
function play(change: string): Record<Kind, { readonly losses: Float64Array; readonly times: Float64Array }> {
  const text =
    change === ''
      ? readFileSync(new URL(`../../scenarios/${NAME}.yaml`, import.meta.url), 'utf8')
      : `drillcast: 1\nextends: ${NAME}\nname: Design\nsurfaces: { data: { ${change} } }\n`;
  const { metrics, kinds } = replicate(compile(scenarioOf(text)), { seed: 1, incidents: INCIDENTS });
  const of = (metric: number, kind: number): Float64Array =>
    metrics[metric].values.filter((_, incident) => kinds.values[incident] === kind).map((value) => value / HOUR);
  const results = KINDS.map((kind, i) => [kind, { losses: of(1, i), times: of(0, i) }] as const);
  return Object.fromEntries(results) as Record<Kind, { losses: Float64Array; times: Float64Array }>;
}

/**
 * A file server whose copies are each made of the one before. Provisional: windows and losses are cited from memory and
 * satisfy the identity of the paper, so this tests that we find the same from the windows, no more.
 *
 * @source K. Keeton and A. Merchant, "A Framework for Evaluating Storage System Dependability", DSN 2004.
 */
describe.each(DESIGNS)('The cascade of Keeton and Merchant 2004 with $name', ({ change, losses }) => {
  const played = play(change);

  it.each(Object.entries(losses))('loses with a lost %s what its windows add up to, at worst the cited', (kind, expected) => {
    const { cycle, made, worst } = expected;
    const sample = played[kind as Kind].losses;
    // The law is told by 1e5 instants; the limit is exceeded by a true sample with probability at most 1e-6.
    const limit = kolmogorovLimit(sample.length, 1e-6) + 1e-5;
    expect(kolmogorovDistance(sample, lossLaw(cycle, made))).toBeLessThan(limit);
    const least = Math.min(...made.map(({ of, usable }) => usable - of));
    expect(Math.max(...sample)).toBeLessThanOrEqual(worst + 1e-9);
    // Of thousands none in the last hundredth: below 1e-9 for uniform losses, 1e-6 for the weekend of the incrementals.
    expect(Math.max(...sample)).toBeGreaterThan(worst - 0.01 * (worst - least));
    expect(Math.min(...sample)).toBeGreaterThanOrEqual(least - 1e-9);
  });
});

describe('The recovery of Keeton and Merchant 2004', () => {
  it('takes reading and writing one after the other, and the shipment from the vault', () => {
    const { array, site } = play('');
    const restore = (1360e9 / 232e6 + 1360e9 / 512e6) / 3600;
    expect(array.times[0]).toBeCloseTo(restore, 6);
    expect(site.times[0]).toBeCloseTo(24 + restore, 6);
    expect(restore).toBeCloseTo(2.4, 1);
  });
});
