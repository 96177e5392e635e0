import { latestRun } from '../plan/occurrences.js';
import type { RetentionPlan } from '../plan/plan.js';
import { RetentionTally } from './retention-tally.js';
import type { RunLuck } from './run-luck.js';

/**
 * Which fulls the rules of retention had left at the strike. They are judged backwards from the strike, newest first,
 * and only as far as someone asks; each is judged once in an incident.
 */
export class KeptFulls {
  readonly #plan: RetentionPlan;
  readonly #luck: RunLuck;
  readonly #tally: RetentionTally;
  #strike = 0;
  #isBegun = false;
  /** The next full to judge. */
  #index = 0;
  #start = 0;
  /** The starts of the `#keptCount` fulls found kept so far, newest first. */
  readonly #kept: number[] = [];
  #keptCount = 0;

  constructor(plan: RetentionPlan, luck: RunLuck, epoch: number) {
    this.#plan = plan;
    this.#luck = luck;
    this.#tally = new RetentionTally(plan, epoch);
  }

  /** To be called for every incident, after the luck of its runs has begun. */
  begin(strike: number): void {
    this.#strike = strike;
    this.#isBegun = false;
  }

  /** Whether a usable full that started at `start` was kept. */
  has(start: number): boolean {
    const { age, count, calendar } = this.#plan;
    if (count === Infinity && calendar === undefined) return this.#strike - start <= age;
    if (!this.#isBegun) this.#goToStrike();
    while (this.#start >= start) this.#judgeNext();
    for (let i = this.#keptCount - 1; i >= 0; i--) {
      if (this.#kept[i] === start) return true;
      if (this.#kept[i] > start) return false;
    }
    return false;
  }

  /** Whether nothing is kept that is older than a full that `has` has just denied. */
  isAtEnd(): boolean {
    return this.#plan.calendar === undefined || this.#tally.isAtEnd();
  }

  #goToStrike(): void {
    this.#isBegun = true;
    this.#index = latestRun(this.#luck.plan.occurrences, this.#strike);
    this.#start = this.#luck.startOf(this.#index);
    this.#keptCount = 0;
    this.#tally.begin(this.#strike);
  }

  #judgeNext(): void {
    const start = this.#start;
    this.#start = this.#luck.startOf(--this.#index);
    const isUsable = this.#luck.usableFrom(start, this.#luck.endOf(start)) <= this.#strike;
    if (isUsable && this.#tally.keeps(start)) this.#kept[this.#keptCount++] = start;
  }
}
