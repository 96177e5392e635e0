import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { replicate } from '../../src/study/replicate.js';
import { DAY, HOUR, MINUTE } from '../../src/units/quantity.js';
import { kolmogorovDistance, kolmogorovLimit } from '../support/kolmogorov-smirnov.js';
import { disasterPlan, NO_LOSS } from '../support/small-plan.js';

/**
 * What makes a recovery longer, and what makes it shorter at the price of data, by theory. Each comparison fails a true
 * sample with probability at most 1e-6: shares within 5.2 standard deviations, whole laws within the
 * Dvoretzky–Kiefer–Wolfowitz bound.
 */
const INCIDENTS = 40_000;
const LIMIT = kolmogorovLimit(INCIDENTS, 1e-6);

function losses(plan: Plan, metric = 'rpo'): Float64Array {
  const found = replicate(plan, { seed: 5, incidents: INCIDENTS }).metrics.find(({ name }) => name === metric);
  if (found === undefined) throw new Error(`no metric ${metric}`);
  return found.values;
}

function expectShare(count: number, of: number, share: number): void {
  expect(Math.abs(count / of - share)).toBeLessThan(5.2 * Math.sqrt((share * (1 - share)) / of));
}

describe('delays by theory', () => {
  it('are added to the first attempt with their probability, and to no later one', () => {
    const delayed = disasterPlan(`${NO_LOSS}
incidents: { loss: { delays: { last: { probability: 30%, takes: 5h } } } }
runbook: { last: { takes: 1h, fails: 50% } }`);
    const times = losses(delayed, 'rto').map((rto) => Math.round(rto / HOUR));
    for (let attempts = 1; attempts <= 4; attempts++) {
      const share = 0.5 ** attempts;
      // Six attempts without a delay take as long as one with it.
      const rare = 0.7 * 0.5 ** (attempts + 5);
      expectShare(times.filter((hours) => hours === attempts).length, INCIDENTS, 0.7 * share);
      expectShare(times.filter((hours) => hours === attempts + 5).length, INCIDENTS, 0.3 * share + rare);
    }
  });

  it('are those of the kind that struck, and follow their law', () => {
    const plan = disasterPlan(`${NO_LOSS}
incidents:
  noticed: { frequency: 1 per 1y }
  unnoticed: { frequency: 1 per 1y, delays: { last: { exponential: { mean: 2h } } } }
runbook: { last: { takes: 0s } }`);
    const { metrics, kinds } = replicate(plan, { seed: 2, incidents: INCIDENTS });
    const [rto] = metrics;
    const unnoticed = rto.values.filter((_, incident) => kinds.values[incident] === 1);
    expect(rto.values.every((seconds, incident) => kinds.values[incident] === 1 || seconds === 0)).toBe(true);
    const law = (x: number): number => 1 - Math.exp(-x / (2 * HOUR));
    expect(kolmogorovDistance(unnoticed, law)).toBeLessThan(kolmogorovLimit(unnoticed.length, 1e-6));
  });
});

describe('a replay that stops early, by theory', () => {
  // A log of up to a day at 1 MB/s, replayed at 4 MB/s: an hour of it takes a quarter of an hour.
  const surfaces = `
surfaces:
  db:
    base-backup: { schedule: every 1d, takes: 0s }
    log-archive: { every: 1s, volume: 1 MB/s }
incidents: { loss: { deletes: db } }`;

  it('loses exactly what it left out, and reopens by so much sooner', () => {
    const play = (limit: string): ReturnType<typeof replicate> =>
      replicate(
        disasterPlan(`${surfaces}
runbook: { last: { transfers: { bytes: db.log-to-replay, rate: 4 MB/s${limit} } } }`),
        { seed: 3, incidents: 5000 },
      );
    const whole = play('');
    const stopped = play(', stops-after: 2h');
    for (let incident = 0; incident < 5000; incident++) {
      const [rto, rpo] = whole.metrics.map(({ values }) => values[incident]);
      const [sooner, more] = stopped.metrics.map(({ values }) => values[incident]);
      expect(sooner).toBeCloseTo(Math.min(rto, 2 * HOUR), 6);
      expect(more - rpo).toBeCloseTo(4 * (rto - sooner), 4);
    }
  });

  it('follows the law of a uniform log: nothing lost but for what is beyond eight hours', () => {
    const plan = disasterPlan(`${surfaces}
runbook: { last: { transfers: { bytes: db.log-to-replay, rate: 4 MB/s, stops-after: 2h } } }`);
    // Below a second the law is that of the last segment, which is at most a second old.
    const law = (x: number): number => (x <= 1 ? 1 / 3 : Math.min(1, (8 * HOUR + x) / DAY));
    const values = losses(plan).map((loss) => Math.max(1, loss));
    expect(kolmogorovDistance(values, law)).toBeLessThan(LIMIT + 2 / DAY);
  });

  it('loses no more when a later attempt comes to the end', () => {
    // The first attempt is too slow and fails; the second is quick and ends: the loss is that of the second.
    const plan = disasterPlan(`${surfaces}
runbook:
  last:
    transfers:
      bytes: db.log-to-replay
      rate: { mixture: [{ weight: 1, value: 1 MB/s }, { weight: 1, value: 1 GB/s }] }
      stops-after: 5m
    fails: 50%`);
    const simulator = new IncidentSimulator(plan, 6);
    let mended = 0;
    for (let incident = 0; incident < 2000; incident++) {
      let last = 0;
      let first = 0;
      simulator.recovery.observer = {
        attempt: (_, { start, end }) => {
          first ||= end - start;
          last = end - start;
        },
      };
      simulator.playInDetail(incident);
      const isWhole = last < 5 * MINUTE - 1;
      if (isWhole) expect(simulator.rpo).toBeLessThanOrEqual(1);
      if (isWhole && first >= 5 * MINUTE - 1) mended++;
    }
    expect(mended).toBeGreaterThan(100);
  });
});

describe('a decision that knows that a replay stops early', () => {
  // A log of up to a day at 1 MB/s, replayed at 4 MB/s for two hours at most: what is beyond eight hours is left out.
  const choice = (bound: string, rate = '4 MB/s'): Plan =>
    disasterPlan(`
surfaces: { db: { base-backup: { schedule: every 1d, takes: 0s }, log-archive: { every: 1s, volume: 1 MB/s } } }
incidents: { loss: { deletes: db } }
decisions: { replay: { after: declare, alternatives: { in-part: { ${bound} }, in-full: {} } } }
runbook:
  declare: { takes: 0s }
  replay-part: { follows: declare, when: in-part, transfers: { bytes: db.log-to-replay, rate: ${rate}, stops-after: 2h } }
  replay-all: { follows: declare, when: in-full, transfers: { bytes: db.log-to-replay, rate: 4 MB/s } }
  last: { follows: [replay-part, replay-all], takes: 0s }`);
  const share = (plan: Plan): number => {
    const { steps } = replicate(plan, { seed: 4, incidents: 5000 });
    const { taken } = steps.decisions[0];
    return taken.filter((one) => one === 0).length / taken.length;
  };
  const expectNear = (found: number, expected: number): void => {
    expect(Math.abs(found - expected)).toBeLessThan(5.2 * Math.sqrt((expected * (1 - expected)) / 4096) + 1 / DAY);
  };

  it('takes it only where no more than that is lost: the log is no longer than eight hours and the bound', () => {
    expectNear(share(choice('loses-at-most: 4h')), 12 / 24);
    const { metrics } = replicate(choice('loses-at-most: 4h'), { seed: 4, incidents: 5000 });
    expect(Math.max(...metrics[1].values)).toBeLessThanOrEqual(4 * HOUR);
  });

  it('takes it where more than that is lost', () => {
    expectNear(share(choice('loses-more-than: 10h')), 6 / 24);
  });

  it('reckons with the median of the rate, as nobody knows his luck', () => {
    expectNear(share(choice('loses-at-most: 4h', '{ uniform: { min: 1 MB/s, max: 7 MB/s } }')), 12 / 24);
  });

  it('does not blame an alternative for what another leaves out', () => {
    const whole = choice('loses-at-most: 4h').decisions[0];
    const other = disasterPlan(`
surfaces: { db: { base-backup: { schedule: every 1d, takes: 0s }, log-archive: { every: 1s, volume: 1 MB/s } } }
incidents: { loss: { deletes: db } }
decisions: { replay: { after: declare, alternatives: { in-full: { loses-at-most: 4h }, in-part: {} } } }
runbook:
  declare: { takes: 0s }
  replay-part: { follows: declare, when: in-part, transfers: { bytes: db.log-to-replay, rate: 4 MB/s, stops-after: 2h } }
  last: { follows: replay-part, takes: 0s }`);
    expect(whole.replays.length).toBe(1);
    expect(share(other)).toBe(1);
  });

  it('has nothing to fear from a replay that is over', () => {
    const plan = disasterPlan(`
surfaces: { db: { base-backup: { schedule: every 1d, takes: 0s }, log-archive: { every: 1s, volume: 1 MB/s } } }
incidents: { loss: { deletes: db } }
decisions: { reopening: { after: replay, alternatives: { offline: { loses-more-than: 4h }, open: {} } } }
runbook:
  replay: { transfers: { bytes: db.log-to-replay, rate: 4 MB/s, stops-after: 2h } }
  last: { follows: replay, takes: 0s }`);
    expect(plan.decisions[0].replays).toEqual([]);
    expectNear(share(plan), 12 / 24);
  });
});
