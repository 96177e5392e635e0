import type { Incident } from '../scenario/disaster.js';
import type { Objective, Scenario } from '../scenario/scenario.js';
import type { Sample } from '../statistics/sample.js';
import type { Outcomes } from './outcomes.js';
import { exactSamples, type RunSamples } from './run-samples.js';
import { YEAR } from '../units/unit-table.js';
import type { StandingCosts } from './summarise-costs.js';
import type { Footings } from './rests-on/footings.js';
import { restsOn } from './rests-on/rests-on.js';
import { summariseCosts } from './summarise-costs.js';
import { summariseDecisions } from './summarise-decisions.js';
import { summariseKinds } from './summarise-kinds.js';
import { confidencePerLook, looksUpTo } from './precision-rule.js';
import { summariseMetric } from './summarise-metric.js';
import { summariseReadiness, type AnsweredReadiness } from './summarise-readiness.js';
import { summariseSteps } from './summarise-steps.js';
import type { MetricSummary, RunEnd, Summary } from './summary.js';

/** The level of intervals unless something else is said. */
export const CONFIDENCE = 0.95;

/** What the outcomes do not carry: where they come from, and what they are held against. */
export interface SummaryContext {
  /** Version of Drillcast. */
  readonly version: string;
  readonly scenario: Summary['scenario'];
  readonly planning: Scenario['planning'];
  readonly objectives: readonly Objective[];
  /** The kinds of disaster that were played; their frequencies are told per year of 365.25 days. */
  readonly incidents: readonly Incident[];
  readonly standingCosts: StandingCosts | null;
  readonly standsOn: Summary['standsOn'];
  /** What every step, role and surface of the scenario rests on. */
  readonly footings: Footings;
  /** How the questions about the plan were answered; null when it asks none. */
  readonly readiness: AnsweredReadiness | null;
  /** How many values of the scenario name each source. */
  readonly inputs: Summary['inputs'];
  /** Confidence level of every interval, strictly between 0 and 1; `CONFIDENCE` when absent. */
  readonly confidence?: number;
  /** Why the run ended where it did; when absent, because all incidents that were asked for were played. */
  readonly end?: RunEnd;
}

/**
 * Estimates with their intervals, from what happened incident by incident.
 *
 * @throws RangeError when there is no incident, a column has another length than the run, or `rto`, `rpo` or `rtt`
 *   is not among the metrics.
 */
export function summarise(outcomes: Outcomes, context: SummaryContext): Summary {
  return summariseSamples(exactSamples(outcomes), context);
}

/**
 * The same, whether every value is known or they were counted in bins.
 *
 * @throws RangeError when `rto`, `rpo` or `rtt` is not among the metrics.
 */
export function summariseSamples(samples: RunSamples, context: SummaryContext): Summary {
  const { incidents, seed, head } = samples;
  const confidence = context.confidence ?? CONFIDENCE;
  const perLook = confidencePerLook(confidence, looksTaken(context.end));

  const summariseAlone = (name: string, sample: Sample): MetricSummary =>
    summariseMetric(sample, {
      planning: planningOf(name, context.planning),
      objectives: context.objectives.filter((objective) => objective.metric === name),
      confidence: perLook,
    });

  const metrics: Record<string, MetricSummary> = {};
  for (const name of samples.metrics) metrics[name] = summariseAlone(name, samples.metric(name));

  const incidentKinds = summariseKinds(samples, context.incidents, summariseAlone);
  return {
    format: 'drillcast-result/1',
    tool: { name: 'drillcast', version: context.version },
    scenario: context.scenario,
    seed,
    incidents,
    end: context.end ?? { reason: 'count', asked: incidents, precision: null },
    unit: 'seconds',
    confidence,
    relativeError: samples.relativeError,
    metrics,
    stepIncidents: head.steps.incidents,
    ...summariseSteps(head),
    incidentKinds,
    decisions: summariseDecisions(head, confidence),
    costs: summariseCosts(samples.costs(), context.standingCosts, frequencyOf(context.incidents), (sample) =>
      summariseMetric(sample, { planning: undefined, objectives: [], confidence: perLook }),
    ),
    standsOn: context.standsOn,
    restsOn: restsOn(head, context.footings, confidence),
    draws: null,
    uncertainty: null,
    readiness: summariseReadiness(context.readiness, incidentKinds, metrics['rto']),
    inputs: context.inputs,
  };
}

/** Incidents of all kinds in a year; null when one kind does not say how often. */
function frequencyOf(incidents: readonly Incident[]): number | null {
  const all = incidents.map(({ frequency }) => frequency ?? NaN);
  const perSecond = all.reduce((sum, frequency) => sum + frequency, 0);
  return Number.isNaN(perSecond) ? null : perSecond * YEAR;
}

/** By how often a run may have been looked at when it ended; once where what was seen had no part in its end. */
function looksTaken(end: RunEnd | undefined): number {
  return end?.reason === 'precision' || end?.reason === 'ceiling' ? looksUpTo(end.asked).length : 1;
}

function planningOf(name: string, planning: Scenario['planning']) {
  return name === 'rto' || name === 'rpo' || name === 'rtt' ? planning[name] : undefined;
}
