/** What incidents that are still being recovered from have left, which a later one meets. Instants are relative to the period. */
export interface EarlierDamage {
  /** What they have left of a copy: UNHARMED, CUT_OFF or LOST. */
  copyLeft(surface: number, copy: number): number;
  /** What they have left of the log archive beside a copy. */
  logLeft(surface: number, copy: number): number;
  /** The instant from which on they have corrupted a surface; Infinity when they have not. */
  corruptedFrom(surface: number): number;
  /** Whether they have taken the server of a surface, and not only corrupted what is on it. */
  isServerGone(surface: number): boolean;
  /** When the next of their providers returns; Infinity when none does any more. */
  readonly nextReturn: number;
  /** It is looked at from then on as it is at an instant. */
  goTo(at: number): void;
}
