import type { Candidate, Neighbours } from './sizing.js';

/** What combinations are compared by. */
type Respects = Pick<Candidate, 'costPerYear' | 'p95'>;

/**
 * Whether nothing that is cheaper reopens as soon and loses as little, at P95 and give or take what nobody would call better.
 * Of those that nobody would tell apart the cheapest is on the frontier.
 */
export function onFrontier(candidates: readonly Respects[]): readonly boolean[] {
  const kept: (readonly number[])[] = [];
  const isKept = candidates.map(() => false);
  for (const i of cheapestFirst(candidates)) {
    const times = timesOf(candidates[i]);
    if (kept.some((cheaper) => !isWorthNaming(times, cheaper))) continue;
    kept.push(times);
    isKept[i] = true;
  }
  return isKept;
}

/** The combinations next to the chosen one, and what keeps the cheaper ones from being chosen. */
export function neighboursOf(
  candidates: readonly (Respects & Pick<Candidate, 'verdict' | 'findings'>)[],
  chosen: number,
): Neighbours {
  const numbers = cheapestFirst(candidates);
  const own = costOf(candidates[chosen]);
  const cheaper = numbers.filter((i) => costOf(candidates[i]) < own);
  const times = timesOf(candidates[chosen]);
  const better = numbers.find(
    (i) =>
      costOf(candidates[i]) > own && candidates[i].verdict !== 'missed' && isWorthNaming(timesOf(candidates[i]), times),
  );
  return {
    cheaper: cheaper.at(-1) ?? null,
    better: better ?? null,
    notKept: candidates[chosen].findings.map(
      (_, at) => cheaper.filter((i) => candidates[i].findings[at].verdict !== 'met').length,
    ),
    cheaperOnes: cheaper.length,
  };
}

function costOf({ costPerYear }: Respects): number {
  return costPerYear.value;
}

/** By cost; of equals those that reopen sooner come first. */
function cheapestFirst(candidates: readonly Respects[]): readonly number[] {
  return [...candidates.keys()].sort((a, b) => {
    const [one, other] = [candidates[a], candidates[b]];
    return costOf(one) - costOf(other) || timesOf(one)[0] - timesOf(other)[0];
  });
}

function timesOf({ p95 }: Respects): readonly number[] {
  return [p95.rto.value ?? Infinity, p95.rpo.value ?? Infinity];
}

/** By less than this share nobody would call a time better. */
export const WORTH_NAMING = 0.01;

/** Whether it reopens sooner than the other, or loses less, by enough to be named. */
function isWorthNaming(times: readonly number[], others: readonly number[]): boolean {
  return times.some((value, i) => value < others[i] * (1 - WORTH_NAMING));
}
