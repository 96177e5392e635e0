import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.js';
import { replicate } from '../../src/study/replicate.js';
import { DAY, HOUR } from '../../src/units/quantity.js';
import { kolmogorovDistance, kolmogorovLimit } from '../support/kolmogorov-smirnov.js';
import { smallPlan } from '../support/small-plan.js';

/**
 * What data loss must be, by theory. Every test sets a whole distribution against its closed form by the
 * Dvoretzky–Kiefer–Wolfowitz bound, which a true sample exceeds with probability at most 1e-6.
 */
const INCIDENTS = 50_000;
const LIMIT = kolmogorovLimit(INCIDENTS, 1e-6);

const RUNBOOK = `
runbook:
  last: { takes: 1h }
`;

function losses(plan: Plan, metric = 'rpo'): Float64Array {
  const outcomes = replicate(plan, { seed: 7, incidents: INCIDENTS });
  const found = outcomes.metrics.find(({ name }) => name === metric);
  if (found === undefined) throw new Error(`no metric ${metric}`);
  return found.values;
}

const clamp = (x: number): number => Math.min(1, Math.max(0, x));

describe('data loss by theory', () => {
  it('is uniform on the period when copies are made at once and the strike is uniform', () => {
    const plan = smallPlan(`${RUNBOOK}
surfaces:
  files: { replication: { every: 6h, takes: 0s } }`);
    expect(kolmogorovDistance(losses(plan), (x) => clamp(x / (6 * HOUR)))).toBeLessThan(LIMIT);
  });

  it('is uniform on the period, shifted by what a copy takes', () => {
    const plan = smallPlan(`${RUNBOOK}
surfaces:
  files: { base-backup: { schedule: "0 1 * * *", takes: 2h, copied-after: 1h } }`);
    expect(kolmogorovDistance(losses(plan), (x) => clamp((x - 3 * HOUR) / DAY))).toBeLessThan(LIMIT);
  });

  it('is as old as its end when that is what a backup stands for', () => {
    const plan = smallPlan(`${RUNBOOK}
surfaces:
  files: { base-backup: { schedule: "0 1 * * *", takes: 2h, copied-after: 1h, consistent-at: end } }`);
    expect(kolmogorovDistance(losses(plan), (x) => clamp((x - HOUR) / DAY))).toBeLessThan(LIMIT);
  });

  it('grows by whole periods, geometrically, when runs fail', () => {
    const succeeds = 0.7;
    const plan = smallPlan(`${RUNBOOK}
surfaces:
  files: { replication: { every: 4h, takes: 0s, succeeds: 70% } }`);
    // A uniform part of a period, and k whole periods with probability succeeds × (1 − succeeds)^k.
    const cumulative = (x: number): number => {
      const periods = Math.floor(x / (4 * HOUR));
      const failed = (1 - succeeds) ** periods;
      return 1 - failed + failed * succeeds * (x / (4 * HOUR) - periods);
    };
    expect(kolmogorovDistance(losses(plan), cumulative)).toBeLessThan(LIMIT);
  });

  it('is the largest of the surfaces, whose strikes are one and the same', () => {
    const plan = smallPlan(`${RUNBOOK}
surfaces:
  files: { replication: { every: 6h, takes: 0s } }
  mails: { replication: { every: 12h, takes: 0s } }
  metrics: { data-bearing: false, replication: { every: 2d, takes: 0s } }`);
    // Both clocks start at midnight: the age on the 12 h clock is never less than that on the 6 h clock.
    expect(kolmogorovDistance(losses(plan), (x) => clamp(x / (12 * HOUR)))).toBeLessThan(LIMIT);
  });

  it('with a log archive is the time to the last segment boundary plus the lag', () => {
    const plan = smallPlan(`${RUNBOOK}
surfaces:
  db:
    base-backup: { schedule: "0 1 * * *", takes: 1h, copied-after: 1h }
    log-archive: { every: 10m, lag: 4m, volume: 1 GiB/h }`);
    expect(kolmogorovDistance(losses(plan), (x) => clamp((x - 240) / 600))).toBeLessThan(LIMIT);
  });

  it('follows alternating renewal when archiving breaks silently', () => {
    // Up for 99 h on average, then broken for an exponential time with mean 1 h until someone notices. At a strike
    // in the long run it is broken with probability 1 / 100, and has been for an exponential time with mean 1 h.
    const plan = smallPlan(`${RUNBOOK}
surfaces:
  db:
    base-backup: { schedule: "0 1 * * *", takes: 0s, succeeds: 100% }
    log-archive:
      every: 1s
      volume: 1 GiB/h
      silently-broken: { probability: 1%, for: { exponential: { mean: 1h } } }`);
    const values = losses(plan);
    const broken = values.filter((x) => x > 1);
    // A base backup younger than the break cuts the loss short; the age of the youngest is uniform on a day.
    const survival = (x: number): number => Math.exp(-x / HOUR) * (1 - x / DAY);
    const share = 0.01 * survival(1);
    expect(Math.abs(broken.length / INCIDENTS - share)).toBeLessThan(5 * Math.sqrt(share / INCIDENTS));
    const distance = kolmogorovDistance(broken, (x) => clamp(1 - survival(x - 1)));
    // Boundaries are a second apart, which moves the curve by less than a thousandth.
    expect(distance).toBeLessThan(kolmogorovLimit(broken.length, 1e-6) + 0.001);
  });

  it('follows alternating renewal from its times as from its share', () => {
    // Down for 6 h until someone notices and an exponential time with mean 2 h until it is mended, after 92 h of being
    // up, whatever their law: broken with probability 8 / 100, three times in four not noticed yet.
    const plan = smallPlan(`${RUNBOOK}
surfaces:
  db:
    base-backup: { schedule: every 30d, takes: 0s }
    log-archive:
      every: 1s
      volume: 1 GiB/h
      silently-broken:
        breaks-every: { triangular: { min: 12h, mode: 24h, max: 10d } }
        noticed-after: 6h
        mended-after: { exponential: { mean: 2h } }`);
    const broken = losses(plan).filter((x) => x > 1);
    const share = 0.08;
    expect(Math.abs(broken.length / INCIDENTS - share)).toBeLessThan(5.2 * Math.sqrt(share / INCIDENTS));
    const cumulative = (hours: number): number =>
      hours < 6 ? (0.75 * hours) / 6 : 0.75 + 0.25 * (1 - Math.exp(-(hours - 6) / 2));
    const distance = kolmogorovDistance(broken, (x) => clamp(cumulative(x / HOUR)));
    expect(distance).toBeLessThan(kolmogorovLimit(broken.length, 1e-6) + 0.001);
  });

  it('agrees with an alternating renewal process that is played forwards', () => {
    // Two simulated centuries of an archive: up for an exponential time, then broken until a check on the hour of
    // day at which it broke, 12 h later: a fixed time, so the age of the break at a strike is uniform on it.
    const up = 30 * DAY;
    const down = 12 * HOUR;
    const plan = smallPlan(`${RUNBOOK}
surfaces:
  db:
    base-backup: { schedule: "0 1 * * *", takes: 0s }
    log-archive:
      every: 1s
      volume: 1 GiB/h
      silently-broken: { probability: ${String(down / (up + down))}, for: { uniform: { min: 0s, max: 12h } } }`);
    let state = 12345;
    const random = (): number => {
      // Park and Miller's generator: good enough to judge, and not ours.
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const ages: number[] = [];
    let time = 0;
    const horizon = 200 * 365 * DAY;
    const strikes = Array.from({ length: INCIDENTS }, () => random() * horizon).sort((a, b) => a - b);
    let next = 0;
    while (next < strikes.length) {
      const breaks = time - up * Math.log(random());
      for (; next < strikes.length && strikes[next] < breaks; next++) ages.push(0);
      for (; next < strikes.length && strikes[next] < breaks + down; next++) {
        // The youngest base backup is at one in the morning, and takes no time.
        const sinceBackup = (((strikes[next] - HOUR) % DAY) + DAY) % DAY;
        ages.push(Math.min(strikes[next] - breaks, sinceBackup));
      }
      time = breaks + down;
    }
    const forwards = Float64Array.from(ages).sort();
    const cumulative = (x: number): number => forwards.findLastIndex((age) => age <= x) / forwards.length;
    const backwards = losses(plan);
    for (const hours of [0.5, 1, 2, 4, 6, 8, 10]) {
      const ours = backwards.filter((x) => x <= hours * HOUR).length / INCIDENTS;
      // Two samples of n: each may be off by its own bound.
      expect(Math.abs(ours - cumulative(hours * HOUR))).toBeLessThan(6 * Math.sqrt((2 * 0.016) / INCIDENTS));
    }
  });
});

describe('restore tests by theory', () => {
  it('leave bad backups with the probability that the last test was long enough ago', () => {
    // Tested every 100 days, bad after an exponential time with mean 50 days: at a uniform phase the share of
    // strikes that come after the break is 1 − (1 − exp(−100 / 50)) × 50 / 100.
    const plan = smallPlan(`
runbook:
  restore: { takes: 1h, restores: db }
  last: { follows: restore, takes: 0s }
surfaces:
  db:
    base-backup: { schedule: every 1d, takes: 0s, silently-unrestorable-after: { exponential: { mean: 50d } } }
    restore-test: { every: 100d }`);
    const values = losses(plan, 'rto');
    // Every restore takes an hour: more than one means that the first was bad.
    const bad = values.filter((rto) => !(rto === HOUR)).length / INCIDENTS;
    const closed = (age: number): number => (100 - age - 50 * (1 - Math.exp(-(100 - age) / 50))) / 100;
    // Only a backup made after the break is bad, and the youngest is half a day old on average: within 1e-6 the mean
    // over its age is the value at its mean age.
    const share = closed(0.5);
    expect(Math.abs(bad - share)).toBeLessThan(5.2 * Math.sqrt((share * (1 - share)) / INCIDENTS));
  });

  it('that miss what is bad leave it to a later one, a geometric number of tests on', () => {
    // Bad after an exponential time with mean 50 days, tested every 20 days, found by six tests in ten. Backups are good at
    // an age of the latest test when nothing broke since the newest test that would have found it, which is k tests older
    // with probability 0.6 × 0.4^k: their sum over k is a geometric series.
    const plan = smallPlan(`
runbook:
  restore: { takes: 1h, restores: db }
  last: { follows: restore, takes: 0s }
surfaces:
  db:
    base-backup: { schedule: every 1h, takes: 0s, silently-unrestorable-after: { exponential: { mean: 50d } } }
    restore-test: { every: 20d, finds: 60% }`);
    const bad = losses(plan, 'rto').filter((rto) => !(rto === HOUR)).length / INCIDENTS;
    const interval = Math.exp(-20 / 50);
    // The newest backup is half an hour old on average; it is bad when it began after the break.
    const meanGood = ((50 / 20) * (1 - interval) * Math.exp(0.5 / 24 / 50) * 0.6) / (1 - 0.4 * interval);
    const share = 1 - meanGood;
    expect(share).toBeGreaterThan(0.25);
    expect(Math.abs(bad - share)).toBeLessThan(5.2 * Math.sqrt((share * (1 - share)) / INCIDENTS));
    // Tests that find everything would leave far fewer.
    expect(bad).toBeGreaterThan(1 - (50 / 20) * (1 - interval) + 0.05);
  });

  it('are restored one after the other, each independently bad, until one is good', () => {
    const plan = smallPlan(`
runbook:
  last: { takes: 1h, restores: db }
surfaces:
  db:
    base-backup: { schedule: every 6h, takes: 0s, restorable: 60% }`);
    const attempts = losses(plan, 'rto').map((rto) => Math.round(rto / HOUR));
    for (let k = 1; k <= 4; k++) {
      const expected = 0.6 * 0.4 ** (k - 1);
      const share = attempts.filter((count) => count === k).length / INCIDENTS;
      expect(Math.abs(share - expected)).toBeLessThan(5.2 * Math.sqrt((expected * (1 - expected)) / INCIDENTS));
    }
    // Each bad backup costs six hours of data.
    const plannedLoss = losses(plan, 'rpo');
    for (let i = 0; i < 1000; i++) {
      const older = (attempts[i] - 1) * 6 * HOUR;
      expect(plannedLoss[i]).toBeGreaterThanOrEqual(older);
      expect(plannedLoss[i]).toBeLessThan(older + 6 * HOUR);
    }
  });
});

describe('retention by theory', () => {
  it('makes an incident unrecoverable when every backup that is kept is bad', () => {
    const plan = smallPlan(`
runbook:
  last: { takes: 1h, restores: db }
surfaces:
  db:
    base-backup: { schedule: every 6h, takes: 0s, restorable: 50%, keep: 3 backups }`);
    const lost = losses(plan, 'rto').filter((rto) => Number.isNaN(rto)).length / INCIDENTS;
    expect(Math.abs(lost - 0.125)).toBeLessThan(5.2 * Math.sqrt((0.125 * 0.875) / INCIDENTS));
  });

  it('by age keeps what is younger, so that fewer or more backups are left with the phase of the strike', () => {
    const plan = smallPlan(`
runbook:
  last: { takes: 1h, restores: db }
surfaces:
  db:
    base-backup: { schedule: every 6h, takes: 0s, restorable: 50%, keep: 15h }`);
    // Ages are phase, phase + 6 h, phase + 12 h …: three are kept while the phase is below 3 h, else two.
    const lost = losses(plan, 'rto').filter((rto) => Number.isNaN(rto)).length / INCIDENTS;
    const expected = (0.5 ** 3 + 0.5 ** 2) / 2;
    expect(Math.abs(lost - expected)).toBeLessThan(5.2 * Math.sqrt((expected * (1 - expected)) / INCIDENTS));
  });
});
