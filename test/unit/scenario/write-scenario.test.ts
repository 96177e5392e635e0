import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/scenario/scenario.js';
import { writeScenario } from '../../../src/scenario/write-scenario.js';
import { scenarioOf, shippedScenario } from '../../support/plan-of.js';
import { SMALL_SCENARIO } from '../../support/small-scenario.js';

const withoutSources = (scenario: Scenario) => ({ ...scenario, sources: [] });

describe('A written scenario', () => {
  test.each(['reference-r1', 'reference-r1-unlimited', 'dalp-hot-cold'])('%s reads back equal', (name) => {
    const scenario = shippedScenario(name);
    expect(withoutSources(scenarioOf(writeScenario(scenario)))).toEqual(withoutSources(scenario));
  });

  test('keeps the source of a rush, of what a decision may lose, and of what follows from a no', () => {
    const text = writeScenario(shippedScenario('patterns/hot-warm'));
    expect(text).toMatch(/times:\n +value: 4\n +source: assumed\n/);
    expect(text).toMatch(/loses-at-most:\n +value: 1h\n +source: assumed\n/);
    expect(text).toMatch(/loses-more-than:\n +value: 1h\n +source: assumed\n/);
    expect(text).toMatch(/restore-postgresql:\n +value: 20%\n +source: assumed\n/);
    const { provenance } = shippedScenario('patterns/hot-warm');
    expect(scenarioOf(text).provenance).toEqual(provenance);
  });

  test('keeps what an alternative costs later', () => {
    const text = writeScenario(shippedScenario('dalp-hot-cold-all'));
    expect(text).toMatch(/costs-later:\n +probability:\n +value: 50%\n +source: assumed\n/);
    expect(text).toMatch(/needs:\n +engineers: 2\n/);
    expect(withoutSources(scenarioOf(text))).toEqual(withoutSources(shippedScenario('dalp-hot-cold-all')));
  });

  test('keeps what a value counts as', () => {
    const counted = SMALL_SCENARIO.replace('fails: 10%', 'fails: { value: 10%, source: drill, counts-as: 7 }');
    const scenario = scenarioOf(counted);
    expect(scenario.provenance).toContainEqual({ path: 'runbook.provision.fails', source: 'drill', countsAs: 7 });
    expect(withoutSources(scenarioOf(writeScenario(scenario)))).toEqual(withoutSources(scenario));
  });

  test('says what becomes of runs that overlap, and when they are slower', () => {
    const text = writeScenario(
      scenarioOf(
        SMALL_SCENARIO.replace(
          'base-backup:',
          "base-backup:\n      overlap: queue\n      under-load: { hours: 'Mon-Fri 08:00-18:00', times: { value: 1.5, source: measured } }",
        ),
      ),
    );
    expect(text).toMatch(/overlap: queue\n +under-load:\n +hours: Mon-Fri 08:00-18:00\n +times:\n +value: 1.5\n/);
    expect(writeScenario(scenarioOf(text))).toBe(text);
  });

  test('says numbers as people do', () => {
    const text = writeScenario(scenarioOf(SMALL_SCENARIO));
    expect(text).toContain('call-out: 5m to 30m\n');
    expect(text).toContain('rate: 60 MiB/s to 200 MiB/s\n');
    expect(text).toContain('volume: 10 GiB/h\n');
    expect(text).toContain('frequency: 1 per 20y\n');
    expect(text).toContain('succeeds: 97%\n');
    expect(text).toContain('mean: 5y\n');
    expect(text).toContain('hours: Mon-Fri 08:00-18:00\n');
    expect(text).toMatch(/lognormal:\n +p50: 2h\n +sigma: 0\.5\n/);
    expect(text).toMatch(/schedule: 0 1 \* \* \*\n/);
  });

  test('is written again to the same text', () => {
    const text = writeScenario(scenarioOf(SMALL_SCENARIO));
    expect(writeScenario(scenarioOf(text))).toBe(text);
  });

  test('begins and ends its period at local midnights', () => {
    const scenario = scenarioOf(SMALL_SCENARIO);
    const shifted = {
      ...scenario,
      period: { ...scenario.period, from: (scenario.period.from + 1) as typeof scenario.period.from },
    };
    expect(() => writeScenario(shifted)).toThrow(RangeError);
  });

  test('has a value wherever it has a source', () => {
    const scenario = scenarioOf(SMALL_SCENARIO);
    const homeless = { ...scenario, provenance: [{ path: 'runbook.nowhere.takes', source: 'drill' as const }] };
    expect(() => writeScenario(homeless)).toThrow('provenance of "runbook.nowhere.takes"');
  });

  test('of a base and its tables needs neither', () => {
    const text = readFileSync(new URL('../../../scenarios/reference-r1-unlimited.yaml', import.meta.url), 'utf8');
    expect(text).toContain('extends:');
    expect(writeScenario(shippedScenario('reference-r1-unlimited'))).not.toContain('extends:');
  });
});
