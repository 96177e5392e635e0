import { isKnownGap, isModelled, readinessState } from '../scenario/readiness.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Instant } from '../units/quantity.js';
import type { MetricSummary, ReadinessSummary, Summary } from './summary.js';

/** How the questions about a plan stand on a day. */
export type AnsweredReadiness = Omit<ReadinessSummary, 'neverRecovered'>;

/**
 * How the questions about the plan stand; null when it asks none.
 *
 * @param at on which day; the start of the period, from which on what follows from a gap is played, unless another is given.
 */
export function answeredReadiness(
  { readiness, period, timezone }: Scenario,
  at: Instant = period.from,
): AnsweredReadiness | null {
  if (readiness.length === 0) return null;
  const checks = readiness.map((check) => {
    const state = readinessState(check, at, timezone);
    return {
      name: check.name,
      asks: check.asks,
      answer: check.answer ?? null,
      state,
      isRequired: check.isRequired,
      isModelled: isKnownGap(readinessState(check, period.from, timezone)) && isModelled(check.ifNot),
    };
  });
  return { isReady: checks.every(({ state, isRequired }) => state === 'met' || !isRequired), checks };
}

/** The same held against what was played: a plan that nothing comes back with is not ready, whatever was answered. */
export function summariseReadiness(
  answered: AnsweredReadiness | null,
  kinds: Summary['incidentKinds'],
  rto: MetricSummary,
): ReadinessSummary | null {
  if (answered === null) return null;
  const neverRecovered = Object.entries(kinds)
    .filter(([, { incidents, metrics }]) => incidents > 0 && (metrics?.rto ?? rto).unrecoverable === 1)
    .map(([name]) => name);
  return { ...answered, isReady: answered.isReady && neverRecovered.length === 0, neverRecovered };
}

/**
 * What the times of the runbook rest on: drills, when every one of them names a drill as its source; drills in part; or
 * none at all.
 */
export function standsOn({ steps, provenance }: Scenario): Summary['standsOn'] {
  const drilled = provenance.filter(({ path, source }) => source === 'drill' && path.startsWith('runbook.'));
  if (drilled.length === 0) return 'assumed';
  const isDrilled = (step: string) => drilled.some(({ path }) => path.startsWith(`runbook.${step}.`));
  return steps.every(({ name }) => isDrilled(name)) ? 'drilled' : 'partly-drilled';
}
