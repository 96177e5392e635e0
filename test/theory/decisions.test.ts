import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { STEP_INCIDENTS } from '../../src/study/blank-outcomes.js';
import type { DecisionOutcomes } from '../../src/study/outcomes.js';
import { replicate } from '../../src/study/replicate.js';
import { summariseDecisions } from '../../src/study/summarise-decisions.js';
import { HOUR, MINUTE } from '../../src/units/quantity.js';
import { kolmogorovDistance, kolmogorovLimit } from '../support/kolmogorov-smirnov.js';
import { disasterPlan } from '../support/small-plan.js';

/**
 * Waiting and choosing, by theory. Each comparison fails a true sample with probability at most 1e-6: shares within 5.2
 * standard deviations, whole laws within the Dvoretzky–Kiefer–Wolfowitz bound, means within 5.2 standard errors.
 */
const INCIDENTS = 40_000;
const LIMIT = kolmogorovLimit(INCIDENTS, 1e-6);

function expectShare(share: number, of: number, expected: number): void {
  expect(Math.abs(share - expected)).toBeLessThan(5.2 * Math.sqrt((expected * (1 - expected)) / of));
}

const play = (plan: Plan, incidents = INCIDENTS) => replicate(plan, { seed: 13, incidents });

/** The provider returns after an exponential time with mean `m` hours; people wait `w` hours, then rebuild for `r`. */
const waiting = ({ m, w, r }: { m: number; w: string; r: number }): Plan =>
  disasterPlan(`
sites: { here: {}, there: {} }
surfaces: { db: { on: here, replication: { on: there, every: 6h, takes: 0s } } }
incidents: { outage: { cuts-off: here, provider-returns-after: { exponential: { mean: ${String(m)}h } } } }
decisions:
  way-back:
    after: declare
    alternatives: { wait: { waits: ${w} }, rebuild: {} }
runbook:
  declare: { takes: 0s }
  rebuild-all: { follows: declare, when: rebuild, takes: ${String(r)}h }
  last: { follows: rebuild-all, takes: 0s }`);

describe('waiting for the provider, by theory', () => {
  const [m, w, r] = [4, 2, 3];
  const { metrics, steps } = play(waiting({ m, w: '2h', r }));
  const [rto, rpo] = metrics.map(({ values }) => values);
  const [decision] = steps.decisions;
  const inTime = 1 - Math.exp(-w / m);

  it('is rewarded as often as an exponential time is within the patience', () => {
    const taken = decision.taken.filter((alternative) => alternative === 0).length;
    expectShare(taken / decision.taken.length, decision.taken.length, inTime);
  });

  it('takes the smaller of the two times', () => {
    const mean = decision.waited.reduce((sum, seconds) => sum + seconds, 0) / decision.waited.length / HOUR;
    const expected = m * inTime;
    const second = 2 * m * m * (1 - Math.exp(-w / m) * (1 + w / m));
    expect(Math.abs(mean - expected)).toBeLessThan(5.2 * Math.sqrt((second - expected ** 2) / decision.waited.length));
  });

  it('reopens with the provider, or after the patience and the rebuilding', () => {
    const law = (x: number): number => {
      const t = x / HOUR;
      return t < w ? 1 - Math.exp(-t / m) : t < w + r - 1e-9 ? inTime : 1;
    };
    expect(kolmogorovDistance(rto, law)).toBeLessThan(LIMIT);
  });

  it('loses nothing where it is rewarded, and else what the copy is short of', () => {
    const rewarded = rpo.filter((_, incident) => rto[incident] < w * HOUR);
    expect(rewarded.every((loss) => loss === 0)).toBe(true);
    const others = rpo.filter((_, incident) => rto[incident] > w * HOUR);
    expect(kolmogorovDistance(others, (x) => Math.min(1, x / (6 * HOUR)))).toBeLessThan(
      kolmogorovLimit(others.length, 1e-6),
    );
  });

  it('is regretted whenever it was in vain, and never when the provider came sooner than a rebuilding', () => {
    // Patience is shorter than a rebuilding: whoever was rewarded was right, whoever was not could have begun at once,
    // or gone on waiting where the provider came between patience and the end of the rebuilding.
    const { regret, alternatives } = summariseDecisions({ ...play(waiting({ m, w: '2h', r }), 10), steps }, 0.95)[
      'way-back'
    ];
    expectShare(regret.share, STEP_INCIDENTS, 1 - inTime);
    const later = (t: number): number => Math.exp(-t / m);
    expectShare(alternatives[0].quickest, STEP_INCIDENTS, 1 - later(r));
    expectShare(alternatives[1].quickest, STEP_INCIDENTS, later(r));
    // Lost: the patience where the provider is later than a rebuilding, else all from his return to the late end. That is
    // between two hours and three, so that its deviation is half an hour at most.
    const between = (w + r) * (later(w) - later(r)) - ((w + m) * later(w) - (r + m) * later(r));
    const meanLost = (w * later(r) + between) / later(w);
    expect(Math.abs((regret.meanLost ?? NaN) / HOUR - meanLost)).toBeLessThan(
      (5.2 * 0.5) / Math.sqrt(STEP_INCIDENTS * later(w)),
    );
  });

  it('without an end is regretted when the provider takes longer than a rebuilding', () => {
    const run = play(waiting({ m, w: 'as-long-as-it-takes', r }), STEP_INCIDENTS);
    const { regret, alternatives } = summariseDecisions(run, 0.95)['way-back'];
    expectShare(regret.share, STEP_INCIDENTS, Math.exp(-r / m));
    expect(alternatives.map(({ taken, available }) => [taken, available])).toEqual([
      [1, 1],
      [0, 1],
    ]);
    // The exponential has no memory: what was lost beyond a rebuilding has its mean again.
    expect(Math.abs((regret.meanLost ?? NaN) / HOUR - m)).toBeLessThan(
      (5.2 * m) / Math.sqrt(STEP_INCIDENTS * Math.exp(-r / m)),
    );
    expect(kolmogorovDistance(run.metrics[0].values, (x) => 1 - Math.exp(-x / (m * HOUR)))).toBeLessThan(
      kolmogorovLimit(STEP_INCIDENTS, 1e-6),
    );
  });

  it('is never regretted where there is nothing else, and rebuilding at once never where it is quicker', () => {
    const run = play(waiting({ m: 4, w: '0s', r: 0 }), 1000);
    expect(summariseDecisions(run, 0.95)['way-back'].regret.share).toBe(0);
  });
});

describe('an alternative that recovers, by theory', () => {
  const choice = (quick: string): Plan =>
    disasterPlan(`
sites: { here: {}, there: {} }
surfaces:
  db:
    on: here
    replica: { on: there, lag: { exponential: { mean: 10m } } }
    base-backup: { on: there, schedule: every 1d, takes: 0s }
incidents: { loss: { destroys: here } }
decisions: { way-back: { after: declare, alternatives: { quick: { ${quick} }, rebuild: {} } } }
runbook:
  declare: { takes: 1h }
  promote-it: { follows: declare, when: quick, takes: 10m }
  rebuild-it: { follows: declare, when: rebuild, takes: 4h }
  last: { follows: [promote-it, rebuild-it], takes: 0s }`);

  it('is taken as often as its loss is within its bound', () => {
    const { metrics, steps } = play(choice('recovers: { db: replica }, loses-at-most: 15m'));
    const [decision] = steps.decisions;
    const share = 1 - Math.exp(-1.5);
    expectShare(decision.taken.filter((taken) => taken === 0).length / STEP_INCIDENTS, STEP_INCIDENTS, share);
    const quick = metrics[0].values.filter((rto) => rto === HOUR + 10 * MINUTE);
    expectShare(quick.length / INCIDENTS, INCIDENTS, share);
    // Whoever rebuilds still recovers from the best copy: what is lost is the smaller of lag and age.
    const law = (x: number): number => 1 - Math.exp(-x / (10 * MINUTE)) * (1 - Math.min(1, x / (24 * HOUR)));
    expect(kolmogorovDistance(metrics[1].values, law)).toBeLessThan(LIMIT);
  });

  it('recovers from the copy that it names, although another would lose less', () => {
    const { metrics } = play(choice('recovers: { db: base-backup }'));
    expect(kolmogorovDistance(metrics[1].values, (x) => Math.min(1, x / (24 * HOUR)))).toBeLessThan(LIMIT);
  });

  it('is passed over when what would be lost is not more than its lower bound', () => {
    const { steps } = play(choice('recovers: { db: base-backup }, loses-more-than: 18h'), STEP_INCIDENTS);
    expectShare(steps.decisions[0].taken.filter((taken) => taken === 0).length / STEP_INCIDENTS, STEP_INCIDENTS, 0.25);
  });

  it('leaves what an earlier decision chose when it loses too much', () => {
    const plan = disasterPlan(`
surfaces: { db: { snapshots: { schedule: every 1d, takes: 0s }, replica: { lag: 1m } } }
incidents: { loss: { deletes: db } }
decisions:
  first: { after: declare, alternatives: { snapshot: { recovers: { db: snapshots } }, other: {} } }
  second: { after: declare, alternatives: { promote: { recovers: { db: replica }, loses-at-most: 1s }, stay: {} } }
runbook: { declare: { takes: 0s }, last: { follows: declare, takes: 1h } }`);
    const { metrics } = play(plan);
    expect(kolmogorovDistance(metrics[1].values, (x) => Math.min(1, x / (24 * HOUR)))).toBeLessThan(LIMIT);
  });
});

describe('steps under a condition', () => {
  const plan = disasterPlan(`
sites: { here: {}, there: {}, vault: {} }
surfaces:
  db: { on: here, replication: { on: vault, every: 1h, takes: 0s } }
  files: { on: there, replication: { on: vault, every: 1h, takes: 0s } }
incidents:
  outage: { frequency: 1 per 1y, cuts-off: here, provider-returns-after: 5h }
  loss: { frequency: 1 per 1y, destroys: there }
  both: { frequency: 1 per 1y, destroys: here, corrupts: files }
decisions:
  way-back: { after: declare, alternatives: { wait: { for: outage, waits: 1d }, promote: { for: loss }, rebuild: {} } }
runbook:
  declare: { takes: 0s }
  for-outage: { follows: declare, when: outage, takes: 1h }
  for-db: { follows: for-outage, when: db, takes: 10h }
  for-files: { follows: for-db, when: files, takes: 100h }
  for-two: { follows: for-files, when: [promote, rebuild], takes: 1000h }
  last: { follows: for-two, takes: 0s }`);

  it('are carried out for their kinds, their surfaces and their alternatives only, and take no time else', () => {
    const { metrics, kinds } = play(plan, 300);
    const hours = { outage: 5 + 1, loss: 100 + 1000, both: 10 + 100 + 1000 };
    for (const [incident, kind] of kinds.values.entries()) {
      const name = kinds.names[kind] as keyof typeof hours;
      expect(metrics[0].values[incident]).toBeCloseTo(hours[name] * HOUR, 5);
    }
  });

  it('need one name of each sort that they give', () => {
    const strict = disasterPlan(`
surfaces: { db: { replica: {} }, files: { replica: {} } }
incidents:
  one: { frequency: 1 per 1y, deletes: db }
  two: { frequency: 1 per 1y, deletes: files }
runbook: { first: { when: [one, db, files], takes: 1h }, second: { when: [one, files], takes: 10h }, last: { follows: [first, second], takes: 0s } }`);
    const { metrics, kinds } = play(strict, 200);
    for (const [incident, kind] of kinds.values.entries()) {
      expect(metrics[0].values[incident]).toBe(kinds.names[kind] === 'one' ? HOUR : 0);
    }
  });
});

describe('what a decision sees', () => {
  it('is nothing that comes later: work beside the waiting goes on as if the provider never returned', () => {
    const plan = disasterPlan(`
sites: { here: {}, there: {} }
surfaces: { db: { on: here, size: 36 GB, replication: { on: there, every: 1h, takes: 0s } } }
incidents: { outage: { cuts-off: here, provider-returns-after: 5h } }
decisions: { way-back: { after: declare, alternatives: { wait: { waits: as-long-as-it-takes }, rebuild: {} } } }
runbook:
  declare: { takes: 0s }
  prepare: { takes: 1h }
  copy-anyhow: { follows: prepare, transfers: { bytes: db.size, rate: 1 MB/s } }
  last: { follows: [declare, copy-anyhow], takes: 0s }`);
    // From the first hour on 36 GB are copied for ten hours, as nobody knows then that the provider comes in the fifth.
    expect(play(plan, 10).metrics[0].values).toEqual(new Float64Array(10).fill(11 * HOUR));
  });

  it('is not what the incident before it decided, when nothing can be recovered', () => {
    const plan = disasterPlan(`
surfaces: { db: { base-backup: { schedule: every 1d, takes: 0s, keep: 12h } } }
incidents: { loss: {} }
decisions: { way-back: { after: declare, alternatives: { one: { loses-at-most: 6h }, two: {} } } }
runbook: { declare: { takes: 0s }, last: { follows: declare, takes: 1h } }`);
    const { metrics, steps } = play(plan, 2000);
    const [decision] = steps.decisions;
    const lost = metrics[1].values.map((loss) => (Number.isNaN(loss) ? 1 : 0));
    expectShare(lost.reduce((sum, one) => sum + one, 0) / 2000, 2000, 0.5);
    expect(decision.taken.every((taken, incident) => (taken === -1) === (lost[incident] === 1))).toBe(true);
  });
});

describe('a provider that returns', () => {
  it('brings back logs and keys with the site that they live on', () => {
    const plan = disasterPlan(`
sites: { here: {}, there: {}, vault: {} }
surfaces:
  db:
    on: here
    base-backup: { on: vault, schedule: every 1d, takes: 0s, readable-with: keys }
    log-archive: { on: there, every: 1s, volume: 1 MB/s }
  keys: { on: there, data-bearing: false, replica: { on: there } }
incidents: { loss: { destroys: here, cuts-off: there, provider-returns-after: 3h } }
decisions: { way-back: { after: last, alternatives: { wait: { waits: 1d }, give-up: {} } } }
runbook: { last: { takes: 0s } }`);
    const { metrics } = play(plan, 2000);
    expect(metrics[0].values.every((rto) => rto === 3 * HOUR)).toBe(true);
    expect(Math.max(...metrics[1].values)).toBeLessThanOrEqual(1);
  });

  it('leaves nothing to recover: an alternative that waits and names a copy loses nothing', () => {
    const plan = disasterPlan(`
sites: { here: {}, there: {} }
surfaces: { db: { on: here, replica: { on: there, lag: 1h } } }
incidents: { loss: { cuts-off: here, provider-returns-after: 3h } }
decisions: { way-back: { after: last, alternatives: { wait: { waits: 1d, recovers: { db: replica } }, other: {} } } }
runbook: { last: { takes: 0s } }`);
    expect(play(plan, 100).metrics[1].values.every((loss) => loss === 0)).toBe(true);
  });

  it('comes too late for what had already waited and gone on', () => {
    const simulator = new IncidentSimulator(waiting({ m: 4, w: '1h', r: 1 }), 1);
    const decided: DecisionOutcomes['taken'][number][] = [];
    for (let incident = 0; incident < 200; incident++) {
      simulator.playInDetail(incident);
      decided.push(simulator.decisions.taken[0]);
      expect(simulator.decisions.waited[0] <= HOUR + 1e-9).toBe(true);
      expect(simulator.protection.isHit[0]).toBe(simulator.decisions.taken[0]);
    }
    expect(new Set(decided)).toEqual(new Set([0, 1]));
  });
});
