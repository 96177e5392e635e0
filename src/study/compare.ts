import { askedAbout } from '../scenario/asked-about.js';
import type { Scenario } from '../scenario/scenario.js';
import type { CostsSide } from './compare-costs.js';
import { compareCosts } from './compare-costs.js';
import { compareMetric } from './compare-metric.js';
import type { MetricOutcomesOfPlay } from './explain/plays-recorder.js';
import type { Comparison, MetricComparison, VariantComparison } from './comparison.js';
import type { MetricOutcomes, Outcomes } from './outcomes.js';
import { settingDifferences, type Setting } from './setting-differences.js';
import { METRICS_BY_KIND } from './run-samples.js';
import type { Summary } from './summary.js';
import { compareByDraws, type ComparedUncertainty } from './uncertainty/compare-by-draws.js';

/** A scenario that was played, with its answer. */
export interface ComparedRun {
  readonly scenario: Pick<Scenario, 'period' | 'timezone' | 'incidents' | 'asksAbout'>;
  readonly outcomes: Outcomes;
  /** Of these outcomes. */
  readonly summary: Summary;
  /** The same scenario as its inputs may truly be, a play per draw; absent when no draws were played. */
  readonly drawn?: readonly MetricOutcomesOfPlay[] | undefined;
}

/**
 * Holds scenarios against the first of them, incident by incident.
 *
 * An incident has the same luck in all of them: it strikes at the same instant when they share a period, and whatever
 * has the same name takes the same time. What differs then is what the scenarios differ in, and the difference is
 * known far better than either of the two.
 *
 * @param runs at least two, the baseline first, all of one seed, number of incidents and level of confidence.
 * @throws RangeError when they are fewer, or not of one kind.
 * @source Glasserman, Yao: Some guidelines and guarantees for common random numbers, Management Science 38 (1992).
 */
export function compare(runs: readonly ComparedRun[]): Comparison {
  if (runs.length < 2) throw new RangeError(`compare: needs at least two runs, has ${runs.length}`);
  const [baseline] = runs;
  const { tool, seed, incidents, unit, confidence } = baseline.summary;
  for (const { summary } of runs) {
    if (summary.seed !== seed || summary.incidents !== incidents || summary.confidence !== confidence) {
      throw new RangeError('compare: all runs must have one seed, number of incidents and level of confidence');
    }
  }
  return {
    format: 'drillcast-comparison/1',
    tool,
    seed,
    incidents,
    unit,
    confidence,
    results: runs.map(({ summary }) => summary),
    variants: runs.slice(1).map((variant, index) => compareRun(baseline, variant, index + 1)),
  };
}

function compareRun(baseline: ComparedRun, variant: ComparedRun, result: number): VariantComparison {
  const { incidents, confidence } = baseline.summary;
  const scratch = [new Float64Array(incidents), new Float64Array(incidents)] as const;
  const metrics: Record<string, MetricComparison> = {};
  for (const column of baseline.outcomes.metrics) {
    const other = variant.outcomes.metrics.find(({ name }) => name === column.name);
    if (other === undefined) continue;
    const drawn = drawnOf(column.name, baseline, variant);
    const context = { confidence, scratch, drawn };
    metrics[column.name] = compareMetric(sideOf(column, baseline), sideOf(other, variant), context);
  }
  return {
    result,
    settings: settingDifferences(settingOf(baseline), settingOf(variant)),
    baselineOnly: namesOf(baseline).filter((name) => !(name in metrics)),
    variantOnly: namesOf(variant).filter((name) => !(name in metrics)),
    metrics,
    costs: compareCosts(costsSideOf(baseline), costsSideOf(variant), { rto: metrics['rto'], confidence }),
  };
}

/** The draws have the three metrics of the whole, and not those of a surface. */
function drawnOf(name: string, baseline: ComparedRun, variant: ComparedRun): ComparedUncertainty | null {
  const metric = METRICS_BY_KIND.find((known) => known === name);
  if (metric === undefined || baseline.drawn === undefined || variant.drawn === undefined) return null;
  return compareByDraws(baseline.drawn, variant.drawn, { metric, credibility: baseline.summary.confidence });
}

function costsSideOf(run: ComparedRun): CostsSide {
  const { outcomes, summary } = run;
  const rto = outcomes.metrics.find(({ name }) => name === 'rto');
  // `summarise` refuses outcomes without it.
  if (rto === undefined) throw new Error('compare: a run has no RTO');
  return { costs: outcomes.costs, rto: sideOf(rto, run), summary };
}

function sideOf({ name, values }: MetricOutcomes, { summary }: ComparedRun) {
  return { values, quantiles: summary.metrics[name].quantiles };
}

function settingOf({ scenario, summary, outcomes }: ComparedRun): Setting {
  return {
    period: scenario.period,
    timezone: scenario.timezone,
    incidentKinds: summary.incidentKinds,
    incidents: askedAbout(scenario),
    steps: outcomes.steps.steps.map(({ name }) => name),
  };
}

function namesOf({ outcomes }: ComparedRun): readonly string[] {
  return outcomes.metrics.map(({ name }) => name);
}
