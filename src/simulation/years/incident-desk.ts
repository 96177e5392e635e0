import type { Plan } from '../../plan/plan.js';
import type { CopyHistory } from '../copy-history.js';
import type { Crisis } from '../crisis.js';
import { Decisions } from '../decisions.js';
import { laterCosts } from '../later-costs.js';
import { Protection } from '../protection.js';
import { Recovery } from '../recovery.js';
import { StepProgress } from '../step-progress.js';
import { StepWork } from '../step-work.js';
import { Strike } from '../strike.js';
import { DamageBesides } from './damage.js';
import type { Damage } from './damage.js';
import { Harm } from './harm.js';
import { StrikeDraws } from './strike-draws.js';
import type { ComingStrike } from './strike-queue.js';

/** What an incident came to. Times are in seconds; NaN where nothing usable was left. */
export interface PlayedIncident {
  readonly kind: number;
  /** Relative to the period. */
  readonly at: number;
  readonly isRecovered: boolean;
  readonly rto: number;
  readonly rpo: number;
  readonly rtt: number;
  /** Age of what each surface was restored to; 0 for one that was not hit. */
  readonly surfaceLoss: Float64Array;
  readonly labour: number;
  readonly movedBytes: number;
  /** What its decisions still cost when it is over, in the currency of the scenario. */
  readonly laterCosts: number;
  /** It struck while another was being recovered from. */
  readonly isOverlapping: boolean;
}

/** All that one incident at a time is recovered with: several of them share a crisis, and what earlier ones have left. */
export class IncidentDesk {
  readonly strike: Strike;
  readonly protection: Protection;
  readonly recovery: Recovery;
  isTaken = false;
  isOverlapping = false;

  readonly #plan: Plan;
  readonly #besides: DamageBesides;
  readonly #draws: StrikeDraws;
  readonly #decisions: Decisions;
  readonly #work: StepWork;
  readonly #progress: StepProgress;
  #strikesAt = 0;

  constructor(
    plan: Plan,
    seed: number,
    world: {
      readonly crisis: Crisis;
      readonly histories: readonly (readonly CopyHistory[])[];
      readonly damage: Damage;
    },
  ) {
    this.#plan = plan;
    this.#draws = new StrikeDraws(plan.columns, seed);
    this.#progress = new StepProgress(plan.steps.length);
    this.strike = new Strike(plan.kinds[0], this.#draws);
    this.#besides = new DamageBesides(world.damage);
    this.protection = new Protection(plan, world.histories, this.#besides);
    this.#decisions = new Decisions(plan.decisions, this.protection, this.strike);
    const parts = { strike: this.strike, protection: this.protection, progress: this.#progress };
    this.#work = new StepWork(plan, seed, { ...parts, draws: this.#draws });
    this.recovery = new Recovery(plan, seed, { ...parts, decisions: this.#decisions, work: this.#work }, world.crisis);
  }

  /** Takes an incident up, whose luck is drawn, and returns what it does. */
  take({ kind, at, incident }: ComingStrike): Harm {
    const { strike } = this;
    this.isTaken = true;
    this.#draws.draw(incident);
    strike.incident = incident;
    strike.kindIndex = kind;
    strike.kind = this.#plan.kinds[kind];
    strike.at = at;
    const { latencyColumn } = strike.kind;
    strike.corruptedFrom = latencyColumn < 0 ? at : at - strike.drawn(latencyColumn);
    this.#besides.own = new Harm(strike, this.#plan.surfaces);
    return this.#besides.own;
  }

  /** Finds what is left; false when nothing can be done about it. */
  look(): boolean {
    return this.protection.begin(this.strike);
  }

  /** Begins the recovery, so many seconds after the crisis began. */
  begin(strikesAt: number): void {
    this.#strikesAt = strikesAt;
    this.#work.begin(strikesAt);
    this.#decisions.begin();
    this.recovery.begin(strikesAt);
  }

  /** What it came to, once it is over; `isRecovered` is false when the recovery was given up. */
  outcome(isPlayed: boolean): PlayedIncident {
    const { strike, protection } = this;
    const { reopenSteps, closeSteps } = this.#plan;
    const isRecovered = isPlayed && !this.recovery.isLost && !Number.isNaN(protection.loss);
    const reached = (steps: Int32Array): number =>
      isRecovered ? this.#progress.latestEnd(steps) - this.#strikesAt : NaN;
    return {
      kind: strike.kindIndex,
      at: strike.at,
      isRecovered,
      rto: reached(reopenSteps),
      rpo: isRecovered ? protection.loss : NaN,
      rtt: reached(closeSteps),
      surfaceLoss: protection.surfaceLoss.slice(),
      labour: isPlayed ? this.recovery.labour : 0,
      movedBytes: isPlayed ? this.#work.movedBytes : 0,
      laterCosts: isRecovered ? laterCosts(this.#plan.decisions, this.#decisions, strike, protection.loss) : 0,
      isOverlapping: this.isOverlapping,
    };
  }
}
