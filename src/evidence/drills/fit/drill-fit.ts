import type { NormalInverseGamma } from '../../../statistics/normal-posterior.js';

/** What drills taught about a scenario, as it stands in the JSON document: durations in seconds, rates in bytes per second. */
export interface DrillFit {
  readonly format: 'drillcast-fit/1';
  readonly tool: { readonly name: 'drillcast'; readonly version: string };
  readonly scenario: { readonly name: string; readonly file: string; readonly sha256: string };
  readonly unit: 'seconds';
  /** What a value of the scenario counts as that does not say so itself, in measured values. */
  readonly priorWeight: number;
  readonly drills: readonly { readonly name: string; readonly began: string }[];
  /** Steps whose time was fitted, in the order of the runbook. */
  readonly steps: readonly FittedStep[];
  /** Probabilities of failure that were fitted, in the order of the runbook. */
  readonly failures: readonly FittedFailure[];
  /** Steps whose time was left as it is, and why. */
  readonly left: readonly { readonly step: string; readonly reason: string }[];
  readonly warnings: readonly string[];
}

/** The law of one step before and after. */
export interface FittedStep {
  readonly step: string;
  /** Where the law stands in the scenario: `runbook.provision.takes`. */
  readonly path: string;
  readonly quantity: 'duration' | 'rate';
  /** Attempts that were measured, and of these how many broke off: they would have taken longer. */
  readonly measured: number;
  readonly censored: number;
  readonly before: Spread;
  readonly after: Spread;
  /** What is known of the mean and the variance of the logarithm of the seconds. */
  readonly posterior: NormalInverseGamma;
  /** What the law counts as from now on, in measured times. */
  readonly countsAs: number;
  readonly family: FittedFamily;
  /** P-values of Anderson and Darling of the times that did not break off; null with fewer than five. */
  readonly goodness: Readonly<Record<FittedFamily, number>> | null;
  /** Why this family, in a sentence. */
  readonly reason: string;
}

export type FittedFamily = 'lognormal' | 'weibull';

export interface Spread {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** How often a step fails, before and after. */
export interface FittedFailure {
  readonly step: string;
  readonly path: string;
  readonly attempts: number;
  readonly failed: number;
  readonly before: number;
  readonly after: number;
  /** What the probability counts as from now on, in attempts. */
  readonly countsAs: number;
}
