/**
 * Probability laws as plain data: what a scenario file says, what the plan carries to the engine, and what
 * crosses to a worker. Each kind has a file of its own with its functions; `families.ts` is their table.
 *
 * The numbers have no unit of their own: they are in the base unit of whatever the law describes (seconds
 * for a duration, bytes per second for a rate).
 */
export type Law =
  Fixed | Uniform | Triangular | Pert | Exponential | Lognormal | Gamma | Weibull | Empirical | Mixture | Clamped;

/** Always the same value. */
export interface Fixed {
  readonly kind: 'fixed';
  readonly value: number;
}

/** Every value between `min` and `max` is as likely as any other. */
export interface Uniform {
  readonly kind: 'uniform';
  readonly min: number;
  readonly max: number;
}

/** Density rises on a line from `min` to `mode` and falls on a line to `max`. */
export interface Triangular {
  readonly kind: 'triangular';
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}

/** The beta law of project planning: smooth between `min` and `max`, mean (min + 4 mode + max) / 6. */
export interface Pert {
  readonly kind: 'pert';
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}

/** Waiting without memory, with the given mean. */
export interface Exponential {
  readonly kind: 'exponential';
  readonly mean: number;
}

/** Its logarithm is normal with mean `mu` and standard deviation `sigma`; the median is exp(mu). */
export interface Lognormal {
  readonly kind: 'lognormal';
  readonly mu: number;
  readonly sigma: number;
}

/** Gamma with mean shape × scale. */
export interface Gamma {
  readonly kind: 'gamma';
  readonly shape: number;
  readonly scale: number;
}

/** Weibull: survival exp(−(x / scale)^shape). */
export interface Weibull {
  readonly kind: 'weibull';
  readonly shape: number;
  readonly scale: number;
}

/** One of the observed values, each as likely as any other. `values` ascend and are not empty. */
export interface Empirical {
  readonly kind: 'empirical';
  readonly values: readonly number[];
}

/** One of several laws, chosen by weight. The weights sum to 1. */
export interface Mixture {
  readonly kind: 'mixture';
  readonly parts: readonly { readonly weight: number; readonly law: Law }[];
}

/** A law whose values below `atLeast` are raised to it and above `atMost` lowered to it. */
export interface Clamped {
  readonly kind: 'clamped';
  readonly law: Law;
  readonly atLeast?: number;
  readonly atMost?: number;
}
