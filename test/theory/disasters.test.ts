import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { replicate } from '../../src/study/replicate.js';
import { DAY, HOUR } from '../../src/units/quantity.js';
import { chiSquare, CHI_SQUARE_LIMIT } from '../support/chi-square.js';
import { kolmogorovDistance, kolmogorovLimit } from '../support/kolmogorov-smirnov.js';
import { planOf } from '../support/plan-of.js';
import { disasterPlan, NO_LOSS } from '../support/small-plan.js';

/**
 * What strikes, when, and what it reaches, by theory. Each comparison fails a true sample with probability at most
 * 1e-6: shares within 5.2 standard deviations, whole laws within the Dvoretzky–Kiefer–Wolfowitz bound, counts within
 * the quantile of the chi-square law.
 */
const INCIDENTS = 40_000;
const LIMIT = kolmogorovLimit(INCIDENTS, 1e-6);
const LAST = 'runbook: { last: { takes: 1h } }';

function losses(plan: Plan, metric = 'rpo'): Float64Array {
  const found = replicate(plan, { seed: 5, incidents: INCIDENTS }).metrics.find(({ name }) => name === metric);
  if (found === undefined) throw new Error(`no metric ${metric}`);
  return found.values;
}

function expectShare(count: number, of: number, share: number): void {
  expect(Math.abs(count / of - share)).toBeLessThan(5.2 * Math.sqrt((share * (1 - share)) / of));
}

const isLost = (loss: number): boolean => Number.isNaN(loss);

describe('an attack on copies by theory', () => {
  // The replica keeps back an hour, a snapshot is from midnight, the log of the backups reaches any instant.
  const copies = (immutable: string): string => `
surfaces:
  db:
    versions: { keep: 30d${immutable} }
    snapshots: { schedule: every 1d, takes: 0s }
    replication: { every: 6h, takes: 0s }
    base-backup: { schedule: "0 12 * * *", takes: 0s }
incidents: { loss: { corrupts: db, attacks-copies: 57% } }
${LAST}`;

  it('leaves k of n copies as often as independent tosses do', () => {
    const simulator = new IncidentSimulator(disasterPlan(copies('')), 2);
    const counts = new Array<number>(5).fill(0);
    for (let incident = 0; incident < INCIDENTS; incident++) {
      simulator.play(incident);
      counts[simulator.protection.left[0].reduce((left, state) => left + (state === 0 ? 1 : 0), 0)]++;
    }
    const p = 0.43;
    const binomial = [1, 4, 6, 4, 1].map((ways, k) => ways * p ** k * (1 - p) ** (4 - k) * INCIDENTS);
    expect(chiSquare(counts, binomial)).toBeLessThan(CHI_SQUARE_LIMIT[4]);
  });

  it('is unrecoverable when it reaches them all, and never when one is immutable', () => {
    expectShare(losses(disasterPlan(copies(''))).filter(isLost).length, INCIDENTS, 0.57 ** 4);
    expect(losses(disasterPlan(copies(', immutable: true'))).some(isLost)).toBe(false);
  });

  it('is an attack on those copies alone, not of other kinds of incident', () => {
    const plan = disasterPlan(`
surfaces: { db: { replication: { every: 6h, takes: 0s } } }
incidents:
  attack: { frequency: 1 per 1y, corrupts: db, attacks-copies: 100% }
  mistake: { frequency: 3 per 1y, corrupts: db }
${LAST}`);
    const { metrics, kinds } = replicate(plan, { seed: 1, incidents: 5000 });
    expect(metrics[1].values.every((loss, incident) => isLost(loss) === (kinds.values[incident] === 0))).toBe(true);
  });
});

describe('sites by theory', () => {
  const SITES = 'sites: { region: {}, zone: { within: region }, rack: { within: zone }, account: {}, elsewhere: {} }';
  const lossOf = (on: string, kind: string): Float64Array =>
    losses(
      disasterPlan(`${SITES}
surfaces: { db: { on: rack, replication: { on: ${on}, every: 6h, takes: 0s } } }
incidents: { loss: { ${kind} } }
${LAST}`),
    );

  it.each([
    ['the same site', 'rack', 'destroys: rack'],
    ['a site within it, two deep', 'rack', 'destroys: region'],
    ['any of several sites', '[elsewhere, account]', 'destroys: [rack, account]'],
  ])('take every copy with them that lives on %s', (_, on, kind) => {
    expect(lossOf(on, kind).every(isLost)).toBe(true);
  });

  it.each([
    ['around it', 'region', 'destroys: rack'],
    ['beside it', 'elsewhere', 'destroys: region'],
  ])('leave the copies on a site %s', (_, on, kind) => {
    expect(kolmogorovDistance(lossOf(on, kind), (x) => Math.min(1, x / (6 * HOUR)))).toBeLessThan(LIMIT);
  });

  it('that are not hit lose nothing', () => {
    expect(lossOf('elsewhere', 'destroys: account').every((loss) => loss === 0)).toBe(true);
  });

  it('lose what they read with when its keys are lost, as often as that is', () => {
    // The keys have a copy that an attacker destroys half of the time; the data have one that nobody can.
    const plan = disasterPlan(`
surfaces:
  db: { replication: { every: 6h, takes: 0s, immutable: true, readable-with: keys } }
  keys: { data-bearing: false, replication: { every: 1h, takes: 0s } }
incidents: { loss: { corrupts: [db, keys], attacks-copies: 50% } }
${LAST}`);
    expectShare(losses(plan).filter(isLost).length, INCIDENTS, 0.5);
  });
});

describe('kinds of incident by theory', () => {
  it('come as often as their frequencies say', () => {
    const plan = disasterPlan(`${NO_LOSS}
incidents:
  one: { frequency: 1 per 20y }
  two: { frequency: 1 per 3y }
  three: { frequency: 2 per 1y }
${LAST}`);
    const { kinds } = replicate(plan, { seed: 9, incidents: INCIDENTS });
    const counts = [0, 0, 0];
    for (const kind of kinds.values) counts[kind]++;
    expect(kinds.names).toEqual(['one', 'three', 'two']);
    const total = 1 / 20 + 2 + 1 / 3;
    const expected = [1 / 20, 2, 1 / 3].map((rate) => (rate / total) * INCIDENTS);
    expect(chiSquare(counts, expected)).toBeLessThan(CHI_SQUARE_LIMIT[2]);
  });

  it('are each by themselves what they are alone: the mix changes their number only', () => {
    const kinds = ['corrupts: db, latency: { exponential: { mean: 1d } }', 'deletes: db', 'corrupts: db, latency: 3h'];
    const surfaces = 'surfaces: { db: { replication: { every: 6h, takes: 10m to 1h, succeeds: 80%, keep: 60d } } }';
    const mixed = disasterPlan(`${surfaces}
incidents:
${kinds.map((kind, i) => `  kind-${String(i)}: { frequency: 1 per 1y, ${kind} }`).join('\n')}
${LAST}`);
    const played = replicate(mixed, { seed: 1, incidents: INCIDENTS });
    for (const [i, kind] of kinds.entries()) {
      const alone = losses(disasterPlan(`${surfaces}\nincidents: { kind-${String(i)}: { ${kind} } }\n${LAST}`)).sort();
      const ofKind = played.metrics[1].values.filter((_, incident) => played.kinds.values[incident] === i);
      const below = (x: number): number => countUpTo(alone, x) / alone.length;
      // Two samples, each within the bound of half the false alarm.
      const limit = kolmogorovLimit(ofKind.length, 5e-7) + kolmogorovLimit(alone.length, 5e-7);
      expect(kolmogorovDistance(ofKind, below)).toBeLessThan(limit);
    }
  });
});

/** How many of some ascending values are at most that. */
function countUpTo(ascending: Float64Array, most: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

describe('a rush by theory', () => {
  const plan = disasterPlan(`${NO_LOSS}
incidents: { mistake: { rush: { hours: "Mon-Fri 08:00-18:00", times: 6 } } }
${LAST}`);
  const simulator = new IncidentSimulator(plan, 4);
  const strikes = Float64Array.from({ length: INCIDENTS }, (_, incident) => {
    simulator.play(incident);
    return simulator.strike.at;
  });
  const isInHours = (at: number): boolean => at < 5 * DAY && at % DAY >= 8 * HOUR && at % DAY < 18 * HOUR;

  it('puts so many times as many strikes in its hours as in others', () => {
    // Of the 168 hours of the week 50 weigh six times as much as the other 118.
    expectShare(strikes.filter(isInHours).length, INCIDENTS, 300 / 418);
  });

  it('is uniform within its hours and outside them', () => {
    const inHours = strikes.filter(isInHours).map((at) => Math.floor(at / DAY) * 10 * HOUR + (at % DAY) - 8 * HOUR);
    expect(kolmogorovDistance(inHours, (x) => x / (50 * HOUR))).toBeLessThan(kolmogorovLimit(inHours.length, 1e-6));
    const weekend = strikes.filter((at) => at >= 5 * DAY);
    const law = (x: number): number => (x - 5 * DAY) / (2 * DAY);
    expect(kolmogorovDistance(weekend, law)).toBeLessThan(kolmogorovLimit(weekend.length, 1e-6));
    expect(Math.max(...weekend)).toBeLessThanOrEqual(7 * DAY);
  });

  it('is told by the clock of the scenario, through a change to summer time', () => {
    // A week of 167 hours; at 07:00 the clock shows what UTC calls 06:00 before the change and 05:00 after it.
    const spring = planOf(`
drillcast: 1
name: spring
timezone: Europe/Brussels
period: { from: 2026-03-23, to: 2026-03-30 }
milestones: { service-reopened: last, incident-closed: last }
${NO_LOSS}
incidents: { mistake: { rush: { hours: "Sat-Sun 07:00-08:00", times: 1000 } } }
${LAST}`);
    const player = new IncidentSimulator(spring, 8);
    const hours = new Set<number>();
    let outside = 0;
    for (let incident = 0; incident < 2000; incident++) {
      player.play(incident);
      const hour = Math.floor(player.strike.at / HOUR);
      if (hour === 5 * 24 + 7 || hour === 6 * 24 + 6) hours.add(hour);
      else outside++;
    }
    expect(hours.size).toBe(2);
    // 165 of 2165 parts are outside.
    expectShare(outside, 2000, 165 / 2165);
  });
});
