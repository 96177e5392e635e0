import type { KindPlan, RushPlan } from '../plan/disaster-plan.js';
import type { Plan } from '../plan/plan.js';
import type { Strike } from './strike.js';

/** Draws what strikes, and when: the kind by its share, the instant by its rush, the onset by its latency. */
export function drawStrike(plan: Plan, strike: Strike): void {
  const { kinds, kindColumn } = plan;
  const index = kindColumn < 0 ? 0 : kindAt(kinds, strike.drawn(kindColumn));
  const kind = kinds[index];
  strike.kindIndex = index;
  strike.kind = kind;
  const place = strike.drawn(plan.strikeColumn);
  strike.at = kind.rush === undefined ? place * plan.periodLength : rushedInstant(kind.rush, place);
  strike.onset = kind.latencyColumn < 0 ? strike.at : strike.at - strike.drawn(kind.latencyColumn);
}

function kindAt(kinds: readonly KindPlan[], place: number): number {
  let index = 0;
  while (place >= kinds[index].upTo) index++;
  return index;
}

/** The instant before which that share of all strikes falls. */
function rushedInstant({ starts, shares, secondsPerShare }: RushPlan, share: number): number {
  let low = 0;
  let high = shares.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (shares[middle] <= share) low = middle;
    else high = middle - 1;
  }
  return starts[low] + (share - shares[low]) * secondsPerShare[low];
}
