import { sample } from '../distributions/families.js';
import type { Law } from '../distributions/law.js';
import type { DelayPlan, SearchPlan } from '../plan/disaster-plan.js';
import type { Plan, SpanPlan, StepPlan, TransferPlan } from '../plan/plan.js';
import { occasions } from '../random/occasion.js';
import type { Occasions } from '../random/occasion.js';
import type { Draws } from './block-draws.js';
import type { Protection } from './protection.js';
import type { AttemptObserver, StepProgress } from './step-progress.js';
import type { Strike } from './strike.js';

/**
 * How long the attempts at the steps take. The first attempt of a step draws from the columns of the block,
 * later ones from the occasion (incident, attempt), so that a failure more or less in one incident moves
 * nothing in another.
 */
export class StepWork {
  readonly #steps: readonly StepPlan[];
  /** The draws of the block, and where in them the first attempts look; -1 for what a step does not do. */
  readonly #values: Float64Array;
  readonly #stride: number;
  readonly #takesAt: Int32Array;
  readonly #speedAt: Int32Array;
  readonly #rateAt: Int32Array;
  readonly #failureAt: Int32Array;
  readonly #failure: Float64Array;
  readonly #spansOf: readonly (readonly SpanPlan[])[];
  readonly #protection: Protection;
  readonly #progress: StepProgress;
  readonly #reopenSteps: Int32Array;
  readonly #takes: readonly Occasions[];
  readonly #bytes: readonly Occasions[];
  readonly #rates: readonly Occasions[];
  readonly #speeds: readonly Occasions[];
  readonly #failures: readonly Occasions[];
  readonly #reworks: readonly Occasions[];
  readonly #searches: readonly Occasions[];
  readonly #strike: Strike;
  /** Bytes that the transfers of the incident have moved. */
  movedBytes = 0;
  #incident = 0;
  #row = 0;
  #strikesAt = 0;

  constructor(
    plan: Plan,
    seed: number,
    world: {
      readonly strike: Strike;
      readonly draws: Draws;
      readonly protection: Protection;
      readonly progress: StepProgress;
    },
  ) {
    const { steps } = plan;
    this.#steps = steps;
    this.#reopenSteps = plan.reopenSteps;
    const placeOf = (column: number | undefined): number =>
      column === undefined || column < 0 ? -1 : column * world.draws.stride;
    this.#strike = world.strike;
    this.#values = world.draws.values;
    this.#stride = world.draws.stride;
    this.#takesAt = Int32Array.from(steps, (step) => placeOf(step.takesColumn));
    this.#speedAt = Int32Array.from(steps, (step) => placeOf(step.catchUp?.speedColumn));
    this.#rateAt = Int32Array.from(steps, ({ transfer }) =>
      transfer === undefined || transfer.link >= 0 ? -1 : placeOf(transfer.rateColumn),
    );
    this.#failureAt = Int32Array.from(steps, (step) => placeOf(step.failureColumn));
    this.#failure = Float64Array.from(steps, (step) => step.failure);
    this.#spansOf = steps.map((step) => step.catchUp?.spans ?? []);
    this.#protection = world.protection;
    this.#progress = world.progress;
    const luckOf = (what: string): readonly Occasions[] =>
      steps.map((step) => occasions(seed, `step/${step.name}/${what}/again`));
    this.#takes = luckOf('takes');
    this.#bytes = luckOf('bytes');
    this.#rates = luckOf('rate');
    this.#speeds = luckOf('speed');
    this.#failures = luckOf('fails');
    this.#reworks = luckOf('rework');
    this.#searches = luckOf('searches');
  }

  /** @param strikesAt when the incident at hand strikes, by the clock of its recovery. */
  begin(strikesAt = 0): void {
    this.#strikesAt = strikesAt;
    this.#incident = this.#strike.incident;
    this.#row = this.#strike.row;
    this.movedBytes = 0;
  }

  /**
   * All attempts at a step that nothing outside it can disturb, at one go, mending in between; returns when the
   * last one ends. A step that is played again goes on counting where it left off, so that its luck is new.
   */
  playAttempts(step: number, start: number, firstAttempt: number, observer?: AttemptObserver): number {
    // The attempts are summed by themselves, so that the sum is the same number whenever the step starts.
    let spent = 0;
    for (let attempt = firstAttempt; ; attempt++) {
      const attemptStart = start + spent;
      spent += this.seconds(step, attempt, attemptStart);
      const hasFailed = this.hasFailed(step, attempt);
      observer?.attempt(step, { start: attemptStart, end: start + spent, outcome: hasFailed ? 'failed' : 'done' });
      if (!hasFailed) {
        this.#progress.attempts[step] = attempt + 1;
        return start + spent;
      }
      spent += this.reworkSeconds(step, attempt);
    }
  }

  /** Seconds of an attempt that starts at `now` after the strike, but for a transfer over a shared link. */
  seconds(step: number, attempt: number, now: number): number {
    return attempt === 0 ? this.#secondsAtFirst(step, now) : this.#secondsAgain(step, attempt, now);
  }

  /** The first attempt is nearly all of the work of a run, so it reads flat arrays only. */
  #secondsAtFirst(step: number, now: number): number {
    let seconds = 0;
    const takes = this.#takesAt[step];
    if (takes >= 0) seconds += this.#values[takes + this.#row];
    const speed = this.#speedAt[step];
    if (speed >= 0) seconds += this.#backlog(step, now) / this.#values[speed + this.#row];
    const rate = this.#rateAt[step];
    if (rate >= 0) seconds += this.#transferSeconds(step, 0, this.#values[rate + this.#row]);
    if (this.#steps[step].search !== undefined) seconds += this.#searchSeconds(step, 0);
    const { delays } = this.#strike.kind;
    for (let i = 0; i < delays.length; i++) if (delays[i].step === step) seconds += this.#delaySeconds(delays[i]);
    return seconds;
  }

  #secondsAgain(step: number, attempt: number, now: number): number {
    const { takes, catchUp, transfer } = this.#steps[step];
    let seconds = 0;
    if (takes !== undefined) seconds += sample(takes, this.#takes[step].at(this.#incident, attempt));
    if (catchUp !== undefined) {
      seconds += this.#backlog(step, now) / sample(catchUp.speed, this.#speeds[step].at(this.#incident, attempt));
    }
    if (transfer !== undefined && transfer.link < 0) {
      seconds += this.#transferSeconds(step, attempt, this.transferRate(step, attempt));
    }
    if (this.#steps[step].search !== undefined) seconds += this.#searchSeconds(step, attempt);
    return seconds;
  }

  /** Seconds of a transfer that is alone on the wire. One that stops early leaves the end of the log out. */
  #transferSeconds(step: number, attempt: number, rate: number): number {
    const seconds = this.transferBytes(step, attempt) / rate;
    const { stopsAfter, surface } = this.#transfer(step);
    if (stopsAfter === Infinity) return seconds;
    // A later attempt may come to the end that an earlier one left out.
    this.#protection.stopReplay(surface, seconds > stopsAfter ? stopsAfter / seconds : 1);
    return Math.min(seconds, stopsAfter);
  }

  /** Seconds to look at every backup from the newest to the one that is chosen; each takes a time of its own. */
  #searchSeconds(step: number, attempt: number): number {
    const search = this.#steps[step].search as SearchPlan;
    const history = this.#protection.chosenHistory(search.surface);
    if (history?.kind !== 'backup') return 0;
    const isSearched = !this.#strike.kind.isOnsetKnown;
    const count = isSearched ? history.infectedBackups + 1 : 1;
    const chance = this.#searches[step].at(this.#incident, attempt);
    let seconds = 0;
    for (let i = 0; i < count; i++) seconds += sample(search.each, chance);
    return seconds;
  }

  #delaySeconds({ probability, chanceColumn, takesColumn }: DelayPlan): number {
    const happens = chanceColumn < 0 || this.#strike.drawn(chanceColumn) < probability;
    return happens ? this.#strike.drawn(takesColumn) : 0;
  }

  /** Bytes that the transfer of a step moves in an attempt, which asks for them once. */
  transferBytes(step: number, attempt: number): number {
    const transfer = this.#transfer(step);
    const bytes =
      transfer.bytes === undefined
        ? this.#protection.bytes(transfer.surface, transfer.part)
        : this.#drawn(transfer.bytes, transfer.bytesColumn, this.#bytes[step], attempt);
    this.movedBytes += bytes;
    return bytes;
  }

  /** Bytes per second that the transfer of a step cannot exceed. */
  transferRate(step: number, attempt: number): number {
    const transfer = this.#transfer(step);
    return this.#drawn(transfer.rate, transfer.rateColumn, this.#rates[step], attempt);
  }

  /** Whether an attempt that came to its end has failed. */
  hasFailed(step: number, attempt: number): boolean {
    const failure = this.#failure[step];
    if (failure === 0) return false;
    const luck =
      attempt === 0
        ? this.#values[this.#failureAt[step] + this.#row]
        : this.#failures[step].at(this.#incident, attempt).uniform();
    return luck < failure;
  }

  /** Seconds of mending after a failed attempt. */
  reworkSeconds(step: number, attempt: number): number {
    const { rework } = this.#steps[step];
    return rework === undefined ? 0 : sample(rework, this.#reworks[step].at(this.#incident, attempt));
  }

  #transfer(step: number): TransferPlan {
    const { transfer, name } = this.#steps[step];
    if (transfer === undefined) throw new Error(`StepWork: step ${name} transfers nothing`);
    return transfer;
  }

  #drawn(law: Law, column: number, again: Occasions, attempt: number): number {
    if (attempt === 0) return this.#values[column * this.#stride + this.#row];
    return sample(law, again.at(this.#incident, attempt));
  }

  /** Seconds of backlog that a step finds when it starts at `now`. */
  #backlog(step: number, now: number): number {
    const spans = this.#spansOf[step];
    let backlog = 0;
    for (let i = 0; i < spans.length; i++) {
      const span = spans[i];
      switch (span.kind) {
        case 'rpo':
          backlog += this.#protection.loss;
          break;
        case 'surface-rpo':
          backlog += this.#protection.surfaceLoss[span.surface];
          break;
        case 'rto':
          backlog += this.#progress.latestEnd(this.#reopenSteps) - this.#strikesAt;
          break;
        case 'elapsed':
          backlog += now - this.#strikesAt;
          break;
        default:
          span satisfies never;
      }
    }
    return backlog;
  }
}
