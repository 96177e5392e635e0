import type { Ascending } from './ascending.js';
import type { Moments } from './moments.js';

/** What estimates are made from: values in order, and the moments of those that are finite. */
export interface Sample {
  /** An incident without a recovery counts as Infinity and so stands last. */
  readonly ascending: Ascending;
  /** Of the finite values. */
  readonly moments: Moments;
}
