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
  /** Spans of which nothing is left, or in which nothing was written; they may overlap. */
  #gaps: Span[] = [];

  clear(): void {
    this.#gaps = [];
  }

  /** Nothing was written in this span. */
  note(gap: Span): void {
    if (gap.to > gap.from) this.#gaps.push(gap);
  }

  /** What was written in a span is lost; returns how many seconds of it there were. */
  lose(span: Span): number {
    const gaps = this.#gaps
      .map(({ from, to }) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) }))
      .filter(({ from, to }) => to > from);
    const lost = Math.max(0, span.to - span.from) - coverage(gaps);
    this.note(span);
    return lost;
  }
}

/** Length of the union of spans. */
export function coverage(spans: readonly Span[]): number {
  let covered = 0;
  let reached = -Infinity;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    covered += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return covered;
}
