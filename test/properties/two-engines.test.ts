import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnplayableError } from '../../src/plan/unplayable-error.js';
import type { Copy, Scenario } from '../../src/scenario/scenario.js';
import { moments } from '../../src/statistics/moments.js';
import { seconds } from '../../src/units/quantity.js';
import { twoSampleLimit } from '../support/kolmogorov-smirnov.js';
import { scenarioOf, shippedScenario } from '../support/plan-of.js';
import { scenarioArbitrary } from '../support/scenario-arbitrary.js';
import { isSoonOver, keptByBoth, playBoth, twoSampleDistance, withFrequentIncidents } from '../support/two-engines.js';

/** Every pattern, by one kind of incident and by all fourteen, and years of each: some two undisturbed incidents a year. */
const SHIPPED: readonly (readonly [name: string, years: number])[] = [
  ['dalp-hot-cold', 500],
  ['dalp-hot-cold-all', 1200],
  ['dalp-hot-warm', 200],
  ['dalp-hot-warm-all', 500],
  ['dalp-cloud-native', 400],
  ['dalp-cloud-native-all', 1200],
  ['dalp-hot-hot', 400],
  ['dalp-hot-hot-all', 1200],
  ['reference-r1', 6000],
];

const INCIDENTS = 16_384;

/** A false alarm in all of these comparisons together has a probability of at most 1e-6: there are fewer than 2000. */
const FALSE_ALARM = 1e-6 / 2000;

/** A comparison that allows more than that would let too much pass, and is not made; in all, no metric may be so weak. */
const WEAKEST = 0.4;
const WEAKEST_IN_ALL = 0.2;

interface Compared {
  readonly name: string;
  readonly distance: number;
  readonly limit: number;
}

/** What can be told apart of a scenario, of every metric in all and of those of the kinds that struck often enough. */
function compared(scenario: Scenario, years: number): readonly Compared[] {
  return playBoth(scenario, { years, incidents: INCIDENTS }).flatMap(({ name, drawn, played }) => {
    const limit = twoSampleLimit(drawn.length, played.length, FALSE_ALARM);
    return limit > WEAKEST ? [] : [{ name, distance: twoSampleDistance(drawn, played), limit }];
  });
}

/** Where the two engines differ by more than two samples of one law would, as words. */
function disagreements(all: readonly Compared[]): readonly string[] {
  return all
    .filter(({ distance, limit }) => distance >= limit)
    .map(({ name, distance, limit }) => `${name}: ${distance.toFixed(3)}, allowed ${limit.toFixed(3)}`);
}

describe('The past that is played and the past that is drawn backwards', () => {
  test.each(SHIPPED)('give every metric the same law, in all and by kind: %s', (name, years) => {
    const scenario = shippedScenario(name);
    const all = compared(scenario, years);
    expect(disagreements(all)).toEqual([]);
    const inAll = all.filter((each) => !each.name.includes(' of '));
    expect(inAll.map((each) => each.name)).toEqual(expect.arrayContaining(['rto', 'rpo', 'rtt']));
    expect(Math.max(...inAll.map(({ limit }) => limit))).toBeLessThan(WEAKEST_IN_ALL);
    if (name.endsWith('-all')) expect(all.length - inAll.length).toBeGreaterThan(7 * inAll.length);
  });

  test.each<[string, Scenario]>([
    ...['dalp-hot-cold', 'dalp-hot-warm', 'dalp-cloud-native', 'dalp-hot-hot'].map((name): [string, Scenario] => [
      name,
      shippedScenario(name),
    ]),
    ...[
      'keep: 2 backups',
      'keep: 21d',
      'keep: { age: 28d, count: 3 }',
      'keep: { weekly: 3 }',
      'keep: { count: 2, weekly: 4, monthly: 3 }',
    ].map((keep): [string, Scenario] => [keep, chains(keep)]),
    ...[
      'versions: { keep: 20d }',
      'replication: { every: 1d, takes: 0s, succeeds: 70%, keep: 20d }',
      'snapshots: { schedule: every 1d, takes: 0s, succeeds: 70%, keep: 20d }',
      'snapshots: { schedule: every 1d, takes: 0s, succeeds: 70%, keep: 9 backups }',
      'snapshots: { schedule: every 1d, takes: 0s, succeeds: 70%, keep: { daily: 5, weekly: 4 } }',
    ].map((copy): [string, Scenario] => [copy, differences(copy)]),
  ])('keep as much: %s', (_, scenario) => {
    const { counted, played } = keptByBoth(scenario, 100);
    const { mean, standardError } = moments(played);
    // A false alarm in one of a million, and 1 % for counting at 96 instants only.
    const allowed = 4.9 * (standardError ?? NaN) + 0.01 * counted;
    expect(Math.abs((mean ?? NaN) - counted)).toBeLessThan(allowed);
    expect(allowed).toBeLessThan(0.1 * counted);
  });

  test('are told apart when they differ: a copy that is made half as often', () => {
    const scenario = shippedScenario('dalp-hot-cold');
    const both = playBoth(scenario, { years: 150, incidents: INCIDENTS });
    const halved = playBoth(withSecrets(scenario, 7200), { years: 150, incidents: INCIDENTS });
    const drawn = both.find(({ name }) => name === 'rpo.secrets')?.drawn ?? new Float64Array();
    const played = halved.find(({ name }) => name === 'rpo.secrets')?.played ?? new Float64Array();
    expect(twoSampleDistance(drawn, played)).toBeGreaterThan(twoSampleLimit(drawn.length, played.length, FALSE_ALARM));
  });

  test('agree on any valid scenario', () => {
    fc.assert(
      fc.property(scenarioArbitrary().filter(isPlayable), (scenario) => {
        expect(disagreements(compared(scenario, 60))).toEqual([]);
      }),
      { numRuns: 10, seed: 20_270_101, endOnFailure: true },
    );
  });
});

/** Weekly fulls of which one in five fails, and incrementals every six hours that build on them, kept by a rule. */
function chains(keep: string): Scenario {
  return scenarioOf(`drillcast: 1
name: chains
surfaces:
  db:
    size: 10 GiB
    base-backup:
      schedule: '0 0 * * SUN'
      takes: 0s
      succeeds: 80%
      ${keep}
      incremental: { schedule: every 6h, takes: 0s, size: 1 GiB }
incidents: { loss: {} }
runbook: { restore: { takes: 1h } }
milestones: { service-reopened: restore, incident-closed: restore }
`);
}

/** A surface of which a tenth changes in a day, with copies that keep only what changed. */
function differences(copy: string): Scenario {
  return scenarioOf(`drillcast: 1
name: differences
surfaces: { files: { size: 10 GiB, changes: 1 GiB/d, ${copy} } }
incidents: { loss: {} }
runbook: { restore: { takes: 1h } }
milestones: { service-reopened: restore, incident-closed: restore }
`);
}

/**
 * Whether its people are ever at work together, and its recoveries over before the next incident may strike. What is kept
 * for months is older than the window in which nothing else strikes, so that an incident before it may have destroyed that:
 * believed of one scenario in which the engines differ, and not shown yet (docs/background/model.md).
 */
function isPlayable(scenario: Scenario): boolean {
  if (scenario.surfaces.some(({ copies }) => copies.some(isKeptForMonths))) return false;
  try {
    return isSoonOver(withFrequentIncidents(scenario));
  } catch (error) {
    if (error instanceof UnplayableError) return false;
    throw error;
  }
}

function isKeptForMonths({ protection }: Copy): boolean {
  return (
    protection.kind === 'backup' && (protection.keep.monthly !== undefined || protection.keep.yearly !== undefined)
  );
}

/** The scenario with another period of the replication of its secrets. */
function withSecrets(scenario: Scenario, period: number): Scenario {
  return {
    ...scenario,
    surfaces: scenario.surfaces.map((surface) =>
      surface.name === 'secrets'
        ? {
            ...surface,
            copies: surface.copies.map((copy) =>
              copy.protection.kind === 'replication'
                ? {
                    ...copy,
                    protection: { ...copy.protection, schedule: { kind: 'every' as const, period: seconds(period) } },
                  }
                : copy,
            ),
          }
        : surface,
    ),
  };
}
