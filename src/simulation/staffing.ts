import type { FlatRunbook } from '../plan/flat-runbook.js';
import type { People } from './people.js';
import { NO_ROLE, NO_VISIT } from './visit-log.js';
import type { VisitLog } from './visit-log.js';

/** No waiting step can start. */
export const NO_STEP = -1;

/**
 * Ready steps that need people, and who takes them up. They are served in the order in which they became ready,
 * ties in the order of the runbook. A step that must wait lays claim to the roles that it is short of, so that
 * no later one overtakes it there.
 *
 * Waiting steps of several recoveries are known by numbers of which the remainder by the length of the runbook is the
 * step.
 */
export class Staffing {
  readonly #runbook: FlatRunbook;
  readonly #people: People;
  /** Ready steps that wait for people, in the order in which they became ready, and when they did. */
  #waiting: Int32Array;
  #readyAt: Float64Array;
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

  /** Makes room for the steps of so many recoveries: they are known by numbers below this. */
  reserve(steps: number): void {
    if (steps <= this.#waiting.length) return;
    const waiting = new Int32Array(steps * 2);
    const readyAt = new Float64Array(steps * 2);
    waiting.set(this.#waiting);
    readyAt.set(this.#readyAt);
    this.#waiting = waiting;
    this.#readyAt = readyAt;
  }

  /** Forgets the waiting steps of a recovery, `to` excluded. */
  drop({ from, to }: { readonly from: number; readonly to: number }): void {
    let kept = 0;
    for (let place = 0; place < this.#waitingCount; place++) {
      const step = this.#waiting[place];
      if (step >= from && step < to) continue;
      this.#waiting[kept] = step;
      this.#readyAt[kept++] = this.#readyAt[place];
    }
    this.#waitingCount = kept;
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
   * Gives people to the first waiting step that can start now, and returns it; NO_STEP when none can. Whatever that
   * start sets off at this very instant is to be settled before the next step is asked for.
   */
  nextToStart(now: number): number {
    if (this.#waitingCount === 0) return NO_STEP;
    this.#round++;
    for (let place = 0; place < this.#waitingCount; place++) {
      const step = this.#waiting[place];
      if (!this.#takePeople(step, now)) continue;
      this.#waitingCount--;
      for (let i = place; i < this.#waitingCount; i++) {
        this.#waiting[i] = this.#waiting[i + 1];
        this.#readyAt[i] = this.#readyAt[i + 1];
      }
      return step;
    }
    return NO_STEP;
  }

  /** Gives back the people whom a step held in a visit. */
  release(step: number, visit: number, now: number): void {
    const { needOffsets, needRoles, needPeople } = this.#runbook;
    for (let need = needOffsets[step]; need < needOffsets[step + 1]; need++) {
      this.#people.giveBack(needRoles[need], needPeople[need], visit, now);
    }
  }

  #takePeople(id: number, now: number): boolean {
    const { needOffsets, needRoles, needPeople, count } = this.#runbook;
    const step = id < count ? id : id % count;
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

  /** Takes down what a start had to wait for: what made it ready, or whoever freed the people it needed. */
  noteRelease(visits: VisitLog, visit: number, now: number): void {
    visits.awaitedRole[visit] = NO_ROLE;
    visits.releasedBy[visit] = visits.readiedBy[visit];
    if (visits.readyAt[visit] === now) return;
    const { needOffsets, needRoles } = this.#runbook;
    const step = visits.step[visit];
    for (let need = needOffsets[step]; need < needOffsets[step + 1]; need++) {
      const role = needRoles[need];
      if (this.#people.freedAt[role] !== now) continue;
      visits.awaitedRole[visit] = role;
      // When people came, whoever held them after the step was ready held it up first, and their absence after that.
      const isAbsence = this.#people.freedBy[role] === NO_VISIT;
      const wereBusy = this.#people.returnedAt[role] > visits.readyAt[visit];
      visits.releasedBy[visit] = wereBusy ? this.#people.returnedBy[role] : NO_VISIT;
      const awaitedSince = wereBusy ? this.#people.returnedAt[role] : visits.readyAt[visit];
      visits.absentSince[visit] = isAbsence ? awaitedSince : NaN;
    }
  }
}
