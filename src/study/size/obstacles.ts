import type { Finding, Verdict } from '../check/judge-requirement.js';
import type { Requirement } from '../check/requirement.js';
import type { RestingPart, RestsOnSummary } from '../rests-on/rests-on.js';

/** A requirement that no combination certainly keeps. */
export interface Obstacle {
  /** Number of the requirement, from 0. */
  readonly requirement: number;
  /** Number of the combination that comes nearest; null where none has a number. */
  readonly nearest: number | null;
  /** What the worst incidents of that one are made of, the largest share first; empty where nothing is known of it. */
  readonly standsInTheWay: readonly RestingPart[];
}

const MOST_PARTS = 3;

/** A combination as far as it matters here. */
interface Judged {
  readonly findings: readonly (Pick<Finding, 'value'> & { readonly verdict: Verdict })[];
  readonly restsOn: Readonly<Record<'rto' | 'rpo' | 'rtt', RestsOnSummary | null>>;
}

/** The requirements that no combination certainly keeps, with how near one comes and what keeps it from them. */
export function obstaclesOf(requirements: readonly Requirement[], candidates: readonly Judged[]): readonly Obstacle[] {
  return requirements.flatMap((requirement, at) => {
    if (candidates.some(({ findings }) => findings[at].verdict === 'met')) return [];
    const nearest = nearestOf(
      requirement,
      candidates.map(({ findings }) => findings[at].value),
    );
    const metric = metricOf(requirement);
    const rests = nearest === null || metric === undefined ? null : candidates[nearest].restsOn[metric];
    const parts = (rests?.bases ?? []).flatMap((basis) => basis.parts);
    return [
      {
        requirement: at,
        nearest,
        standsInTheWay: [...parts].sort((one, other) => other.share - one.share).slice(0, MOST_PARTS),
      },
    ];
  });
}

function nearestOf({ comparison }: Requirement, values: readonly (number | null)[]): number | null {
  const sign = comparison === '<=' || comparison === '<' ? 1 : -1;
  let nearest: number | null = null;
  for (const [i, value] of values.entries()) {
    if (value === null) continue;
    const best = nearest === null ? null : values[nearest];
    if (best === null || sign * value < sign * best) nearest = i;
  }
  return nearest;
}

function metricOf({ quantity }: Requirement): 'rto' | 'rpo' | 'rtt' | undefined {
  if (quantity.kind !== 'quantile' && quantity.kind !== 'mean' && quantity.kind !== 'share') return undefined;
  const { metric } = quantity.of;
  if (metric === 'rto' || metric === 'rtt') return metric;
  return metric.startsWith('rpo') ? 'rpo' : undefined;
}
