import type { Path } from '../../scenario/document/located-tree.js';
import { complain, type Complaint } from '../../scenario/problem.js';
import { instantIso } from '../../units/parse-instant.js';
import type { Drill } from './drill.js';
import * as wording from './drill-wording.js';

/** The smallest difference that a millisecond clock shows; less is rounding. */
const TICK = 0.0005;

/**
 * What is wrong between the times of a drill: attempts that end before they start or overlap, what happened before the
 * beginning, pauses that are longer than what they are a part of. Steps may overlap one another: people work side by
 * side.
 *
 * @returns complaints whose paths are those of a drill file: `steps.<name>[attempt].start`.
 */
export function brokenDrillRules(drill: Drill): readonly Complaint[] {
  const ofSteps = drill.steps.flatMap(({ name, attempts }) =>
    attempts.flatMap((attempt, index) => {
      const at = (key: string): Path => ['steps', name, index, key];
      const [start, end] = [attempt.start, attempt.end].map(instantIso);
      const before = index === 0 ? undefined : attempts[index - 1];
      return [
        ...(attempt.end < attempt.start ? [complain(at('end'), wording.endsBeforeStart(start, end))] : []),
        ...(attempt.start < drill.began - TICK
          ? [complain(at('start'), wording.beforeTheBeginning(instantIso(drill.began), start))]
          : []),
        ...(attempt.end >= attempt.start && attempt.paused > attempt.end - attempt.start + TICK
          ? [complain(at('paused'), wording.pausedTooLong())]
          : []),
        ...(before !== undefined && attempt.start < before.end - TICK
          ? [complain(at('start'), wording.attemptsOverlap(instantIso(before.end), start))]
          : []),
        ...(before !== undefined && isBrokenOff(before.outcome)
          ? [complain(at('start'), wording.attemptAfterDone())]
          : []),
      ];
    }),
  );
  const { rto, rtt } = drill.achieved;
  const isBackwards = rto !== undefined && rtt?.isCensored === false && rtt.seconds < rto.seconds;
  return [
    ...ofSteps,
    ...(isBackwards ? [complain(['achieved', 'rtt'], wording.closedBeforeReopened())] : []),
    ...(drill.kind === 'table-top' && drill.steps.length > 0 ? [complain(['steps'], wording.noTimes())] : []),
  ];
}

function isBrokenOff(outcome: string): boolean {
  return outcome === 'cancelled' || outcome === 'timed-out';
}
