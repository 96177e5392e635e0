import { describe, expect, it } from 'vitest';
import { compile } from '../../../../src/plan/compile.js';
import type { Plan } from '../../../../src/plan/plan.js';
import { mayCount } from '../../../../src/scenario/rules/counts-as-rules.js';
import { beliefOf, uncertainInputs } from '../../../../src/study/uncertainty/uncertain-inputs.js';
import { drawPlans } from '../../../../src/study/uncertainty/draw-plans.js';
import { uncertainSites } from '../../../../src/study/uncertainty/uncertain-sites.js';
import { scenarioOf, shippedScenario } from '../../../support/plan-of.js';

const SCENARIO = scenarioOf(`drillcast: 1
name: Everything uncertain
people: { engineers: { count: 1, hours: always, call-out: { value: 5m to 1h, source: drill, counts-as: 4 } } }
links: { wire: { rate: { value: 40 MiB/s to 90 MiB/s, source: measured, counts-as: 9 } } }
surfaces:
  database:
    size: 100 GiB
    base-backup:
      schedule: '0 1 * * *'
      takes: { value: 1h to 3h, source: imported, counts-as: 30 }
      succeeds: { value: 97%, source: imported, counts-as: 30 }
      copied-after: 15m to 1h
      keep: 7d
      incremental: { schedule: '0 13 * * *', takes: 10m to 30m, succeeds: 98% }
    log-archive: { every: 5m, lag: { value: 1s to 9s, source: measured }, volume: 1 GiB/h }
  files: { replication: { every: 6h, takes: { value: 10m to 1h, source: vendor }, succeeds: 95% } }
  cache: { replica: { lag: 1s to 5s } }
incidents: { loss: {} }
readiness: { rehearsed: { asks: 'Was it rehearsed?', answer: no, if-not: { fails: { provision: 50% } } } }
runbook:
  provision: { needs: engineers, takes: { value: 1h to 4h, source: drill, counts-as: 5 }, fails: { probability: 20%, rework: 10m } }
  restore: { follows: provision, transfers: { bytes: database.size, rate: 60 MiB/s to 200 MiB/s, over: wire } }
  copy: { follows: restore, transfers: { bytes: { value: 1 GiB, source: measured }, rate: { value: 9 MiB/s, source: drill } } }
  catch-up: { follows: copy, catches-up: { behind: elapsed, arrives: 1/s, rate: { value: 3/s to 9/s, source: drill, counts-as: 3 } } }
  look: { follows: catch-up, searches: { backups-of: database, each: 1m to 3m }, fails: { value: 5%, source: drill, counts-as: 20 } }
  idle: { follows: look, takes: 0s }
milestones: { service-reopened: idle, incident-closed: idle }
`);
const PLAN = compile(SCENARIO);

const pathsOf = (assumptionsCount: number | undefined): readonly string[] =>
  uncertainInputs(PLAN, SCENARIO, assumptionsCount).map(({ path, countsAs }) => `${path} ${String(countsAs)}`);

describe('The uncertain inputs of a plan', () => {
  it('are those that say what they count as, and no others where assumptions are taken as known', () => {
    expect(pathsOf(undefined)).toEqual([
      'runbook.provision.takes 5',
      'runbook.catch-up.catches-up.rate 3',
      'runbook.look.fails 20',
      'people.engineers.call-out 4',
      'links.wire.rate 9',
      'surfaces.database.base-backup.takes 30',
      'surfaces.database.base-backup.succeeds 30',
    ]);
  });

  it('are with assumptions all that nobody measured: no 0, no share of runs, and nothing that is measured or drilled', () => {
    expect(pathsOf(2).filter((each) => each.endsWith(' 2'))).toEqual([
      'runbook.provision.fails.rework 2',
      'runbook.provision.fails 2',
      'runbook.restore.transfers.rate 2',
      'runbook.look.searches.each 2',
      'surfaces.cache.replica.lag 2',
      'surfaces.database.base-backup.copied-after 2',
      'surfaces.database.base-backup.incremental.takes 2',
      'surfaces.files.replication.takes 2',
    ]);
  });

  it.each(['dalp-hot-cold-all', 'dalp-hot-warm', 'dalp-cloud-native', 'postgres-pgbackrest-drills'])(
    'stand in %s where the language lets them say what they count as, and are laws of the plan',
    (name) => {
      const scenario = shippedScenario(name);
      const plan = compile(scenario);
      const sites = uncertainSites(plan, scenario);
      expect(sites.flatMap(({ paths }) => paths).filter((path) => !mayCount(path))).toEqual([]);
      expect(sites.length).toBeGreaterThan(10);
    },
  );

  it('put in place of a value change that one and nothing else', () => {
    for (const { paths, value } of uncertainSites(PLAN, SCENARIO)) {
      const put = (plan: Plan): Plan =>
        value.kind === 'share' ? value.put(plan, 0.123) : value.put(plan, { kind: 'fixed', value: 123.5 });
      const changed = JSON.stringify(put(PLAN), numbers);
      expect(changed, paths[0]).not.toBe(JSON.stringify(PLAN, numbers));
      const back = value.kind === 'share' ? value.put(put(PLAN), value.share) : value.put(put(PLAN), value.law);
      expect(withoutRounding(back), paths[0]).toEqual(withoutRounding(PLAN));
    }
  });

  it('keep what the plan lacks apart from how often a step fails by itself', () => {
    const input = uncertainInputs(PLAN, SCENARIO, 2).find(({ path }) => path === 'runbook.provision.fails');
    const value = input?.value;
    if (value?.kind !== 'share') throw new Error('the failures of provision are no share');
    // By itself 20 %, and one in two for what was not rehearsed.
    expect(PLAN.steps[0].failure).toBeCloseTo(0.6, 12);
    expect([value.share, value.put(PLAN, 0.4).steps[0].failure]).toEqual([0.2, expect.closeTo(0.7, 12)]);
    // What always fails would be tried for ever.
    expect(value.put(PLAN, 1).steps[0].failure).toBe(0.99);
  });
});

describe('The draws of a plan', () => {
  const draw = (assumptionsCount: number | undefined) =>
    drawPlans(PLAN, uncertainInputs(PLAN, SCENARIO, assumptionsCount), { seed: 9, draws: 6 });

  it('are the same for a value whatever else is uncertain', () => {
    const [alone, among] = [draw(undefined), draw(2)];
    expect(among.plans.map(({ steps }) => steps[0].takes)).toEqual(alone.plans.map(({ steps }) => steps[0].takes));
    expect(among.plans[3].steps[0].takes).not.toEqual(among.plans[4].steps[0].takes);
  });

  it('give the first attempt and later ones the same law', () => {
    for (const plan of draw(2).plans) {
      const [{ takes, takesColumn }, { transfer }] = plan.steps;
      expect(plan.columns[takesColumn].law).toEqual(takes);
      expect(plan.columns[transfer?.rateColumn ?? -1].law).toEqual(transfer?.rate);
    }
  });

  it('lie about what is known, the closer the more it counts as', () => {
    const belief = beliefOf({ kind: 'lognormal', mu: 7, sigma: 0.5 }, 10);
    expect(belief).toEqual({ mu: 7, kappa: 10, alpha: 6, beta: 1.25 });
    const bounded = beliefOf({ kind: 'clamped', law: { kind: 'lognormal', mu: 7, sigma: 0.5 }, atMost: 1 }, 10);
    expect(bounded).toEqual(belief);
  });
});

/** Typed arrays as lists, so that they are compared too. */
function numbers(_: string, value: unknown): unknown {
  return value instanceof Float64Array || value instanceof Int32Array ? [...value] : value;
}

function withoutRounding(plan: Plan): unknown {
  return { ...plan, steps: plan.steps.map((step) => ({ ...step, failure: Number(step.failure.toPrecision(12)) })) };
}
