import type { Chance } from '../../random/chance.js';
import { andersonDarling } from '../../statistics/anderson-darling.js';
import { irwinHallCumulative } from '../../statistics/irwin-hall.js';
import { kolmogorovSmirnov, type FitTest } from '../../statistics/kolmogorov-smirnov.js';
import { completed, type Percentile } from './percentile.js';

/** Fewer drills say nothing of a distribution; no test is made. */
const FEWEST_TO_TEST = 5;

/** A percentile is as good as known when it is known this well. */
const NARROW = 0.01;

/** How often what is not known is filled in, an odd number, so that there is a middle one. */
const COMPLETIONS = 99;

/** Tests of whether the places of drills in a forecast are uniform, as those of a right forecast are. */
export interface UniformTests {
  readonly kolmogorovSmirnov: FitTest;
  readonly andersonDarling: FitTest;
  /** Of the sum of the places, two-sided: sees a forecast that is too long, or too short, all along. */
  readonly position: number;
}

/**
 * The three tests, or undefined with fewer than five places.
 *
 * Where places are censored, or the forecast has single values with a probability of their own, they are filled in at
 * random, uniformly over where they may be: if the forecast is right, what is filled in is uniform too. So as not to
 * depend on that luck it is done 99 times, and twice the median of the p-values is given, which is a valid p-value
 * however they hang together; it is careful, as it should be where little is known.
 *
 * @source Rüschendorf: Random Variables with Maximum Sums, Advances in Applied Probability 14 (1982); Vovk, Wang:
 *   Combining p-values via averaging, Biometrika 107 (2020).
 */
export function testUniform(places: readonly Percentile[], chance: Chance): UniformTests | undefined {
  if (places.length < FEWEST_TO_TEST) return undefined;
  const isKnown = places.every(({ low, high }) => high - low <= NARROW);
  const runs = Array.from({ length: isKnown ? 1 : COMPLETIONS }, () => {
    const uniforms = completed(places, chance);
    const sum = uniforms.reduce((total, uniform) => total + uniform, 0);
    const below = irwinHallCumulative(uniforms.length, sum);
    return {
      kolmogorov: kolmogorovSmirnov(uniforms),
      anderson: andersonDarling(uniforms),
      position: Math.min(1, 2 * Math.min(below, 1 - below)),
    };
  });
  return {
    kolmogorovSmirnov: combined(runs.map(({ kolmogorov }) => kolmogorov)),
    andersonDarling: combined(runs.map(({ anderson }) => anderson)),
    position: combinedValue(runs.map(({ position }) => position)),
  };
}

function combined(tests: readonly FitTest[]): FitTest {
  return {
    statistic: median(tests.map(({ statistic }) => statistic)),
    pValue: combinedValue(tests.map(({ pValue }) => pValue)),
  };
}

function combinedValue(pValues: readonly number[]): number {
  return pValues.length === 1 ? pValues[0] : Math.min(1, 2 * median(pValues));
}

/** Of an odd number of values. */
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[(values.length - 1) / 2];
}
