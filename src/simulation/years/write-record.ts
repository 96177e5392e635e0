/** A span of time, relative to the period. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The time in which something was written that is not lost yet: only that can be lost. Nothing is written while the
 * service is down, and what has been lost once is not lost again.
 */
export class WriteRecord {
  /** Spans of which nothing is left, or in which nothing was written: in their order, and apart from each other. */
  #gaps: Span[] = [];

  clear(): void {
    this.#gaps = [];
  }

  /** Seconds of all gaps together. */
  get length(): number {
    return this.#gaps.reduce((sum, { from, to }) => sum + (to - from), 0);
  }

  /** Nothing was written in this span. */
  note({ from, to }: Span): void {
    this.lose({ from, to });
  }

  /** What was written in a span is lost; returns how many seconds of it there were. */
  lose({ from, to }: Span): number {
    if (!(to > from)) return 0;
    // Gaps that end before it stay as they are, and so do those that begin after it; the others become one with it.
    let first = this.#gaps.length;
    while (first > 0 && this.#gaps[first - 1].to >= from) first--;
    let after = first;
    let lost = to - from;
    for (; after < this.#gaps.length && this.#gaps[after].from <= to; after++) {
      const gap = this.#gaps[after];
      lost -= Math.min(gap.to, to) - Math.max(gap.from, from);
    }
    const met = this.#gaps.slice(first, after);
    const merged = { from: Math.min(from, met.at(0)?.from ?? from), to: Math.max(to, met.at(-1)?.to ?? to) };
    this.#gaps.splice(first, after - first, merged);
    return Math.max(0, lost);
  }
}
