import type { Chance } from '../../random/chance.js';
import { ascendingCopy } from '../../statistics/ascending-copy.js';
import { signTest } from '../../statistics/binomial-tail.js';
import { clopperPearson } from '../../statistics/clopper-pearson.js';
import { crpsOfSample } from '../../statistics/crps.js';
import { quantile } from '../../statistics/quantile.js';
import type { Measured } from './drill.js';
import type { Coverage, CrpsScore, Standing, SubjectScore } from './forecast-score.js';
import { middleOf, percentileOf, type Percentile } from './percentile.js';
import { sampleOfRange, type Range } from './range-forecast.js';
import { testUniform, type UniformTests } from './test-uniform.js';

/** Confidence of the intervals, and one minus the false-alarm probability of the verdicts. */
export const CONFIDENCE = 0.95;

/** Central intervals of the forecast whose coverage is told. */
const LEVELS = [0.5, 0.8, 0.9] as const;

/**
 * With fewer drills nothing is said in favour of a forecast. With ten, one whose 80 % interval really holds only half is
 * caught in 62 % of all cases (a binomial test at 5 %); with three there is no way to be caught.
 */
const FEWEST_TO_CLEAR = 10;

/** From so many values on the histogram has ten bins in place of five. */
const MANY = 20;

/** A metric or a step: its forecast, one value per incident, and what was measured. */
export interface Subject {
  readonly name: string;
  /** NaN where an incident has none, because it was not recovered from or the step was not reached. */
  readonly forecast: Float64Array;
  readonly measured: readonly Measured[];
  /** Of each measured value the forecast of its kind of incident; undefined where that of all is meant. */
  readonly ofKind?: readonly (Float64Array | undefined)[];
  readonly planning: Range | undefined;
  /** The incidents without a value are those that were never recovered from: longer than any number. */
  readonly isWithoutMeansNever: boolean;
  readonly chance: Chance;
}

/** The score of a subject but for what depends on how many others there are. */
export interface UnadjustedScore {
  readonly places: readonly Percentile[];
  readonly tests: UniformTests | undefined;
  readonly score: Omit<SubjectScore, 'tests' | 'standing'>;
}

/** Holds what was measured against the forecast; undefined when nothing was, or nothing is forecast. */
export function scoreSubject(subject: Subject): UnadjustedScore | undefined {
  const { forecast, measured, isWithoutMeansNever, chance } = subject;
  const recovered = forecast.filter((value) => !Number.isNaN(value)).sort();
  if (measured.length === 0 || recovered.length === 0) return undefined;
  const ascending = isWithoutMeansNever ? ascendingCopy(forecast) : recovered;
  const ofKind = forecastsByKind(subject);
  const places = measured.map((value, index) => percentileOf(value, ofKind[index]?.all ?? ascending));
  const quantileAt = (p: number): number | null => {
    const value = quantile(ascending, p);
    return Number.isFinite(value) ? value : null;
  };
  return {
    places,
    tests: testUniform(places, chance),
    score: {
      measured: measured.length,
      censored: measured.filter(({ isCensored }) => isCensored).length,
      forecast: { p5: quantileAt(0.05), p50: quantileAt(0.5), p95: quantileAt(0.95) },
      median: medianOf(measured),
      meanPercentile: places.reduce((sum, place) => sum + middleOf(place), 0) / places.length,
      coverage: LEVELS.map((level) => coverageOf(places, level)),
      histogram: histogramOf(places),
      crps: crpsOf(subject, recovered, ofKind),
    },
  };
}

/** The forecast of one kind of incident, ascending: all of it, and of those incidents that are recovered from. */
interface KindForecast {
  readonly all: Float64Array;
  readonly recovered: Float64Array;
}

/** Per measured value; a kind of which nothing can be forecast leaves it to the forecast of all. */
function forecastsByKind({ measured, ofKind, isWithoutMeansNever }: Subject): readonly (KindForecast | undefined)[] {
  const known = new Map<Float64Array, KindForecast | undefined>();
  return measured.map((_, index) => {
    const forecast = ofKind?.[index];
    if (forecast === undefined) return undefined;
    if (!known.has(forecast)) {
      const recovered = forecast.filter((value) => !Number.isNaN(value)).sort();
      const all = isWithoutMeansNever ? ascendingCopy(forecast) : recovered;
      known.set(forecast, recovered.length === 0 ? undefined : { all, recovered });
    }
    return known.get(forecast);
  });
}

/** The score with its verdict, once the p-value that decides is adjusted for the number of subjects. */
export function withVerdict({ score, tests, places }: UnadjustedScore, adjusted: number): SubjectScore {
  const standing = standingOf(score.meanPercentile, { tests, adjusted, count: places.length });
  return { ...score, tests: tests === undefined ? null : { ...tests, adjusted }, standing };
}

function standingOf(
  meanPercentile: number,
  { tests, adjusted, count }: { tests: UniformTests | undefined; adjusted: number; count: number },
): Standing {
  if (tests === undefined) return 'undecided';
  if (adjusted >= 1 - CONFIDENCE) return count >= FEWEST_TO_CLEAR ? 'unsuspicious' : 'undecided';
  if (tests.position >= 1 - CONFIDENCE) return 'spread';
  return meanPercentile > 0.5 ? 'longer' : 'shorter';
}

/** A censored value counts as longer than any that is known: the middle is right while it falls below the first of them. */
function medianOf(measured: readonly Measured[]): number | null {
  const ascending = [...measured].sort((a, b) => a.seconds - b.seconds);
  const firstCensored = ascending.findIndex(({ isCensored }) => isCensored);
  const known = firstCensored < 0 ? ascending.length : firstCensored;
  if (Math.floor(ascending.length / 2) >= known) return null;
  return quantile(
    Float64Array.from(ascending, ({ seconds }, index) => (index < known ? seconds : Infinity)),
    0.5,
  );
}

function coverageOf(places: readonly Percentile[], level: number): Coverage {
  const [from, to] = [(1 - level) / 2, (1 + level) / 2];
  let inside = 0;
  let outside = 0;
  for (const place of places) {
    const isKnown = place.high - place.low < level / 2;
    const middle = middleOf(place);
    if (place.low > to || (isKnown && (middle > to || middle < from))) outside++;
    else if (isKnown) inside++;
  }
  const known = inside + outside;
  const interval =
    known === 0 ? undefined : clopperPearson({ successes: inside, trials: known, confidence: CONFIDENCE });
  return {
    level,
    inside,
    outside,
    unknown: places.length - known,
    share: known === 0 ? null : inside / known,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

/** @source Czado, Gneiting, Held: Predictive Model Assessment for Count Data, Biometrics 65 (2009): each spread evenly. */
function histogramOf(places: readonly Percentile[]): readonly number[] {
  const bins = places.length >= MANY ? 10 : 5;
  return Array.from({ length: bins }, (_, bin) => {
    const [from, to] = [bin / bins, (bin + 1) / bins];
    return places.reduce((sum, { low, high }) => {
      return sum + Math.max(0, Math.min(high, to) - Math.max(low, from)) / (high - low);
    }, 0);
  });
}

/** Of the forecast of those incidents that are recovered from, as the drills were: else no score would be finite. */
function crpsOf(
  { measured, planning }: Subject,
  recovered: Float64Array,
  ofKind: readonly (KindForecast | undefined)[],
): CrpsScore {
  const observed = measured.map(({ seconds, isCensored }) => ({ value: seconds, isCensored }));
  const own = observed.map((value, index) => crpsOfSample(ofKind[index]?.recovered ?? recovered, value));
  const forecast = mean(own);
  if (planning === undefined) return { forecast, planning: null };
  const ofRange = sampleOfRange(planning);
  const others = observed.map((value) => crpsOfSample(ofRange, value));
  const better = own.filter((score, index) => score < others[index]).length;
  const score = mean(others);
  return {
    forecast,
    planning: {
      ...planning,
      score,
      skill: score === 0 ? 0 : 1 - forecast / score,
      better,
      signTest: signTest({ successes: better, trials: own.length }),
    },
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
