import { quantile } from '../../statistics/quantile.js';
import { shareOfSum, type ShareOfSum } from '../../statistics/share-of-sum.js';
import type { Outcomes } from '../outcomes.js';
import { METRICS_BY_KIND, type MetricByKind } from '../run-samples.js';
import { BASES, UNSEEN, type Basis } from './basis.js';
import type { Footing, Footings } from './footings.js';

/** What the worst twentieth of a metric rests on. */
export interface RestsOnSummary {
  /** How many incidents that is. */
  readonly incidents: number;
  /** The share that nobody has seen: it is assumed, or names no source. */
  readonly assumed: ShareOfSum;
  /** The largest first; together they are all of it. */
  readonly bases: readonly BasisSummary[];
}

export interface BasisSummary extends ShareOfSum {
  readonly basis: Basis;
  /** `YYYY-MM-DD`, the oldest of the days that its values name; null when none does. */
  readonly oldest: string | null;
  /** What the share is made of, the largest first. */
  readonly parts: readonly RestingPart[];
}

export interface RestingPart {
  /** Work on a step, waiting for a role, or the loss of a surface. */
  readonly kind: 'step' | 'people' | 'surface';
  readonly name: string;
  /** Of the whole worst twentieth, from 0 to 1. */
  readonly share: number;
}

/** The probability that parts the worst from the rest. */
const TAIL = 0.95;

/** Seconds of one incident after the other, and what they rest on. */
interface Part {
  readonly kind: RestingPart['kind'];
  readonly footing: Footing;
  readonly seconds: Float64Array;
}

/**
 * What the worst incidents rest on: those at or above the P95 of the incidents looked at that were recovered from. Times are
 * shared out among the steps on the critical path and the roles that it waited for, which add up to the metric; a data
 * loss belongs to the surface that lost most, the first of equals. A part is as weak as the weakest of its values.
 *
 * @returns null for a metric that was nowhere above 0.
 * @throws RangeError when `rto`, `rpo` or `rtt` is not among the metrics.
 */
export function restsOn(
  outcomes: Outcomes,
  { steps, roles, surfaces }: Footings,
  confidence: number,
): Readonly<Record<MetricByKind, RestsOnSummary | null>> {
  const study = outcomes.steps;
  const onPath = (column: 'secondsOnPathToReopen' | 'secondsOnPathToClose'): readonly Part[] => [
    ...study.steps.map((step) => ({
      kind: 'step' as const,
      footing: namedIn(steps, step.name),
      seconds: step[column],
    })),
    ...study.people.map((role) => ({
      kind: 'people' as const,
      footing: namedIn(roles, role.name),
      seconds: role[column],
    })),
  ];
  const parts: Readonly<Record<MetricByKind, readonly Part[]>> = {
    rto: onPath('secondsOnPathToReopen'),
    rtt: onPath('secondsOnPathToClose'),
    rpo: lossParts(outcomes, surfaces),
  };
  const of = (metric: MetricByKind): RestsOnSummary | null =>
    restsOnParts(parts[metric], valuesOf(outcomes, metric), confidence);
  const [rto, rpo, rtt] = METRICS_BY_KIND.map(of);
  return { rto, rpo, rtt };
}

function restsOnParts(parts: readonly Part[], values: Float64Array, confidence: number): RestsOnSummary | null {
  const recovered = values.filter((value) => !Number.isNaN(value)).sort();
  if (recovered.length === 0) return null;
  const threshold = quantile(recovered, TAIL);
  const tail = Array.from(values.keys()).filter((incident) => values[incident] >= threshold);
  const wholes = Float64Array.from(tail, (incident) => values[incident]);
  const total = sumOf(wholes);
  if (total === 0) return null;
  const shareOf = (counted: readonly Part[]): ShareOfSum =>
    shareOfSum(
      // NaN where a step was never reached: it then took no part in that recovery.
      Float64Array.from(tail, (incident) => sumOf(counted.map(({ seconds }) => seconds[incident] || 0))),
      wholes,
      confidence,
    );
  const summaryOf = (basis: Basis): BasisSummary => {
    const those = parts.filter(({ footing }) => footing.basis === basis);
    const made = those
      .map((part) => ({
        kind: part.kind,
        name: part.footing.name,
        share: shareOf([part]).share,
        footing: part.footing,
      }))
      .filter(({ share }) => share > 0)
      .sort((one, other) => other.share - one.share);
    const days = made.flatMap(({ footing: { oldest } }) => (oldest === null ? [] : [oldest])).sort();
    return {
      basis,
      ...shareOf(those),
      oldest: days.at(0) ?? null,
      parts: made.map(({ kind, name, share }) => ({ kind, name, share })),
    };
  };
  return {
    incidents: tail.length,
    assumed: shareOf(parts.filter(({ footing }) => UNSEEN.includes(footing.basis))),
    bases: BASES.map(summaryOf)
      .filter(({ share }) => share > 0)
      .sort((one, other) => other.share - one.share),
  };
}

/** All of the RPO of an incident, at the surface that decided it. */
function lossParts(outcomes: Outcomes, surfaces: readonly Footing[]): readonly Part[] {
  const rpo = valuesOf(outcomes, 'rpo');
  const losses = surfaces.flatMap((footing) => {
    const column = outcomes.metrics.find(({ name }) => name === `rpo.${footing.name}`);
    return column === undefined ? [] : [{ footing, values: column.values }];
  });
  const seconds = losses.map(() => new Float64Array(rpo.length));
  for (const [incident, loss] of rpo.entries()) {
    const deciding = losses.findIndex(({ values }) => values[incident] === loss);
    if (deciding >= 0) seconds[deciding][incident] = loss;
  }
  return losses.map(({ footing }, i) => ({ kind: 'surface', footing, seconds: seconds[i] }));
}

/** Of the incidents that were looked at. */
function valuesOf({ metrics, steps }: Outcomes, name: string): Float64Array {
  const column = metrics.find((metric) => metric.name === name);
  if (column === undefined) throw new RangeError(`restsOn: the outcomes have no metric ${name}`);
  return column.values.subarray(0, steps.incidents);
}

function namedIn(footings: readonly Footing[], name: string): Footing {
  const found = footings.find((footing) => footing.name === name);
  if (found === undefined) throw new RangeError(`restsOn: nothing is said of ${name}`);
  return found;
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
