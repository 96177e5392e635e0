/**
 * A piece of work to be timed: it does it so many times when it is called. Each has a loop of its own, so that the
 * compiler sees one callee per loop.
 */
export interface Part {
  readonly count: number;
  readonly run: () => void;
}

/** Parts by what they do. */
export type Parts = Readonly<Record<string, Part>>;
