import type { Law } from '../distributions/law.js';
import type { Duration, Probability } from '../units/quantity.js';

/**
 * How the copies of stored data go bad by themselves, without any incident, and how that is found and mended. Data is
 * lost when there is something of which no good copy is left.
 */
export interface Durability {
  /** Copies of the same data, the one in use included. */
  readonly copies: number;
  /** Parts of the data, such as disks or documents, of which each has its own copies: they go bad by themselves. */
  readonly units: number;
  /** The time within which a loss is asked about; the period of the scenario when absent. */
  readonly horizon?: Duration;
  /** While a copy is bad, the times until others go bad shrink to this share; above 0, and 1 for copies that are independent. */
  readonly independence: Probability;
  /** Faults that are noticed at once and take the whole copy: a disk dies. */
  readonly visible?: VisibleFaults;
  /** Faults that nobody notices before somebody looks: bits rot. */
  readonly latent?: LatentFaults;
}

/** The time of a good copy until the next of such faults begins anew when the copy has been mended. */
export interface VisibleFaults {
  readonly every: Law;
  /** From the fault until the copy is good again; at once when absent. */
  readonly repairedAfter?: Law;
}

export interface LatentFaults {
  readonly every: Law;
  readonly found: Finding;
  /** From when it is found until the copy is good again; at once when absent. */
  readonly repairedAfter?: Law;
  /** The copy as a whole, or a part of it so small that no two faults meet in one. */
  readonly spoils: 'all' | 'part';
}

/** How a latent fault comes to light: at the next audit of all copies, after a time of its own, or never. */
export type Finding =
  | { readonly kind: 'audits'; readonly every: Duration }
  | { readonly kind: 'by-itself'; readonly after: Law }
  | { readonly kind: 'never' };
