import { normalQuantile } from '../arithmetic/normal-quantile.js';
import { moments } from '../statistics/moments.js';
import { ratioInterval } from '../statistics/ratio-interval.js';
import { HOUR } from '../units/quantity.js';
import type { MetricComparison } from './comparison.js';
import type { AmountDifference, CostsComparison, HourPrice, PriceEstimate } from './costs-comparison.js';
import { MEAN_PAIRS } from './compare-metric.js';
import type { MetricSide } from './quantile-shifts.js';
import { upkeepPerYear } from './summarise-costs.js';
import type { Summary } from './summary.js';
import { QUANTILES } from './summary.js';

/** A scenario that was played: what it costs, and its RTO, incident by incident. */
export interface CostsSide {
  /** What each incident cost, NaN for one that has no price; absent when the scenario has none at all. */
  readonly costs: Float64Array | undefined;
  readonly rto: MetricSide;
  readonly summary: Pick<Summary, 'costs' | 'incidentKinds'>;
}

/** A difference of the RTO, and what its error has to do with that of the cost. */
interface Saving {
  readonly value: number;
  readonly variance: number;
  readonly covariance: number;
}

/**
 * What a variant costs more than the baseline in a year, and the price of an hour of RTO: the difference of the costs
 * over that of the mean RTO, and of its P95.
 *
 * The incidents of a year are paired as those of the metrics are: each incident costs what it costs, times how many
 * such a year brings. Cost and RTO come from the same incidents, so their errors go together, and the interval of the
 * price is Fieller's, with that covariance. For P95 it comes from the first-order error of a sample quantile, whose
 * density is read off the length of its order-statistic interval, as for the shifts.
 *
 * @param rto the comparison of the same two.
 * @param confidence of every interval, strictly between 0 and 1.
 * @returns null where one of the two has no prices, or another currency. Exchanging the two mirrors every difference,
 *   and leaves every price, to the last bit.
 * @source Bahadur: A note on quantiles in large samples, Annals of Mathematical Statistics 37 (1966).
 */
export function compareCosts(
  baseline: CostsSide,
  variant: CostsSide,
  { rto, confidence }: { readonly rto: MetricComparison; readonly confidence: number },
): CostsComparison | null {
  const [first, second] = [baseline.summary.costs, variant.summary.costs];
  if (first === null || second === null || first.currency !== second.currency) return null;
  const z = normalQuantile(0.5 + confidence / 2);
  const upkeep = upkeepPerYear(second) - upkeepPerYear(first);
  const yearly = yearlyDifferences(baseline, variant);
  const ofIncidents = yearly === undefined ? null : summariseYears(yearly);
  const pricesOf = (savingWith: (yearly: YearlyDifferences | undefined) => Saving | undefined): HourPrice => ({
    upkeep: priceOf({ value: upkeep, variance: 0 }, savingWith(undefined), z),
    perYear:
      ofIncidents === null
        ? null
        : priceOf({ value: ofIncidents.value + upkeep, variance: ofIncidents.variance }, savingWith(yearly), z),
  });
  return {
    currency: first.currency,
    upkeep,
    incidents: ofIncidents && amountOf(ofIncidents, 0, z),
    perYear: ofIncidents && amountOf(ofIncidents, upkeep, z),
    hourOfRto: {
      mean: pricesOf((years) => meanSaving(baseline.rto, variant.rto, rto, years)),
      p95: pricesOf((years) => tailSaving(baseline.rto, variant.rto, rto, years, z)),
    },
  };
}

/** Per incident, by how much more the incidents of a year would cost if all were like it; and the mean of that. */
interface YearlyDifferences {
  readonly values: Float64Array;
  readonly mean: number;
}

/** Undefined where a frequency or the price of an unrecoverable incident is not said. */
function yearlyDifferences(baseline: CostsSide, variant: CostsSide): YearlyDifferences | undefined {
  if (baseline.costs === undefined || variant.costs === undefined) return undefined;
  const [first, second] = [perYearOf(baseline), perYearOf(variant)];
  const values = new Float64Array(variant.costs.length);
  for (let i = 0; i < values.length; i++) values[i] = second * variant.costs[i] - first * baseline.costs[i];
  const { mean } = moments(values);
  return mean === null || Number.isNaN(mean) ? undefined : { values, mean };
}

/** Incidents of all kinds in a year; NaN where one kind does not say how often. */
function perYearOf({ summary }: CostsSide): number {
  return Object.values(summary.incidentKinds).reduce((sum, { perYear }) => sum + (perYear ?? NaN), 0);
}

/** Without a variance where there are too few incidents to call their mean normal. */
interface Estimated {
  readonly value: number;
  readonly variance: number | undefined;
}

function summariseYears({ values, mean }: YearlyDifferences): Estimated {
  const { standardError } = moments(values);
  const isKnown = standardError !== null && values.length >= MEAN_PAIRS;
  return { value: mean, variance: isKnown ? standardError * standardError : undefined };
}

function amountOf({ value, variance }: Estimated, besides: number, z: number): AmountDifference {
  const whole = value + besides;
  if (variance === undefined) return { value: whole, low: null, high: null };
  const reach = z * Math.sqrt(variance);
  return { value: whole, low: whole - reach, high: whole + reach };
}

/** Over the incidents that both recover from; undefined where there are too few of them. */
function meanSaving(
  baseline: MetricSide,
  variant: MetricSide,
  { difference, recovered }: MetricComparison,
  yearly: YearlyDifferences | undefined,
): Saving | undefined {
  const { mean, meanLow, meanStandardError } = difference;
  if (mean === null || meanLow === null || meanStandardError === null) return undefined;
  let product = 0;
  if (yearly !== undefined) {
    for (let i = 0; i < yearly.values.length; i++) {
      const apart = variant.values[i] - baseline.values[i];
      if (!Number.isNaN(apart)) product += (yearly.values[i] - yearly.mean) * (apart - mean);
    }
  }
  const covariance = product / (recovered.both - 1) / variant.values.length;
  return { value: mean, variance: meanStandardError * meanStandardError, covariance };
}

/** Undefined where a P95 or an end of its interval has no number. */
function tailSaving(
  baseline: MetricSide,
  variant: MetricSide,
  { shifts }: MetricComparison,
  yearly: YearlyDifferences | undefined,
  z: number,
): Saving | undefined {
  const { value, low, high } = shifts.p95;
  if (value === null || low === null || high === null) return undefined;
  const error = (high - low) / 2 / z;
  const [first, second] = [tailCovariance(baseline, yearly, z), tailCovariance(variant, yearly, z)];
  return { value, variance: error * error, covariance: second - first };
}

/**
 * Covariance of the mean yearly difference with the sample P95 of an RTO. To first order the error of the quantile is
 * that of the share at or below it, over the density there, with its sign changed; and half the length of its interval
 * is z times the error of that share over the density.
 */
function tailCovariance({ values, quantiles }: MetricSide, yearly: YearlyDifferences | undefined, z: number): number {
  const { value, low, high } = quantiles.p95;
  if (yearly === undefined || value === null || low === null || high === null) return 0;
  const incidents = values.length;
  const errorOfShare = Math.sqrt((QUANTILES.p95 * (1 - QUANTILES.p95)) / incidents);
  const perShare = (high - low) / 2 / (z * errorOfShare);
  let product = 0;
  for (let i = 0; i < incidents; i++) if (values[i] <= value) product += yearly.values[i] - yearly.mean;
  return (0 - product / (incidents - 1) / incidents) * perShare;
}

function priceOf(cost: Estimated, saving: Saving | undefined, z: number): PriceEstimate {
  if (saving === undefined || cost.variance === undefined) {
    return { state: 'unsupported', value: null, low: null, high: null };
  }
  const interval = ratioInterval({
    numerator: cost.value,
    denominator: 0 - saving.value,
    numeratorVariance: cost.variance,
    denominatorVariance: saving.variance,
    covariance: 0 - saving.covariance,
    z,
  });
  if (interval === undefined) return { state: 'undecided', value: null, low: null, high: null };
  const { low, high } = interval;
  return { state: 'estimated', value: (cost.value / (0 - saving.value)) * HOUR, low: low * HOUR, high: high * HOUR };
}
