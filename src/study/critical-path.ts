import type { Recovery } from '../simulation/recovery.js';
import { NO_VISIT } from '../simulation/visit-log.js';

/**
 * The chain of visits that made the last of `targets` end when it did, from its end back to the strike: each
 * visit is preceded by the one whose end let it start, be it as a predecessor or by giving back the people it
 * waited for. `meet` is called for each visit on it, last first, with the seconds that it lay on the path.
 *
 * Time in which nobody worked on the path (people on their way, hours not begun, mending before people are
 * sent back) belongs to no visit but the one that mends.
 */
export function walkCriticalPath(
  recovery: Recovery,
  targets: Int32Array,
  meet: (visit: number, seconds: number) => void,
): void {
  const { visits } = recovery;
  let visit = recovery.latestVisit[targets[0]];
  for (let i = 1; i < targets.length; i++) {
    const other = recovery.latestVisit[targets[i]];
    if (visits.endedAt[other] > visits.endedAt[visit]) visit = other;
  }
  while (visit !== NO_VISIT) {
    meet(visit, visits.endedAt[visit] - visits.startedAt[visit]);
    const releaser = visits.releasedBy[visit];
    visit = releaser === NO_VISIT ? visits.readiedBy[visit] : releaser;
  }
}
