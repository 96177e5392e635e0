import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/plan/compile.js';
import { readScenario } from '../../../src/scenario/read-scenario.js';
import { replicate } from '../../../src/study/replicate.js';
import { summarise } from '../../../src/study/summarise.js';
import { summaryContext } from '../../../src/study/summary-context.js';
import { scenarioOf } from '../../support/plan-of.js';

const plan = (asked: string) => `
drillcast: 1
name: Three kinds
incidents:
  flood: { frequency: 1 per 20y }
  release: { frequency: 1 per year }
  worm: { frequency: 3 per year }
${asked}
runbook:
  find: { takes: 1m }
  roll-back: { follows: find, when: release, takes: 10m }
  rebuild: { follows: find, when: [flood, worm], takes: 10h }
milestones: { service-reopened: [roll-back, rebuild], incident-closed: [roll-back, rebuild] }
`;

function answerTo(asked: string) {
  const scenario = scenarioOf(plan(asked));
  const outcomes = replicate(compile(scenario), { seed: 1, incidents: 2000 });
  return summarise(
    outcomes,
    summaryContext(scenario, { version: '0.0.0', file: 'three.yaml', sha256: '0'.repeat(64) }),
  );
}

describe('asks-about', () => {
  test('lets one kind strike alone; steps may go on naming the others', () => {
    const { incidentKinds, metrics } = answerTo('asks-about: release');
    expect(Object.keys(incidentKinds)).toEqual(['release']);
    expect(incidentKinds['release']).toMatchObject({ share: 1, metrics: null });
    expect([metrics.rto.min, metrics.rto.max]).toEqual([660, 660]);
  });

  test('mixes several by their frequency, whichever of them come last', () => {
    const { incidentKinds } = answerTo('asks-about: [flood, release]');
    expect(Object.keys(incidentKinds)).toEqual(['flood', 'release']);
    // One in 21 of 2000, four standard deviations of a binomial law around it.
    expect(Math.abs(incidentKinds['flood'].share - 1 / 21)).toBeLessThan(0.02);
    expect(incidentKinds['flood'].share + incidentKinds['release'].share).toBe(1);
  });

  test('is about all when it is absent', () => {
    expect(Object.keys(answerTo('').incidentKinds)).toEqual(['flood', 'release', 'worm']);
  });

  test.each([
    ['a kind that there is not', 'asks-about: floods', 'flood'],
    ['a kind twice', 'asks-about: [worm, worm]', ''],
    ['none', 'asks-about: []', ''],
  ])('of %s is a problem', (_, asked, mend) => {
    const result = readScenario(plan(asked), { file: 'three.yaml', load: () => undefined });
    if (result.kind !== 'problems') throw new Error('the scenario was read');
    expect(result.problems.map(({ path }) => path.slice(0, 10))).toEqual(['asks-about']);
    expect(result.problems[0].mend ?? '').toContain(mend);
  });
});
