import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quantile } from '../../../src/distributions/families.js';
import { compile } from '../../../src/plan/compile.js';
import { PlaysRecorder } from '../../../src/study/explain/plays-recorder.js';
import { drawnMetrics } from '../../../src/study/uncertainty/drawn-metrics.js';
import { drawPlans } from '../../../src/study/uncertainty/draw-plans.js';
import { uncertainInputs } from '../../../src/study/uncertainty/uncertain-inputs.js';
import { scenarioOf } from '../../support/plan-of.js';

interface Row {
  readonly p50: number;
  readonly sigma: number;
  readonly countsAs: number;
  readonly bands: readonly { readonly p: number; readonly low: number; readonly median: number; readonly high: number }[];
  readonly both: readonly { readonly p: number; readonly seconds: number }[];
}

const ROWS = JSON.parse(readFileSync(new URL('uncertainty.json', import.meta.url), 'utf8')) as readonly Row[];

/** Two-sided, 5 standard errors: a false alarm of 6e-7 for each of the 52 comparisons on fixed seeds. */
const REACH = 5;

function oneStep({ p50, sigma, countsAs }: Row, draws: number) {
  const scenario = scenarioOf(`drillcast: 1
name: One step
surfaces: { database: { versioned: true } }
incidents: { loss: {} }
runbook:
  restore: { takes: { lognormal: { p50: ${String(p50)}s, sigma: ${String(sigma)} }, source: drill, counts-as: ${String(countsAs)} } }
milestones: { service-reopened: restore, incident-closed: restore }
`);
  const plan = compile(scenario);
  return drawPlans(plan, uncertainInputs(plan, scenario, undefined), { seed: 3, draws });
}

describe('what is known of a lognormal time', () => {
  it.each(ROWS)('has the bands of the noncentral t of scipy, known by $countsAs times', (row) => {
    const draws = 20_000;
    const { plans } = oneStep(row, draws);
    const laws = plans.map(({ steps: [{ takes }] }) => takes ?? { kind: 'fixed' as const, value: NaN });
    for (const { p, low, median, high } of row.bands) {
      const values = laws.map((law) => quantile(law, p));
      for (const [limit, share] of [[low, 0.025], [median, 0.5], [high, 0.975]] as const) {
        const below = values.filter((value) => value <= limit).length / draws;
        expect(Math.abs(below - share)).toBeLessThan(REACH * Math.sqrt((share * (1 - share)) / draws));
      }
    }
  });

  it.each(ROWS)('mixed over what it may be is the t of the next time, known by $countsAs times', (row) => {
    const [draws, incidents] = [400, 1024];
    const { plans } = oneStep(row, draws);
    const recorder = new PlaysRecorder({ seed: 3, incidents, plans, isInDetail: false });
    recorder.play({ from: 0, to: draws * incidents });
    const columns = drawnMetrics(recorder.outcomes).draws.map(({ rto }) => rto);
    for (const { p, seconds } of row.both) {
      const within = columns.reduce((sum, column) => sum + column.filter((value) => value <= seconds).length, 0);
      // Every draw meets the same luck: the variance is at most that of as many draws, and of as many incidents.
      const error = Math.sqrt(p * (1 - p) * (1 / draws + 1 / incidents));
      expect(Math.abs(within / (draws * incidents) - p)).toBeLessThan(REACH * error);
    }
  });
});
