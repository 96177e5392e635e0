/** One run of a backup schedule as it went. */
export interface PlayedRun {
  /** Index of the level: the full is 0. */
  readonly level: number;
  /** When it started, which may be later than it was due. */
  readonly start: number;
  /** NaN when it failed, or was broken off. */
  end: number;
  /** The instant from which it can be restored from off the site; Infinity when it never can. */
  usableFrom: number;
  /** What it builds on; undefined for a full, and for one that found nothing to build on. */
  readonly parent: PlayedRun | undefined;
  readonly size: number;
  /** It does not restore. */
  readonly isBad: boolean;
  /** It was thrown away by itself: it holds what had been corrupted. */
  isInfected: boolean;
  /** The full at the end of its chain, of which this is the same for all; undefined when there is none. */
  readonly chain: PlayedChain | undefined;
}

/** A full and all that builds on it: kept and pruned together. */
export interface PlayedChain {
  /** When its full was due, by which retention counts. */
  readonly due: number;
  /** Bytes that are kept of it. */
  kept: number;
  isGone: boolean;
}
