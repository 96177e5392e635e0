import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { replicate } from '../../src/study/replicate.js';
import { HOUR } from '../../src/units/quantity.js';
import { kolmogorovDistance, kolmogorovLimit } from '../support/kolmogorov-smirnov.js';
import { NO_LOSS, smallPlan } from '../support/small-plan.js';

/** As for data loss: whole distributions against closed forms, false alarm at most 1e-6 each. */
const INCIDENTS = 50_000;
const LIMIT = kolmogorovLimit(INCIDENTS, 1e-6);

function recoveryTimes(plan: Plan): Float64Array {
  return replicate(plan, { seed: 11, incidents: INCIDENTS }).metrics[0].values;
}

describe('recovery time by theory', () => {
  it('of steps in a row is their sum: three exponential steps are an Erlang law', () => {
    const plan = smallPlan(`${NO_LOSS}
runbook:
  a: { takes: { exponential: { mean: 1h } } }
  b: { follows: a, takes: { exponential: { mean: 1h } } }
  last: { follows: b, takes: { exponential: { mean: 1h } } }`);
    const erlang = (x: number): number => 1 - Math.exp(-x / HOUR) * (1 + x / HOUR + (x / HOUR) ** 2 / 2);
    expect(kolmogorovDistance(recoveryTimes(plan), erlang)).toBeLessThan(LIMIT);
  });

  it('of steps side by side is the longest: its law is the product of theirs', () => {
    const plan = smallPlan(`${NO_LOSS}
runbook:
  a: { takes: { uniform: { min: 0h, max: 4h } } }
  b: { takes: { uniform: { min: 0h, max: 4h } } }
  c: { takes: { uniform: { min: 0h, max: 4h } } }
  last: { follows: [a, b, c], takes: 0s }`);
    expect(kolmogorovDistance(recoveryTimes(plan), (x) => Math.min(1, x / (4 * HOUR)) ** 3)).toBeLessThan(LIMIT);
  });

  it('of an exponential step that fails and is repeated is exponential again, longer by the odds', () => {
    const plan = smallPlan(`${NO_LOSS}
runbook:
  last: { takes: { exponential: { mean: 1h } }, fails: 60% }`);
    expect(kolmogorovDistance(recoveryTimes(plan), (x) => 1 - Math.exp((-x * 0.4) / HOUR))).toBeLessThan(LIMIT);
  });

  it('counts attempts geometrically', () => {
    const plan = smallPlan(`${NO_LOSS}
runbook:
  last: { takes: 1h, fails: { probability: 25%, rework: 2h } }`);
    const times = recoveryTimes(plan);
    for (let k = 0; k < 4; k++) {
      const share = times.filter((time) => time === (1 + 3 * k) * HOUR).length / INCIDENTS;
      const expected = 0.75 * 0.25 ** k;
      expect(Math.abs(share - expected)).toBeLessThan(5.2 * Math.sqrt((expected * (1 - expected)) / INCIDENTS));
    }
  });

  it('plays everything again from the step that a failure sends people back to', () => {
    const plan = smallPlan(`${NO_LOSS}
runbook:
  a: { takes: 1h }
  b: { follows: a, takes: 10h }
  c: { follows: a, takes: 2h }
  last: { follows: [b, c], takes: 30m, fails: { probability: 50%, rework: 15m, back-to: c } }`);
    // First 1 + 10 + 0.5; each failure costs a quarter of an hour, c again (b stays done), and the check again.
    const times = recoveryTimes(plan);
    for (let k = 0; k < 4; k++) {
      const share = times.filter((time) => time === (11.5 + 2.75 * k) * HOUR).length / INCIDENTS;
      const expected = 0.5 ** (k + 1);
      expect(Math.abs(share - expected)).toBeLessThan(5.2 * Math.sqrt((expected * (1 - expected)) / INCIDENTS));
    }
  });

  it('draws anew for every step that is played again: a geometric number of exponential times is exponential', () => {
    const plan = smallPlan(`${NO_LOSS}
runbook:
  a: { takes: { exponential: { mean: 1h } } }
  last: { follows: a, takes: 0s, fails: { probability: 75%, back-to: a } }`);
    expect(kolmogorovDistance(recoveryTimes(plan), (x) => 1 - Math.exp((-x * 0.25) / HOUR))).toBeLessThan(LIMIT);
  });

  it('sends people back once for two failures that overlap', () => {
    // Both checks run side by side on what `a` made, and fail with certainty of a half each: whoever fails while `a`
    // is being made again waits for that, so a round costs an hour for `a` and the longer of the two checks.
    const plan = smallPlan(`${NO_LOSS}
runbook:
  a: { takes: 1h }
  b: { follows: a, takes: 10m, fails: { probability: 50%, back-to: a } }
  c: { follows: a, takes: 20m, fails: { probability: 50%, back-to: a } }
  last: { follows: [b, c], takes: 0s }`);
    const times = recoveryTimes(plan).map((time) => Math.round(time / 60));
    // No failure at all: an hour and twenty minutes, a quarter of the incidents.
    const share = times.filter((minutes) => minutes === 80).length / INCIDENTS;
    expect(Math.abs(share - 0.25)).toBeLessThan(5.2 * Math.sqrt((0.25 * 0.75) / INCIDENTS));
    // Only b fails, once: a is made again from 70 to 130; c, under way, ends at 80; b ends at 140.
    const onlyB = times.filter((minutes) => minutes === 140).length / INCIDENTS;
    // b fails at 70 and c at 80: both wait for a, which ends at 130, and then c takes until 150.
    const both = times.filter((minutes) => minutes === 150).length / INCIDENTS;
    const tolerance = 5.2 * Math.sqrt((0.0625 * 0.9375) / INCIDENTS);
    expect(Math.abs(onlyB - 0.125)).toBeLessThan(tolerance * 1.5);
    expect(Math.abs(both - 0.0625)).toBeLessThan(tolerance);
  });

  it('of a transfer is bytes over rate, and the log to replay is as old as its base backup', () => {
    const plan = smallPlan(`
surfaces:
  db:
    base-backup: { schedule: "0 1 * * *", takes: 0s }
    log-archive: { every: 1s, volume: 12 GiB/h }
runbook:
  last: { transfers: { bytes: db.log-to-replay, rate: 1 GiB/h } }`);
    // Twelve hours of replay for each hour since the backup, whose age is uniform on a day.
    const distance = kolmogorovDistance(recoveryTimes(plan), (x) => Math.min(1, Math.max(0, x / (12 * 24 * HOUR))));
    // The archive reaches to the last whole second: at most 12 of 1,036,800 seconds less.
    expect(distance).toBeLessThan(LIMIT + 2e-5);
  });

  it('of two transfers that share a link is that of both together', () => {
    const plan = smallPlan(`${NO_LOSS}
links: { wire: { rate: { uniform: { min: 1 MiB/s, max: 3 MiB/s } } } }
runbook:
  a: { transfers: { bytes: 3600 MiB, rate: 1 GiB/s, over: wire } }
  b: { transfers: { bytes: 7200 MiB, rate: 1 GiB/s, over: wire } }
  last: { follows: [a, b], takes: 0s }`);
    // 10,800 MiB over U(1, 3) MiB/s: P(T <= x) = P(rate >= 10,800 / x).
    const cumulative = (x: number): number => Math.min(1, Math.max(0, (3 - 10_800 / x) / 2));
    expect(kolmogorovDistance(recoveryTimes(plan), cumulative)).toBeLessThan(LIMIT);
  });
});

describe('engineers by queueing theory', () => {
  it.each([1, 2, 3])('%i of them clear a batch of exponential jobs as a pure death process', (engineers) => {
    const jobs = 6;
    const names = Array.from({ length: jobs }, (_, i) => `job-${String(i)}`);
    const plan = smallPlan(`${NO_LOSS}
people: { engineers: { count: ${String(engineers)} } }
runbook:
${names.map((name) => `  ${name}: { needs: engineers, takes: { exponential: { mean: 1h } } }`).join('\n')}
  last: { follows: [${names.join(', ')}], takes: 0s }`);
    // With k jobs left min(k, engineers) are worked on: the time is a sum of exponentials with those rates.
    const rates = names.map((_, i) => Math.min(i + 1, engineers));
    const mean = rates.reduce((sum, rate) => sum + 1 / rate, 0);
    const variance = rates.reduce((sum, rate) => sum + 1 / rate ** 2, 0);
    const times = recoveryTimes(plan).map((time) => time / HOUR);
    const found = times.reduce((sum, time) => sum + time, 0) / INCIDENTS;
    const spread = times.reduce((sum, time) => sum + (time - found) ** 2, 0) / INCIDENTS;
    expect(Math.abs(found - mean)).toBeLessThan(5.2 * Math.sqrt(variance / INCIDENTS));
    // The fourth moment of such a sum is at most nine times the squared variance (that of one exponential).
    expect(Math.abs(spread - variance)).toBeLessThan(5.2 * variance * Math.sqrt(8 / INCIDENTS));
  });

  it.each([
    { servers: 1, load: 0.6 },
    { servers: 2, load: 0.7 },
    { servers: 3, load: 0.6 },
  ])('who get Poisson arrivals are an M/M/$servers queue at load $load', ({ servers, load }) => {
    // A chain of exponential steps releases the jobs; the last of 160 meets the queue in its steady state (the
    // longest relaxation time here, 1 / (1 − √load)² services, leaves exp(−9) of the empty start).
    const arrivals = 160;
    const chain = Array.from(
      { length: arrivals },
      (
        _,
        i,
      ) => `  arrival-${String(i)}: { ${i > 0 ? `follows: arrival-${String(i - 1)}, ` : ''}takes: { exponential: { mean: ${String(1 / (load * servers))}h } } }
  job-${String(i)}: { follows: arrival-${String(i)}, needs: engineers, takes: { exponential: { mean: 1h } } }`,
    );
    const last = `job-${String(arrivals - 1)}`;
    const plan = smallPlan(
      `${NO_LOSS}
people: { engineers: { count: ${String(servers)} } }
runbook:
${chain.join('\n')}`,
      last,
    );
    const incidents = 10_000;
    const simulator = new IncidentSimulator(plan, 3);
    const step = plan.steps.findIndex(({ name }) => name === last);
    let waited = 0;
    let longer = 0;
    const { visits, latestVisit } = simulator.recovery;
    for (let incident = 0; incident < incidents; incident++) {
      simulator.playInDetail(incident);
      const visit = latestVisit[step];
      const wait = visits.startedAt[visit] - visits.readyAt[visit];
      if (wait > 0) waited++;
      if (wait > HOUR) longer++;
    }
    // Erlang's C: the probability of waiting; the wait of those who do is exponential with rate servers × (1 − load).
    const offered = servers * load;
    let term = 1;
    let sum = 1;
    for (let k = 1; k < servers; k++) sum += term *= offered / k;
    term *= offered / servers;
    const erlangC = term / (1 - load) / (sum + term / (1 - load));
    const tolerance = 5.2 * Math.sqrt(0.25 / incidents);
    expect(Math.abs(waited / incidents - erlangC)).toBeLessThan(tolerance);
    expect(Math.abs(longer / incidents - erlangC * Math.exp(-servers * (1 - load)))).toBeLessThan(tolerance);
  });
});
