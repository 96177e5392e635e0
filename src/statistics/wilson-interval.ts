import { normalQuantile } from '../arithmetic/normal-quantile.js';

/**
 * The Wilson score interval for a share.
 *
 * It stays inside 0 to 1 and keeps its confidence near the ends, where the share plus or minus its standard error
 * does not: 0 of 100 still leaves room for 3.7 %.
 *
 * @param options.successes an integer from 0 to `trials`.
 * @param options.trials a positive integer.
 * @param options.confidence strictly between 0 and 1.
 * @throws RangeError when an option is outside its domain.
 * @source Wilson: Probable Inference, the Law of Succession, and Statistical Inference, Journal of the American
 *   Statistical Association 22 (1927); Brown, Cai, DasGupta, Statistical Science 16 (2001).
 */
export function wilsonInterval(options: { successes: number; trials: number; confidence: number }): {
  readonly low: number;
  readonly high: number;
} {
  const { successes, trials, confidence } = options;
  if (!(Number.isSafeInteger(trials) && trials > 0)) {
    throw new RangeError(`wilsonInterval: trials must be a positive integer, is ${trials}`);
  }
  if (!(Number.isSafeInteger(successes) && successes >= 0 && successes <= trials)) {
    throw new RangeError(`wilsonInterval: successes must be an integer from 0 to ${trials}, is ${successes}`);
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`wilsonInterval: confidence must be strictly between 0 and 1, is ${confidence}`);
  }
  const z = normalQuantile(0.5 + confidence / 2);
  const share = successes / trials;
  const shrink = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / shrink;
  const reach = (z / shrink) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - reach),
    high: successes === trials ? 1 : Math.min(1, centre + reach),
  };
}
