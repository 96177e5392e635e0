import { flattenRunbook } from '../plan/flat-runbook.js';
import type { FlatRunbook } from '../plan/flat-runbook.js';
import type { Plan } from '../plan/plan.js';
import type { StepProgress } from './step-progress.js';
import type { StepWork } from './step-work.js';

const NOBODY = -1;

/**
 * Whether a plan can be played by `PlainRecovery`: nothing touches a step between its start and its end, every
 * step needs people of at most one role, and whoever is free is there.
 */
export function isPlain(plan: Plan): boolean {
  const runbook = flattenRunbook(plan.steps);
  return (
    runbook.isStaged.every((isStaged) => isStaged === 0) &&
    plan.steps.every((step) => step.roles.length <= 1) &&
    plan.roles.every((role) => role.hours === undefined && role.callOut === undefined)
  );
}

/**
 * The same recovery as `Recovery` plays, to the last bit, for plans that are plain and for callers who only want
 * to know when steps ended. It is one loop over local variables, with the calendar and the waiting line
 * written out in it, and that makes it three times as fast on the reference model (`npm run bench`);
 * `Recovery` is its judge (test/properties/plain-recovery.test.ts).
 */
export class PlainRecovery {
  readonly #runbook: FlatRunbook;
  readonly #work: StepWork;
  readonly #progress: StepProgress;
  readonly #roots: Int32Array;
  /** Role that a step needs, or NOBODY, and how many people of it. */
  readonly #roleOf: Int32Array;
  readonly #peopleOf: Int32Array;
  readonly #headcounts: Float64Array;
  readonly #free: Float64Array;
  readonly #openPredecessors: Int32Array;
  /** Ends to come, sorted with the next one last. */
  readonly #times: Float64Array;
  readonly #steps: Int32Array;
  /** Ready steps that wait, in the order in which they became ready, and when they did. */
  readonly #waiting: Int32Array;
  readonly #readyAt: Float64Array;
  readonly #isClaimed: Uint8Array;

  constructor(plan: Plan, work: StepWork, progress: StepProgress) {
    const count = plan.steps.length;
    this.#runbook = flattenRunbook(plan.steps);
    this.#work = work;
    this.#progress = progress;
    this.#roots = Int32Array.from(plan.steps.keys()).filter((step) => plan.steps[step].predecessors.length === 0);
    this.#roleOf = Int32Array.from(plan.steps, (step) => (step.roles.length === 0 ? NOBODY : step.roles[0]));
    this.#peopleOf = Int32Array.from(plan.steps, (step) => (step.roles.length === 0 ? 0 : step.people[0]));
    this.#headcounts = Float64Array.from(plan.roles, (role) => role.count);
    this.#free = new Float64Array(plan.roles.length);
    this.#openPredecessors = new Int32Array(count);
    this.#times = new Float64Array(count);
    this.#steps = new Int32Array(count);
    this.#waiting = new Int32Array(count);
    this.#readyAt = new Float64Array(count);
    this.#isClaimed = new Uint8Array(plan.roles.length);
  }

  /** Plays the runbook from the strike to the end of its last step. */
  play(): void {
    const { successorOffsets, successors, predecessorCounts, count } = this.#runbook;
    const endedAt = this.#progress.endedAt;
    const work = this.#work;
    const roleOf = this.#roleOf;
    const peopleOf = this.#peopleOf;
    const free = this.#free;
    const open = this.#openPredecessors;
    const times = this.#times;
    const steps = this.#steps;
    const waiting = this.#waiting;
    const readyAt = this.#readyAt;
    const isClaimed = this.#isClaimed;
    let pending = 0;
    let waitingCount = 0;
    let now = 0;

    for (let step = 0; step < count; step++) open[step] = predecessorCounts[step];
    for (let role = 0; role < free.length; role++) free[role] = this.#headcounts[role];

    // The incident is the event that readies the roots; every other round settles all ends of one instant.
    let fresh = this.#roots;
    let from = 0;
    let to = fresh.length;
    for (;;) {
      for (let i = from; i < to; i++) {
        const step = fresh[i];
        if (fresh === successors && --open[step] > 0) continue;
        if (roleOf[step] === NOBODY) {
          pending = insert(times, steps, pending, work.playAttempts(step, now, undefined), step);
          continue;
        }
        let place = waitingCount++;
        while (place > 0 && readyAt[place - 1] === now && waiting[place - 1] > step) {
          waiting[place] = waiting[place - 1];
          readyAt[place] = readyAt[place - 1];
          place--;
        }
        waiting[place] = step;
        readyAt[place] = now;
      }

      if (pending === 0 || times[pending - 1] !== now) {
        if (waitingCount > 0) {
          let left = 0;
          // For the handful of roles there are, a loop is quicker than a call of `fill`.
          for (let role = 0; role < isClaimed.length; role++) isClaimed[role] = 0;
          for (let i = 0; i < waitingCount; i++) {
            const step = waiting[i];
            const role = roleOf[step];
            if (isClaimed[role] === 0 && free[role] >= peopleOf[step]) {
              free[role] -= peopleOf[step];
              pending = insert(times, steps, pending, work.playAttempts(step, now, undefined), step);
            } else {
              isClaimed[role] = 1;
              waiting[left] = step;
              readyAt[left] = readyAt[i];
              left++;
            }
          }
          waitingCount = left;
        }
        if (pending === 0) break;
      }

      now = times[--pending];
      const ended = steps[pending];
      endedAt[ended] = now;
      if (roleOf[ended] !== NOBODY) free[roleOf[ended]] += peopleOf[ended];
      fresh = successors;
      from = successorOffsets[ended];
      to = successorOffsets[ended + 1];
    }
  }
}

/** Puts an end among those to come, before those of the same time, which are settled first; returns their number. */
function insert(times: Float64Array, steps: Int32Array, pending: number, time: number, step: number): number {
  let place = pending;
  while (place > 0 && times[place - 1] <= time) {
    times[place] = times[place - 1];
    steps[place] = steps[place - 1];
    place--;
  }
  times[place] = time;
  steps[place] = step;
  return pending + 1;
}
