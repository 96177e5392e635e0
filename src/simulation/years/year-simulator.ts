import { flattenRunbook } from '../../plan/flat-runbook.js';
import type { Plan } from '../../plan/plan.js';
import type { YearsPlan } from '../../plan/years-plan.js';
import { Crisis } from '../crisis.js';
import { CopyFleet } from './copy-fleet.js';
import { Damage } from './damage.js';
import type { Harm } from './harm.js';
import { IncidentDesk } from './incident-desk.js';
import type { PlayedIncident } from './incident-desk.js';
import { StrikeQueue } from './strike-queue.js';
import type { ComingStrike } from './strike-queue.js';
import { WriteRecord } from './write-record.js';
import type { Span } from './write-record.js';

/**
 * Plays years forward: schedules run, copies are made and pruned, logs and replicas break and are mended, incidents
 * strike when they strike, and recoveries overlap. What a year becomes depends on the plan, the seed and its number
 * alone.
 *
 * Each year is one of its own, played from the beginning of the warm-up: it is as independent of the others as the
 * incidents of a run are. Nothing strikes after its end, but what has begun is brought to an end.
 *
 * What the year that was played last came to is read from the fields. Times are in seconds.
 */
export class YearSimulator {
  readonly plan: Plan;
  /** The incidents that struck within the period, in the order in which they were over. */
  incidents: PlayedIncident[] = [];
  /** Instants of all strikes from the beginning of the warm-up on. */
  strikes: number[] = [];
  /** Within the period, the time in which the service was down. */
  downtime = 0;
  /** Time of which what was written was lost by the incidents of the period: in all, and of each surface. */
  lost = 0;
  readonly surfaceLost: Float64Array;

  readonly #warmUp: number;
  readonly #seed: number;
  readonly #damage = new Damage();
  readonly #fleet: CopyFleet;
  readonly #queue: StrikeQueue;
  readonly #crisis: Crisis;
  readonly #desks: IncidentDesk[] = [];
  readonly #writes: readonly WriteRecord[];
  readonly #allWrites = new WriteRecord();
  /** Spans of the period in which the service was down, and since when it is and by how many incidents. */
  readonly #downs = new WriteRecord();
  #downSince = 0;
  #downCount = 0;
  /** The instant at which the crisis began. */
  #origin = 0;

  constructor({ plan, warmUp, arrivals }: YearsPlan, seed: number) {
    this.plan = plan;
    this.#warmUp = warmUp;
    this.#seed = seed;
    this.#fleet = new CopyFleet(plan, seed, this.#damage);
    this.#queue = new StrikeQueue(
      arrivals,
      plan.kinds.map(({ name }) => name),
      seed,
    );
    this.#crisis = new Crisis(plan, seed, flattenRunbook(plan.steps));
    this.#writes = plan.surfaces.map(() => new WriteRecord());
    this.surfaceLost = new Float64Array(plan.surfaces.length);
  }

  /** Plays the year of that number, from 0 to 2^32 − 1. */
  play(year: number): void {
    const { periodLength } = this.plan;
    this.#begin(year);
    for (;;) {
      const strikes = this.#queue.nextTime;
      const returns = this.#damage.nextReturn();
      const next = Math.min(strikes, returns);
      if (next >= periodLength) break;
      this.#playCrisis(next);
      // A recovery may have mended what the provider was to bring back, but nothing makes him return another time.
      this.#damage.now = next;
      if (strikes <= returns) this.#strike(this.#queue.take());
      else {
        this.#fleet.advanceTo(next);
        this.#fleet.rest(next);
      }
    }
    this.#playCrisis(Infinity);
    this.#fleet.advanceTo(periodLength);
    this.downtime = this.#downs.length;
  }

  /** Bytes that the copies of a surface kept over the period. */
  storageOf(surface: number): { mean: number; peak: number } {
    return this.#fleet.storageOf(surface);
  }

  #begin(year: number): void {
    const from = -this.#warmUp;
    this.incidents = [];
    this.strikes = [];
    this.lost = 0;
    this.surfaceLost.fill(0);
    this.#downs.clear();
    this.#downCount = 0;
    this.#damage.clear();
    this.#damage.now = from;
    this.#fleet.begin(year, from);
    this.#queue.begin(year, from);
    this.#allWrites.clear();
    for (const writes of this.#writes) writes.clear();
    this.#crisis.underWay = 0;
  }

  #playCrisis(until: number): void {
    if (this.#crisis.underWay > 0) this.#crisis.play(until - this.#origin);
  }

  #strike(coming: ComingStrike): void {
    const { at } = coming;
    this.strikes.push(at);
    this.#fleet.advanceTo(at);
    const desk = this.#freeDesk();
    const harm = desk.take(coming);
    const isPlayed = desk.look();
    this.#damage.add(harm);
    this.#fleet.strike(harm, at);
    this.#goDown(at);
    desk.isOverlapping = this.#crisis.underWay > 0;
    let isOpen = false;
    const reopen = (now: number): void => {
      // Once: a failure that leads back to before the reopening closes nothing again.
      if (!isOpen) this.#reopen(harm, now);
      isOpen = true;
    };
    if (!isPlayed) {
      reopen(at);
      this.#close(desk, false);
      return;
    }
    desk.recovery.listener = {
      reopened: (now) => {
        this.#lose(desk);
        reopen(this.#origin + now);
      },
      over: (now) => {
        reopen(this.#origin + now);
        this.#close(desk, true);
      },
    };
    if (!desk.isOverlapping) {
      this.#origin = at;
      this.#crisis.begin(coming.incident, at);
      this.plan.links.forEach(({ rateColumn }, link) =>
        this.#crisis.links.setCapacity(link, desk.strike.drawn(rateColumn)),
      );
    } else this.#crisis.goTo(at - this.#origin);
    desk.begin(at - this.#origin);
  }

  #freeDesk(): IncidentDesk {
    const free = this.#desks.find(({ isTaken }) => !isTaken);
    if (free !== undefined) return free;
    const desk = new IncidentDesk(this.plan, this.#seed, {
      crisis: this.#crisis,
      histories: this.#fleet.histories(),
      damage: this.#damage,
    });
    this.#desks.push(desk);
    return desk;
  }

  #goDown(now: number): void {
    if (this.#downCount++ === 0) this.#downSince = now;
  }

  /** The service is open as far as this incident goes: what it hit is up again, and what it took can be filled anew. */
  #reopen(harm: Harm, now: number): void {
    this.#damage.now = now;
    this.#fleet.advanceTo(now);
    harm.isMended = true;
    this.#fleet.mend(harm, now);
    if (--this.#downCount === 0) this.#noteDown({ from: this.#downSince, to: now });
  }

  #noteDown(span: Span): void {
    this.#downs.note({ from: Math.max(span.from, 0), to: Math.min(span.to, this.plan.periodLength) });
    this.#allWrites.note(span);
    for (const writes of this.#writes) writes.note(span);
  }

  /** Counts what an incident has lost of what was written, as far as is known; the rest of it later. */
  #lose({ strike, protection }: IncidentDesk): void {
    const isCounted = strike.at >= 0;
    // While the service is down nothing is written that could be lost.
    const until = Math.min(strike.at, this.#downCount > 0 ? this.#downSince : strike.at);
    this.plan.surfaces.forEach(({ isDataBearing }, surface) => {
      const loss = protection.surfaceLoss[surface];
      if (!isDataBearing || !(loss > 0)) return;
      const span = { from: strike.at - loss, to: until };
      const lost = this.#writes[surface].lose(span);
      if (isCounted) this.surfaceLost[surface] += lost;
    });
    if (!(protection.loss > 0)) return;
    const lost = this.#allWrites.lose({ from: strike.at - protection.loss, to: until });
    if (isCounted) this.lost += lost;
  }

  #close(desk: IncidentDesk, isPlayed: boolean): void {
    if (isPlayed) this.#lose(desk);
    const outcome = desk.outcome(isPlayed);
    const { at } = outcome;
    // A failure after the reopening may have led back to before it: the service was away for all of that.
    if (outcome.isRecovered) this.#noteDown({ from: at, to: at + outcome.rto });
    if (at >= 0) this.incidents.push(outcome);
    desk.isTaken = false;
  }
}
