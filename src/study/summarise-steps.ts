import { meanOf } from '../statistics/moments.js';
import { quantile } from '../statistics/quantile.js';
import type { Outcomes, PeopleOutcomes, StepOutcomes } from './outcomes.js';
import type { PeopleSummary, StepSummary } from './summary.js';

/** The probability that parts the tail from the rest. */
const TAIL = 0.95;

/**
 * The steps of the runbook and its people over the incidents that were looked at: how long, how long waited for,
 * and how much of the slowest recoveries they make up.
 *
 * Times are over the incidents in which the step was reached, and 0 where there is none.
 *
 * @throws RangeError when a column has another length than the incidents looked at, when these are more than
 *   the run has, or when `rto` or `rtt` is not among the metrics.
 */
export function summariseSteps(outcomes: Outcomes): StepsSummary {
  const { incidents, steps, people } = outcomes.steps;
  if (incidents > outcomes.incidents) {
    throw new RangeError(`summarise: steps of ${incidents} incidents in a run of ${outcomes.incidents}`);
  }
  const scratch = new Float64Array(incidents);
  const reopening = slowestRecoveries(outcomes, 'rto', scratch);
  const closing = slowestRecoveries(outcomes, 'rtt', scratch);
  if (incidents === 0) return { steps: [], people: [] };
  return {
    steps: steps.map((step) => summariseStep(step, { incidents, reopening, closing, scratch })),
    people: people.map((role) => summarisePeople(role, { reopening, closing })),
  };
}

export interface StepsSummary {
  readonly steps: readonly StepSummary[];
  readonly people: readonly PeopleSummary[];
}

/** The incidents in the tail of a metric, and the seconds that they took in all. */
interface Tail {
  readonly incidents: readonly number[];
  readonly seconds: number;
}

/** Those at or above the P95 of the recovered incidents that were looked at; empty when none was recovered. */
function slowestRecoveries(outcomes: Outcomes, name: 'rto' | 'rtt', scratch: Float64Array): Tail {
  const column = outcomes.metrics.find((metric) => metric.name === name);
  if (column === undefined) throw new RangeError(`summarise: the outcomes have no metric ${name}`);
  const values = column.values.subarray(0, outcomes.steps.incidents);
  const recovered = reached(values, scratch).sort();
  if (recovered.length === 0) return { incidents: [], seconds: 0 };
  const threshold = quantile(recovered, TAIL);
  const incidents: number[] = [];
  let seconds = 0;
  values.forEach((value, incident) => {
    if (value >= threshold) {
      incidents.push(incident);
      seconds += value;
    }
  });
  return { incidents, seconds };
}

function summariseStep(
  step: StepOutcomes,
  run: { incidents: number; reopening: Tail; closing: Tail; scratch: Float64Array },
): StepSummary {
  const columns = [step.durations, step.waits, step.attempts, step.secondsOnPathToReopen, step.secondsOnPathToClose];
  if (columns.some((column) => column.length !== run.incidents)) {
    throw new RangeError(`summarise: the columns of step ${step.name} must have ${run.incidents} values each`);
  }
  return {
    name: step.name,
    ...summariseDurations(reached(step.durations, run.scratch).sort()),
    waiting: meanReached(step.waits, run.scratch),
    attempts: meanReached(step.attempts, run.scratch),
    criticality: shareAboveZero(step.secondsOnPathToReopen),
    tailShare: shareOfTail(step.secondsOnPathToReopen, run.reopening),
    rtt: {
      criticality: shareAboveZero(step.secondsOnPathToClose),
      tailShare: shareOfTail(step.secondsOnPathToClose, run.closing),
    },
  };
}

function summarisePeople(role: PeopleOutcomes, run: { reopening: Tail; closing: Tail }): PeopleSummary {
  const awaited = (seconds: Float64Array, tail: Tail) => ({
    mean: meanOf(seconds) ?? 0,
    criticality: shareAboveZero(seconds),
    tailShare: shareOfTail(seconds, tail),
  });
  return {
    role: role.name,
    ...awaited(role.secondsOnPathToReopen, run.reopening),
    rtt: awaited(role.secondsOnPathToClose, run.closing),
  };
}

function summariseDurations(ascending: Float64Array): Pick<StepSummary, 'mean' | 'quantiles'> {
  if (ascending.length === 0) return { mean: 0, quantiles: { p5: 0, p50: 0, p95: 0 } };
  return {
    mean: meanOf(ascending) ?? 0,
    quantiles: { p5: quantile(ascending, 0.05), p50: quantile(ascending, 0.5), p95: quantile(ascending, 0.95) },
  };
}

function meanReached(values: Float64Array, scratch: Float64Array): number {
  return meanOf(reached(values, scratch)) ?? 0;
}

/** The values that are not NaN, in the order of the incidents; a view of `scratch`. */
function reached(values: Float64Array, scratch: Float64Array): Float64Array {
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) scratch[count++] = value;
  return scratch.subarray(0, count);
}

function shareAboveZero(secondsOnPath: Float64Array): number {
  let incidents = 0;
  for (const seconds of secondsOnPath) if (seconds > 0) incidents++;
  return incidents / secondsOnPath.length;
}

function shareOfTail(secondsOnPath: Float64Array, tail: Tail): number {
  if (tail.seconds === 0) return 0;
  let seconds = 0;
  for (const incident of tail.incidents) {
    // NaN where the step was never reached: it then took no part in that recovery.
    if (secondsOnPath[incident] > 0) seconds += secondsOnPath[incident];
  }
  return seconds / tail.seconds;
}
