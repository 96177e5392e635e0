import { quantile } from '../../distributions/families.js';
import type { Law } from '../../distributions/law.js';

/** The normal quantile of 95 %. */
const Z95 = 1.6448536269514722;

/** The law is taken at so many evenly spaced probabilities: the score is then right to a thousandth. */
const POINTS = 4096;

/** A planning range, in seconds. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * What a planning range says when it is taken as a forecast: a range means in it what it means everywhere in a scenario
 * file, a lognormal law with its ends as 5 % and 95 % points. One that begins at zero has no such law and is uniform.
 */
function lawOfRange({ low, high }: Range): Law {
  if (low === 0) return { kind: 'uniform', min: 0, max: high };
  const [from, to] = [Math.log(low), Math.log(high)];
  return { kind: 'lognormal', mu: (from + to) / 2, sigma: (to - from) / (2 * Z95) };
}

/** That law as a sample in ascending order, as `crpsOfSample` scores forecasts. */
export function sampleOfRange(range: Range): Float64Array {
  const law = lawOfRange(range);
  return Float64Array.from({ length: POINTS }, (_, index) => quantile(law, (index + 0.5) / POINTS));
}
