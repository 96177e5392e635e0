import { normalQuantile } from '../../arithmetic/normal-quantile.js';
import { moments } from '../../statistics/moments.js';
import type { Verdict } from '../check/judge-requirement.js';

/** A combination as far as it was played. */
export interface Contender {
  readonly verdict: Verdict;
  /** What is to be small before the cost is; 0 for all where the cost alone decides. */
  readonly order: number;
  /** What a year of such incidents would cost, incident by incident, upkeep included: its mean is the cost of a year. */
  readonly yearlyCosts: Float64Array;
}

/**
 * How a combination stands. `contender`: it may still be the best; `dearer`: it costs more than the leader, or has more
 * of what is to be small; `missed`: it certainly does not keep what is asked.
 */
export type Standing = 'chosen' | 'contender' | 'dearer' | 'missed';

export interface Selection {
  /** The best as far as is known of those that certainly keep all that is asked; null where none does. */
  readonly leader: number | null;
  readonly standings: readonly Standing[];
  /** With the confidence that was asked for no other that certainly keeps all is cheaper than the leader by more; null without one. */
  readonly gap: number | null;
  /** Nothing more would change the choice by more than the tolerance. */
  readonly isSettled: boolean;
}

/**
 * Chooses among combinations that were struck by the same incidents, and tells which are out.
 *
 * Costs are compared in pairs, incident by incident. When the intervals of all pairs hold, which together they do with
 * the confidence that was asked for, no combination is out that is better than the leader, and none that certainly keeps
 * all is cheaper than it by more than `gap`.
 *
 * @param options.confidence of the interval of one pair, strictly between 0 and 1: see `confidencesOfEach`.
 * @param options.tolerance the share of the leader's cost by which it may be dearer than the best.
 * @source Clark, Yang: A Bonferroni selection procedure when using common random numbers with unknown variances,
 *   Proceedings of the 1986 Winter Simulation Conference. The interval of the difference from the best: Hsu:
 *   Constrained simultaneous confidence intervals for multiple comparisons with the best, Annals of Statistics 12
 *   (1984).
 */
export function select(
  contenders: readonly Contender[],
  { confidence, tolerance }: { readonly confidence: number; readonly tolerance: number },
): Selection {
  const costs = contenders.map(({ yearlyCosts }) => meanCost(yearlyCosts));
  const leader = leaderOf(contenders, costs);
  if (leader === null) {
    const standings = contenders.map(({ verdict }): Standing => (verdict === 'missed' ? 'missed' : 'contender'));
    return { leader, standings, gap: null, isSettled: !standings.includes('contender') };
  }
  const best = contenders[leader];
  const rivals = contenders.map((each, i) => (i === leader ? ITSELF : rivalOf(each, best, confidence)));
  const aheadOf = (verdict: Verdict): number =>
    Math.max(0, ...rivals.filter((_, i) => contenders[i].verdict === verdict).map(({ ahead }) => ahead));
  const allowed = tolerance * costs[leader];
  const gap = aheadOf('met');
  return {
    leader,
    standings: rivals.map(({ standing }) => standing),
    gap,
    isSettled: gap <= allowed && aheadOf('undecided') <= allowed,
  };
}

/** What one costs more in a year than another, with its interval. */
export interface CostDifference {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** How a combination stands against the leader, and by how much it may be cheaper in a year: by any amount when it has less of what is to be small. */
interface Rival {
  readonly standing: Standing;
  readonly ahead: number;
}

const ITSELF: Rival = { standing: 'chosen', ahead: 0 };
const DEARER: Rival = { standing: 'dearer', ahead: 0 };

function rivalOf(each: Contender, best: Contender, confidence: number): Rival {
  if (each.verdict === 'missed') return { standing: 'missed', ahead: 0 };
  if (each.order > best.order) return DEARER;
  if (each.order < best.order) return { standing: 'contender', ahead: Infinity };
  const low = costDifference(each.yearlyCosts, best.yearlyCosts, confidence).low ?? -Infinity;
  return low > 0 ? DEARER : { standing: 'contender', ahead: -low };
}

/** The confidence of the interval of one requirement, and of that of one pair of costs. */
export interface ConfidencesOfEach {
  readonly requirement: number;
  readonly pair: number;
}

/**
 * The confidence of each single interval with which all that are looked at hold together: half of the error is for the
 * requirements of all combinations at all looks, half for the costs of all pairs of them.
 *
 * @param looks how often the combinations are looked at; a combination that is out is looked at no more, which only helps.
 * @source Bonferroni's inequality.
 */
export function confidencesOfEach(
  confidence: number,
  counts: { readonly combinations: number; readonly requirements: number; readonly looks: number },
): ConfidencesOfEach {
  const { combinations, requirements, looks } = counts;
  const half = (1 - confidence) / 2;
  const pairs = (combinations * (combinations - 1)) / 2;
  return {
    requirement: 1 - half / (combinations * requirements * looks),
    pair: 1 - half / (Math.max(1, pairs) * looks),
  };
}

/** The least of what is to be small, then the least cost, then the first. */
function leaderOf(contenders: readonly Contender[], costs: readonly number[]): number | null {
  let leader: number | null = null;
  for (const [i, { verdict, order }] of contenders.entries()) {
    if (verdict !== 'met') continue;
    const isBetter = leader === null || (order - contenders[leader].order || costs[i] - costs[leader]) < 0;
    if (isBetter) leader = i;
  }
  return leader;
}

function meanCost(yearlyCosts: Float64Array): number {
  const { mean } = moments(yearlyCosts);
  if (mean === null) throw new RangeError('select: a combination was struck by no incident');
  return mean;
}

/**
 * What a year of one costs more than a year of the other, by the incidents that struck both: only these can be held against
 * each other, for the mean of one that was struck by more has other luck in it.
 *
 * @param confidence of the normal interval; one incident alone has none.
 * @throws RangeError when no incident struck both.
 */
export function costDifference(one: Float64Array, other: Float64Array, confidence: number): CostDifference {
  const both = Math.min(one.length, other.length);
  const { mean, standardError } = moments(Float64Array.from({ length: both }, (_, i) => one[i] - other[i]));
  if (mean === null) throw new RangeError('costDifference: no incident struck both');
  if (standardError === null) return { value: mean, low: null, high: null };
  const reach = normalQuantile(0.5 + confidence / 2) * standardError;
  return { value: mean, low: mean - reach, high: mean + reach };
}
