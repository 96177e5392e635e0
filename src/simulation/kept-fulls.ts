import { localOfInstant } from '../plan/local-clock.js';
import { latestRun } from '../plan/occurrences.js';
import type { RetentionPlan } from '../plan/plan.js';
import { calendarBucket } from '../units/calendar-bucket.js';
import type { RunLuck } from './run-luck.js';

/**
 * Which fulls the rules of retention had left at the strike. They are judged backwards from the strike, newest first,
 * and only as far as someone asks; each is judged once in an incident.
 *
 * One look back gives what pruning after every run would have given: a full that a rule leaves now was left by it at
 * every run since it was made, because newer fulls can only push it out.
 */
export class KeptFulls {
  readonly #plan: RetentionPlan;
  readonly #luck: RunLuck;
  readonly #epoch: number;
  #strike = 0;
  #isBegun = false;
  /** The next full to judge. */
  #index = 0;
  #start = 0;
  /** Usable fulls judged so far. */
  #usable = 0;
  /** The starts of the `#keptCount` fulls found kept so far, newest first. */
  readonly #kept: number[] = [];
  #keptCount = 0;
  /** Of each calendar rule, how many fulls it can still keep, and the bucket in which it kept the last. */
  readonly #left: Float64Array;
  readonly #bucket: Float64Array;

  constructor(plan: RetentionPlan, luck: RunLuck, epoch: number) {
    this.#plan = plan;
    this.#luck = luck;
    this.#epoch = epoch;
    const rules = plan.calendar?.rules.length ?? 0;
    this.#left = new Float64Array(rules);
    this.#bucket = new Float64Array(rules);
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

  /** Whether nothing can be kept that is older than a full that `has` has just denied. */
  isAtEnd(): boolean {
    return this.#left.every((left) => left === 0);
  }

  #goToStrike(): void {
    this.#isBegun = true;
    this.#index = latestRun(this.#luck.plan.occurrences, this.#strike);
    this.#start = this.#luck.startOf(this.#index);
    this.#usable = 0;
    this.#keptCount = 0;
    const { calendar } = this.#plan;
    if (calendar === undefined) return;
    for (let rule = 0; rule < calendar.rules.length; rule++) this.#left[rule] = calendar.rules[rule].count;
    this.#bucket.fill(NaN);
  }

  #judgeNext(): void {
    const start = this.#start;
    this.#start = this.#luck.startOf(--this.#index);
    if (!(this.#luck.usableFrom(start, this.#luck.endOf(start)) <= this.#strike)) return;
    const { age, count } = this.#plan;
    const isPlainlyKept = this.#usable < count && this.#strike - start <= age;
    this.#usable++;
    // Every rule of the calendar counts it, whether or not another has kept it already.
    const isKeptByCalendar = this.#isNewestOfBucket(start);
    if (isPlainlyKept || isKeptByCalendar) this.#kept[this.#keptCount++] = start;
  }

  /** Whether a calendar rule keeps a full, which is older than all that were judged before. */
  #isNewestOfBucket(start: number): boolean {
    const { calendar } = this.#plan;
    if (calendar === undefined) return false;
    const local = localOfInstant(calendar.clock, this.#epoch + start);
    let isKept = false;
    for (let rule = 0; rule < calendar.rules.length; rule++) {
      if (this.#left[rule] === 0) continue;
      const bucket = calendarBucket(calendar.rules[rule].rhythm, local);
      if (bucket === this.#bucket[rule]) continue;
      this.#bucket[rule] = bucket;
      this.#left[rule]--;
      isKept = true;
    }
    return isKept;
  }
}
