import type { Recovery } from '../simulation/recovery.js';
import { NO_VISIT } from '../simulation/visit-log.js';

/** The visit that ended last of the latest visits to some steps: where the critical path to a milestone ends. */
export function lastVisitOf(recovery: Recovery, steps: Int32Array): number {
  const { visits, latestVisit } = recovery;
  let last = latestVisit[steps[0]];
  for (let i = 1; i < steps.length; i++) {
    const other = latestVisit[steps[i]];
    if (visits.endedAt[other] > visits.endedAt[last]) last = other;
  }
  return last;
}

/**
 * The visit before this one on the critical path, the chain that made its last visit end when it did: the visit
 * whose end let this one start, be it as a predecessor or by giving back the people it waited for. NO_VISIT at
 * the strike. Between the two there may be a time in which nobody was there (`absentSeconds`).
 */
export function previousOnPath({ visits }: Recovery, visit: number): number {
  const releaser = visits.releasedBy[visit];
  return releaser === NO_VISIT ? visits.readiedBy[visit] : releaser;
}

/** Seconds before a visit on the critical path in which nobody worked on it, for want of `visits.awaitedRole`. */
export function absentSeconds({ visits }: Recovery, visit: number): number {
  const since = visits.absentSince[visit];
  return Number.isNaN(since) ? 0 : visits.startedAt[visit] - since;
}
