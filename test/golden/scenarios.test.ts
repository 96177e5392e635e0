import { describe, expect, it } from 'vitest';
import { compile } from '../../src/plan/compile.js';
import { replicate } from '../../src/study/replicate.js';
import { renderJson } from '../../src/report/render-json.js';
import { summarise } from '../../src/study/summarise.js';
import { summaryContext } from '../../src/study/summary-context.js';
import { goldenText } from '../support/golden-file.js';
import { shippedScenario } from '../support/plan-of.js';

/** Numbers may differ by so much, relatively; everything else not at all. */
const TOLERANCE = 1e-9;

/** Every place at which two JSON values differ. */
function differences(found: unknown, golden: unknown, path = '$'): string[] {
  if (typeof found === 'number' && typeof golden === 'number') {
    const isClose = Math.abs(found - golden) <= TOLERANCE * Math.max(Math.abs(found), Math.abs(golden));
    return isClose ? [] : [`${path}: ${String(found)}, golden ${String(golden)}`];
  }
  if (typeof found !== 'object' || typeof golden !== 'object' || found === null || golden === null) {
    return found === golden ? [] : [`${path}: ${JSON.stringify(found)}, golden ${JSON.stringify(golden)}`];
  }
  const [ours, theirs] = [new Map(Object.entries(found)), new Map(Object.entries(golden))];
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((key) =>
    differences(ours.get(key), theirs.get(key), `${path}.${key}`),
  );
}

describe('the results of a shipped scenario', () => {
  it.each([
    'cases/gitlab-2017',
    'dalp-cloud-native',
    'dalp-hot-cold',
    'dalp-hot-hot',
    'dalp-hot-warm',
    'patterns/cloud-native',
    'patterns/hot-cold',
    'patterns/hot-hot',
    'patterns/hot-warm',
    'postgres-pgbackrest-drills',
    'reference-r1',
    'reference-r1-unlimited',
  ])(
    'do not move by themselves: %s',
    (name) => {
      const scenario = shippedScenario(name);
      const outcomes = replicate(compile(scenario), { seed: 1, incidents: 20_000 });
      const origin = { version: '0.0.0', file: `scenarios/${name}.yaml`, sha256: '0'.repeat(64) };
      const found = renderJson(summarise(outcomes, summaryContext(scenario, origin)));
      const golden = goldenText(new URL(`./scenarios/${name.replace('/', '-')}.json`, import.meta.url), found);
      expect(differences(JSON.parse(found), JSON.parse(golden))).toEqual([]);
    },
  );

  it('would show a number that moved by a millionth, and a key that went', () => {
    const golden = { metrics: { rto: { mean: 1000, max: null } } };
    expect(differences({ metrics: { rto: { mean: 1000.001 } } }, golden)).toEqual([
      '$.metrics.rto.mean: 1000.001, golden 1000',
      '$.metrics.rto.max: undefined, golden null',
    ]);
  });
});
