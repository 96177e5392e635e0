import type { NormalValues } from '../../../statistics/normal-posterior.js';
import type { Drill, DrilledAttempt } from '../drill.js';
import { SHORTEST_SECONDS } from '../../../distributions/log-moments.js';

/** What drills measured of one step, by its attempts. */
export interface AttemptTimes {
  /** Logarithms of seconds. */
  readonly logs: NormalValues;
  readonly failed: number;
  /** Attempts that came to an end of their own: done or failed. */
  readonly ended: number;
}

/**
 * Each attempt is one time. One that failed counts as whole, as in the model, where a failure shows at the end; one that
 * was cancelled or timed out would have taken longer, and says nothing of failures. Pauses are taken off. A table-top
 * measures nothing.
 */
export function attemptTimes(drills: readonly Drill[], step: string): AttemptTimes {
  const attempts = drills
    .filter(({ kind }) => kind !== 'table-top')
    .flatMap(({ steps }) => steps.filter(({ name }) => name === step).flatMap((one) => one.attempts));
  const hasEnded = ({ outcome }: DrilledAttempt): boolean => outcome === 'done' || outcome === 'failed';
  const ended = attempts.filter(hasEnded);
  const brokenOff = attempts.filter((attempt) => !hasEnded(attempt));
  return {
    logs: { known: ended.map(logSeconds), censored: brokenOff.map(logSeconds) },
    failed: ended.filter(({ outcome }) => outcome === 'failed').length,
    ended: ended.length,
  };
}

function logSeconds({ start, end, paused }: DrilledAttempt): number {
  return Math.log(Math.max(SHORTEST_SECONDS, Math.round((end - start - paused) * 1e6) / 1e6));
}
