import type { Law } from '../../distributions/law.js';

/** P95 is then ten million times the median: no hour and no century. */
const MOST_SIGMA = 10;
const LEAST_WEIBULL_SHAPE = 0.1;
const LEAST_GAMMA_SHAPE = 0.01;

/** Whether a law is so wide that its draws have no mean that numbers can hold, and nobody can have meant it. */
export function isTooWide(law: Law): boolean {
  switch (law.kind) {
    case 'lognormal':
      return law.sigma > MOST_SIGMA;
    case 'weibull':
      return law.shape < LEAST_WEIBULL_SHAPE;
    case 'gamma':
      return law.shape < LEAST_GAMMA_SHAPE;
    default:
      return false;
  }
}
