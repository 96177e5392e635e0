import type { Comparison, MetricComparison, VariantComparison } from '../study/comparison.js';
import { durationText } from '../units/duration-text.js';
import { letterOf, nameOf } from './compared-names.js';
import { moneyVerdict } from './money-verdict.js';
import { shareText } from './share-text.js';

/** How one says of a metric that it is better, worse or equal; `than` stands before the baseline. */
const WORDS = {
  rto: { better: 'reopens sooner', worse: 'reopens later', equal: 'reopens at the same time' },
  rpo: { better: 'loses less data', worse: 'loses more data', equal: 'loses the same data' },
  rtt: { better: 'closes sooner', worse: 'closes later', equal: 'closes at the same time' },
} as const;

const DRILLS_TELL = 'its inputs are not known well enough to say so, and only a drill can tell';

type JudgedMetric = keyof typeof WORDS;

/**
 * A variant against the baseline in a few plain sentences: what becomes of RTO, RPO and RTT, in how many incidents, by
 * how much, and for what money.
 */
export function verdictText(comparison: Comparison, variant: VariantComparison): string {
  const subject = `${nameOf(comparison, variant.result)} (${letterOf(variant.result)})`;
  const recoveries = recoveryClause(variant);
  const money = moneyVerdict(variant);
  const { rpo, rtt } = variant.metrics;
  return [
    ...(recoveries === undefined ? [] : [`${subject} ${recoveries}.`]),
    `${recoveries === undefined ? subject : 'It'} ${clause('rto', variant, letterOf(0))}.`,
    rpo.verdict === 'equal' && rtt.verdict === 'equal'
      ? 'It loses the same data and closes at the same time in every incident.'
      : `It ${clause('rpo', variant)}, and ${clause('rtt', variant)}.`,
    ...(money === undefined ? [] : [money]),
  ].join(' ');
}

function clause(name: JudgedMetric, { metrics }: VariantComparison, baseline?: string): string {
  const metric = metrics[name];
  const words = WORDS[name];
  if (metric.verdict === 'equal')
    return `${words.equal}${baseline === undefined ? '' : ` as ${baseline}`} in every incident`;
  const isBetter = metric.better.share >= metric.worse.share;
  const { share } = isBetter ? metric.better : metric.worse;
  const lead = `${isBetter ? words.better : words.worse}${baseline === undefined ? '' : ` than ${baseline}`}`;
  const often = share === 1 ? 'in every incident' : `in ${shareText(share)} of incidents`;
  return `${lead} ${often}${amount(metric, isBetter ? -1 : 1)}${reservation(name, metric, isBetter)}`;
}

/** By how much, as far as half of all incidents or the mean go the same way; else nothing. */
function amount({ difference, recovered }: MetricComparison, direction: -1 | 1): string {
  const median = difference.quantiles.p50.value;
  if (median !== null && median * direction > 0) return `, by ${durationText(Math.abs(median))} or more in half of all`;
  const { mean } = difference;
  if (mean === null || mean * direction <= 0) return '';
  const isOverAll = recovered.baselineOnly + recovered.variantOnly + recovered.neither === 0;
  return `, by ${durationText(Math.abs(mean))} on average over all${isOverAll ? '' : ' that both recover from'}`;
}

/** What keeps that from being the whole truth. */
function reservation(
  name: JudgedMetric,
  { verdict, undecidedFor, shifts, better, worse }: MetricComparison,
  isBetter: boolean,
): string {
  const other = isBetter ? worse : better;
  if (verdict === 'undecided') {
    const words = isBetter ? WORDS[name].worse : WORDS[name].better;
    const why = undecidedFor === 'drills' ? DRILLS_TELL : 'too close to call with so few incidents';
    return `, and ${words} in ${shareText(other.share)}: ${why}`;
  }
  if (verdict !== 'mixed') return '';
  const { value } = shifts.p95;
  if (value === null)
    return isBetter ? ', yet has no P95, which the other has' : ', yet has a P95, which the other has not';
  return `, yet its P95 is ${durationText(Math.abs(value))} ${value > 0 ? 'longer' : 'shorter'}`;
}

/** Incidents that only one of the two recovers from, which no difference tells of; undefined when there are none. */
function recoveryClause({ metrics }: VariantComparison): string | undefined {
  const { baselineOnly, variantOnly, both, neither } = metrics.rto.recovered;
  const shareOf = (count: number) => shareText(count / (baselineOnly + variantOnly + both + neither));
  const won = `recovers from ${shareOf(variantOnly)} of incidents that ${letterOf(0)} does not recover from`;
  const lost = `has no recovery from ${shareOf(baselineOnly)} of incidents that ${letterOf(0)} recovers from`;
  if (variantOnly === 0) return baselineOnly === 0 ? undefined : lost;
  return baselineOnly === 0 ? won : `${won}, but ${lost}`;
}
