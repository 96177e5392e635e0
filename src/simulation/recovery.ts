import { flattenRunbook, type FlatRunbook } from '../plan/flat-runbook.js';
import type { Plan, StepPlan } from '../plan/plan.js';
import { AwaitedReturns } from './awaited-returns.js';
import { Crisis, STAGE_ENDS, STEP_ENDS } from './crisis.js';
import type { Decisions } from './decisions.js';
import { OpenSteps } from './open-steps.js';
import type { Protection } from './protection.js';
import type { RecoveryListener } from './recovery-listener.js';
import type { AttemptObserver, StepProgress } from './step-progress.js';
import type { StepWork } from './step-work.js';
import type { Strike } from './strike.js';
import { NO_VISIT, VisitLog } from './visit-log.js';

/** What a step is at between two of its events. */
const WORKING = 0;
const MENDING = 1;
const DECIDING = 2;
const AWAITING = 3;

/**
 * The recovery from one incident: the runbook played over the calendar of a crisis, by itself or beside other
 * recoveries.
 *
 * The arrays hold one entry per step and are read after it is over; times are by the clock of the crisis, which starts
 * with its first strike.
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
  readonly crisis: Crisis;
  /** The number by which the crisis knows its first step. */
  readonly #base: number;
  observer: AttemptObserver | undefined = undefined;
  /** What the people cost who were held by steps, in the currency of the scenario. */
  labour = 0;
  readonly #prices: Float64Array | undefined;
  readonly #open: OpenSteps;
  readonly #returns: AwaitedReturns;
  readonly #stage: Uint8Array;
  readonly #attemptStart: Float64Array;
  #strikesAt = 0;
  isLost = false;
  listener: RecoveryListener | undefined = undefined;

  /** @param crisis the one that it is part of; one of its own when it is alone. */
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
    crisis?: Crisis,
  ) {
    const count = plan.steps.length;
    this.#steps = plan.steps;
    this.#protection = world.protection;
    this.#work = world.work;
    this.#decisions = world.decisions;
    this.#strike = world.strike;
    this.progress = world.progress;
    this.#runbook = flattenRunbook(plan.steps);
    this.crisis = crisis ?? new Crisis(plan, seed, this.#runbook);
    this.#base = this.crisis.add(this);
    this.#open = new OpenSteps(plan, this.#runbook);
    this.#returns = new AwaitedReturns(plan, world.protection);
    this.latestVisit = new Int32Array(count);
    this.visits = new VisitLog(count);
    this.#prices = plan.prices?.people;
    this.#stage = new Uint8Array(count);
    this.#attemptStart = new Float64Array(count);
  }

  /**
   * Plays the runbook from the strike to the end of its last step, alone; false when the incident turned out to be
   * unrecoverable on the way (the last backup was bad).
   */
  play(): boolean {
    this.crisis.begin(this.#strike.incident, this.#strike.at);
    this.begin(0);
    this.crisis.play(Infinity);
    return !this.isLost;
  }

  /** Begins the runbook at a strike, by the clock of the crisis, which is to be played on from there. */
  begin(strikesAt: number): void {
    this.#strikesAt = strikesAt;
    this.isLost = false;
    this.labour = 0;
    this.visits.count = 0;
    const { count, predecessorCounts } = this.#runbook;
    this.crisis.underWay++;
    this.#open.begin();
    this.progress.attempts.fill(0);
    this.progress.endedAt.fill(NaN);
    for (let step = 0; step < count; step++) {
      if (predecessorCounts[step] === 0 && this.#open.isFree(step)) this.#becomeReady(step, NO_VISIT, strikesAt);
    }
    this.crisis.giveUpIfLost(this, this.#base, strikesAt);
  }

  /** The people whom it holds are free; nothing that was lost comes back. */
  giveUp(now: number): void {
    for (let step = 0; step < this.#runbook.count; step++) {
      if (this.#open.isReady[step] === 0 || this.#open.hasEnded[step] === 1) continue;
      const visit = this.latestVisit[step];
      // A step that still waits for people has not started, and holds nobody.
      if (!Number.isNaN(this.visits.startedAt[visit])) this.crisis.staffing.release(step, visit, now);
    }
    this.crisis.underWay--;
    this.listener?.over(now);
  }

  #becomeReady(step: number, because: number, now: number): void {
    this.#open.isReady[step] = 1;
    this.latestVisit[step] = this.visits.add(step, now, because);
    if (!this.#isCalledFor(step)) {
      // Nobody reopens without the data, whatever else an incident does not call for.
      if (this.#open.isReopening[step] === 0 || !this.#await(step, now)) this.#skip(step, now);
    } else if (this.#runbook.needOffsets[step] === this.#runbook.needOffsets[step + 1]) this.start(step, now);
    else this.crisis.staffing.add(this.#base + step, now);
  }

  #isCalledFor(step: number): boolean {
    const { condition } = this.#steps[step];
    return condition === undefined || this.#decisions.isCalledFor(condition);
  }

  #skip(step: number, now: number): void {
    const visit = this.latestVisit[step];
    const { readyAt } = this.visits;
    this.visits.isSkipped[visit] = readyAt[visit] === now ? 1 : 0;
    this.visits.startedAt[visit] = readyAt[visit];
    this.visits.releasedBy[visit] = this.visits.readiedBy[visit];
    this.visits.endedAt[visit] = now;
    this.progress.endedAt[step] = now;
    this.#letFollow(step, now);
  }

  /** People have taken up a step that was ready. */
  start(step: number, now: number): void {
    const visit = this.latestVisit[step];
    this.visits.startedAt[visit] = now;
    this.crisis.staffing.noteRelease(this.visits, visit, now);
    if (!this.#await(step, now)) this.#begin(step, now);
  }

  #begin(step: number, now: number): void {
    if (this.#runbook.isStaged[step] === 1) this.#beginAttempt(step, now);
    else
      this.#schedule(this.#work.playAttempts(step, now, this.progress.attempts[step], this.observer), STEP_ENDS, step);
  }

  /** Lets a step wait for a provider, where nothing that it works on can be reached; false where it can go on. */
  #await(step: number, now: number): boolean {
    if (!this.#returns.isAwaited(step)) return false;
    this.#stage[step] = AWAITING;
    if (this.#protection.isHopeless) this.isLost = true;
    else {
      this.#schedule(Math.max(now, this.#strikesAt + this.#returns.begin(step)), STAGE_ENDS, step);
    }
    return true;
  }

  /** A provider has returned: a step that waited for him goes on, or has become needless. */
  #goOn(step: number, now: number): void {
    this.#returns.end(step);
    const isStarted = !Number.isNaN(this.visits.startedAt[this.latestVisit[step]]);
    if (isStarted && !this.#isCalledFor(step)) this.endStep(step, now);
    else if (this.#await(step, now)) return;
    else if (isStarted) this.#begin(step, now);
    else this.#skip(step, now);
  }

  #beginAttempt(step: number, now: number): void {
    this.#stage[step] = WORKING;
    this.#attemptStart[step] = now;
    const attempt = this.progress.attempts[step]++;
    this.#schedule(now + this.#work.seconds(step, attempt, now), STAGE_ENDS, step);
  }

  /** Work that is measured by what was lost has no end when nothing of that can be recovered. */
  #schedule(time: number, kind: number, step: number): void {
    if (Number.isNaN(time)) this.isLost = true;
    else this.crisis.calendar.schedule(time, kind, this.#base + step);
  }

  /** Work, mending or waiting for the provider has come to its end. */
  endStage(step: number, now: number): void {
    const { transfer } = this.#steps[step];
    if (this.#stage[step] === MENDING) this.#tryAgain(step, now);
    else if (this.#stage[step] === DECIDING) this.#decide(step, now);
    else if (this.#stage[step] === AWAITING) this.#goOn(step, now);
    else if (transfer !== undefined && transfer.link >= 0) {
      const attempt = this.progress.attempts[step] - 1;
      const { links } = this.crisis;
      const id = this.#base + step;
      links.bytesLeft[id] = this.#work.transferBytes(step, attempt);
      links.ownRate[id] = this.#work.transferRate(step, attempt);
      links.join(transfer.link, id, now);
    } else this.endTransfer(step, now);
  }

  /** An attempt has come to its end, with the last of its bytes where it moves some over a link. */
  endTransfer(step: number, now: number): void {
    const { restores } = this.#steps[step];
    this.visits.slowedByLink[this.latestVisit[step]] += this.crisis.links.slowedBy(this.#base + step, now);
    const attempt = this.progress.attempts[step] - 1;
    const start = this.#attemptStart[step];
    if (restores >= 0 && this.#protection.isBad(restores)) {
      this.observer?.attempt(step, { start, end: now, outcome: 'bad-backup' });
      if (this.#protection.chooseOlder(restores)) this.#beginAttempt(step, now);
      else if (!this.#await(step, now)) this.endStep(step, now);
    } else if (this.#work.hasFailed(step, attempt)) {
      this.observer?.attempt(step, { start, end: now, outcome: 'failed' });
      this.#stage[step] = MENDING;
      this.#schedule(now + this.#work.reworkSeconds(step, attempt), STAGE_ENDS, step);
    } else {
      this.observer?.attempt(step, { start, end: now, outcome: 'done' });
      this.#decide(step, now);
    }
  }

  /** Takes the decisions that are due at the end of a step, whose people wait for the provider if that is decided. */
  #decide(step: number, now: number): void {
    const { decisions } = this.#steps[step];
    for (let i = 0; i < decisions.length; i++) {
      const wait = this.#decisions.decide(decisions[i], now - this.#strikesAt);
      if (wait > 0) {
        this.#stage[step] = DECIDING;
        this.#schedule(now + wait, STAGE_ENDS, step);
        return;
      }
      // Whoever has waited may find that nothing usable is left.
      if (this.#protection.isHopeless) this.isLost = true;
    }
    this.endStep(step, now);
  }

  /** After mending: the step once more, or everything from the step that it sends people back to. */
  #tryAgain(step: number, now: number): void {
    const { backTo, loop } = this.#steps[step];
    if (backTo < 0) {
      this.#beginAttempt(step, now);
      return;
    }
    this.#end(step, now);
    this.#open.end(step);
    this.#open.close();
    this.#open.undo(loop);
    for (let i = 0; i < loop.length; i++) {
      if (this.#open.isFree(loop[i])) this.#becomeReady(loop[i], this.latestVisit[step], now);
    }
  }

  /** A step has ended, with all its attempts. */
  endStep(step: number, now: number): void {
    this.#end(step, now);
    this.#letFollow(step, now);
  }

  #letFollow(step: number, now: number): void {
    const open = this.#open;
    open.end(step);
    if (open.isReopening[step] === 1 && open.openToReopen === 0) this.listener?.reopened(now);
    const { successorOffsets, successors } = this.#runbook;
    for (let i = successorOffsets[step]; i < successorOffsets[step + 1]; i++) {
      if (open.setFree(successors[i])) this.#becomeReady(successors[i], this.latestVisit[step], now);
    }
    if (open.close()) {
      this.crisis.underWay--;
      this.listener?.over(now);
    }
  }

  #end(step: number, now: number): void {
    this.progress.endedAt[step] = now;
    const visit = this.latestVisit[step];
    this.visits.endedAt[visit] = now;
    if (this.#prices !== undefined) this.labour += this.#prices[step] * (now - this.visits.startedAt[visit]);
    this.crisis.staffing.release(step, visit, now);
  }
}
