import type { Plan, StepPlan } from './plan.js';

/** A step in an order in which a runbook can be worked out, with what may keep it waiting for people. */
export interface ServedStep {
  readonly step: number;
  /**
   * Steps that may hold people of its role when it is ready, one entry per person held; empty when there are enough
   * people for all of them and itself.
   */
  readonly rivals: Int32Array;
  /** So many of the rivals' people must have come free before it can start; 0 when it never waits. */
  readonly awaited: number;
}

/**
 * An order in which the steps of a plain runbook (see `isPlain`) can be worked out one after the other, the same in
 * every incident, whatever the durations; undefined when durations decide who is served first.
 *
 * People serve the steps of their role in the order in which these become ready, ties in the order of the runbook. Of
 * two steps the first is served first for certain when all that it follows, however indirectly, the second follows
 * too, and either the second follows it or it stands first in the runbook. When that settles every pair of a role,
 * nothing is left to chance but how long each start must wait.
 *
 * A step waits only for its rivals: the steps of its role that are served before it without being something that it
 * follows, for these have ended when it is ready. Of `n` people whom its rivals hold and `count` in the role it
 * can have its own `m` when all but `count − m` of them are free again.
 */
export function serviceOrder({ steps, roles }: Plan): readonly ServedStep[] | undefined {
  const earlier = ancestors(steps);
  // Whatever a step follows has fewer ancestors than the step.
  const order = [...steps.keys()].sort((a, b) => earlier[a].size - earlier[b].size || a - b);
  const limitedRole = (step: number): number =>
    steps[step].roles.length > 0 && roles[steps[step].roles[0]].count < Infinity ? steps[step].roles[0] : -1;
  const served: ServedStep[] = [];
  for (const [place, step] of order.entries()) {
    const role = limitedRole(step);
    const before = role < 0 ? [] : order.slice(0, place).filter((other) => limitedRole(other) === role);
    const isSettled = before.every(
      (other) =>
        earlier[step].has(other) || (other < step && [...earlier[other]].every((before) => earlier[step].has(before))),
    );
    if (!isSettled) return undefined;
    const rivals = before
      .filter((other) => !earlier[step].has(other))
      .flatMap((other) => Array.from({ length: steps[other].people[0] }, () => other));
    const awaited = role < 0 ? 0 : rivals.length + steps[step].people[0] - roles[role].count;
    served.push({
      step,
      rivals: Int32Array.from(awaited > 0 ? rivals : []),
      awaited: Math.max(0, awaited),
    });
  }
  return served;
}

/** All that each step follows, directly or not. */
function ancestors(steps: readonly StepPlan[]): readonly ReadonlySet<number>[] {
  return steps.map(({ predecessors }) => {
    const found = new Set(predecessors);
    for (const step of found) for (const before of steps[step].predecessors) found.add(before);
    return found;
  });
}
