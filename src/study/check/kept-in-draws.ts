import { countAtMost, countBelow } from '../../statistics/count-at-most.js';
import { quantile } from '../../statistics/quantile.js';
import { METRICS_BY_KIND } from '../run-samples.js';
import type { DrawnMetrics } from '../uncertainty/drawn-metrics.js';
import { keeps } from './keeps.js';
import type { RequiredQuantity, Requirement } from './requirement.js';

/**
 * In which share of the draws of the inputs a requirement is kept; null for one that speaks of what the draws do not have: a
 * single kind of incident or surface, money, and what follows from no draw.
 */
export function keptInDraws({ quantity, comparison, limit }: Requirement, { draws }: DrawnMetrics): number | null {
  if (quantity.kind === 'unrecoverable' && quantity.disaster !== undefined) return null;
  if (quantity.kind === 'assumed' || quantity.kind === 'cost-per-year' || quantity.kind === 'restore-test-age')
    return null;
  const of = quantity.kind === 'unrecoverable' ? { metric: 'rto', disaster: undefined } : quantity.of;
  const metric = METRICS_BY_KIND.find((known) => known === of.metric);
  if (metric === undefined || of.disaster !== undefined) return null;
  const kept = draws.filter((draw) => keeps(valueOf(quantity, draw[metric]), comparison, limit));
  return kept.length / draws.length;
}

type DrawnQuantity = Extract<RequiredQuantity, { kind: 'quantile' | 'mean' | 'share' | 'unrecoverable' }>;

function valueOf(quantity: DrawnQuantity, ascending: Float64Array): number {
  const recovered = countAtMost(ascending, Number.MAX_VALUE);
  switch (quantity.kind) {
    case 'quantile':
      return quantile(ascending, quantity.probability);
    case 'mean':
      return ascending.subarray(0, recovered).reduce((sum, value) => sum + value, 0) / recovered;
    case 'unrecoverable':
      return 1 - recovered / ascending.length;
    case 'share': {
      const { comparison, limit } = quantity;
      const isUpper = comparison === '<=' || comparison === '<';
      const isClosed = comparison === '<=' || comparison === '>';
      const below = (isClosed ? countAtMost(ascending, limit) : countBelow(ascending, limit)) / ascending.length;
      return isUpper ? below : 1 - below;
    }
    default:
      return quantity satisfies never;
  }
}
