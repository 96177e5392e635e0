import { CUT_OFF, LOST } from '../plan/disaster-plan.js';
import { flattenRunbook } from '../plan/flat-runbook.js';
import type { FlatRunbook } from '../plan/flat-runbook.js';
import type { Plan } from '../plan/plan.js';
import { COLUMN_STRIDE } from './block-draws.js';
import type { BlockDraws } from './block-draws.js';
import { SettledWork } from './settled-work.js';
import type { StepProgress } from './step-progress.js';
import type { StepWork } from './step-work.js';

const NOBODY = -1;

/**
 * Whether a plan can be played by `PlainRecovery`: every incident calls for every step as it stands, nothing touches a step between its start and its end, every
 * step needs people of at most one role, and whoever is free is there.
 */
export function isPlain(plan: Plan): boolean {
  const runbook = flattenRunbook(plan.steps);
  return (
    runbook.isStaged.every((isStaged) => isStaged === 0) &&
    plan.steps.every((step) => step.roles.length <= 1 && step.condition === undefined && step.search === undefined) &&
    // Whoever is paid by the hour, or for what is moved, is looked at in detail.
    (plan.prices === undefined || (plan.prices.egress === 0 && plan.prices.people.every((price) => price === 0))) &&
    // What a replay leaves out is lost from its start on, and steps that catch up with it must know when that was.
    plan.steps.every(({ transfer }) => transfer === undefined || transfer.stopsAfter === Infinity) &&
    plan.kinds.every((kind) => kind.delays.length === 0 && kind.live.every((left) => left === LOST)) &&
    // Whoever cannot reach a copy waits for the provider.
    plan.kinds.every(
      (kind) => kind.returnsColumn < 0 || kind.copies.every((copies) => copies.every((left) => left !== CUT_OFF)),
    ) &&
    plan.roles.every((role) => role.hours === undefined && role.callOut === undefined)
  );
}

/**
 * The same recovery as `Recovery` plays, to the last bit, for plans that are plain and for callers who only want
 * to know when steps ended.
 *
 * It needs no calendar. Once all that a step follows has ended, its own end is known as soon as it has people, and
 * people serve the steps of their role in the order in which these became ready: a step starts when it is
 * ready or when enough people are free, whichever is later. So the steps that need people are taken in the
 * order of their readiness, which no step taken later can precede, and all others are worked out on the spot.
 *
 * `Recovery` is its judge (test/properties/plain-recovery.test.ts); `npm run bench` shows what it gains.
 *
 * @source J. Kiefer and J. Wolfowitz, "On the theory of queues with many servers", Transactions of the AMS 78 (1955).
 */
export class PlainRecovery {
  readonly #runbook: FlatRunbook;
  readonly #work: StepWork;
  readonly #settled: SettledWork;
  readonly #endedAt: Float64Array;
  readonly #roots: Int32Array;
  /** Role that a step needs, or NOBODY, and how many people of it. */
  readonly #roleOf: Int32Array;
  readonly #peopleOf: Int32Array;
  /** When each person is free, ascending per role; the people of a role begin at its offset. */
  readonly #freeAt: Float64Array;
  readonly #peopleOffsets: Int32Array;
  readonly #openPredecessors: Int32Array;
  /** When the last of what it follows ended, as far as known, per step. */
  readonly #readyAt: Float64Array;
  /** Steps whose predecessors have all ended, not looked at yet. */
  readonly #known: Int32Array;
  /** Ready steps that need people, sorted by readiness, then by step, with the next one last. */
  readonly #line: Int32Array;

  constructor(
    plan: Plan,
    world: { readonly work: StepWork; readonly draws: BlockDraws; readonly progress: StepProgress },
  ) {
    const count = plan.steps.length;
    this.#runbook = flattenRunbook(plan.steps);
    this.#work = world.work;
    this.#settled = new SettledWork(plan, world.draws);
    this.#endedAt = world.progress.endedAt;
    this.#roots = Int32Array.from(plan.steps.keys()).filter((step) => plan.steps[step].predecessors.length === 0);
    // Of an unlimited role somebody is always free.
    const isLimited = plan.roles.map((role) => role.count < Infinity);
    this.#roleOf = Int32Array.from(plan.steps, ({ roles }) =>
      roles.length > 0 && isLimited[roles[0]] ? roles[0] : NOBODY,
    );
    this.#peopleOf = Int32Array.from(plan.steps, ({ people }) => (people.length > 0 ? people[0] : 0));
    this.#peopleOffsets = new Int32Array(plan.roles.length + 1);
    plan.roles.forEach(({ count: people }, role) => {
      this.#peopleOffsets[role + 1] = this.#peopleOffsets[role] + (isLimited[role] ? people : 0);
    });
    this.#freeAt = new Float64Array(this.#peopleOffsets[plan.roles.length]);
    this.#openPredecessors = new Int32Array(count);
    this.#readyAt = new Float64Array(count);
    this.#known = new Int32Array(count);
    this.#line = new Int32Array(count);
  }

  /** To be called for every block that has been drawn, before its incidents are played. */
  beginBlock(): void {
    this.#settled.settle();
  }

  /** Plays the runbook of the incident in row `row` of its block, from the strike to the end of its last step. */
  play(row: number): void {
    // What the loop reads stands in local variables: through `this` it takes half as long again.
    const { successorOffsets, successors, predecessorCounts, count } = this.#runbook;
    const work = this.#work;
    const settled = this.#settled.seconds;
    const endedAt = this.#endedAt;
    const roleOf = this.#roleOf;
    const open = this.#openPredecessors;
    const readyAt = this.#readyAt;
    const known = this.#known;
    const line = this.#line;
    const roots = this.#roots;
    const peopleOf = this.#peopleOf;
    const peopleOffsets = this.#peopleOffsets;
    const freeAt = this.#freeAt;
    for (let step = 0; step < count; step++) {
      open[step] = predecessorCounts[step];
      readyAt[step] = 0;
    }
    for (let person = 0; person < freeAt.length; person++) freeAt[person] = 0;

    let knownCount = 0;
    let inLine = 0;
    for (let i = 0; i < roots.length; i++) known[knownCount++] = roots[i];
    for (;;) {
      let step: number;
      let start: number;
      if (knownCount > 0) {
        step = known[--knownCount];
        start = readyAt[step];
        if (roleOf[step] !== NOBODY) {
          let place = inLine++;
          while (
            place > 0 &&
            (readyAt[line[place - 1]] < start || (readyAt[line[place - 1]] === start && line[place - 1] < step))
          ) {
            line[place] = line[place - 1];
            place--;
          }
          line[place] = step;
          continue;
        }
      } else if (inLine > 0) {
        step = line[--inLine];
        start = Math.max(readyAt[step], freeAt[peopleOffsets[roleOf[step]] + peopleOf[step] - 1]);
      } else return;

      let end = start + settled[step * COLUMN_STRIDE + row];
      // Not a number where more than the draws decides.
      if (end !== end) end = work.playAttempts(step, start, 0);
      endedAt[step] = end;
      const role = roleOf[step];
      if (role !== NOBODY) {
        // Those who were free first are taken, one by one, and are free again at its end. Minimum and maximum cost
        // no branch, and which of two people is free first is anybody's guess.
        const first = peopleOffsets[role];
        const last = peopleOffsets[role + 1] - 1;
        for (let taken = 0; taken < peopleOf[step]; taken++) {
          let latest = end;
          for (let person = first; person < last; person++) {
            const next = freeAt[person + 1];
            freeAt[person] = Math.min(next, latest);
            latest = Math.max(next, latest);
          }
          freeAt[last] = latest;
        }
      }
      for (let i = successorOffsets[step]; i < successorOffsets[step + 1]; i++) {
        const next = successors[i];
        readyAt[next] = Math.max(readyAt[next], end);
        if (--open[next] === 0) known[knownCount++] = next;
      }
    }
  }
}
