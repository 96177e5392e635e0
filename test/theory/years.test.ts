import { describe, expect, it } from 'vitest';
import { compileYears } from '../../src/plan/years-plan.js';
import { YearSimulator } from '../../src/simulation/years/year-simulator.js';
import { WriteRecord } from '../../src/simulation/years/write-record.js';
import { StorageLog, storageOver } from '../../src/simulation/years/storage-log.js';
import { DAY, HOUR } from '../../src/units/quantity.js';
import { scenarioOf } from '../support/plan-of.js';

/** A normal number is further out than this with a probability of 5.7e-7. */
const Z = 5;

/** A service that a strike takes away for so long, and nothing else. */
const oneKind = (frequency: string, takes: string, more = '') => `drillcast: 1
name: One kind
incidents:
  outage: { frequency: ${frequency} }
${more}runbook:
  mend: { takes: ${takes} }
milestones:
  service-reopened: mend
  incident-closed: mend
`;

/** What each of so many years gives. */
function yearsOf(text: string, years: number, measure: (year: YearSimulator) => number): Float64Array {
  const simulator = new YearSimulator(compileYears(scenarioOf(text)), 11);
  return Float64Array.from({ length: years }, (_, year) => {
    simulator.play(year);
    return measure(simulator);
  });
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const varianceOf = (values: Float64Array): number => {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};

/** That a mean is what it should be, by its own error. */
function expectMean(values: Float64Array, expected: number): void {
  const error = Math.sqrt(varianceOf(values) / values.length);
  expect(Math.abs(meanOf(values) - expected)).toBeLessThan(Z * error);
}

describe('Availability', () => {
  // Strikes come whether or not the service is down, each has its own recovery, and nobody is waited for: the recoveries
  // under way are the customers of an M/G/infinity queue, which is idle with probability exp(−rate × mean).
  it.each([
    ['fixed times', '20 per year', '60h', 60],
    ['exponential times', '20 per year', '{ exponential: { mean: 60h } }', 60],
    ['times of two sorts', '40 per year', '{ mixture: [{ weight: 1, value: 10h }, { weight: 1, value: 90h }] }', 50],
  ])('is that of an M/G/∞ queue that is idle, for %s', (_, frequency, takes, hours) => {
    const perYear = Number.parseFloat(frequency) * (365 / 365.25);
    const load = (perYear * hours * HOUR) / (365 * DAY);
    const down = yearsOf(oneKind(frequency, takes), 3000, ({ downtime }) => downtime / (365 * DAY));
    expectMean(down, 1 - Math.exp(-load));
  });

  it('is up over up and down where incidents hardly ever meet', () => {
    // Strikes that come while the service is down would be lost in an alternating renewal process: MTBF / (MTBF + MTTR).
    const rate = (1 * 365) / 365.25 / (365 * DAY);
    const down = yearsOf(oneKind('1 per year', '10h'), 4000, ({ downtime }) => downtime / (365 * DAY));
    const renewal = (10 * HOUR) / (1 / rate + 10 * HOUR);
    const error = Math.sqrt(varianceOf(down) / down.length);
    expect(Math.abs(meanOf(down) - renewal)).toBeLessThan(Z * error);
  });
});

describe('Overlapping recoveries', () => {
  it('wait for one engineer as customers of an M/D/1 queue do', () => {
    // Pollaczek and Khinchine: the mean time in the system is mean + rate × mean² / (2 (1 − load)).
    const text = `people:
  engineer: { count: 1 }
`;
    const scenario = oneKind('60 per year', '60h', text).replace('takes: 60h', 'needs: engineer, takes: 60h');
    const rate = 60 / (365.25 * DAY);
    const service = 60 * HOUR;
    const expected = service + (rate * service ** 2) / (2 * (1 - rate * service));
    // Years are independent, incidents within one are not: the sum over a year is held against the number in it.
    const simulator = new YearSimulator(compileYears(scenarioOf(scenario)), 3);
    const excess = Float64Array.from({ length: 1500 }, (_, year) => {
      simulator.play(year);
      return simulator.incidents.reduce((sum, { rto }) => sum + rto - expected, 0);
    });
    expectMean(excess, 0);
  });
});

describe('Loss in a year', () => {
  const lossy = (frequency: string) =>
    oneKind(
      frequency,
      '1s',
      `surfaces:
  data: { replication: { every: 1d, takes: 0s } }
`,
    );

  it('is a compound Poisson sum: of its mean and its variance', () => {
    // Each incident loses a time that is uniform over a day: mean 12 h, mean square 24² / 3 h².
    const rate = 2 * (365 / 365.25);
    const lost = yearsOf(lossy('2 per year'), 6000, ({ surfaceLost }) => surfaceLost[0] / HOUR);
    expectMean(lost, rate * 12);
    const expected = (rate * 24 ** 2) / 3;
    const fourth = lost.map((value) => (value - rate * 12) ** 4);
    const error = Math.sqrt((meanOf(fourth) - expected ** 2) / lost.length);
    expect(Math.abs(varianceOf(lost) - expected)).toBeLessThan(Z * error);
  });

  it('never counts the same writes twice: many strikes lose no more than was written', () => {
    const lost = yearsOf(lossy('3000 per year'), 5, ({ surfaceLost }) => surfaceLost[0]);
    for (const seconds of lost) expect(seconds).toBeLessThan(365 * DAY + DAY);
  });
});

describe('Storage', () => {
  it('holds the rate of backups that succeed times how long they are kept', () => {
    const text = oneKind(
      '1 per 1000y',
      '1s',
      `surfaces:
  data:
    size: 1 GiB
    base-backup: { schedule: every 6h, takes: 2h, succeeds: 80%, keep: 10d }
`,
    );
    // From its arrival two hours after its start to ten days after it.
    const expected = (0.8 * (10 * DAY - 2 * HOUR)) / (6 * HOUR);
    expectMean(
      yearsOf(text, 400, (year) => year.storageOf(0).mean / 2 ** 30),
      expected,
    );
  });

  it('keeps as many fulls as a rule of number says, and what builds on them', () => {
    const text = oneKind(
      '1 per 1000y',
      '1s',
      `surfaces:
  data:
    size: 10 GiB
    base-backup:
      schedule: '0 0 * * 0'
      takes: 0s
      keep: { count: 3 }
      incremental: { schedule: '0 12 * * *', takes: 0s, size: 1 GiB }
`,
    );
    // Three fulls; of the two older ones all seven increments, of the newest three and a half on average.
    expect(yearsOf(text, 1, (year) => year.storageOf(0).mean / 2 ** 30)[0]).toBeCloseTo(30 + 14 + 3.5, 1);
    expect(yearsOf(text, 1, (year) => year.storageOf(0).peak / 2 ** 30)[0]).toBe(30 + 21);
  });

  it('is summed over copies at each instant, and not over their peaks', () => {
    const [one, other] = [new StorageLog(), new StorageLog()];
    one.add(-5, 8);
    one.add(10, -8);
    other.add(10, 8);
    other.add(15, 2);
    expect(storageOver([one, other], 20)).toEqual({ mean: (15 * 8 + 5 * 10) / 20, peak: 10 });
  });
});

describe('Writes', () => {
  it('are lost once, and only where there were any', () => {
    const writes = new WriteRecord();
    writes.note({ from: 10, to: 20 });
    expect(writes.lose({ from: 5, to: 30 })).toBe(15);
    expect(writes.lose({ from: 0, to: 40 })).toBe(15);
    expect(writes.lose({ from: 0, to: 40 })).toBe(0);
    expect(writes.lose({ from: 39, to: 41 })).toBe(1);
    expect(writes.length).toBe(41);
  });
});

describe('What an incident sets off', () => {
  it('comes as often as it is likely, so long after', () => {
    const text = `drillcast: 1
name: Cause and effect
incidents:
  cause: { frequency: 6 per year, sets-off: { effect: { probability: 50%, after: 2d } } }
  effect: { frequency: 1 per 1000y }
runbook:
  mend: { takes: 1s }
milestones: { service-reopened: mend, incident-closed: mend }
`;
    const simulator = new YearSimulator(compileYears(scenarioOf(text)), 5);
    let follows = 0;
    let effects = 0;
    const counts = Float64Array.from({ length: 2000 }, (_, year) => {
      simulator.play(year);
      const causes = new Set(simulator.strikes);
      const struck = simulator.incidents.filter(({ kind }) => kind === 1);
      effects += struck.length;
      follows += struck.filter(({ at }) => [...causes].some((cause) => Math.abs(at - cause - 2 * DAY) < 1e-3)).length;
      return struck.length;
    });
    expectMean(counts, (3 + 0.001) * (365 / 365.25));
    expect(effects - follows).toBeLessThan(20);
  });
});
