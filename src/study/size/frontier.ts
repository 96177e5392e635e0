import type { Candidate, Neighbours } from './sizing.js';

/** What combinations are compared by. */
export type Respects = Pick<Candidate, 'costPerYear' | 'p95'>;

/**
 * Whether nothing that is cheaper reopens as soon and loses as little, at P95 and give or take what nobody would call better.
 * Of those that nobody would tell apart the cheapest is on the frontier.
 *
 * @param candidates as they were found in the same incidents, or luck would decide.
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

/**
 * The combinations next to the chosen one, and what keeps the cheaper ones from being chosen.
 *
 * @param candidates whose `dearerBy` is known, all but the chosen one.
 */
export function neighboursOf(
  candidates: readonly (Respects & Pick<Candidate, 'verdict' | 'findings' | 'dearerBy'>)[],
  chosen: number,
): Neighbours {
  const dearerBy = candidates.map((candidate) => candidate.dearerBy?.value ?? 0);
  const numbers = [...candidates.keys()].sort(
    (a, b) => dearerBy[a] - dearerBy[b] || timesOf(candidates[a])[0] - timesOf(candidates[b])[0],
  );
  const cheaper = numbers.filter((i) => dearerBy[i] < 0);
  const times = timesOf(candidates[chosen]);
  const better = numbers.find(
    (i) => dearerBy[i] > 0 && candidates[i].verdict !== 'missed' && isWorthNaming(timesOf(candidates[i]), times),
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
