import { sampleDownAge } from '../distributions/alternating-renewal.js';
import { sample } from '../distributions/families.js';
import type { LogPlan } from '../plan/plan.js';
import { occasions } from '../random/occasion.js';
import type { Occasions } from '../random/occasion.js';
import type { BlockDraws } from './block-draws.js';

/** The log that had reached the archive by the strike. */
export class LogArchive {
  /** The newest archived segment boundary, relative to the period. */
  newestBoundary = NaN;
  /** Seconds for which archiving had stopped unnoticed; 0 when it had not. */
  brokenFor = 0;

  readonly plan: LogPlan;
  readonly #broken: Occasions;

  constructor(plan: LogPlan, seed: number) {
    this.plan = plan;
    this.#broken = occasions(seed, `${plan.name}/silently-broken/for`);
  }

  /** Finds what is archived when incident number `incident`, in row `row` of its block, strikes at `strike`. */
  begin(incident: number, row: number, strike: number, draws: BlockDraws): void {
    const { plan } = this;
    let reached = strike;
    if (plan.lagColumn >= 0) reached -= draws.columns[plan.lagColumn][row];
    this.brokenFor = 0;
    if (plan.brokenFor !== undefined && draws.columns[plan.brokenColumn][row] < plan.brokenProbability) {
      const chance = this.#broken.at(incident, 0);
      const { brokenFor } = plan;
      this.brokenFor =
        brokenFor.kind === 'law' ? sample(brokenFor.law, chance) : sampleDownAge(brokenFor.renewal, chance);
      reached -= this.brokenFor;
    }
    this.newestBoundary = Math.floor((reached + plan.phase) / plan.every) * plan.every - plan.phase;
  }
}
