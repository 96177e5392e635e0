import type { FlatRunbook } from '../plan/flat-runbook.js';
import type { People } from './people.js';

/**
 * Ready steps that need people, and who takes them up. They are served in the order in which they became ready,
 * ties in the order of the runbook. A step that must wait lays claim to the roles that it is short of, so that
 * no later one overtakes it there.
 */
export class Staffing {
  readonly #runbook: FlatRunbook;
  readonly #people: People;
  /** Ready steps that wait for people, in the order in which they became ready, and when they did. */
  readonly #waiting: Int32Array;
  readonly #readyAt: Float64Array;
  #waitingCount = 0;
  /** Per role, the latest round of dispatching in which a waiting step laid claim to it. */
  readonly #claimedIn: Float64Array;
  #round = 0;

  constructor(runbook: FlatRunbook, roleCount: number, people: People) {
    this.#runbook = runbook;
    this.#people = people;
    this.#waiting = new Int32Array(runbook.count);
    this.#readyAt = new Float64Array(runbook.count);
    this.#claimedIn = new Float64Array(roleCount);
  }

  begin(): void {
    this.#waitingCount = 0;
  }

  get isAnyoneWaiting(): boolean {
    return this.#waitingCount > 0;
  }

  /** A step that needs people has become ready. */
  add(step: number, now: number): void {
    let place = this.#waitingCount++;
    while (place > 0 && this.#readyAt[place - 1] === now && this.#waiting[place - 1] > step) {
      this.#waiting[place] = this.#waiting[place - 1];
      this.#readyAt[place] = now;
      place--;
    }
    this.#waiting[place] = step;
    this.#readyAt[place] = now;
  }

  /**
   * Gives people to the waiting steps, once all that happens at this instant has been settled. The steps that can
   * start are put into `starting`, and their number is returned.
   */
  dispatch(now: number, starting: Int32Array): number {
    this.#round++;
    let count = 0;
    let left = 0;
    for (let i = 0; i < this.#waitingCount; i++) {
      const step = this.#waiting[i];
      if (this.#takePeople(step, now)) starting[count++] = step;
      else {
        this.#waiting[left] = step;
        this.#readyAt[left++] = this.#readyAt[i];
      }
    }
    this.#waitingCount = left;
    return count;
  }

  /** Gives back the people whom a step held. */
  release(step: number, now: number): void {
    const { needOffsets, needRoles, needPeople } = this.#runbook;
    for (let need = needOffsets[step]; need < needOffsets[step + 1]; need++) {
      this.#people.giveBack(needRoles[need], needPeople[need], step, now);
    }
  }

  #takePeople(step: number, now: number): boolean {
    const { needOffsets, needRoles, needPeople } = this.#runbook;
    const from = needOffsets[step];
    const to = needOffsets[step + 1];
    let canStart = true;
    for (let need = from; need < to; need++) {
      const role = needRoles[need];
      // Every role is asked, even when one already said no: asking is what calls people out.
      const isThere = this.#people.canStart(role, needPeople[need], now);
      if (isThere && this.#claimedIn[role] !== this.#round) continue;
      this.#claimedIn[role] = this.#round;
      canStart = false;
    }
    if (!canStart) return false;
    for (let need = from; need < to; need++) this.#people.take(needRoles[need], needPeople[need]);
    return true;
  }
}
