import { cumulative } from '../../../distributions/families.js';
import type { Lognormal, Weibull } from '../../../distributions/law.js';
import { andersonDarling } from '../../../statistics/anderson-darling.js';
import type { FittedFamily, FittedStep } from './drill-fit.js';

/** The law of the seconds, and why it is of this family. */
export interface ChosenFamily extends Pick<FittedStep, 'family' | 'goodness' | 'reason'> {
  readonly law: Lognormal | Weibull;
}

const EULER = 0.5772156649015329;
const FEWEST = 5;
const REFUSED_BELOW = 0.05;

/**
 * Lognormal, unless five times or more refuse it (p below 5 %) and Weibull fits them better. Both are given the mean and
 * the variance of the logarithm that the drills leave likely, so that the choice moves the tails and not the middle.
 *
 * As the laws were fitted to the times that they are tested by, the p-values are too large: what is refused is refused with
 * more right than 5 % says.
 *
 * @param seconds times that did not break off.
 * @param isRate a rate is always lognormal: the inverse of a Weibull law is no law of a scenario.
 * @source Weibull: the logarithm is Gumbel, with mean log(scale) − γ/shape and variance π²/(6 shape²).
 */
export function chooseFamily(
  seconds: readonly number[],
  { mean, variance, isRate }: { readonly mean: number; readonly variance: number; readonly isRate: boolean },
): ChosenFamily {
  const lognormal: Lognormal = { kind: 'lognormal', mu: mean, sigma: Math.sqrt(variance) };
  const shape = Math.PI / Math.sqrt(6 * variance);
  const weibull: Weibull = { kind: 'weibull', shape, scale: Math.exp(mean + EULER / shape) };
  const keep = (goodness: FittedStep['goodness'], reason: string): ChosenFamily => {
    return { law: lognormal, family: 'lognormal', goodness, reason };
  };
  if (seconds.length < FEWEST) return keep(null, `too few times to test a family: fewer than ${String(FEWEST)}`);
  const goodness: Readonly<Record<FittedFamily, number>> = {
    lognormal: fitOf(lognormal, seconds),
    weibull: fitOf(weibull, seconds),
  };
  if (goodness.lognormal >= REFUSED_BELOW) return keep(goodness, 'the times do not refuse it');
  if (isRate) return keep(goodness, 'the times refuse it, and a rate has no other family');
  if (goodness.weibull <= goodness.lognormal) return keep(goodness, 'the times refuse it, and Weibull fits no better');
  const reason =
    goodness.weibull >= REFUSED_BELOW
      ? 'the times refuse lognormal and not Weibull'
      : 'the times refuse lognormal and Weibull, and Weibull less';
  return { law: weibull, family: 'weibull', goodness, reason };
}

function fitOf(law: Lognormal | Weibull, seconds: readonly number[]): number {
  const places = seconds.map((value) => Math.min(1 - 1e-12, Math.max(1e-12, cumulative(law, value))));
  return andersonDarling(places).pValue;
}
