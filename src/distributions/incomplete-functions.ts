/**
 * The only door to @stdlib: the incomplete gamma and beta functions and their inverses, for set-up and reports.
 * No draw passes through here. The build bundles this file, so that those packages are not installed with ours.
 */
import betaCumulative from '@stdlib/stats-base-dists-beta-cdf';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import incompleteGamma from '@stdlib/math-base-special-gammainc';

/** The share of the gamma law of that shape and scale 1 at or below x, for x from 0. */
export const standardGammaCumulative = (shape: number, x: number): number => incompleteGamma(x, shape, true, false);

/** The share above x, for x from 0; exact where it is small. */
export const standardGammaSurvival = (shape: number, x: number): number => incompleteGamma(x, shape, true, true);

/** The inverse of `standardGammaCumulative`. */
export const standardGammaQuantile = (shape: number, p: number): number => gammaQuantile(p, shape, 1);

/** The two exponents of a beta law, each plus one, as usual. */
export interface BetaShape {
  readonly alpha: number;
  readonly beta: number;
}

/** The share of the beta law on 0 to 1 at or below x. */
export const standardBetaCumulative = ({ alpha, beta }: BetaShape, x: number): number => betaCumulative(x, alpha, beta);

/** The inverse of `standardBetaCumulative`. */
export const standardBetaQuantile = ({ alpha, beta }: BetaShape, p: number): number => betaQuantile(p, alpha, beta);
