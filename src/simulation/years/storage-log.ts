/** Room for so many changes at first. */
const ROOM = 256;

/**
 * What one copy has come to keep and given up again in the period: changes of so many bytes, in the order of time, in which
 * most are added. What changed before it is one sum.
 */
export class StorageLog {
  /** Bytes that are kept when the period begins. */
  initial = 0;
  count = 0;
  /** Instants and bytes of the first `count` changes. */
  times = new Float64Array(ROOM);
  changes = new Float64Array(ROOM);

  clear(): void {
    this.initial = this.count = 0;
  }

  /** Bytes that are kept from an instant on besides what was kept before; fewer when negative. */
  add(at: number, bytes: number): void {
    if (bytes === 0) return;
    if (at <= 0) {
      this.initial += bytes;
      return;
    }
    if (this.count === this.times.length) this.#grow();
    let place = this.count++;
    for (; place > 0 && this.times[place - 1] > at; place--) {
      this.times[place] = this.times[place - 1];
      this.changes[place] = this.changes[place - 1];
    }
    this.times[place] = at;
    this.changes[place] = bytes;
  }

  /** Forgets what was to come after an instant, and returns the bytes that are kept then. */
  cutAt(now: number): number {
    while (this.count > 0 && this.times[this.count - 1] > now) this.count--;
    return this.changes.subarray(0, this.count).reduce((sum, bytes) => sum + bytes, this.initial);
  }

  #grow(): void {
    const [times, changes] = [this.times, this.changes].map((column) => {
      const wider = new Float64Array(2 * column.length);
      wider.set(column);
      return wider;
    });
    this.times = times;
    this.changes = changes;
  }
}

/** Bytes kept on average and at most from the start of the period to its end, by several copies together. */
export function storageOver(logs: readonly StorageLog[], periodLength: number): { mean: number; peak: number } {
  const next = new Int32Array(logs.length);
  let kept = 0;
  for (const { initial } of logs) kept += initial;
  let last = 0;
  let peak = 0;
  let area = 0;
  for (;;) {
    let from = -1;
    let at = periodLength;
    for (let i = 0; i < logs.length; i++) {
      if (next[i] < logs[i].count && logs[i].times[next[i]] < at) {
        from = i;
        at = logs[i].times[next[i]];
      }
    }
    area += kept * (at - last);
    // What is given up and come to at one instant is no peak.
    if (at > last) peak = Math.max(peak, kept);
    last = at;
    if (from < 0) return { mean: area / periodLength, peak };
    kept += logs[from].changes[next[from]++];
  }
}
