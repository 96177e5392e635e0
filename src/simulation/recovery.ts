import type { Plan, StepPlan } from '../plan/plan.js';
import { EventCalendar } from './event-calendar.js';
import { ARRIVAL, NO_STEP, OPENING, People } from './people.js';
import type { Protection } from './protection.js';
import { SharedLinks } from './shared-links.js';
import { Staffing } from './staffing.js';
import type { KnownSpans, StepWork } from './step-work.js';
import { NO_VISIT, VisitLog } from './visit-log.js';

/** Kinds of calendar event, which are also their priorities; the others are those of `People`. */
const STEP_ENDS = 0;
const STAGE_ENDS = 1;

/** What a step is at between two of its events. */
const WORKING = 0;
const MENDING = 1;

/** Told of every attempt as it is played, when someone wants to know (a trace); times in seconds from the strike. */
export interface AttemptObserver {
  attempt(step: number, attempt: { start: number; end: number; outcome: 'done' | 'failed' | 'bad-backup' }): void;
}

/**
 * The recovery from one incident: the runbook played over a calendar of events. All that happens at one
 * instant is settled before anyone is given work: ends first, then people who come, then the steps that have
 * become ready, in the order in which they did, ties in the order of the runbook.
 *
 * The arrays hold one entry per step and are read after `play`; times are in seconds from the strike.
 */
export class Recovery implements KnownSpans {
  /** End of the latest visit; NaN before the first has ended. */
  readonly endedAt: Float64Array;
  readonly attempts: Int32Array;
  /** The latest visit to each step, as a number in `visits`. */
  readonly latestVisit: Int32Array;
  readonly visits: VisitLog;

  readonly #plan: Plan;
  readonly #steps: readonly StepPlan[];
  readonly #protection: Protection;
  readonly #calendar = new EventCalendar();
  readonly #people: People;
  readonly #staffing: Staffing;
  readonly #links: SharedLinks;
  /** Set once, right after construction: the work of a step may depend on what the recovery knows. */
  work!: StepWork;
  observer: AttemptObserver | undefined = undefined;

  readonly #openPredecessors: Int32Array;
  readonly #isReady: Uint8Array;
  readonly #hasEnded: Uint8Array;
  readonly #stage: Uint8Array;
  readonly #attemptStart: Float64Array;
  #isLost = false;

  constructor(plan: Plan, seed: number, protection: Protection) {
    const count = plan.steps.length;
    this.#plan = plan;
    this.#steps = plan.steps;
    this.#protection = protection;
    this.#people = new People(plan.roles, seed, this.#calendar);
    this.#staffing = new Staffing(plan, this.#people, (step, now) => {
      this.#start(step, now);
    });
    this.#links = new SharedLinks(plan.links.length, count);
    this.endedAt = new Float64Array(count);
    this.attempts = new Int32Array(count);
    this.latestVisit = new Int32Array(count);
    this.visits = new VisitLog(count);
    this.#openPredecessors = new Int32Array(count);
    this.#isReady = new Uint8Array(count);
    this.#hasEnded = new Uint8Array(count);
    this.#stage = new Uint8Array(count);
    this.#attemptStart = new Float64Array(count);
  }

  /** What each link carries in this incident, in bytes per second, before `play`. */
  setLinkCapacity(link: number, bytesPerSecond: number): void {
    this.#links.setCapacity(link, bytesPerSecond);
  }

  /**
   * Plays the runbook from the strike to the end of its last step; false when the incident turned out to be
   * unrecoverable on the way (the last backup was bad).
   */
  play(incident: number, strike: number): boolean {
    this.#begin(incident, strike);
    this.#staffing.dispatch(0);
    const calendar = this.#calendar;
    const links = this.#links;
    for (;;) {
      const now = Math.min(calendar.nextTime, links.nextTime);
      if (now === Infinity) break;
      while (links.nextTime === now) this.#endAttempt(links.takeNext(), now);
      while (calendar.nextTime === now) this.#settleNext(now);
      if (this.#isLost) return false;
      this.#staffing.dispatch(now);
    }
    if (this.#staffing.isAnyoneWaiting) throw new Error('Recovery: steps wait for people who never come');
    return true;
  }

  rto(): number {
    return this.latestEnd(this.#plan.reopenSteps);
  }

  /** End of the last of some steps, in seconds from the strike. */
  latestEnd(steps: Int32Array): number {
    let latest = 0;
    for (let i = 0; i < steps.length; i++) latest = Math.max(latest, this.endedAt[steps[i]]);
    return latest;
  }

  #begin(incident: number, strike: number): void {
    this.#calendar.clear();
    this.#links.clear();
    this.#people.begin(incident, strike);
    this.#staffing.begin();
    this.#isLost = false;
    this.#isReady.fill(0);
    this.#hasEnded.fill(0);
    this.visits.count = 0;
    this.attempts.fill(0);
    this.endedAt.fill(NaN);
    for (let step = 0; step < this.#steps.length; step++) {
      const { length } = this.#steps[step].predecessors;
      this.#openPredecessors[step] = length;
      if (length === 0) this.#becomeReady(step, NO_VISIT, 0);
    }
  }

  #settleNext(now: number): void {
    const kind = this.#calendar.nextPriority;
    const subject = this.#calendar.take();
    if (kind === STEP_ENDS) this.#endStep(subject, now);
    else if (kind === STAGE_ENDS) this.#endStage(subject, now);
    else if (kind === ARRIVAL) this.#people.arrive(subject);
    else if (kind === OPENING) this.#people.open(subject);
    else throw new Error(`Recovery: unknown kind of event ${String(kind)}`);
  }

  #becomeReady(step: number, because: number, now: number): void {
    this.#isReady[step] = 1;
    this.latestVisit[step] = this.visits.add(step, now, because);
    this.#staffing.add(step);
  }

  #start(step: number, now: number): void {
    const visit = this.latestVisit[step];
    this.visits.startedAt[visit] = now;
    this.visits.releasedBy[visit] = this.#releaserOf(visit, now);
    const { restores, backTo, transfer } = this.#steps[step];
    if (restores >= 0 || backTo >= 0 || (transfer !== undefined && transfer.link >= 0)) {
      this.#beginAttempt(step, now);
    } else {
      this.#calendar.schedule(this.#playAttempts(step, now), STEP_ENDS, step);
    }
  }

  /** All attempts of a step that nothing outside it can disturb, at one go; returns when the last one ends. */
  #playAttempts(step: number, start: number): number {
    let now = start;
    for (;;) {
      const attempt = this.attempts[step]++;
      const attemptStart = now;
      now += this.work.seconds(step, attempt, attemptStart);
      const hasFailed = this.work.hasFailed(step, attempt);
      this.observer?.attempt(step, { start: attemptStart, end: now, outcome: hasFailed ? 'failed' : 'done' });
      if (!hasFailed) return now;
      now += this.work.reworkSeconds(step, attempt);
    }
  }

  #beginAttempt(step: number, now: number): void {
    this.#stage[step] = WORKING;
    this.#attemptStart[step] = now;
    const attempt = this.attempts[step]++;
    this.#calendar.schedule(now + this.work.seconds(step, attempt, now), STAGE_ENDS, step);
  }

  #endStage(step: number, now: number): void {
    const { transfer } = this.#steps[step];
    if (this.#stage[step] === MENDING) this.#tryAgain(step, now);
    else if (transfer !== undefined && transfer.link >= 0) {
      const attempt = this.attempts[step] - 1;
      this.#links.bytesLeft[step] = this.work.transferBytes(step, transfer, attempt);
      this.#links.ownRate[step] = this.work.transferRate(step, transfer, attempt);
      this.#links.join(transfer.link, step, now);
    } else this.#endAttempt(step, now);
  }

  #endAttempt(step: number, now: number): void {
    const { restores } = this.#steps[step];
    const attempt = this.attempts[step] - 1;
    const start = this.#attemptStart[step];
    if (restores >= 0 && this.#protection.isBad(restores)) {
      this.observer?.attempt(step, { start, end: now, outcome: 'bad-backup' });
      if (this.#protection.chooseOlder(restores)) this.#beginAttempt(step, now);
      else if (this.#protection.isDataBearing(restores)) this.#isLost = true;
      else this.#endStep(step, now);
    } else if (this.work.hasFailed(step, attempt)) {
      this.observer?.attempt(step, { start, end: now, outcome: 'failed' });
      this.#stage[step] = MENDING;
      this.#calendar.schedule(now + this.work.reworkSeconds(step, attempt), STAGE_ENDS, step);
    } else {
      this.observer?.attempt(step, { start, end: now, outcome: 'done' });
      this.#endStep(step, now);
    }
  }

  /** After mending: the step once more, or everything from the step that it sends people back to. */
  #tryAgain(step: number, now: number): void {
    const { backTo, loop } = this.#steps[step];
    if (backTo < 0) {
      this.#beginAttempt(step, now);
      return;
    }
    this.#end(step, now);
    for (let i = 0; i < loop.length; i++) {
      this.#isReady[loop[i]] = 0;
      this.#hasEnded[loop[i]] = 0;
    }
    for (let other = 0; other < this.#steps.length; other++) {
      if (this.#isReady[other] === 0) this.#countOpenPredecessors(other);
    }
    this.#becomeReady(backTo, this.latestVisit[step], now);
  }

  #countOpenPredecessors(step: number): void {
    const { predecessors } = this.#steps[step];
    let open = 0;
    for (let i = 0; i < predecessors.length; i++) if (this.#hasEnded[predecessors[i]] === 0) open++;
    this.#openPredecessors[step] = open;
  }

  #endStep(step: number, now: number): void {
    this.#end(step, now);
    this.#hasEnded[step] = 1;
    const { successors } = this.#steps[step];
    for (let i = 0; i < successors.length; i++) {
      const next = successors[i];
      if (this.#isReady[next] === 0 && --this.#openPredecessors[next] === 0)
        this.#becomeReady(next, this.latestVisit[step], now);
    }
  }

  #end(step: number, now: number): void {
    this.endedAt[step] = now;
    this.visits.endedAt[this.latestVisit[step]] = now;
    this.#staffing.release(step);
  }

  /** The visit that a start had to wait for: what made it ready, or who gave back the people it needed. */
  #releaserOf(visit: number, now: number): number {
    if (this.visits.readyAt[visit] === now) return this.visits.readiedBy[visit];
    const { roles } = this.#steps[this.visits.step[visit]];
    for (let i = 0; i < roles.length; i++) {
      const releaser = this.#people.lastReleasedBy[roles[i]];
      if (releaser !== NO_STEP && this.endedAt[releaser] === now) return this.latestVisit[releaser];
    }
    return NO_VISIT;
  }
}
