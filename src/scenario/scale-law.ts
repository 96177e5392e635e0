import type { Law } from '../distributions/law.js';
import { lognormal } from '../distributions/lognormal.js';

/** The law of a number drawn from a law, times a positive factor. */
export function scaleLaw(law: Law, factor: number): Law {
  switch (law.kind) {
    case 'fixed':
      return { ...law, value: law.value * factor };
    case 'uniform':
      return { ...law, min: law.min * factor, max: law.max * factor };
    case 'triangular':
    case 'pert':
      return { ...law, min: law.min * factor, mode: law.mode * factor, max: law.max * factor };
    case 'exponential':
      return { ...law, mean: law.mean * factor };
    case 'lognormal':
      // Multiplying shifts the logarithm by that of the factor, which is the mu of a lognormal around it.
      return { ...law, mu: law.mu + lognormal({ p50: factor, sigma: law.sigma }).mu };
    case 'gamma':
    case 'weibull':
      return { ...law, scale: law.scale * factor };
    case 'empirical':
      return { ...law, values: law.values.map((value) => value * factor) };
    case 'mixture':
      return { ...law, parts: law.parts.map(({ weight, law: part }) => ({ weight, law: scaleLaw(part, factor) })) };
    case 'clamped':
      return {
        ...law,
        law: scaleLaw(law.law, factor),
        ...(law.atLeast === undefined ? {} : { atLeast: law.atLeast * factor }),
        ...(law.atMost === undefined ? {} : { atMost: law.atMost * factor }),
      };
    default:
      return law satisfies never;
  }
}
