import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.js';
import { compileYears } from '../../src/plan/years-plan.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { YearSimulator } from '../../src/simulation/years/year-simulator.js';
import { replicate } from '../../src/study/replicate.js';
import { HOUR } from '../../src/units/quantity.js';
import { kolmogorovDistance, kolmogorovLimit } from '../support/kolmogorov-smirnov.js';
import { scenarioOf } from '../support/plan-of.js';
import { disasterPlan } from '../support/small-plan.js';

/**
 * Copies that are cut off and come back, by theory: whoever reaches nothing waits for the provider, and then recovers
 * from what there is. Whole laws are within the Dvoretzky–Kiefer–Wolfowitz bound, which a true sample passes but for one
 * of a million.
 */
const INCIDENTS = 20_000;
const LIMIT = kolmogorovLimit(INCIDENTS, 1e-6);
const MEAN = 4;

const SITES = 'sites: { here: {}, there: {}, vault: {} }';
const RETURNS = `provider-returns-after: { exponential: { mean: ${String(MEAN)}h } }`;
/** A restore of an hour, which a step says that it is. */
const RESTORE = `
runbook:
  declare: { takes: 0s }
  restore-it: { follows: declare, transfers: { bytes: db.size, rate: 1 MB/s } }
  last: { follows: restore-it, takes: 0s }`;

const play = (plan: Plan, incidents = INCIDENTS) => {
  const { metrics } = replicate(plan, { seed: 17, incidents });
  return { rto: metrics[0].values, rpo: metrics[1].values };
};

const world = (kind: string, more = RESTORE): Plan =>
  disasterPlan(`${SITES}
surfaces:
  db: { on: here, size: 3600 MB, replication: { on: there, every: 6h, takes: 0s } }
incidents: { loss: { ${kind} } }
${more}`);

/** The law of the provider's return, so many hours later. */
const later =
  (hours: number) =>
  (x: number): number =>
    x < hours * HOUR ? 0 : 1 - Math.exp(-(x / HOUR - hours) / MEAN);
const age = (x: number): number => Math.min(1, x / (6 * HOUR));

describe('a copy that is cut off and comes back', () => {
  it('is waited for and then restored: RTO is the return and the restore, RPO the age of the copy', () => {
    const { rto, rpo } = play(world(`destroys: here, cuts-off: there, ${RETURNS}`));
    expect(kolmogorovDistance(rto, later(1))).toBeLessThan(LIMIT);
    expect(kolmogorovDistance(rpo, age)).toBeLessThan(LIMIT);
  });

  it('needs no restore when what is live comes back with it: RTO is the return, and nothing is lost', () => {
    const when = RESTORE.replace('follows: declare,', 'follows: declare, when: db, takes: 5h,');
    const { rto, rpo } = play(world(`cuts-off: [here, there], ${RETURNS}`, when));
    expect(kolmogorovDistance(rto, later(0))).toBeLessThan(LIMIT);
    expect(rpo.every((loss) => loss === 0)).toBe(true);
  });

  it('lets people do what they can until then: RTO is the later of return and preparation, and the restore', () => {
    const prepared = RESTORE.replace('declare: { takes: 0s }', 'declare: { takes: 3h }');
    const { rto } = play(world(`destroys: here, cuts-off: there, ${RETURNS}`, prepared));
    expect(kolmogorovDistance(rto, (x) => (x < 4 * HOUR - 1e-6 ? 0 : later(1)(x)))).toBeLessThan(LIMIT);
  });

  it.each([
    ['by its condition, where no step restores', 'restore-it: { follows: declare, when: db, takes: 1h }'],
    ['by nothing at all: then whatever comes first waits', 'restore-it: { follows: declare, takes: 1h }'],
  ])('is waited for by the step that needs it, %s', (_, step) => {
    const runbook = `
runbook: { declare: { takes: 0s }, ${step}, last: { follows: restore-it, takes: 0s } }`;
    const { rto } = play(world(`destroys: here, cuts-off: there, ${RETURNS}`, runbook));
    expect(kolmogorovDistance(rto, later(1))).toBeLessThan(LIMIT);
  });

  it('is waited for by the reopening at the latest, where the step that restores is not called for', () => {
    const never = RESTORE.replace('follows: declare,', 'follows: declare, when: other,').replace(
      'last: {',
      'last: { when: other,',
    );
    const plan = disasterPlan(`${SITES}
surfaces: { db: { on: here, size: 3600 MB, replication: { on: there, every: 6h, takes: 0s } } }
asks-about: loss
incidents: { loss: { destroys: here, cuts-off: there, ${RETURNS}, frequency: 1 per 1y }, other: { frequency: 1 per 1y } }
${never}`);
    expect(kolmogorovDistance(play(plan).rto, later(0))).toBeLessThan(LIMIT);
  });

  it('is waited for by what catches up with the loss, which nobody knows before', () => {
    const plan = world(
      `destroys: here, cuts-off: there, ${RETURNS}`,
      `
runbook:
  restore-it: { transfers: { bytes: db.size, rate: 1 MB/s } }
  catch-up: { catches-up: { behind: rpo, speed: 1 } }
  last: { follows: [restore-it, catch-up], takes: 0s }`,
    );
    const simulator = new IncidentSimulator(plan, 3);
    for (let incident = 0; incident < 500; incident++) {
      simulator.play(incident);
      const returns = simulator.strike.returnsAfter;
      expect(simulator.rto).toBeCloseTo(returns + Math.max(HOUR, simulator.rpo), 6);
    }
  });

  it('is not the past of a surface that the platform can live without', () => {
    const plan = disasterPlan(`${SITES}
surfaces: { db: { on: here, size: 3600 MB, data-bearing: false, replication: { on: there, every: 6h, takes: 0s } } }
incidents: { loss: { destroys: here, cuts-off: there, ${RETURNS} } }
${RESTORE}`);
    expect(play(plan, 100).rto.every((rto) => rto === HOUR)).toBe(true);
  });

  it('is not waited for where another is at hand, though that is older', () => {
    const plan = disasterPlan(`${SITES}
surfaces:
  db:
    on: here
    size: 3600 MB
    replica: { on: there }
    replication: { on: vault, every: 6h, takes: 0s }
incidents: { loss: { destroys: here, cuts-off: there, ${RETURNS} } }
${RESTORE}`);
    const { rto, rpo } = play(plan);
    expect(rto.every((seconds) => seconds === HOUR)).toBe(true);
    expect(kolmogorovDistance(rpo, age)).toBeLessThan(LIMIT);
  });
});

describe('what is gone for good', () => {
  it.each([
    ['cut off by a provider who does not return', 'destroys: here, cuts-off: there'],
    ['destroyed, whoever returns', 'destroys: [here, there], cuts-off: vault, provider-returns-after: 1h'],
    ['attacked, whoever returns', 'corrupts: db, cuts-off: there, attacks-copies: 100%, provider-returns-after: 1h'],
  ])('is unrecoverable: %s', (_, kind) => {
    expect(play(world(kind), 200).rto.every(Number.isNaN)).toBe(true);
  });

  it('is unrecoverable when keys are, though what they read comes back', () => {
    const plan = (keys: string) =>
      disasterPlan(`${SITES}
surfaces:
  db: { on: here, size: 3600 MB, replication: { on: there, every: 6h, takes: 0s, readable-with: keys } }
  keys: { on: here, data-bearing: false, replica: { on: ${keys} } }
incidents: { loss: { destroys: here, cuts-off: there, ${RETURNS} } }
${RESTORE}`);
    expect(play(plan('here'), 200).rto.every(Number.isNaN)).toBe(true);
    expect(kolmogorovDistance(play(plan('there')).rto, later(1))).toBeLessThan(LIMIT);
  });

  it('is found out when the provider has returned, where what came back is no use', () => {
    const plan = disasterPlan(`${SITES}
surfaces:
  db: { on: here, size: 3600 MB, base-backup: { on: there, schedule: every 1d, takes: 0s, keep: 12h } }
incidents: { loss: { destroys: here, cuts-off: there, ${RETURNS} } }
${RESTORE}`);
    const { rto } = play(plan);
    const lost = rto.filter((seconds) => Number.isNaN(seconds)).length / INCIDENTS;
    expect(Math.abs(lost - 0.5)).toBeLessThan(5.2 * Math.sqrt(0.25 / INCIDENTS));
    const found = rto.filter((seconds) => !Number.isNaN(seconds));
    expect(kolmogorovDistance(found, later(1))).toBeLessThan(kolmogorovLimit(found.length, 1e-6));
  });
});

describe('when every backup at hand is bad', () => {
  it('people wait for the one that is cut off', () => {
    const plan = disasterPlan(`${SITES}
surfaces:
  db:
    on: here
    size: 3600 MB
    base-backup: { on: vault, schedule: every 1d, takes: 0s, keep: 1d, restorable: 50% }
    replication: { on: there, every: 6h, takes: 0s }
incidents: { loss: { destroys: here, cuts-off: there, ${RETURNS} } }
runbook:
  restore-it: { restores: db, transfers: { bytes: db.size, rate: 1 MB/s } }
  last: { follows: restore-it, takes: 0s }`);
    const simulator = new IncidentSimulator(plan, 5);
    const seen = { good: 0, bad: 0 };
    for (let incident = 0; incident < 500; incident++) {
      simulator.play(incident);
      const isFirstGood = simulator.protection.chosen[0] === 1;
      seen[isFirstGood ? 'good' : 'bad']++;
      const { returnsAfter } = simulator.strike;
      expect(simulator.rto).toBeCloseTo(isFirstGood ? HOUR : Math.max(HOUR, returnsAfter) + HOUR, 6);
    }
    expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(100);
  });
});

describe('people who decide', () => {
  const decided = (kind: string, alternatives: string): Plan =>
    world(
      kind,
      `
decisions: { way-back: { after: declare, alternatives: { ${alternatives} } } }
runbook:
  declare: { takes: 0s }
  restore-it: { follows: declare, when: [db, rebuild], transfers: { bytes: db.size, rate: 1 MB/s } }
  last: { follows: restore-it, takes: 0s }`,
    );

  it('do not lose patience with the provider while they reach nothing else', () => {
    const plan = decided(`cuts-off: [here, there], ${RETURNS}`, 'wait: { waits: 30m }, rebuild: {}');
    const { steps, metrics } = replicate(plan, { seed: 17, incidents: INCIDENTS });
    expect(steps.decisions[0].taken.every((taken) => taken === 0)).toBe(true);
    expect(kolmogorovDistance(metrics[0].values, later(0))).toBeLessThan(LIMIT);
    expect(metrics[1].values.every((loss) => loss === 0)).toBe(true);
  });

  it('go on to what can be had without him where nobody has thought of waiting, and wait with it', () => {
    const plan = decided(`destroys: here, cuts-off: there, ${RETURNS}`, 'rebuild: {}, give-up: {}');
    const { steps, metrics } = replicate(plan, { seed: 17, incidents: INCIDENTS });
    expect(steps.decisions[0].taken.every((taken) => taken === 0)).toBe(true);
    expect(kolmogorovDistance(metrics[0].values, later(1))).toBeLessThan(LIMIT);
  });

  it('lose patience as they say where they reach something else', () => {
    const plan = decided(`cuts-off: here, ${RETURNS}`, 'wait: { waits: 30m }, rebuild: {}');
    const rewarded = play(plan).rto.filter((rto) => rto < 0.5 * HOUR).length / INCIDENTS;
    const expected = 1 - Math.exp(-0.5 / MEAN);
    expect(Math.abs(rewarded - expected)).toBeLessThan(5.2 * Math.sqrt((expected * (1 - expected)) / INCIDENTS));
  });
});

describe('in years', () => {
  const yearsOf = (incidents: string) => {
    const scenario = scenarioOf(`drillcast: 1
name: years
${SITES}
surfaces: { db: { on: here, size: 3600 MB, replication: { on: there, every: 6h, takes: 0s } } }
incidents: ${incidents}
${RESTORE}
milestones: { service-reopened: last, incident-closed: last }
`);
    const simulator = new YearSimulator(compileYears(scenario), 7);
    return Array.from({ length: 300 }, (_, year) => {
      simulator.play(year);
      return simulator.incidents;
    }).flat();
  };

  it('the provider of an incident is waited for as in a run', () => {
    const rto = yearsOf(`{ loss: { frequency: 4 per 1y, destroys: here, cuts-off: there, ${RETURNS} } }`).map(
      (one) => one.rto,
    );
    expect(rto.length).toBeGreaterThan(1000);
    expect(rto.some(Number.isNaN)).toBe(false);
    // Those that meet another are as few as can be told apart from none.
    expect(kolmogorovDistance(Float64Array.from(rto), later(1))).toBeLessThan(kolmogorovLimit(rto.length, 1e-6));
  });

  it('the provider of an earlier incident is waited for too, where he keeps the only copy, beyond the end of the period', () => {
    const losses = yearsOf(`
  outage: { frequency: 1 per 2y, cuts-off: there, provider-returns-after: 30d, sets-off: { loss: { probability: 100%, after: 2h } } }
  loss: { frequency: 1 per 10000y, destroys: here }`).filter(({ kind }) => kind === 0);
    expect(losses.length).toBeGreaterThan(100);
    expect(losses.every(({ isRecovered }) => isRecovered)).toBe(true);
    const waits = 30 * 24 * HOUR - 2 * HOUR + HOUR;
    // Another outage in between keeps the copy away for longer.
    expect(Math.min(...losses.map(({ rto }) => rto))).toBeCloseTo(waits, 3);
    const exact = losses.filter(({ rto }) => Math.abs(rto - waits) < 0.001);
    expect(exact.length / losses.length).toBeGreaterThan(0.8);
    expect(exact.some(({ at }) => at > (365 - 29) * 24 * HOUR)).toBe(true);
  });
});
