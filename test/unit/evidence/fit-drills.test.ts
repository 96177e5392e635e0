import { describe, expect, it } from 'vitest';
import type { Drill, DrilledAttempt } from '../../../src/evidence/drills/drill.js';
import { chooseFamily } from '../../../src/evidence/drills/fit/choose-family.js';
import { fitDrills } from '../../../src/evidence/drills/fit/fit-drills.js';
import { logMoments } from '../../../src/distributions/log-moments.js';
import { writeInto } from '../../../src/evidence/tools/part/write-part.js';
import { quantile } from '../../../src/distributions/families.js';
import { lognormal } from '../../../src/distributions/lognormal.js';
import { weibull } from '../../../src/distributions/weibull.js';
import { instant } from '../../../src/units/quantity.js';
import { scenarioOf } from '../../support/plan-of.js';

const TEXT = `# Question: kept?
drillcast: 1
name: Fitted
surfaces:
  database: { size: 100 GB, replication: { every: 1h, takes: 1m } }
incidents: { loss: {} }
runbook:
  provision: # the provider
    takes: { lognormal: { p50: 100s, sigma: 0.5 }, source: assumed }
    fails: 10%
  restore:
    follows: provision
    transfers: { bytes: database.size, rate: { lognormal: { p50: 100 MB/s, sigma: 0.2 } } } # one disk
  mixed: { follows: restore, takes: 1m, transfers: { bytes: 1 GB, rate: 1 MB/s } }
  close: { follows: mixed, takes: 10s, fails: { probability: 5%, rework: 3s } }
milestones: { service-reopened: close, incident-closed: close }
`;
const SCENARIO = scenarioOf(TEXT);
const ORIGIN = { version: '0.0.0', file: 'fitted.yaml', sha256: '0'.repeat(64) };

type Try = readonly [seconds: number, outcome?: DrilledAttempt['outcome']];

/** A drill of these attempts by step, the attempts of a step one after the other. */
function drill(steps: Readonly<Record<string, readonly Try[]>>, kind: Drill['kind'] = 'full-restore'): Drill {
  const began = instant(1_800_000_000);
  return {
    name: 'drill',
    kind,
    began,
    environment: '',
    restored: [],
    ended: 'completed',
    achieved: { rpo: {} },
    steps: Object.entries(steps).map(([name, tries]) => {
      return {
        name,
        attempts: tries.map(([seconds, outcome = 'done'], index) => {
          const start = instant(began + 10_000 * index);
          return { start, end: instant(start + seconds), outcome, paused: 0, note: '' };
        }),
      };
    }),
    failures: [],
    note: '',
  };
}

const fit = (drills: readonly Drill[], priorWeight = 2, scenario = SCENARIO) =>
  fitDrills(drills, { scenario, priorWeight, origin: ORIGIN });

describe('the fit of a scenario to drills', () => {
  it('has the conjugate posterior that one works out by hand', () => {
    // Of two times e times the median: mean shift 1 with weight 2 of 4; beta = 0.25·2/2 + 2·2·1/(2·4) = 0.75.
    const { fit: answer } = fit([1, 2].map(() => drill({ provision: [[100 * Math.E]] })));
    const { posterior, after, measured, censored } = answer.steps[0];
    expect(posterior.mu).toBeCloseTo(Math.log(100) + 0.5, 6);
    expect(posterior).toMatchObject({ kappa: 4, alpha: 3 });
    expect(posterior.beta).toBeCloseTo(0.75, 6);
    expect(after.p50).toBeCloseTo(100 * Math.exp(0.5), 1);
    expect(Math.log(after.p95 / after.p50) / 1.6448536).toBeCloseTo(Math.sqrt(0.75 / 2), 3);
    expect([measured, censored]).toEqual([2, 0]);
  });

  it('believes a heavy prior and many drills', () => {
    const drills = Array.from({ length: 200 }, (_, index) => drill({ provision: [[index % 2 === 0 ? 250 : 400]] }));
    expect(fit(drills).fit.steps[0].after.p50 / Math.sqrt(250 * 400)).toBeCloseTo(1, 1);
    expect(fit(drills.slice(0, 1), 1000).fit.steps[0].after.p50 / 100).toBeCloseTo(1, 2);
  });

  it('takes a time that broke off as one that would have been longer', () => {
    const after = (outcome: DrilledAttempt['outcome']) => fit([drill({ provision: [[300, outcome]] })]).fit.steps[0];
    expect(after('timed-out').after.p50).toBeGreaterThan(1.1 * after('done').after.p50);
    expect(after('timed-out').censored).toBe(1);
    const short = fit([drill({ provision: [[0.001, 'cancelled']] })]).fit.steps[0];
    expect(short.after.p50).toBeCloseTo(100, 1);
  });

  it('counts failures against attempts, by the mean of a beta law', () => {
    const { failures } = fit([drill({ provision: [[90, 'failed'], [110]], close: [[10, 'cancelled']] })]).fit;
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ step: 'provision', attempts: 2, failed: 1, before: 0.1 });
    expect(failures[0].after).toBeCloseTo((2 * 0.1 + 1) / 4, 12);
    const never = fit([drill({ restore: [[900, 'failed'], [1000]] })]).fit.failures[0];
    expect(never).toMatchObject({ path: 'runbook.restore.fails', before: 0, after: 0.25 });
  });

  it('corrects the rate of a step that moves a known size, against its time', () => {
    // 100 GB in 500 s are 200 MB/s: the geometric middle of that and 100 MB/s, as two drills weigh what the prior does.
    const { steps } = fit([1, 2].map(() => drill({ restore: [[500]] }))).fit;
    expect(steps[0]).toMatchObject({ path: 'runbook.restore.transfers.rate', quantity: 'rate' });
    expect(steps[0].after.p50 / 1e6).toBeCloseTo(Math.sqrt(200 * 100), 1);
  });

  it('leaves what drills cannot tell, and says why', () => {
    const { left, steps } = fit([drill({ mixed: [[70]], close: [[1]] }, 'partial')]).fit;
    expect(steps.map(({ step }) => step)).toEqual(['close']);
    expect(left).toEqual([
      { step: 'provision', reason: 'no drill measured it' },
      { step: 'restore', reason: 'no drill measured it' },
      { step: 'mixed', reason: 'its time has several parts, and a drill measures their sum' },
    ]);
    expect(fit([drill({ close: [[1]] }, 'table-top')]).fit.steps).toEqual([]);
  });

  it('is written into the file with its comments and order, each value with its source', () => {
    const drills = [drill({ provision: [[90, 'failed'], [110]], restore: [[500]], close: [[12]] })];
    const written = writeInto(TEXT, fit(drills).entries);
    if (written.kind !== 'text') throw new Error('no place');
    expect(written.text).toContain('# Question: kept?');
    expect(written.text).toContain('# the provider');
    expect(written.text).toContain('# one disk');
    const read = scenarioOf(written.text);
    expect(read.steps.map(({ name }) => name)).toEqual(SCENARIO.steps.map(({ name }) => name));
    expect(read.steps[0].fails?.probability).toBeCloseTo(0.3, 6);
    expect(read.steps[3].fails).toMatchObject({ rework: { kind: 'fixed', value: 3 } });
    const drilled = read.provenance.filter(({ source }) => source === 'drill');
    expect(drilled.map(({ path }) => path)).toEqual([
      'runbook.close.fails.probability',
      'runbook.close.takes',
      'runbook.provision.fails.probability',
      'runbook.provision.takes',
      'runbook.restore.transfers.rate',
    ]);
    expect(drilled.every(({ asOf }) => asOf === '2027-01-15')).toBe(true);
    expect(fit(drills, 2, read).fit.warnings.join('\n')).toContain('runbook.close.takes comes from drills already');
  });

  it('learns from drills one after the other what it would learn from all of them at once', () => {
    const first = [drill({ provision: [[90, 'failed'], [110]], restore: [[500]] }), drill({ provision: [[150]] })];
    const second = [drill({ provision: [[240], [80]], restore: [[700]] })];
    const written = writeInto(TEXT, fit(first).entries);
    if (written.kind !== 'text') throw new Error('no place');
    const after = fit(second, 2, scenarioOf(written.text)).fit;
    const all = fit([...first, ...second]).fit;
    for (const [index, { posterior, countsAs, ...step }] of after.steps.entries()) {
      const whole = all.steps[index];
      expect(step.step).toBe(whole.step);
      expect(countsAs).toBe(whole.countsAs);
      for (const key of ['mu', 'kappa', 'alpha', 'beta'] as const) {
        expect(posterior[key] / whole.posterior[key]).toBeCloseTo(1, 3);
      }
    }
    expect(after.steps.map(({ countsAs }) => countsAs)).toEqual([7, 4]);
    expect(after.failures[0]).toMatchObject({ countsAs: 7 });
    expect(after.failures[0].after).toBeCloseTo(all.failures[0].after, 3);
  });

  it('says that a law counts as less where times broke off', () => {
    const of = (outcome: DrilledAttempt['outcome']): number =>
      fit([drill({ provision: [[300, outcome], [100], [120]] })]).fit.steps[0].countsAs;
    expect(of('done')).toBe(5);
    expect(of('timed-out')).toBeLessThan(5);
    expect(of('timed-out')).toBeGreaterThan(2);
  });

  it('keeps the bounds of a law that no drill contradicts', () => {
    const bounded = scenarioOf(
      TEXT.replace('sigma: 0.5 }, source', 'sigma: 0.5 }, at-least: 50s, at-most: 150s, source'),
    );
    const lawOf = (seconds: number) => {
      const written = writeInto(TEXT, fit([drill({ provision: [[seconds]] })], 2, bounded).entries);
      return written.kind === 'text' ? scenarioOf(written.text).steps[0].takes : undefined;
    };
    expect(lawOf(100)).toMatchObject({ kind: 'clamped', atLeast: 50, atMost: 150 });
    expect(lawOf(200)).toEqual(expect.not.objectContaining({ atMost: 150 }));
  });
});

describe('the family of a fitted law', () => {
  const at = (law: ReturnType<typeof lognormal> | ReturnType<typeof weibull>, count: number) =>
    Array.from({ length: count }, (_, index) => quantile(law, (index + 0.5) / count));

  it('stays lognormal where that is not refused, and with few times', () => {
    const law = lognormal({ p50: 100, sigma: 0.5 });
    const moments = { mean: law.mu, variance: 0.25, isRate: false };
    expect(chooseFamily(at(law, 100), moments)).toMatchObject({
      family: 'lognormal',
      reason: 'the times do not refuse it',
    });
    expect(chooseFamily([1, 1, 1, 1], moments)).toMatchObject({ family: 'lognormal', goodness: null });
  });

  it('becomes Weibull where the times refuse lognormal and Weibull fits, but not for a rate', () => {
    const law = weibull({ shape: 1.5, scale: 100 });
    const moments = logMoments(law);
    const chosen = chooseFamily(at(law, 400), { ...moments, isRate: false });
    expect(chosen.family).toBe('weibull');
    expect(chosen.law).toMatchObject({ kind: 'weibull' });
    if (chosen.law.kind === 'weibull') {
      expect(chosen.law.shape).toBeCloseTo(1.5, 1);
      expect(chosen.law.scale / 100).toBeCloseTo(1, 2);
    }
    expect(chooseFamily(at(law, 400), { ...moments, isRate: true }).family).toBe('lognormal');
  });
});

describe('the logarithm of a law', () => {
  it('has the mean and variance that mathematics knows', () => {
    expect(logMoments(lognormal({ p50: 7, sigma: 0.3 }))).toEqual({ mean: Math.log(7), variance: 0.3 * 0.3 });
    // Uniform from 0 to 1: mean −1, variance 1.
    const uniform = logMoments({ kind: 'uniform', min: 0, max: 1000 });
    expect(uniform.mean).toBeCloseTo(Math.log(1000) - 1, 2);
    expect(uniform.variance).toBeCloseTo(1, 2);
  });

  it('of a fixed value is that of a range from half to twice of it', () => {
    const range = scenarioOf(TEXT.replace('{ lognormal: { p50: 100s, sigma: 0.5 }, source: assumed }', '50s to 200s'));
    const { mean, variance } = logMoments(range.steps[0].takes ?? { kind: 'fixed', value: 1 });
    const fixed = logMoments({ kind: 'fixed', value: 100 });
    expect(fixed.mean).toBeCloseTo(mean, 9);
    expect(fixed.variance).toBeCloseTo(variance, 9);
  });
});
