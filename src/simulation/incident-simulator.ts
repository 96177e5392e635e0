import type { Plan } from '../plan/plan.js';
import { BLOCK_INCIDENTS, BlockDraws } from './block-draws.js';
import { Protection } from './protection.js';
import { Recovery } from './recovery.js';
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
  /** False when some surface had no usable backup left; then `rto`, `rpo` and `rtt` are NaN. */
  isRecovered = false;
  rto = NaN;
  rpo = NaN;
  rtt = NaN;

  readonly #draws: BlockDraws;
  readonly #work: StepWork;
  #block = -1;

  constructor(plan: Plan, seed: number) {
    this.plan = plan;
    this.#draws = new BlockDraws(plan.columns, seed);
    this.protection = new Protection(plan.surfaces, seed, plan.epoch);
    this.recovery = new Recovery(plan, seed, this.protection);
    this.#work = new StepWork(plan.steps, seed, {
      draws: this.#draws,
      protection: this.protection,
      spans: this.recovery,
    });
    this.recovery.work = this.#work;
  }

  /** Plays one incident. Incidents of one block (`BLOCK_INCIDENTS`) are quickest in a row: it is drawn once. */
  play(incident: number): void {
    const block = Math.floor(incident / BLOCK_INCIDENTS);
    if (block !== this.#block) {
      this.#draws.draw(block);
      this.#block = block;
    }
    const row = incident - block * BLOCK_INCIDENTS;
    const { plan, recovery, protection } = this;
    const { columns } = this.#draws;
    this.strike = columns[plan.strikeColumn][row] * plan.periodLength;
    for (let link = 0; link < plan.links.length; link++) {
      recovery.setLinkCapacity(link, columns[plan.links[link].rateColumn][row]);
    }
    this.#work.begin(incident, row);
    this.isRecovered =
      protection.begin(incident, row, this.strike, this.#draws) && recovery.play(incident, this.strike);
    this.rpo = this.isRecovered ? protection.loss : NaN;
    this.rto = this.isRecovered ? recovery.rto() : NaN;
    this.rtt = this.isRecovered ? recovery.latestEnd(plan.closeSteps) : NaN;
  }
}
