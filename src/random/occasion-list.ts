/** Many occasions at once, in places of arrays that are made once: the first `count` of them. */
export class OccasionList {
  count = 0;
  /** Incident and occasion of each, as words of 32 bits of either sign. */
  readonly incidents: Int32Array;
  readonly occasions: Int32Array;
  /** The first two random words of occasion i, at 2 i and 2 i + 1, once they have been drawn. */
  readonly words: Int32Array;

  constructor(capacity: number) {
    this.incidents = new Int32Array(capacity);
    this.occasions = new Int32Array(capacity);
    this.words = new Int32Array(2 * capacity);
  }
}
