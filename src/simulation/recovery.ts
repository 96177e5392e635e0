import { flattenRunbook } from '../plan/flat-runbook.js';
import type { FlatRunbook } from '../plan/flat-runbook.js';
import type { Plan, StepPlan } from '../plan/plan.js';
import type { Decisions } from './decisions.js';
import { EventCalendar } from './event-calendar.js';
import { People } from './people.js';
import type { Protection } from './protection.js';
import { SharedLinks } from './shared-links.js';
import { NO_STEP, Staffing } from './staffing.js';
import type { AttemptObserver, StepProgress } from './step-progress.js';
import type { StepWork } from './step-work.js';
import type { Strike } from './strike.js';
import { NO_VISIT, VisitLog } from './visit-log.js';

/** Kinds of calendar event, which are also their priorities; the others are those of `People`. */
const STEP_ENDS = 0;
const STAGE_ENDS = 1;

/** What a step is at between two of its events. */
const WORKING = 0;
const MENDING = 1;
const DECIDING = 2;

/**
 * The recovery from one incident: the runbook played over a calendar of events. All that happens at one
 * instant is settled before anyone is given work: ends first, then people who come. Then the ready steps are
 * served one by one, in the order in which they became ready, ties in the order of the runbook.
 *
 * The arrays hold one entry per step and are read after `play`; times are in seconds from the strike.
 */
export class Recovery {
  readonly progress: StepProgress;
  /** The latest visit to each step, as a number in `visits`. */
  readonly latestVisit: Int32Array;
  readonly visits: VisitLog;

  readonly #steps: readonly StepPlan[];
  readonly #runbook: FlatRunbook;
  readonly #protection: Protection;
  readonly #work: StepWork;
  readonly #decisions: Decisions;
  readonly #strike: Strike;
  readonly #calendar = new EventCalendar();
  readonly #people: People;
  readonly #staffing: Staffing;
  readonly #links: SharedLinks;
  observer: AttemptObserver | undefined = undefined;
  /** What the people cost who were held by steps, in the currency of the scenario. */
  labour = 0;
  readonly #prices: Float64Array | undefined;

  readonly #canWait: Uint8Array;
  readonly #openPredecessors: Int32Array;
  readonly #isReady: Uint8Array;
  readonly #hasEnded: Uint8Array;
  readonly #stage: Uint8Array;
  readonly #attemptStart: Float64Array;
  #isLost = false;

  constructor(
    plan: Plan,
    seed: number,
    world: {
      readonly strike: Strike;
      readonly protection: Protection;
      readonly decisions: Decisions;
      readonly work: StepWork;
      readonly progress: StepProgress;
    },
  ) {
    const count = plan.steps.length;
    this.#steps = plan.steps;
    this.#protection = world.protection;
    this.#work = world.work;
    this.#decisions = world.decisions;
    this.#strike = world.strike;
    this.progress = world.progress;
    this.#runbook = flattenRunbook(plan.steps);
    this.#people = new People(plan.roles, seed, this.#calendar);
    this.#staffing = new Staffing(this.#runbook, plan.roles.length, this.#people);
    this.#links = new SharedLinks(plan.links.length, count);
    this.latestVisit = new Int32Array(count);
    this.visits = new VisitLog(count);
    this.#prices = plan.prices?.people;
    this.#canWait = Uint8Array.from(plan.decisions, ({ canWait }) => (canWait ? 1 : 0));
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
  play(): boolean {
    this.#begin();
    for (let now = 0; now < Infinity; now = this.#nextTime()) {
      for (;;) {
        while (this.#nextTime() === now) this.#settleNext(now);
        if (this.#isLost) return false;
        const step = this.#staffing.nextToStart(now);
        if (step === NO_STEP) break;
        this.#start(step, now);
      }
    }
    if (this.#staffing.isAnyoneWaiting) throw new Error('Recovery: steps wait for people who never come');
    return true;
  }

  #begin(): void {
    this.#calendar.clear();
    this.#links.clear();
    this.#people.begin(this.#strike.incident, this.#strike.at);
    this.#decisions.begin();
    this.#staffing.begin();
    this.#isLost = false;
    this.labour = 0;
    this.visits.count = 0;
    const { count, predecessorCounts } = this.#runbook;
    for (let step = 0; step < count; step++) {
      this.#isReady[step] = 0;
      this.#hasEnded[step] = 0;
      this.progress.attempts[step] = 0;
      this.progress.endedAt[step] = NaN;
      this.#openPredecessors[step] = predecessorCounts[step];
    }
    for (let step = 0; step < count; step++) {
      if (predecessorCounts[step] === 0 && this.#isReady[step] === 0) this.#becomeReady(step, NO_VISIT, 0);
    }
  }

  #nextTime(): number {
    return Math.min(this.#calendar.nextTime, this.#links.nextTime);
  }

  #settleNext(now: number): void {
    if (this.#links.nextTime === now) {
      this.#endAttempt(this.#links.takeNext(), now);
      return;
    }
    const kind = this.#calendar.nextPriority;
    const subject = this.#calendar.take();
    if (kind === STEP_ENDS) this.#endStep(subject, now);
    else if (kind === STAGE_ENDS) this.#endStage(subject, now);
    else this.#people.come(kind, subject, now);
  }

  #becomeReady(step: number, because: number, now: number): void {
    this.#isReady[step] = 1;
    this.latestVisit[step] = this.visits.add(step, now, because);
    const { condition } = this.#steps[step];
    if (condition !== undefined && !this.#decisions.isCalledFor(condition)) this.#skip(step, now);
    else if (this.#runbook.needOffsets[step] === this.#runbook.needOffsets[step + 1]) this.#start(step, now);
    else this.#staffing.add(step, now);
  }

  #skip(step: number, now: number): void {
    const visit = this.latestVisit[step];
    this.visits.isSkipped[visit] = 1;
    this.visits.startedAt[visit] = now;
    this.visits.releasedBy[visit] = this.visits.readiedBy[visit];
    this.visits.endedAt[visit] = now;
    this.progress.endedAt[step] = now;
    this.#letFollow(step, now);
  }

  #start(step: number, now: number): void {
    const visit = this.latestVisit[step];
    this.visits.startedAt[visit] = now;
    this.#staffing.noteRelease(this.visits, visit, now);
    if (this.#runbook.isStaged[step] === 1) this.#beginAttempt(step, now);
    else
      this.#schedule(this.#work.playAttempts(step, now, this.progress.attempts[step], this.observer), STEP_ENDS, step);
  }

  #beginAttempt(step: number, now: number): void {
    this.#stage[step] = WORKING;
    this.#attemptStart[step] = now;
    const attempt = this.progress.attempts[step]++;
    this.#schedule(now + this.#work.seconds(step, attempt, now), STAGE_ENDS, step);
  }

  /** Work that is measured by what was lost has no end when nothing of that can be recovered. */
  #schedule(time: number, kind: number, step: number): void {
    if (Number.isNaN(time)) this.#isLost = true;
    else this.#calendar.schedule(time, kind, step);
  }

  #endStage(step: number, now: number): void {
    const { transfer } = this.#steps[step];
    if (this.#stage[step] === MENDING) this.#tryAgain(step, now);
    else if (this.#stage[step] === DECIDING) this.#endStep(step, now);
    else if (transfer !== undefined && transfer.link >= 0) {
      const attempt = this.progress.attempts[step] - 1;
      this.#links.bytesLeft[step] = this.#work.transferBytes(step, attempt);
      this.#links.ownRate[step] = this.#work.transferRate(step, attempt);
      this.#links.join(transfer.link, step, now);
    } else this.#endAttempt(step, now);
  }

  #endAttempt(step: number, now: number): void {
    const { restores } = this.#steps[step];
    const attempt = this.progress.attempts[step] - 1;
    const start = this.#attemptStart[step];
    if (restores >= 0 && this.#protection.isBad(restores)) {
      this.observer?.attempt(step, { start, end: now, outcome: 'bad-backup' });
      if (this.#protection.chooseOlder(restores)) this.#beginAttempt(step, now);
      else if (this.#protection.isDataBearing(restores)) this.#isLost = true;
      else this.#endStep(step, now);
    } else if (this.#work.hasFailed(step, attempt)) {
      this.observer?.attempt(step, { start, end: now, outcome: 'failed' });
      this.#stage[step] = MENDING;
      this.#calendar.schedule(now + this.#work.reworkSeconds(step, attempt), STAGE_ENDS, step);
    } else {
      this.observer?.attempt(step, { start, end: now, outcome: 'done' });
      this.#decide(step, now);
    }
  }

  /** Takes the decisions that are due at the end of a step, whose people wait for the provider if that is decided. */
  #decide(step: number, now: number): void {
    const { decisions } = this.#steps[step];
    let waited = 0;
    for (let i = 0; i < decisions.length; i++) {
      waited += this.#decisions.decide(decisions[i], now + waited);
      // Whoever has waited in vain, or did not want to, may find that nothing usable is left.
      if (this.#canWait[decisions[i]] === 1 && Number.isNaN(this.#protection.loss)) this.#isLost = true;
    }
    if (waited === 0) {
      this.#endStep(step, now);
      return;
    }
    this.#stage[step] = DECIDING;
    this.#calendar.schedule(now + waited, STAGE_ENDS, step);
  }

  /** After mending: the step once more, or everything from the step that it sends people back to. */
  #tryAgain(step: number, now: number): void {
    const { backTo, loop } = this.#steps[step];
    if (backTo < 0) {
      this.#beginAttempt(step, now);
      return;
    }
    this.#end(step, now);
    this.#hasEnded[step] = 1;
    // What is under way anyhow, because another failure sent people back too, goes on; what has ended is undone.
    for (let i = 0; i < loop.length; i++) {
      if (this.#hasEnded[loop[i]] === 0) continue;
      this.#hasEnded[loop[i]] = 0;
      this.#isReady[loop[i]] = 0;
    }
    for (let other = 0; other < this.#steps.length; other++) {
      if (this.#isReady[other] === 0) this.#countOpenPredecessors(other);
    }
    for (let i = 0; i < loop.length; i++) {
      const again = loop[i];
      if (this.#isReady[again] === 0 && this.#openPredecessors[again] === 0) {
        this.#becomeReady(again, this.latestVisit[step], now);
      }
    }
  }

  #countOpenPredecessors(step: number): void {
    const { predecessors } = this.#steps[step];
    let open = 0;
    for (let i = 0; i < predecessors.length; i++) if (this.#hasEnded[predecessors[i]] === 0) open++;
    this.#openPredecessors[step] = open;
  }

  #endStep(step: number, now: number): void {
    this.#end(step, now);
    this.#letFollow(step, now);
  }

  #letFollow(step: number, now: number): void {
    this.#hasEnded[step] = 1;
    const { successorOffsets, successors } = this.#runbook;
    for (let i = successorOffsets[step]; i < successorOffsets[step + 1]; i++) {
      const next = successors[i];
      if (this.#isReady[next] === 0 && --this.#openPredecessors[next] === 0)
        this.#becomeReady(next, this.latestVisit[step], now);
    }
  }

  #end(step: number, now: number): void {
    this.progress.endedAt[step] = now;
    const visit = this.latestVisit[step];
    this.visits.endedAt[visit] = now;
    if (this.#prices !== undefined) this.labour += this.#prices[step] * (now - this.visits.startedAt[visit]);
    this.#staffing.release(step, visit, now);
  }
}
