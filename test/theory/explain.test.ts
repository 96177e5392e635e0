import { describe, expect, it } from 'vitest';
import { compile } from '../../src/plan/compile.js';
import type { Plan } from '../../src/plan/plan.js';
import { chanceInputs } from '../../src/study/explain/chance-inputs.js';
import { counterfactualPlans } from '../../src/study/explain/counterfactual-plans.js';
import { drawnColumns, judgeInputs } from '../../src/study/explain/judge-inputs.js';
import { partsOf } from '../../src/study/explain/path-outcomes.js';
import { PlaysRecorder, type PlaysOutcomes } from '../../src/study/explain/plays-recorder.js';
import { HOUR } from '../../src/units/quantity.js';
import { NO_LOSS, smallPlan } from '../support/small-plan.js';
import { scenarioOf } from '../support/plan-of.js';

function played(plans: readonly Plan[], { incidents, seed = 5 }: { incidents: number; seed?: number }): PlaysOutcomes {
  const recorder = new PlaysRecorder({ seed, incidents, plans, isInDetail: true });
  recorder.play({ from: 0, to: plans.length * incidents });
  return recorder.outcomes;
}

describe('The parts of a path', () => {
  it('are those of a graph that was worked by hand, with waiting for people and for links apart', () => {
    // The officer comes after an hour and decides for one more. Two transfers share 1 MiB/s, which each could have alone: 3000
    // MiB take 6000 s, and of 3600 MiB the last 600 then take 600 s: 6600 s in place of 3600. The check beside them never
    // matters.
    const plan = smallPlan(`${NO_LOSS}
people: { officer: { count: 1, hours: always, call-out: 1h } }
links: { wire: { rate: 1 MiB/s } }
runbook:
  decide: { takes: 1h, needs: officer }
  copy: { follows: decide, transfers: { bytes: 3600 MiB, rate: 1 MiB/s, over: wire } }
  other: { follows: decide, transfers: { bytes: 3000 MiB, rate: 1 MiB/s, over: wire } }
  check: { follows: decide, takes: 30m }
  last: { follows: [copy, other, check], takes: 15m }`);
    const { plays, paths } = played([plan], { incidents: 3 });
    const hours = partsOf(paths)
      .map(({ kind, name, rto }) => [kind, name, rto[2] / HOUR] as const)
      .filter(([, , each]) => each > 0);
    expect(plays[0].rto[2]).toBeCloseTo(2 * HOUR + 6600 + 900, 6);
    expect(hours.reduce((sum, [, , each]) => sum + each, 0)).toBeCloseTo(2.25 + 6600 / HOUR, 9);
    expect(hours.map(([kind, name, each]) => [kind, name, Number(each.toFixed(9))])).toEqual([
      ['step', 'decide', 1],
      ['step', 'copy', 1],
      ['step', 'last', 0.25],
      ['wait-for-people', 'officer', 1],
      ['wait-for-link', 'wire', 0.833333333],
    ]);
  });
});

describe('The indices of inputs', () => {
  it('of steps in a row are their shares of the variance, and 0 exactly for one that nothing waits for', () => {
    // Uniform on 0 to w: w²/12, so 9 : 4 : 1; a step beside them of a second never decides.
    const plan = smallPlan(`${NO_LOSS}
runbook:
  a: { takes: { uniform: { min: 1h, max: 4h } } }
  b: { follows: a, takes: { uniform: { min: 0h, max: 2h } } }
  idle: { takes: { uniform: { min: 0s, max: 1s } } }
  last: { follows: [b, idle], takes: { uniform: { min: 0h, max: 1h } } }`);
    const incidents = 20_000;
    const inputs = chanceInputs(plan).filter(({ name }) => name.startsWith('runbook.'));
    const { plays } = played([plan, ...inputs.map(({ redraw }) => redraw(plan))], { incidents });
    const [base, ...redrawn] = plays.map(({ rto }) => rto);
    const draws = drawnColumns(plan, { seed: 5, incidents });
    const judged = judgeInputs(inputs, { values: base, redrawn }, { draws, probability: 0.95, confidence: 0.95 });
    const known = { 'runbook.a.takes': 9 / 14, 'runbook.b.takes': 4 / 14, 'runbook.last.takes': 1 / 14 };
    for (const [name, share] of Object.entries(known)) {
      const total = judged.find((each) => each.name === name)?.total ?? { value: NaN, high: NaN };
      // 5.5 standard errors: a false alarm of 4e-8 each.
      expect(Math.abs(total.value - share), name).toBeLessThan((5.5 / 1.96) * (total.high - total.value));
    }
    expect(judged.find(({ name }) => name === 'runbook.idle.takes')).toMatchObject({
      total: { value: 0, low: 0, high: 0 },
      tail: { value: 0 },
      verdict: 'negligible',
    });
  });

  it('fixed at a quantile, an input is that quantile of its law in every incident', () => {
    const plan = smallPlan(`${NO_LOSS}
runbook:
  last: { takes: { uniform: { min: 0h, max: 10h } } }`);
    const [input] = chanceInputs(plan).filter(({ name }) => name === 'runbook.last.takes');
    const { plays } = played([input.fix?.(plan, 0.9) ?? plan], { incidents: 50 });
    expect(new Set(plays[0].rto)).toEqual(new Set([9 * HOUR]));
  });
});

describe('What would change it', () => {
  const TEXT = `
drillcast: 1
name: small
period: { from: 2026-01-05, to: 2026-01-12 }
incidents: { loss: {} }
people: { engineers: { count: 1, hours: always } }
surfaces: { db: { base-backup: { schedule: "0 1 * * *", takes: 10m, succeeds: 95% } } }
runbook:
  a: { takes: 1h to 3h, needs: engineers, fails: 20% }
  b: { takes: 1h to 4h, needs: engineers }
  last: { follows: [a, b], takes: 15m }
milestones: { service-reopened: last, incident-closed: last }`;

  it.each([
    [
      'step-takes-no-time',
      'a',
      'a: { takes: 1h to 3h, needs: engineers, fails: 20% }',
      'a: { takes: 0s, needs: engineers }',
    ],
    ['one-more-person', 'engineers', 'count: 1', 'count: 2'],
    ['copies-twice-as-often', 'db.base-backup', '0 1 * * *', '0 1,13 * * *'],
  ])('%s is what a scenario gives that says so, incident by incident', (kind, subject, from, to) => {
    const scenario = scenarioOf(TEXT);
    const plan = compile(scenario);
    const tried = counterfactualPlans(scenario, plan, [true, true, true]);
    const change = tried.find((each) => each.kind === kind && each.subject === subject);
    expect(TEXT).toContain(from);
    const written = compile(scenarioOf(TEXT.replace(from, to)));
    const { plays } = played([change?.plan ?? plan, written, plan], { incidents: 500 });
    expect(plays[0]).toEqual(plays[1]);
    expect(plays[0]).not.toEqual(plays[2]);
  });
});
