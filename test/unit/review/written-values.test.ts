import { describe, expect, it } from 'vitest';
import { changedSettings } from '../../../src/review/earlier-review.js';
import { WrittenValues } from '../../../src/review/written-values.js';
import { SMALL_SCENARIO } from '../../support/small-scenario.js';
import { scenarioOf, shippedScenario } from '../../support/plan-of.js';

const small = scenarioOf(SMALL_SCENARIO);

describe('WrittenValues', () => {
  it('finds a value by its path in the words of the scenario language', () => {
    const written = new WrittenValues(small);
    expect(written.at('surfaces.database.base-backup.takes')).toBe('1h to 3h');
    expect(written.at('surfaces.database.size')).toBe('500 GiB');
    expect(written.at('runbook.provision.takes')).toBe('triangular, min 1h, mode 2h, max 8h');
    expect(written.at('runbook.nowhere.takes')).toBeUndefined();
  });

  it('tells a value that names its source by the value alone', () => {
    const written = new WrittenValues(shippedScenario('dalp-hot-cold'));
    expect(written.at('surfaces.postgresql.size')).toBe('500 GiB');
    expect(written.at('surfaces.postgresql.log-archive.lag')).toBe('exponential, mean 2m');
  });

  it('rounds what nobody reads, for the eye only', () => {
    const odd = scenarioOf(SMALL_SCENARIO.replace('sigma: 0.5', 'sigma: 0.123456789'));
    const written = new WrittenValues(odd);
    expect(written.at('runbook.validate.takes')).toContain('sigma 0.1235');
    expect(written.all()['runbook.validate.takes']).toContain('sigma: 0.123456789');
  });

  it('lists every value of every shipped scenario under a path that finds it again', () => {
    for (const name of ['dalp-hot-cold', 'dalp-hot-warm', 'patterns/hot-hot', 'cases/gitlab-2017']) {
      const written = new WrittenValues(shippedScenario(name));
      const paths = Object.keys(written.all());
      expect(paths.length).toBeGreaterThan(30);
      expect(paths.filter((path) => written.at(path) === undefined)).toEqual([]);
    }
  });
});

describe('changedSettings', () => {
  const settings = (text: string) => new WrittenValues(scenarioOf(text)).all();

  it('finds nothing between a scenario and itself', () => {
    expect(changedSettings(settings(SMALL_SCENARIO), settings(SMALL_SCENARIO))).toEqual([]);
  });

  it('tells what was changed, added and taken away, in the order of the paths', () => {
    const later = SMALL_SCENARIO.replace('schedule: 0 1 * * *', 'schedule: every 6h')
      .replace('  manifests: { versioned: true }\n', '')
      .replace('declare: { takes: 15m }', 'declare: { takes: 15m, fails: 1% }');
    expect(changedSettings(settings(SMALL_SCENARIO), settings(later))).toEqual([
      { path: 'runbook.declare.fails', before: undefined, now: '1%' },
      { path: 'surfaces.database.base-backup.schedule', before: '0 1 * * *', now: 'every 6h' },
      { path: 'surfaces.manifests.versioned', before: 'true', now: undefined },
    ]);
  });
});
