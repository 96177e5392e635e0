import { sample } from '../distributions/families.js';
import type { RolePlan, WorkingHours } from '../plan/plan.js';
import { occasions } from '../random/occasion.js';
import type { Occasions } from '../random/occasion.js';
import { DAY } from '../units/quantity.js';
import type { EventCalendar } from './event-calendar.js';
import { NO_VISIT } from './visit-log.js';

/** Kind of calendar event (its priority) at which a person of a role arrives after being called out. */
const ARRIVAL = 2;
/** Kind of calendar event at which the hours of a role begin. */
const OPENING = 3;

const WEEK = 7 * DAY;

/**
 * The people of the runbook: who is free, who is still on the way, and whose hours have not begun. People
 * take up work only inside their hours and finish what they have begun. A role with a call-out time is
 * called as a whole when its first step becomes ready, as soon as its hours allow.
 *
 * Times are in seconds from the strike.
 */
export class People {
  /** People free now, one entry per role. */
  readonly free: Float64Array;
  /** When people last became free, one entry per role, and the visit that gave them back; NO_VISIT when they came. */
  readonly freedAt: Float64Array;
  readonly freedBy: Int32Array;
  /** When a visit last gave people back, and which; NaN and NO_VISIT before. */
  readonly returnedAt: Float64Array;
  readonly returnedBy: Int32Array;

  readonly #roles: readonly RolePlan[];
  readonly #callOuts: readonly (Occasions | undefined)[];
  readonly #calendar: EventCalendar;
  /** 1 for a role without hours and call-out: whoever is free is there. One entry per role. */
  readonly #isAlwaysThere: Uint8Array;
  readonly #isCalled: Uint8Array;
  /** Start of the hours that the calendar already announces, one entry per role. */
  readonly #announced: Float64Array;
  #incident = 0;
  #strike = 0;

  constructor(roles: readonly RolePlan[], seed: number, calendar: EventCalendar) {
    this.#roles = roles;
    this.#calendar = calendar;
    this.#callOuts = roles.map((role) =>
      role.callOut === undefined ? undefined : occasions(seed, `role/${role.name}/call-out`),
    );
    this.free = new Float64Array(roles.length);
    this.freedAt = new Float64Array(roles.length);
    this.freedBy = new Int32Array(roles.length);
    this.returnedAt = new Float64Array(roles.length);
    this.returnedBy = new Int32Array(roles.length);
    this.#isAlwaysThere = Uint8Array.from(roles, ({ hours, callOut }) =>
      hours === undefined && callOut === undefined ? 1 : 0,
    );
    this.#isCalled = new Uint8Array(roles.length);
    this.#announced = new Float64Array(roles.length);
  }

  /** Settles an event of the calendar that is about people: one arrives, or the hours of a role begin. */
  come(kind: number, subject: number, now: number): void {
    if (kind === ARRIVAL) this.#arrive(subject, now);
    else if (kind === OPENING) this.#open(subject, now);
    else throw new Error(`People: unknown kind of event ${String(kind)}`);
  }

  begin(incident: number, strike: number): void {
    this.#incident = incident;
    this.#strike = strike;
    for (let role = 0; role < this.#roles.length; role++) {
      this.free[role] = this.#callOuts[role] === undefined ? this.#roles[role].count : 0;
      this.freedAt[role] = NaN;
      this.returnedAt[role] = NaN;
      this.returnedBy[role] = NO_VISIT;
      this.#isCalled[role] = 0;
      this.#announced[role] = -1;
    }
  }

  /**
   * Whether so many people of a role can take up work now. When they could not even if nobody was busy (not
   * called yet, outside their hours), it also sees to it that the calendar tells when that changes.
   */
  canStart(role: number, count: number, now: number): boolean {
    if (this.#isAlwaysThere[role] === 1) return this.free[role] >= count;
    const { hours } = this.#roles[role];
    if (this.#callOuts[role] !== undefined && this.#isCalled[role] === 0) this.#callOut(role, now);
    if (this.free[role] < count) return false;
    if (hours === undefined) return true;
    const opening = this.#nextOpening(hours, now);
    // At the announced instant they are there, whatever the rounding of its sums says.
    if (opening === now || this.#announced[role] === now) return true;
    if (this.#announced[role] !== opening) {
      this.#announced[role] = opening;
      this.#calendar.schedule(opening, OPENING, role);
    }
    return false;
  }

  take(role: number, count: number): void {
    this.free[role] -= count;
  }

  giveBack(role: number, count: number, visit: number, now: number): void {
    this.free[role] += count;
    this.freedAt[role] = this.returnedAt[role] = now;
    this.freedBy[role] = this.returnedBy[role] = visit;
  }

  /** A person who was called out is there. */
  #arrive(role: number, now: number): void {
    this.free[role]++;
    this.#open(role, now);
  }

  /** The hours of a role have begun. */
  #open(role: number, now: number): void {
    this.freedAt[role] = now;
    this.freedBy[role] = NO_VISIT;
  }

  /** When hours begin, or `now` within them, in seconds from the strike. */
  #nextOpening(hours: WorkingHours, now: number): number {
    const instant = this.#strike + now;
    const opensAt = nextOpening(hours, instant);
    // Instants are compared before the strike is subtracted, which may round: else people who are there would seem to
    // come a moment later, or a moment ago.
    return opensAt <= instant ? now : Math.max(now, opensAt - this.#strike);
  }

  #callOut(role: number, now: number): void {
    const { count, hours, callOut } = this.#roles[role];
    const luck = this.#callOuts[role];
    if (callOut === undefined || luck === undefined) return;
    this.#isCalled[role] = 1;
    const reached = hours === undefined ? now : this.#nextOpening(hours, now);
    for (let person = 0; person < count; person++) {
      const arrival = reached + sample(callOut, luck.at(this.#incident, person));
      this.#calendar.schedule(arrival, ARRIVAL, role);
    }
  }
}

/**
 * The first instant at or after `time` that lies within working hours, relative to the period. Beyond the last hours
 * of the plan the last weeks repeat: a recovery that takes years need not know its holidays.
 *
 * @throws Error (a fault of ours) when the hours are empty.
 */
export function nextOpening(hours: WorkingHours, time: number): number {
  const { opens, closes } = hours;
  const last = closes.length - 1;
  if (last < 0) throw new Error('People: a role has no working hours at all');
  if (time >= closes[last]) {
    const beyond = (Math.floor((time - closes[last]) / WEEK) + 1) * WEEK;
    return nextOpening(hours, time - beyond) + beyond;
  }
  let low = -1;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (closes[middle] <= time) low = middle;
    else high = middle;
  }
  return opens[high] > time ? opens[high] : time;
}
