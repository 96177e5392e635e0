import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/plan/compile.js';
import type { Plan } from '../../src/plan/plan.js';
import { quantile } from '../../src/statistics/quantile.js';
import { replicate } from '../../src/study/replicate.js';
import { HOUR } from '../../src/units/quantity.js';
import { kolmogorovDistance, kolmogorovLimit } from '../support/kolmogorov-smirnov.js';
import { planOf, scenarioOf } from '../support/plan-of.js';

/** Figures that others published, against scenarios whose inputs were fixed before they were run. */
const INCIDENTS = 20_000;
/** Exceeded by a true sample with probability at most 1e-6. */
const LIMIT = kolmogorovLimit(INCIDENTS, 1e-6);

function play(plan: Plan): { rto: Float64Array; rpo: Float64Array; kinds: Float64Array } {
  const { metrics, kinds } = replicate(plan, { seed: 1, incidents: INCIDENTS });
  return { rto: metrics[0].values.map((x) => x / HOUR), rpo: metrics[1].values.map((x) => x / HOUR), kinds: kinds.values };
}

const uniform =
  (low: number, high: number) =>
  (x: number): number =>
    Math.min(1, Math.max(0, (x - low) / (high - low)));

/**
 * The inputs are those of the operator's report; the share of the disk's nominal rate that a long copy reaches, 0.6 to
 * 0.75, is the case sheet's, whose author knew the outcome. Observed: 300 GB copied until 17.6 h to 18.6 h after the removal; data of 17:20 in use.
 *
 * @source https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/
 */
describe('GitLab.com, 31 January 2017', () => {
  const file = 'scenarios/cases/gitlab-2017.yaml';
  const happened = (more = ''): Plan => {
    const base = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    if (more === '') return compile(scenarioOf(base, file));
    return planOf(`drillcast: 1\nextends: cases/gitlab-2017\nname: What if\n${more}`);
  };

  it('takes what it took, within four fifths of what was to be expected', () => {
    const { rto } = play(happened());
    const sorted = rto.slice().sort();
    expect(quantile(sorted, 0.1)).toBeLessThan(17.6);
    expect(quantile(sorted, 0.9)).toBeGreaterThan(18.6);
  });

  it('would take less at the nominal rate: the copy alone took longer than that says', () => {
    const { rto } = play(happened('runbook: { copy-database: { transfers: { rate: 60 Mbit/s } } }'));
    expect(quantile(rto.slice().sort(), 0.99)).toBeLessThan(17.6);
  });

  it('loses the six hours since the snapshot that was taken by hand', () => {
    const { rpo } = play(happened());
    expect(Math.min(...rpo)).toBeGreaterThan(6.1);
    expect(Math.max(...rpo)).toBeLessThan(6.7);
  });

  it('would have lost 22.5 h without it', () => {
    const { rpo } = play(happened('surfaces: { database: { replication: null } }'));
    expect(Math.min(...rpo)).toBeGreaterThan(22.4);
    expect(Math.max(...rpo)).toBeLessThan(22.5);
  });

  it('would lose between nothing and a day, uniformly, with the nightly dump alone, had it worked', () => {
    const { rpo } = play(
      happened(`
surfaces:
  database: { replication: null, snapshots: null, base-backup: { on: staging, schedule: every 1d, takes: 0s } }
incidents: { wrong-host: { rush: null } }`),
    );
    expect(kolmogorovDistance(rpo, uniform(0, 24))).toBeLessThan(LIMIT);
  });
});
