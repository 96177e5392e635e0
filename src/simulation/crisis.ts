import type { FlatRunbook } from '../plan/flat-runbook.js';
import type { Plan } from '../plan/plan.js';
import { EventCalendar } from './event-calendar.js';
import { People } from './people.js';
import { SharedLinks } from './shared-links.js';
import { NO_STEP, Staffing } from './staffing.js';

/** Kinds of calendar event, which are also their priorities; those of people come after them. */
export const STEP_ENDS = 0;
export const STAGE_ENDS = 1;

/** A recovery as the crisis that it is part of sees it. */
interface RecoveryUnderWay {
  /** Nothing usable is left: it is to be given up. */
  readonly isLost: boolean;
  start(step: number, now: number): void;
  endStep(step: number, now: number): void;
  endStage(step: number, now: number): void;
  endTransfer(step: number, now: number): void;
  /** Gives back the people whom it holds, and ends it. */
  giveUp(now: number): void;
}

/**
 * From a strike until all is closed again: one recovery, or several that overlap, over one calendar. They share people
 * and links and nothing else. All that happens at one instant is settled before anyone is given work: ends first, then
 * people who come. Then the ready steps are served one by one, in the order in which they became ready, ties in the
 * order of the recoveries and of the runbook.
 *
 * People who were called out stay until the crisis is over. A link carries what its first incident drew. Times are in
 * seconds from the first strike.
 */
export class Crisis {
  readonly calendar = new EventCalendar();
  readonly people: People;
  readonly staffing: Staffing;
  readonly links: SharedLinks;
  /** Recoveries that have begun and not ended. */
  underWay = 0;
  /** By their place. Step `s` of the recovery in place `p` is known to all as p × steps + s. */
  readonly #recoveries: RecoveryUnderWay[] = [];
  readonly #steps: number;
  #now = 0;

  constructor(plan: Plan, seed: number, runbook: FlatRunbook) {
    this.#steps = runbook.count;
    this.people = new People(plan.roles, seed, this.calendar);
    this.staffing = new Staffing(runbook, plan.roles.length, this.people);
    this.links = new SharedLinks(plan.links.length, runbook.count);
  }

  /** Makes room for a recovery and returns the number by which its first step is known. */
  add(recovery: RecoveryUnderWay): number {
    this.#recoveries.push(recovery);
    const ids = this.#recoveries.length * this.#steps;
    this.staffing.reserve(ids);
    this.links.reserve(ids);
    return ids - this.#steps;
  }

  /** Begins anew with an incident, from whose strike on time is counted. */
  begin(incident: number, strike: number): void {
    this.calendar.clear();
    this.links.clear();
    this.people.begin(incident, strike);
    this.staffing.begin();
    this.underWay = 0;
    this.#now = 0;
  }

  /**
   * Plays what happens before an instant; all of it with Infinity. It comes back earlier when no recovery is under way
   * any more.
   *
   * @throws Error (a fault of ours) when steps wait for people who never come.
   */
  play(until: number): void {
    for (; this.#now < until; this.#now = this.nextTime) {
      const now = this.#now;
      for (;;) {
        while (this.nextTime === now) this.#settleNext(now);
        if (this.underWay === 0) return;
        const id = this.staffing.nextToStart(now);
        if (id === NO_STEP) break;
        const place = this.#placeOf(id);
        const recovery = this.#recoveries[place];
        recovery.start(id - place * this.#steps, now);
        if (recovery.isLost) this.giveUp(id, now);
      }
    }
    if (until === Infinity && this.staffing.isAnyoneWaiting)
      throw new Error('Crisis: steps wait for people who never come');
  }

  /** Another incident has struck: what it sets off is played from that instant on. */
  goTo(now: number): void {
    this.#now = now;
  }

  /** When the next thing happens; Infinity when nothing does. */
  get nextTime(): number {
    const ofSteps = this.calendar.nextTime;
    const ofLinks = this.links.nextTime;
    return ofSteps < ofLinks ? ofSteps : ofLinks;
  }

  #settleNext(now: number): void {
    if (this.links.nextTime === now) {
      this.#settle(this.links.takeNext(), now, -1);
      return;
    }
    const kind = this.calendar.nextPriority;
    const subject = this.calendar.take();
    if (kind === STEP_ENDS || kind === STAGE_ENDS) this.#settle(subject, now, kind);
    else this.people.come(kind, subject, now);
  }

  #settle(id: number, now: number, kind: number): void {
    const place = this.#placeOf(id);
    const recovery = this.#recoveries[place];
    const step = id - place * this.#steps;
    if (kind === STEP_ENDS) recovery.endStep(step, now);
    else if (kind === STAGE_ENDS) recovery.endStage(step, now);
    else recovery.endTransfer(step, now);
    if (recovery.isLost) this.giveUp(id, now);
  }

  /** The same as `giveUp`, for a recovery that may have been lost as soon as it began. */
  giveUpIfLost(recovery: RecoveryUnderWay, id: number, now: number): void {
    if (recovery.isLost) this.giveUp(id, now);
  }

  /** Lets nothing more happen in the recovery of which this is a step; its people are free again. */
  giveUp(id: number, now: number): void {
    const place = this.#placeOf(id);
    const ids = { from: place * this.#steps, to: (place + 1) * this.#steps };
    this.calendar.drop(STAGE_ENDS, ids);
    this.staffing.drop(ids);
    this.links.drop(ids, now);
    this.#recoveries[place].giveUp(now);
  }

  #placeOf(id: number): number {
    return id < this.#steps ? 0 : Math.floor(id / this.#steps);
  }
}
