import { localOfInstant } from '../plan/local-clock.js';
import type { RetentionPlan } from '../plan/plan.js';
import { calendarBucket } from '../units/calendar-bucket.js';

/**
 * The rules of retention, applied at one instant to usable fulls that are told to it newest first.
 *
 * One look back gives what pruning after every run would have given: a full that a rule leaves now was left by it at
 * every run since it was made, because newer fulls can only push it out.
 */
export class RetentionTally {
  /**
   * Which rules keep the full that was told last, as bits: 1 stands for age and number together, 2, 4, … for the rules of the
   * calendar in their order.
   */
  keptBy = 0;

  readonly #plan: RetentionPlan;
  readonly #epoch: number;
  #now = 0;
  #told = 0;
  #isPlainOver = false;
  /** Of each calendar rule, how many fulls it can still keep, and the bucket in which it kept the last. */
  readonly #left: Float64Array;
  readonly #bucket: Float64Array;

  constructor(plan: RetentionPlan, epoch: number) {
    this.#plan = plan;
    this.#epoch = epoch;
    const rules = plan.calendar?.rules.length ?? 0;
    this.#left = new Float64Array(rules);
    this.#bucket = new Float64Array(rules);
  }

  /**
   * Another one that has been told the same and goes on by itself; the same where age alone prunes, as then it makes no
   * difference what was told.
   */
  fork(): RetentionTally {
    if (this.#isOfAge()) return this;
    const other = new RetentionTally(this.#plan, this.#epoch);
    other.#now = this.#now;
    other.#told = this.#told;
    other.#isPlainOver = this.#isPlainOver;
    other.#left.set(this.#left);
    other.#bucket.set(this.#bucket);
    return other;
  }

  /** The same text for two that will keep the same from here on. */
  get state(): string {
    return this.#isOfAge() ? '' : [Math.min(this.#told, this.#plan.count), ...this.#left, ...this.#bucket].join();
  }

  #isOfAge(): boolean {
    return this.#plan.count === Infinity && this.#plan.calendar === undefined;
  }

  /** Begins anew at an instant relative to the period. */
  begin(now: number): void {
    this.#now = now;
    this.#told = 0;
    this.#isPlainOver = false;
    const { calendar } = this.#plan;
    if (calendar === undefined) return;
    for (let rule = 0; rule < calendar.rules.length; rule++) this.#left[rule] = calendar.rules[rule].count;
    this.#bucket.fill(NaN);
  }

  /** Whether the next older usable full, which started at `start`, is kept. */
  keeps(start: number): boolean {
    const { age, count } = this.#plan;
    this.#isPlainOver ||= this.#told++ >= count || this.#now - start > age;
    // Every rule of the calendar counts it, whether or not another has kept it already.
    this.keptBy = this.#calendarRulesFor(start) | (this.#isPlainOver ? 0 : 1);
    return this.keptBy !== 0;
  }

  /** Whether nothing older is kept, whatever it is. */
  isAtEnd(): boolean {
    if (!this.#isPlainOver) return false;
    for (let rule = 0; rule < this.#left.length; rule++) if (this.#left[rule] > 0) return false;
    return true;
  }

  /** The rules in one of whose buckets it is the newest, as bits. */
  #calendarRulesFor(start: number): number {
    const { calendar } = this.#plan;
    if (calendar === undefined) return 0;
    const local = localOfInstant(calendar.clock, this.#epoch + start);
    let rules = 0;
    for (let rule = 0; rule < calendar.rules.length; rule++) {
      if (this.#left[rule] === 0) continue;
      const bucket = calendarBucket(calendar.rules[rule].rhythm, local);
      if (bucket === this.#bucket[rule]) continue;
      this.#bucket[rule] = bucket;
      this.#left[rule]--;
      rules |= 2 << rule;
    }
    return rules;
  }
}
