/**
 * Links that transfers share fairly: each gets the same part of the bandwidth, except that none gets more than
 * its own rate, and what such a one leaves is shared by the others (max–min fairness). Rates change whenever a
 * transfer joins or ends; between changes they are constant, so the next end can be told.
 *
 * @source Bertsekas and Gallager, Data Networks, 2nd ed. (1992), section 6.5.2: max–min fair rates by
 * filling.
 */
export class SharedLinks {
  /** Next end of a transfer on any link; Infinity when none is under way. */
  nextTime = Infinity;
  /** Per step, the bytes it still has to transfer and the rate it cannot exceed: set both before it joins. */
  bytesLeft: Float64Array;
  ownRate: Float64Array;

  readonly #capacity: Float64Array;
  /** Per link, when its transfers were last brought up to date, and when the next one ends. */
  readonly #updated: Float64Array;
  readonly #nextEnd: Float64Array;
  readonly #nextStep: Int32Array;
  readonly #count: Int32Array;
  /** Per link, the steps that transfer, ascending by their own rate; row `link` of a matrix. */
  #members: Int32Array;
  /** Per step, the rate it gets now. */
  #rate: Float64Array;
  /** Per step, when it would end at its own rate; Infinity for one that moves nothing over a link. */
  #unsharedEnd: Float64Array;
  #steps: number;

  constructor(linkCount: number, stepCount: number) {
    this.#capacity = new Float64Array(linkCount);
    this.#updated = new Float64Array(linkCount);
    this.#nextEnd = new Float64Array(linkCount);
    this.#nextStep = new Int32Array(linkCount);
    this.#count = new Int32Array(linkCount);
    this.#members = new Int32Array(linkCount * stepCount);
    this.ownRate = new Float64Array(stepCount);
    this.bytesLeft = new Float64Array(stepCount);
    this.#rate = new Float64Array(stepCount);
    this.#unsharedEnd = new Float64Array(stepCount).fill(Infinity);
    this.#steps = stepCount;
  }

  /** Makes room for steps that are known by numbers below this. */
  reserve(steps: number): void {
    if (steps <= this.#steps) return;
    const wider = new SharedLinks(this.#count.length, steps * 2);
    for (let link = 0; link < this.#count.length; link++) {
      const row = link * this.#steps;
      wider.#members.set(this.#members.subarray(row, row + this.#count[link]), link * wider.#steps);
    }
    wider.ownRate.set(this.ownRate);
    wider.bytesLeft.set(this.bytesLeft);
    wider.#rate.set(this.#rate);
    wider.#unsharedEnd.set(this.#unsharedEnd);
    this.#members = wider.#members;
    this.ownRate = wider.ownRate;
    this.bytesLeft = wider.bytesLeft;
    this.#rate = wider.#rate;
    this.#unsharedEnd = wider.#unsharedEnd;
    this.#steps = wider.#steps;
  }

  /** Breaks off the transfers of a range of steps, `to` excluded. */
  drop({ from, to }: { readonly from: number; readonly to: number }, now: number): void {
    for (let link = 0; link < this.#count.length; link++) {
      this.#advance(link, now);
      const row = link * this.#steps;
      let kept = 0;
      for (let i = 0; i < this.#count[link]; i++) {
        const step = this.#members[row + i];
        if (step < from || step >= to) this.#members[row + kept++] = step;
      }
      this.#count[link] = kept;
      this.#share(link, now);
    }
  }

  clear(): void {
    for (let link = 0; link < this.#count.length; link++) {
      this.#count[link] = 0;
      this.#nextEnd[link] = Infinity;
    }
    this.nextTime = Infinity;
  }

  /** Sets what a link carries in this incident, in bytes per second. */
  setCapacity(link: number, bytesPerSecond: number): void {
    this.#capacity[link] = bytesPerSecond;
  }

  /** A step begins to transfer; with nothing to transfer it ends at once. */
  join(link: number, step: number, now: number): void {
    this.#advance(link, now);
    const row = link * this.#steps;
    let place = this.#count[link]++;
    while (place > 0 && this.ownRate[this.#members[row + place - 1]] > this.ownRate[step]) {
      this.#members[row + place] = this.#members[row + place - 1];
      place--;
    }
    this.#members[row + place] = step;
    this.#unsharedEnd[step] = now + this.bytesLeft[step] / this.ownRate[step];
    this.#share(link, now);
  }

  /** Seconds by which a transfer that ends now lasted longer than at its own rate; 0 for work that is none. */
  slowedBy(step: number, now: number): number {
    // Rounding may let a transfer that nothing slowed end a moment before its time.
    return Math.max(0, now - this.#unsharedEnd[step]);
  }

  /** Ends the transfer that is due at `nextTime` and returns its step. */
  takeNext(): number {
    let link = 0;
    while (this.#nextEnd[link] !== this.nextTime) link++;
    const now = this.nextTime;
    const step = this.#nextStep[link];
    this.#advance(link, now);
    const row = link * this.#steps;
    const last = --this.#count[link];
    let place = 0;
    while (this.#members[row + place] !== step) place++;
    for (; place < last; place++) this.#members[row + place] = this.#members[row + place + 1];
    this.#share(link, now);
    return step;
  }

  /** Brings the bytes left of every transfer on a link up to `now`. */
  #advance(link: number, now: number): void {
    const row = link * this.#steps;
    const elapsed = now - this.#updated[link];
    for (let i = 0; i < this.#count[link]; i++) {
      const step = this.#members[row + i];
      this.bytesLeft[step] = Math.max(0, this.bytesLeft[step] - elapsed * this.#rate[step]);
    }
    this.#updated[link] = now;
  }

  /** Shares a link anew among its transfers and finds the next to end. */
  #share(link: number, now: number): void {
    const row = link * this.#steps;
    const count = this.#count[link];
    let capacity = this.#capacity[link];
    this.#nextEnd[link] = Infinity;
    for (let i = 0; i < count; i++) {
      const step = this.#members[row + i];
      const rate = Math.min(this.ownRate[step], capacity / (count - i));
      capacity -= rate;
      this.#rate[step] = rate;
      const end = now + this.bytesLeft[step] / rate;
      if (end < this.#nextEnd[link]) {
        this.#nextEnd[link] = end;
        this.#nextStep[link] = step;
      }
    }
    this.nextTime = Infinity;
    for (let other = 0; other < this.#nextEnd.length; other++) {
      this.nextTime = Math.min(this.nextTime, this.#nextEnd[other]);
    }
  }
}
