import { exp } from '../arithmetic/exp.js';
import { log } from '../arithmetic/log.js';
import { quantile } from './families.js';
import type { Law } from './law.js';
import { logMoments } from './log-moments.js';

/** What is done to the logarithm of what a law gives. */
export interface Stretch {
  /** Added to its mean. */
  readonly shift: number;
  /** Its standard deviation is multiplied by this; positive. */
  readonly factor: number;
}

const EULER = 0.5772156649015329;
/** Points that stand for a law whose family the stretch leaves. */
const POINTS = 256;

/**
 * How a law is stretched: the law of a number whose logarithm was moved by `shift` and stretched by `factor` about its own mean.
 * Bounds stay where they are: they are no part of what is measured. A fixed value has nothing to stretch, and 0 has no logarithm
 * and stays 0.
 *
 * Lognormal and Weibull laws stay of their family, and an exponential one is a Weibull law; any other becomes the 256 values
 * that stand in the middles of as many equal shares of it, which are found once.
 */
export function stretcherOf(law: Law): (stretch: Stretch) => Law {
  switch (law.kind) {
    case 'fixed':
      return ({ shift }) => ({ kind: 'fixed', value: law.value * exp(shift) });
    case 'lognormal':
      return ({ shift, factor }) => ({ kind: 'lognormal', mu: law.mu + shift, sigma: law.sigma * factor });
    case 'exponential':
      return (stretch) => stretchWeibull({ shape: 1, scale: law.mean }, stretch);
    case 'weibull':
      return (stretch) => stretchWeibull(law, stretch);
    case 'clamped': {
      const inner = stretcherOf(law.law);
      return (stretch) => ({ ...law, law: inner(stretch) });
    }
    default: {
      const { mean } = logMoments(law);
      const values = Array.from({ length: POINTS }, (_, index) => quantile(law, (index + 0.5) / POINTS));
      const distances = values.map((value) => (value > 0 ? log(value) - mean : NaN));
      return ({ shift, factor }) => ({
        kind: 'empirical',
        values: values.map((value, index) => (value > 0 ? exp(mean + shift + factor * distances[index]) : value)),
      });
    }
  }
}

/** The logarithm is Gumbel, with mean log(scale) − γ/shape and a standard deviation in proportion to 1/shape. */
function stretchWeibull(
  { shape, scale }: { readonly shape: number; readonly scale: number },
  { shift, factor }: Stretch,
): Law {
  const stretched = shape / factor;
  return { kind: 'weibull', shape: stretched, scale: scale * exp(shift - EULER / shape + EULER / stretched) };
}
