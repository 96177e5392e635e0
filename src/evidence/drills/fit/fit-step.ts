import { quantile } from '../../../distributions/families.js';
import type { Clamped, Law, Lognormal, Weibull } from '../../../distributions/law.js';
import { lognormal } from '../../../distributions/lognormal.js';
import {
  expectedVariance,
  normalPosterior,
  normalPrior,
  type NormalInverseGamma,
} from '../../../statistics/normal-posterior.js';
import type { AttemptTimes } from './attempt-times.js';
import { chooseFamily } from './choose-family.js';
import type { FittedStep, Spread } from './drill-fit.js';
import type { FittedPart } from './fitted-part.js';
import { logMoments } from '../../../distributions/log-moments.js';

/** A fitted step with the law that is written into the scenario, in seconds or bytes per second. */
export interface StepFit {
  readonly fitted: FittedStep;
  readonly law: Law;
}

/**
 * The law of a step after its drills: normal-inverse-gamma on the logarithm of its seconds, with the scenario's own law as
 * what was known before. Of the posterior its expected mean and variance are taken, so that without any drill the law
 * would stay as it was. Bounds of the law stay where no drill contradicts them.
 */
export function fitStep(
  { step, path, weight }: { readonly step: string; readonly path: string; readonly weight: number },
  part: FittedPart,
  { logs }: AttemptTimes,
): StepFit {
  const isRate = part.quantity === 'rate';
  const prior = logMoments(part.law);
  // Seconds are bytes divided by the rate: the logarithm turns its sign.
  const mean = isRate ? Math.log(part.bytes) - prior.mean : prior.mean;
  const posterior = normalPosterior(normalPrior({ mean, variance: prior.variance, weight }), logs);
  const seconds = logs.known.map((value) => Math.exp(value));
  const spread = { mean: posterior.mu, variance: expectedVariance(posterior), isRate };
  const { law, family, goodness, reason } = chooseFamily(seconds, spread);
  const values = isRate ? seconds.map((value) => part.bytes / value) : seconds;
  const after = bounded(readable(law, isRate ? part.bytes : undefined), part.law, values);
  return {
    law: after,
    fitted: {
      step,
      path,
      quantity: part.quantity,
      measured: logs.known.length + logs.censored.length,
      censored: logs.censored.length,
      before: spreadOf(part.law),
      after: spreadOf(after),
      posterior,
      countsAs: countsAs(posterior),
      family,
      goodness,
      reason,
    },
  };
}

/** Four digits, which is more than drills can know, so that a person can read the file; of seconds, or of a rate. */
function readable(law: Lognormal | Weibull, bytes: number | undefined): Lognormal | Weibull {
  const digits = (value: number): number => Number(value.toPrecision(4));
  if (law.kind === 'weibull') return { kind: 'weibull', shape: digits(law.shape), scale: digits(law.scale) };
  const median = Math.exp(law.mu);
  return lognormal({ p50: digits(bytes === undefined ? median : bytes / median), sigma: digits(law.sigma) });
}

/** With times that broke off the mean is known by fewer than the spread is: by so many at least. */
function countsAs({ kappa, alpha }: NormalInverseGamma): number {
  return Number(Math.min(kappa, 2 * (alpha - 1)).toPrecision(4));
}

function bounded(law: Law, before: Law, values: readonly number[]): Law {
  if (before.kind !== 'clamped') return law;
  const { atLeast, atMost } = before;
  const keeps: Partial<Pick<Clamped, 'atLeast' | 'atMost'>> = {
    ...(atLeast !== undefined && values.every((value) => value >= atLeast) ? { atLeast } : {}),
    ...(atMost !== undefined && values.every((value) => value <= atMost) ? { atMost } : {}),
  };
  return Object.keys(keeps).length === 0 ? law : { kind: 'clamped', law, ...keeps };
}

function spreadOf(law: Law): Spread {
  return { p5: quantile(law, 0.05), p50: quantile(law, 0.5), p95: quantile(law, 0.95) };
}
