import type { Recovery } from '../simulation/recovery.js';
import { NO_VISIT } from '../simulation/visit-log.js';

/**
 * The chain of visits that made the last of `targets` end when it did, from its end back to the strike: each
 * visit is preceded by the one whose end let it start, be it as a predecessor or by giving back the people it
 * waited for. `meet` is called for each visit on it, last first, with the seconds that it lay on the path, and
 * with the seconds before it in which nobody worked on the path, because people of `visits.awaitedRole` were on
 * their way or outside their hours.
 */
export function walkCriticalPath(
  recovery: Recovery,
  targets: Int32Array,
  meet: (visit: number, worked: number, awaited: number) => void,
): void {
  const { visits } = recovery;
  let visit = recovery.latestVisit[targets[0]];
  for (let i = 1; i < targets.length; i++) {
    const other = recovery.latestVisit[targets[i]];
    if (visits.endedAt[other] > visits.endedAt[visit]) visit = other;
  }
  while (visit !== NO_VISIT) {
    const releaser = visits.releasedBy[visit];
    const start = visits.startedAt[visit];
    meet(visit, visits.endedAt[visit] - start, releaser === NO_VISIT ? start - visits.readyAt[visit] : 0);
    visit = releaser === NO_VISIT ? visits.readiedBy[visit] : releaser;
  }
}
