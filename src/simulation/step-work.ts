import { sample } from '../distributions/families.js';
import type { Law } from '../distributions/law.js';
import type { CatchUpPlan, StepPlan, TransferPlan } from '../plan/plan.js';
import { occasions } from '../random/occasion.js';
import type { Occasions } from '../random/occasion.js';
import type { BlockDraws } from './block-draws.js';
import type { Protection } from './protection.js';

/** Spans that a step may have to catch up with, known when it starts. */
export interface KnownSpans {
  /** Achieved RTO in seconds; only asked for by steps that follow the reopening. */
  rto(): number;
}

/**
 * How long the attempts at the steps take. The first attempt of a step draws from the columns of the block,
 * later ones from the occasion (incident, attempt), so that a failure more or less in one incident moves
 * nothing in another.
 */
export class StepWork {
  readonly #steps: readonly StepPlan[];
  readonly #draws: BlockDraws;
  readonly #protection: Protection;
  readonly #spans: KnownSpans;
  readonly #takes: readonly Occasions[];
  readonly #bytes: readonly Occasions[];
  readonly #rates: readonly Occasions[];
  readonly #speeds: readonly Occasions[];
  readonly #failures: readonly Occasions[];
  readonly #reworks: readonly Occasions[];
  #incident = 0;
  #row = 0;

  constructor(
    steps: readonly StepPlan[],
    seed: number,
    world: { readonly draws: BlockDraws; readonly protection: Protection; readonly spans: KnownSpans },
  ) {
    this.#steps = steps;
    this.#draws = world.draws;
    this.#protection = world.protection;
    this.#spans = world.spans;
    const luckOf = (what: string): readonly Occasions[] =>
      steps.map((step) => occasions(seed, `step/${step.name}/${what}/again`));
    this.#takes = luckOf('takes');
    this.#bytes = luckOf('bytes');
    this.#rates = luckOf('rate');
    this.#speeds = luckOf('speed');
    this.#failures = luckOf('fails');
    this.#reworks = luckOf('rework');
  }

  begin(incident: number, row: number): void {
    this.#incident = incident;
    this.#row = row;
  }

  /** Seconds of an attempt that starts at `now` after the strike, but for a transfer over a shared link. */
  seconds(step: number, attempt: number, now: number): number {
    const plan = this.#steps[step];
    let seconds = 0;
    if (plan.takes !== undefined) seconds += this.#drawn(plan.takes, plan.takesColumn, this.#takes[step], attempt);
    if (plan.catchUp !== undefined) {
      const speed = this.#drawn(plan.catchUp.speed, plan.catchUp.speedColumn, this.#speeds[step], attempt);
      seconds += this.#backlog(plan.catchUp, now) / speed;
    }
    if (plan.transfer !== undefined && plan.transfer.link < 0) {
      seconds += this.transferBytes(step, plan.transfer, attempt) / this.transferRate(step, plan.transfer, attempt);
    }
    return seconds;
  }

  transferBytes(step: number, transfer: TransferPlan, attempt: number): number {
    if (transfer.bytes !== undefined) {
      return this.#drawn(transfer.bytes, transfer.bytesColumn, this.#bytes[step], attempt);
    }
    if (transfer.part === 'drawn') throw new Error(`StepWork: step ${this.#steps[step].name} draws no bytes`);
    return this.#protection.bytes(transfer.surface, transfer.part);
  }

  transferRate(step: number, transfer: TransferPlan, attempt: number): number {
    return this.#drawn(transfer.rate, transfer.rateColumn, this.#rates[step], attempt);
  }

  /** Whether an attempt that came to its end has failed. */
  hasFailed(step: number, attempt: number): boolean {
    const { failure, failureColumn } = this.#steps[step];
    if (failure === 0) return false;
    const luck =
      attempt === 0
        ? this.#draws.columns[failureColumn][this.#row]
        : this.#failures[step].at(this.#incident, attempt).uniform();
    return luck < failure;
  }

  /** Seconds of mending after a failed attempt. */
  reworkSeconds(step: number, attempt: number): number {
    const { rework } = this.#steps[step];
    return rework === undefined ? 0 : sample(rework, this.#reworks[step].at(this.#incident, attempt));
  }

  #drawn(law: Law, column: number, again: Occasions, attempt: number): number {
    return attempt === 0 ? this.#draws.columns[column][this.#row] : sample(law, again.at(this.#incident, attempt));
  }

  #backlog(catchUp: CatchUpPlan, now: number): number {
    let backlog = 0;
    for (const span of catchUp.spans) {
      switch (span.kind) {
        case 'rpo':
          backlog += this.#protection.loss;
          break;
        case 'surface-rpo':
          backlog += this.#protection.surfaceLoss[span.surface];
          break;
        case 'rto':
          backlog += this.#spans.rto();
          break;
        case 'elapsed':
          backlog += now;
          break;
        default:
          span satisfies never;
      }
    }
    return backlog;
  }
}
