import type { LogPlan } from '../plan/plan.js';
import { occasions } from '../random/occasion.js';
import type { Occasions } from '../random/occasion.js';
import { BLOCK_INCIDENTS } from './block-draws.js';
import type { BlockDraws } from './block-draws.js';
import type { LogAtStrike } from './copy-history.js';
import type { Strike } from './strike.js';
import { timeBroken } from './time-broken.js';
import type { BreakageClock } from './years/breakage-clock.js';

/** The log that had reached the archive by the strike. */
export class LogArchive implements LogAtStrike {
  /** The newest archived segment boundary, relative to the period. */
  newestBoundary = NaN;
  /** Seconds for which archiving had stopped unnoticed; 0 when it had not. */
  brokenFor = 0;

  readonly plan: LogPlan;
  readonly #broken: Occasions;

  readonly #clock: BreakageClock | undefined;

  /** @param clock when it breaks, where that has been played; drawn when absent. */
  constructor(plan: LogPlan, seed: number, clock?: BreakageClock) {
    this.plan = plan;
    this.#clock = clock;
    this.#broken = occasions(seed, `${plan.name}/silently-broken/for`);
  }

  /** Finds what is archived at the strike. */
  begin(strike: Strike): void {
    const { plan } = this;
    let reached = strike.at;
    if (plan.lagColumn >= 0) reached -= strike.drawn(plan.lagColumn);
    this.brokenFor = 0;
    const { breakage } = plan;
    if (this.#clock !== undefined) this.brokenFor = this.#clock.brokenFor(strike.at);
    else if (breakage !== undefined && strike.drawn(breakage.column) < breakage.probability) {
      this.brokenFor = timeBroken(breakage, this.#broken.at(strike.incident, 0));
    }
    reached -= this.brokenFor;
    this.newestBoundary = Math.floor((reached + plan.phase) / plan.every) * plan.every - plan.phase;
  }

  /** The newest archived boundary in each incident of the block that begins with incident `first`, as by `begin`. */
  fillBoundaries(first: number, strikes: Float64Array, draws: BlockDraws, out: Float64Array): void {
    const { every, phase, lagColumn, breakage } = this.plan;
    out.set(strikes);
    if (lagColumn >= 0) {
      const lags = draws.columns[lagColumn];
      for (let row = 0; row < BLOCK_INCIDENTS; row++) out[row] -= lags[row];
    }
    if (breakage !== undefined) {
      const luck = draws.columns[breakage.column];
      for (let row = 0; row < BLOCK_INCIDENTS; row++) {
        if (luck[row] < breakage.probability) out[row] -= timeBroken(breakage, this.#broken.at(first + row, 0));
      }
    }
    for (let row = 0; row < BLOCK_INCIDENTS; row++) out[row] = Math.floor((out[row] + phase) / every) * every - phase;
  }
}
