import type { Plan } from '../plan/plan.js';
import { BLOCK_INCIDENTS, BlockDraws } from './block-draws.js';
import { isPlain, PlainRecovery } from './plain-recovery.js';
import { Protection } from './protection.js';
import { Recovery } from './recovery.js';
import { StepProgress } from './step-progress.js';
import { StepWork } from './step-work.js';

/**
 * Plays incidents of a plan, one after the other, by their number. What an incident becomes depends on the
 * plan, the seed and its number alone, so any of them can be played again by itself.
 *
 * The numbers of the incident that was played last are read from the fields; the parts are there for those
 * who want to know more. Times are in seconds.
 */
export class IncidentSimulator {
  readonly plan: Plan;
  readonly protection: Protection;
  readonly recovery: Recovery;
  /** Instant of the strike, relative to the start of the period. */
  strike = 0;
  /** False when a data-bearing surface had no usable backup left; then `rto`, `rpo` and `rtt` are NaN. */
  isRecovered = false;
  rto = NaN;
  rpo = NaN;
  rtt = NaN;

  readonly #draws: BlockDraws;
  readonly #work: StepWork;
  readonly #progress: StepProgress;
  readonly #plain: PlainRecovery | undefined;
  #block = -1;
  #row = 0;

  constructor(plan: Plan, seed: number) {
    this.plan = plan;
    this.#draws = new BlockDraws(plan.columns, seed);
    this.protection = new Protection(plan.surfaces, seed, plan.epoch);
    this.#progress = new StepProgress(plan.steps.length);
    const { protection } = this;
    const progress = this.#progress;
    this.#work = new StepWork(plan, seed, { draws: this.#draws, protection, progress });
    this.recovery = new Recovery(plan, seed, { protection, work: this.#work, progress });
    this.#plain = isPlain(plan)
      ? new PlainRecovery(plan, { work: this.#work, draws: this.#draws, progress })
      : undefined;
  }

  /**
   * Plays one incident for its metrics, by the quickest way there is. Incidents of one block
   * (`BLOCK_INCIDENTS`) are quickest in a row: it is drawn once.
   */
  play(incident: number): void {
    this.#begin(incident);
    if (this.isRecovered) {
      if (this.#plain === undefined) this.isRecovered = this.recovery.play(incident, this.strike);
      else this.#plain.play(this.#row);
    }
    this.#finish();
  }

  /** Plays one incident so that `recovery` tells afterwards what happened in it; the metrics are the same. */
  playInDetail(incident: number): void {
    this.#begin(incident);
    if (this.isRecovered) this.isRecovered = this.recovery.play(incident, this.strike);
    this.#finish();
  }

  #begin(incident: number): void {
    const block = Math.floor(incident / BLOCK_INCIDENTS);
    if (block !== this.#block) {
      this.#draws.draw(block);
      this.#plain?.beginBlock();
      this.#block = block;
    }
    const row = incident - block * BLOCK_INCIDENTS;
    this.#row = row;
    const { plan } = this;
    const { columns } = this.#draws;
    this.strike = columns[plan.strikeColumn][row] * plan.periodLength;
    for (let link = 0; link < plan.links.length; link++) {
      this.recovery.setLinkCapacity(link, columns[plan.links[link].rateColumn][row]);
    }
    this.#work.begin(incident, row);
    this.isRecovered = this.protection.begin(incident, row, this.strike, this.#draws);
  }

  #finish(): void {
    this.rpo = this.isRecovered ? this.protection.loss : NaN;
    this.rto = this.isRecovered ? this.#progress.latestEnd(this.plan.reopenSteps) : NaN;
    this.rtt = this.isRecovered ? this.#progress.latestEnd(this.plan.closeSteps) : NaN;
  }
}
