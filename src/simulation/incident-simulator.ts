import type { Plan } from '../plan/plan.js';
import { BLOCK_INCIDENTS, BlockDraws } from './block-draws.js';
import { isPlain, PlainRecovery } from './plain-recovery.js';
import { Decisions, UNDECIDED } from './decisions.js';
import { drawnHistories } from './drawn-histories.js';
import { drawStrike } from './incident-lot.js';
import { laterCosts } from './later-costs.js';
import { Protection } from './protection.js';
import { Recovery } from './recovery.js';
import { StepProgress } from './step-progress.js';
import { StepWork } from './step-work.js';
import { Strike } from './strike.js';

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
  readonly decisions: Decisions;
  readonly recovery: Recovery;
  /** What strikes, and when. */
  readonly strike: Strike;
  /** False when a data-bearing surface had no usable backup left; then `rto`, `rpo` and `rtt` are NaN. */
  isRecovered = false;
  rto = NaN;
  rpo = NaN;
  rtt = NaN;
  /** What the incident cost, in the currency of the scenario; NaN when it has no prices, or not for this. */
  cost = NaN;

  readonly #draws: BlockDraws;
  readonly #work: StepWork;
  readonly #progress: StepProgress;
  readonly #plain: PlainRecovery | undefined;
  #block = -1;

  /** @param draws what is drawn once per incident; other than independent ones only to measure what they would gain. */
  constructor(plan: Plan, seed: number, draws = new BlockDraws(plan.columns, seed)) {
    this.plan = plan;
    this.#draws = draws;
    this.strike = new Strike(plan.kinds[0], this.#draws);
    this.protection = new Protection(plan, drawnHistories(plan, seed));
    this.#progress = new StepProgress(plan.steps.length);
    const { strike, protection } = this;
    const progress = this.#progress;
    this.decisions = new Decisions(plan.decisions, protection, strike);
    this.#work = new StepWork(plan, seed, { strike, draws: this.#draws, protection, progress });
    const { decisions } = this;
    this.recovery = new Recovery(plan, seed, { strike, protection, decisions, work: this.#work, progress });
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
      if (this.#plain === undefined) this.isRecovered = this.recovery.play();
      else this.#plain.play(this.strike.row);
    }
    this.#finish();
  }

  /** Plays one incident so that `recovery` tells afterwards what happened in it; the metrics are the same. */
  playInDetail(incident: number): void {
    this.#begin(incident);
    if (this.isRecovered) this.isRecovered = this.recovery.play();
    this.#finish();
  }

  /**
   * Plays one incident with a decision taken so and not as its rule says, however long it has to wait for that; false
   * when that alternative cannot be had in it.
   */
  playOtherwise(incident: number, decision: number, alternative: number): boolean {
    this.decisions.forcedDecision = decision;
    this.decisions.forcedAlternative = alternative;
    this.playInDetail(incident);
    this.decisions.forcedDecision = this.decisions.forcedAlternative = UNDECIDED;
    return this.decisions.taken[decision] === alternative;
  }

  #begin(incident: number): void {
    const block = Math.floor(incident / BLOCK_INCIDENTS);
    if (block !== this.#block) {
      this.#draws.draw(block);
      this.#plain?.beginBlock();
      this.#block = block;
    }
    const { plan, strike } = this;
    strike.incident = incident;
    strike.row = incident - block * BLOCK_INCIDENTS;
    drawStrike(plan, strike);
    for (let link = 0; link < plan.links.length; link++) {
      this.recovery.crisis.links.setCapacity(link, strike.drawn(plan.links[link].rateColumn));
    }
    this.#work.begin();
    this.decisions.begin();
    this.isRecovered = this.protection.begin(strike);
  }

  #finish(): void {
    if (Number.isNaN(this.protection.loss)) this.isRecovered = false;
    this.rpo = this.isRecovered ? this.protection.loss : NaN;
    this.rto = this.isRecovered ? this.#progress.latestEnd(this.plan.reopenSteps) : NaN;
    this.rtt = this.isRecovered ? this.#progress.latestEnd(this.plan.closeSteps) : NaN;
    const { prices } = this.plan;
    if (prices === undefined) return;
    this.cost = this.isRecovered
      ? prices.downtime * this.rto +
        prices.dataLoss * this.rpo +
        prices.egress * this.#work.movedBytes +
        this.recovery.labour +
        laterCosts(this.plan.decisions, this.decisions, this.strike, this.rpo)
      : prices.unrecoverable;
  }
}
