import type { Law } from '../distributions/law.js';
import type { Probability } from '../units/quantity.js';

/**
 * What an alternative may still cost when the incident is over, such as corrections by hand of books that did not agree
 * when the service was reopened. It is money alone: no metric of the incident holds it.
 */
export interface LaterCosts {
  /** That anything of it comes at all. */
  readonly probability: Probability;
  /** In the currency of the costs. */
  readonly amount?: Law;
  /** Of each second of which the data is lost, in that currency. */
  readonly dataLoss?: number;
  /** Work, at the price of the people whom it needs. */
  readonly takes?: Law;
  readonly needs: readonly { readonly role: string; readonly count: number }[];
}
