import { ascendingCopy } from '../../statistics/ascending-copy.js';
import type { PlaysOutcomes } from '../explain/plays-recorder.js';
import { METRICS_BY_KIND, type MetricByKind } from '../run-samples.js';

/** The values of every metric in ascending order, Infinity for an incident without a recovery; draw by draw. */
export interface DrawnMetrics {
  /** How many each draw was struck by. */
  readonly incidents: number;
  readonly draws: readonly Readonly<Record<MetricByKind, Float64Array>>[];
}

/** What was played of each draw, in order of its values. */
export function drawnMetrics({ plays }: PlaysOutcomes): DrawnMetrics {
  const draws = plays.map((play) => {
    const [rto, rpo, rtt] = METRICS_BY_KIND.map((metric) => ascendingCopy(play[metric]));
    return { rto, rpo, rtt };
  });
  return { incidents: plays[0].rto.length, draws };
}
