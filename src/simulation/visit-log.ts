/** No visit: the incident itself, or people who came, set something off. */
export const NO_VISIT = -1;

/** No role: a start did not have to wait for people. */
export const NO_ROLE = -1;

/**
 * What was played in one incident: one entry per visit to a step, in the order in which they became ready. A
 * step has one visit, and one more each time that a failed step further on sends people back to it or before
 * it; a visit holds all its attempts.
 *
 * Columns are read after the incident; only the first `count` entries are of it. Times are in seconds from
 * the strike.
 */
export class VisitLog {
  count = 0;
  step: Int32Array;
  readyAt: Float64Array;
  startedAt: Float64Array;
  endedAt: Float64Array;
  /** The visit whose end made it ready, and the one whose end let it start; NO_VISIT for neither. */
  readiedBy: Int32Array;
  releasedBy: Int32Array;
  /** The role that it waited for last; NO_ROLE when it did not wait. */
  awaitedRole: Int32Array;
  /** Since when nobody of that role was there, on their way or outside their hours; NaN when they were busy. */
  absentSince: Float64Array;
  /** Seconds by which its transfers over a link lasted longer than at their own rate: the link had no more to give. */
  slowedByLink: Float64Array;
  /** 1 for a visit to a step that this incident does not call for: nobody works, and no time passes. */
  isSkipped: Uint8Array;

  constructor(capacity: number) {
    this.step = new Int32Array(capacity);
    this.readyAt = new Float64Array(capacity);
    this.startedAt = new Float64Array(capacity);
    this.endedAt = new Float64Array(capacity);
    this.readiedBy = new Int32Array(capacity);
    this.releasedBy = new Int32Array(capacity);
    this.awaitedRole = new Int32Array(capacity);
    this.absentSince = new Float64Array(capacity);
    this.slowedByLink = new Float64Array(capacity);
    this.isSkipped = new Uint8Array(capacity);
  }

  /** Adds a visit that is ready now and returns its number. */
  add(step: number, now: number, readiedBy: number): number {
    if (this.count === this.step.length) this.#grow();
    const visit = this.count++;
    this.step[visit] = step;
    this.readyAt[visit] = now;
    this.startedAt[visit] = NaN;
    this.endedAt[visit] = NaN;
    this.readiedBy[visit] = readiedBy;
    this.releasedBy[visit] = NO_VISIT;
    this.awaitedRole[visit] = NO_ROLE;
    this.absentSince[visit] = NaN;
    this.slowedByLink[visit] = 0;
    this.isSkipped[visit] = 0;
    return visit;
  }

  #grow(): void {
    const wider = new VisitLog(this.step.length * 2);
    wider.step.set(this.step);
    wider.readyAt.set(this.readyAt);
    wider.startedAt.set(this.startedAt);
    wider.endedAt.set(this.endedAt);
    wider.readiedBy.set(this.readiedBy);
    wider.releasedBy.set(this.releasedBy);
    wider.awaitedRole.set(this.awaitedRole);
    wider.absentSince.set(this.absentSince);
    wider.slowedByLink.set(this.slowedByLink);
    wider.isSkipped.set(this.isSkipped);
    ({
      step: this.step,
      readyAt: this.readyAt,
      startedAt: this.startedAt,
      endedAt: this.endedAt,
      readiedBy: this.readiedBy,
      releasedBy: this.releasedBy,
      awaitedRole: this.awaitedRole,
      absentSince: this.absentSince,
      slowedByLink: this.slowedByLink,
      isSkipped: this.isSkipped,
    } = wider);
  }
}
