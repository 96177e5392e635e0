import type { Plan, StepPlan } from '../plan/plan.js';
import type { People } from './people.js';

/**
 * Ready steps and who takes them up. They are served in the order in which they became ready, ties in the
 * order of the runbook. A step that must wait lays claim to its roles, so that no later one overtakes it
 * there; a step that needs nobody never waits.
 */
export class Staffing {
  readonly #steps: readonly StepPlan[];
  readonly #people: People;
  readonly #start: (step: number, now: number) => void;
  /** Steps that became ready at this instant, in the order of the runbook. */
  readonly #fresh: Int32Array;
  #freshCount = 0;
  /** Ready steps that wait for people, in the order in which they became ready. */
  readonly #waiting: Int32Array;
  #waitingCount = 0;
  /** Per role, the latest round of dispatching in which a waiting step laid claim to it. */
  readonly #claimedIn: Float64Array;
  #round = 0;

  /** `start` is called for each step that has the people it needs. */
  constructor(plan: Plan, people: People, start: (step: number, now: number) => void) {
    this.#steps = plan.steps;
    this.#people = people;
    this.#start = start;
    this.#fresh = new Int32Array(plan.steps.length);
    this.#waiting = new Int32Array(plan.steps.length);
    this.#claimedIn = new Float64Array(plan.roles.length);
  }

  begin(): void {
    this.#freshCount = 0;
    this.#waitingCount = 0;
  }

  get isAnyoneWaiting(): boolean {
    return this.#waitingCount > 0;
  }

  /** A step has become ready at this instant. */
  add(step: number): void {
    let place = this.#freshCount++;
    while (place > 0 && this.#fresh[place - 1] > step) {
      this.#fresh[place] = this.#fresh[place - 1];
      place--;
    }
    this.#fresh[place] = step;
  }

  /** Starts what can start, once all that happens at this instant has been settled. */
  dispatch(now: number): void {
    for (let i = 0; i < this.#freshCount; i++) {
      const step = this.#fresh[i];
      if (this.#steps[step].roles.length > 0) this.#waiting[this.#waitingCount++] = step;
      else this.#start(step, now);
    }
    this.#freshCount = 0;
    this.#round++;
    let left = 0;
    for (let i = 0; i < this.#waitingCount; i++) {
      const step = this.#waiting[i];
      if (this.#takePeople(step, now)) this.#start(step, now);
      else this.#waiting[left++] = step;
    }
    this.#waitingCount = left;
  }

  /** Gives back the people whom a step held. */
  release(step: number): void {
    const { roles, people } = this.#steps[step];
    for (let i = 0; i < roles.length; i++) this.#people.giveBack(roles[i], people[i], step);
  }

  #takePeople(step: number, now: number): boolean {
    const { roles, people } = this.#steps[step];
    let canStart = true;
    for (let i = 0; i < roles.length; i++) {
      // Every role is asked, even when one already said no: asking is what calls people out.
      const isThere = this.#people.canStart(roles[i], people[i], now);
      if (!isThere || this.#claimedIn[roles[i]] === this.#round) canStart = false;
    }
    for (let i = 0; i < roles.length; i++) {
      if (canStart) this.#people.take(roles[i], people[i]);
      else this.#claimedIn[roles[i]] = this.#round;
    }
    return canStart;
  }
}
