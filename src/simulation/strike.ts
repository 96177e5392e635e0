import type { KindPlan } from '../plan/disaster-plan.js';
import type { Draws } from './block-draws.js';

/** The incident at hand: which it is, what struck, and when. One object that every incident overwrites. */
export class Strike {
  readonly draws: Draws;
  /** Its number, and its row among the draws. */
  incident = 0;
  row = 0;
  kind: KindPlan;
  /** Index of the kind. */
  kindIndex = 0;
  /** Instant of the strike, relative to the start of the period. */
  at = 0;
  /** Instant from which on what it corrupts is bad; the strike itself when it is noticed at once. */
  corruptedFrom = 0;
  /** The same for the surface that is looked at: the strike itself for one that is not corrupted. */
  onset = 0;
  /** Whether the server of that surface stands, with the log that had not left it yet. */
  isStanding = false;

  constructor(kind: KindPlan, draws: Draws) {
    this.kind = kind;
    this.draws = draws;
  }

  /** What this incident drew from a column of the plan. */
  drawn(column: number): number {
    return this.draws.columns[column][this.row];
  }

  /** Seconds from the strike until its provider returns; Infinity when none does. */
  get returnsAfter(): number {
    const { returnsColumn } = this.kind;
    return returnsColumn < 0 ? Infinity : this.drawn(returnsColumn);
  }
}
