import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnplayableError } from '../../src/plan/unplayable-error.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { seconds } from '../../src/units/quantity.js';
import { kolmogorovLimit } from '../support/kolmogorov-smirnov.js';
import { shippedScenario } from '../support/plan-of.js';
import { scenarioArbitrary } from '../support/scenario-arbitrary.js';
import { isSoonOver, playBoth, twoSampleDistance, withFrequentIncidents } from '../support/two-engines.js';

/** Years of each, by how long they take to play: some two undisturbed incidents each. */
const SHIPPED: readonly (readonly [name: string, years: number])[] = [
  ['dalp-hot-cold', 150],
  ['dalp-hot-cold-all', 150],
  ['dalp-hot-warm', 40],
  ['dalp-hot-warm-all', 40],
  ['dalp-cloud-native', 100],
  ['dalp-cloud-native-all', 100],
  ['dalp-hot-hot', 100],
  ['dalp-hot-hot-all', 100],
  ['patterns/hot-cold', 100],
  ['patterns/hot-warm', 40],
  ['patterns/cloud-native', 100],
  ['patterns/hot-hot', 100],
  ['reference-r1', 1500],
];

const INCIDENTS = 8192;

/** A false alarm in all of these comparisons together has a probability of at most 1e-6: there are fewer than 2000. */
const FALSE_ALARM = 1e-6 / 2000;

/** Where the two engines differ by more than two samples of one law would, as words. */
function disagreements(scenario: Scenario, years: number): readonly string[] {
  return playBoth(scenario, { years, incidents: INCIDENTS }).flatMap(({ name, drawn, played }) => {
    if (drawn.length === 0 || played.length === 0) return [];
    // Each sample may be off by its own bound.
    const limit = kolmogorovLimit(drawn.length, FALSE_ALARM / 2) + kolmogorovLimit(played.length, FALSE_ALARM / 2);
    const distance = twoSampleDistance(drawn, played);
    return distance < limit ? [] : [`${name}: ${distance.toFixed(3)}, allowed ${limit.toFixed(3)}`];
  });
}

describe('The past that is played and the past that is drawn backwards', () => {
  test.each(SHIPPED)('give every metric the same law, in all and by kind: %s', (name, years) => {
    expect(disagreements(shippedScenario(name), years)).toEqual([]);
  });

  test('are told apart when they differ: a copy that is made half as often', () => {
    const scenario = shippedScenario('dalp-hot-cold');
    const both = playBoth(scenario, { years: 150, incidents: INCIDENTS });
    const halved = playBoth(withSecrets(scenario, 7200), { years: 150, incidents: INCIDENTS });
    const drawn = both.find(({ name }) => name === 'rpo.secrets')?.drawn ?? new Float64Array();
    const played = halved.find(({ name }) => name === 'rpo.secrets')?.played ?? new Float64Array();
    const limit = kolmogorovLimit(drawn.length, FALSE_ALARM / 2) + kolmogorovLimit(played.length, FALSE_ALARM / 2);
    expect(twoSampleDistance(drawn, played)).toBeGreaterThan(limit);
  });

  test('agree on any valid scenario', () => {
    fc.assert(
      fc.property(scenarioArbitrary().filter(isPlayable), (scenario) => {
        expect(disagreements(scenario, 40)).toEqual([]);
      }),
      { numRuns: 10, seed: 20_270_101, endOnFailure: true },
    );
  });
});

/** Whether its people are ever at work together, and its recoveries over before the next incident may strike. */
function isPlayable(scenario: Scenario): boolean {
  try {
    return isSoonOver(withFrequentIncidents(scenario));
  } catch (error) {
    if (error instanceof UnplayableError) return false;
    throw error;
  }
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
