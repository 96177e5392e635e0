import type { CopyHistory } from '../copy-history.js';
import type { StorageLog } from './storage-log.js';

/** One copy of a surface, played forward from one incident to the next. Instants are relative to the period. */
export interface PlayedCopy {
  /** What it has come to keep, and given up. */
  readonly storage: readonly StorageLog[];
  /** Begins a year of its own at an instant. */
  begin(year: number, at: number): void;
  /** Plays everything up to an instant, that instant included. */
  advanceTo(now: number): void;
  /** Its surface is down, or it cannot be reached: nothing is written to it from then on. */
  pause(now: number): void;
  resume(now: number): void;
  /** What was on its way when the surface was hit does not arrive. */
  breakOff(now: number): void;
  /** What it holds is gone for good; it begins anew when it resumes. */
  destroy(now: number): void;
  /** The same for the log beside it. */
  destroyLog(now: number): void;
  /** Throws away what was made by the strike and stands for an instant after the onset of a corruption. */
  dropInfected(corruption: Corruption): void;
  /** A way for one incident to look at it. */
  history(): CopyHistory;
}

/** A corruption that has been mended. */
export interface Corruption {
  readonly onset: number;
  readonly strike: number;
  readonly now: number;
}
