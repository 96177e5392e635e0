/** What one copy has come to keep and given up again: changes of so many bytes, in the order of time. */
export class StorageLog {
  readonly times: number[] = [];
  readonly changes: number[] = [];

  clear(): void {
    this.times.length = this.changes.length = 0;
  }

  /** Bytes that are kept from an instant on besides what was kept before; fewer when negative. */
  add(at: number, bytes: number): void {
    if (bytes === 0) return;
    this.times.push(at);
    this.changes.push(bytes);
  }
}

/** Bytes kept on average and at most from the start of the period to its end, by several copies together. */
export function storageOver(logs: readonly StorageLog[], periodLength: number): { mean: number; peak: number } {
  const next = logs.map(() => 0);
  let kept = 0;
  let last = 0;
  let peak = 0;
  let area = 0;
  for (;;) {
    let from = -1;
    let at = Infinity;
    logs.forEach(({ times }, i) => {
      if (next[i] < times.length && times[next[i]] < at) {
        from = i;
        at = times[next[i]];
      }
    });
    const now = Math.min(Math.max(at, 0), periodLength);
    area += kept * (now - last);
    // What is given up and come to at one instant is no peak.
    if (now > last) peak = Math.max(peak, kept);
    last = now;
    if (from < 0 || at >= periodLength) return { mean: area / periodLength, peak };
    kept += logs[from].changes[next[from]++];
  }
}
