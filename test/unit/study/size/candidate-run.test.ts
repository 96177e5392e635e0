import { describe, expect, test } from 'vitest';
import { compile } from '../../../../src/plan/compile.js';
import type { Outcomes } from '../../../../src/study/outcomes.js';
import { replicate } from '../../../../src/study/replicate.js';
import { CandidateRun, type Combination } from '../../../../src/study/size/candidate-run.js';
import { SizingStudy } from '../../../../src/study/size/sizing-study.js';
import { summaryContext } from '../../../../src/study/summary-context.js';
import { scenarioOf } from '../../../support/plan-of.js';
import { SIZED_REQUIREMENTS } from '../../../support/synthetic-sizing.js';

const LOOK = 4096;

const scenario = scenarioOf(`drillcast: 1
name: Sized
surfaces: { db: { size: 1 GiB, base-backup: { schedule: every 1h, takes: 1m, keep: 7d } } }
incidents: { region-loss: { frequency: 1 per 1y } }
runbook: { restore: { takes: 1h } }
milestones: { service-reopened: restore, incident-closed: restore }
costs: { currency: EUR, downtime: 1/h, data-loss: 1/h, unrecoverable: 1000, storage: 0.01/GiB/month }
`);
const plan = compile(scenario);
const combination: Combination = {
  number: 0,
  values: [],
  order: 0,
  scenario,
  plan,
  context: summaryContext(scenario, { version: '0', file: 'sized.yaml', sha256: '' }, plan),
};
const played = replicate(plan, { seed: 1, incidents: LOOK });

/** The same incidents, each at the cost that its number gives. */
const costing = (cost: (incident: number) => number): Outcomes => ({
  ...played,
  costs: Float64Array.from({ length: LOOK }, (_, incident) => cost(incident)),
});

test('A limit on what is rare is not called missed on four incidents, when many intervals must hold together', () => {
  const run = new CandidateRun(combination);
  run.add({
    ...played,
    metrics: played.metrics.map(({ name, values }) => ({ name, values: Float64Array.from(values).fill(NaN, 0, 4) })),
  });
  const rare = {
    quantity: { kind: 'unrecoverable', disaster: undefined },
    comparison: '<=',
    limit: 1e-4,
    text: 'share(unrecoverable) <= 0.01%',
  } as const;
  // Four or more of 4096 at one in ten thousand: once in 1,200 times, and once in 140,000 is what is allowed.
  expect(run.judge([rare], 1 - 7e-6).verdict).toBe('undecided');
  expect(run.judge([rare], 0.95).verdict).toBe('missed');
});

describe('A sizing of combinations that were struck by unequally many incidents', () => {
  const noise = (incident: number): number => (incident % 2 === 0 ? 40 : -40);
  const study = new SizingStudy([combination, combination, combination], {
    varied: [],
    requirements: SIZED_REQUIREMENTS,
    minimise: null,
    tolerance: 0,
    seed: 1,
    incidents: 2 * LOOK,
  });
  study.add(
    0,
    costing(() => 100),
  );
  study.add(
    1,
    costing(() => 101),
  );
  study.add(
    2,
    costing((incident) => 100.5 + noise(incident)),
  );
  study.look();
  const stillIn = study.inQuestion;
  // The incidents that follow are dear ones, by luck.
  study.add(
    0,
    costing(() => 150),
  );
  study.add(
    2,
    costing((incident) => 150.5 + noise(incident)),
  );
  study.look();
  const sizing = study.sizing('ceiling', [], 'EUR');

  test('holds costs against each other by the incidents that struck both', () => {
    expect(stillIn).toEqual([0, 2]);
    const [chosen, dearer, contender] = sizing.candidates;
    expect(sizing.chosen).toBe(0);
    expect(dearer.costPerYear.value).toBeLessThan(chosen.costPerYear.value);
    expect(chosen.dearerBy).toBe(null);
    expect(dearer.dearerBy?.value).toBeCloseTo(1, 6);
    expect(dearer.dearerBy?.low).toBeGreaterThan(0);
    expect(contender.dearerBy?.value).toBeCloseTo(0.5, 6);
    expect(contender.dearerBy?.low).toBeLessThan(0);
  });

  test('calls nothing cheaper that was found to be dearer, and puts nothing on the frontier for its luck', () => {
    expect(sizing.neighbours).toMatchObject({ cheaper: null, cheaperOnes: 0 });
    expect(sizing.candidates.map(({ isOnFrontier }) => isOnFrontier)).toEqual([true, false, false]);
  });
});
