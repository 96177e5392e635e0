import { drillOverview } from '../evidence/drills/drill-overview.js';
import type { Drill } from '../evidence/drills/drill.js';
import { scoreDrills } from '../evidence/drills/score-drills.js';
import type { Plan } from '../plan/plan.js';
import type { Scenario } from '../scenario/scenario.js';
import { compare, type ComparedRun } from '../study/compare.js';
import { incidentAtQuantile } from '../study/incident-at-quantile.js';
import type { Outcomes } from '../study/outcomes.js';
import { exactSamples } from '../study/run-samples.js';
import { answeredReadiness, summariseReadiness } from '../study/summarise-readiness.js';
import type { Trace } from '../study/trace.js';
import { traceIncident } from '../study/trace-incident.js';
import type { Instant } from '../units/quantity.js';
import type { ComparedReview, Review, ReviewedDrills, Story } from './review.js';

/** What is reviewed, and on which day. */
export interface Reviewed {
  readonly scenario: Scenario;
  readonly plan: Plan;
  /** Undefined when no drills were given. */
  readonly drills: readonly Drill[] | undefined;
  readonly asOf: Instant;
}

/**
 * A review of what was played: the incidents that are told, those that were lost, drills where they fell, and the comparison.
 *
 * @param runs the scenario that is reviewed first, then those that it is held against, all struck by the same incidents.
 * @param found what was found out besides, and handed in.
 */
export function reviewOfRuns(
  runs: readonly ComparedRun[],
  { scenario, plan, drills, asOf }: Reviewed,
  found: Pick<Review, 'explanation' | 'years' | 'since' | 'sizing' | 'command'>,
): Review {
  const [run] = runs;
  const { outcomes, summary } = run;
  return {
    ...found,
    scenario,
    plan,
    summary,
    samples: exactSamples(outcomes),
    stories: toldStories(plan, outcomes),
    lost: lostIncidents(plan, outcomes),
    compared: comparedRuns(runs),
    drills: drills === undefined ? undefined : scoredDrills(drills, scenario, run, asOf),
    asOf,
    readiness: summariseReadiness(answeredReadiness(scenario, asOf), summary.incidentKinds, summary.metrics['rto']),
  };
}

function toldStories(plan: Plan, outcomes: Outcomes): readonly Story[] {
  const values = rtoOf(outcomes);
  const quantiles = { p50: 0.5, p95: 0.95 } as const;
  return (['p50', 'p95'] as const).map((quantile) => ({
    quantile,
    trace: traceIncident(plan, { seed: outcomes.seed, incident: incidentAtQuantile(values, quantiles[quantile]) }),
  }));
}

/** As many as tell why; the share of each reason is known well enough then. */
const MOST_LOST = 100;

function lostIncidents(plan: Plan, outcomes: Outcomes): readonly Trace[] {
  const values = rtoOf(outcomes);
  const lost: Trace[] = [];
  for (let incident = 0; incident < values.length && lost.length < MOST_LOST; incident += 1) {
    if (Number.isNaN(values[incident])) lost.push(traceIncident(plan, { seed: outcomes.seed, incident }));
  }
  return lost;
}

function rtoOf({ metrics }: Outcomes): Float64Array {
  const column = metrics.find(({ name }) => name === 'rto');
  // `summarise` refuses outcomes without it.
  if (column === undefined) throw new Error('reviewOfRuns: a run has no RTO');
  return column.values;
}

/** Undefined when it is held against none. */
function comparedRuns(runs: readonly ComparedRun[]): ComparedReview | undefined {
  if (runs.length === 1) return undefined;
  return { comparison: compare(runs), samples: runs.map(({ outcomes }) => exactSamples(outcomes)) };
}

function scoredDrills(
  drills: readonly Drill[],
  scenario: Scenario,
  { outcomes, summary }: ComparedRun,
  asOf: Instant,
): ReviewedDrills {
  const { file, sha256 } = summary.scenario;
  const { version } = summary.tool;
  return {
    drills,
    score: scoreDrills(drills, { scenario, outcomes, origin: { version, file, sha256 } }),
    overview: drillOverview(drills, { asOf, version, scenario }),
  };
}
