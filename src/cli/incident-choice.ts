import { Refusal } from './refusal.js';

/** Which incident of a run to tell: by its number, by a quantile of a metric, or the worst by that metric. */
export type IncidentChoice =
  { readonly kind: 'number'; readonly incident: number } | { readonly kind: 'quantile'; readonly quantile: number };

const QUANTILES: ReadonlyMap<string, number> = new Map([
  ['p50', 0.5],
  ['p95', 0.95],
  ['p99', 0.99],
  ['worst', 1],
]);

/** The engine names incidents by 32 bits. */
const LAST_INCIDENT = 2 ** 32 - 1;

/**
 * Reads `--incident`.
 *
 * @throws Refusal when it is neither a whole number from 0 on, nor one of the words.
 */
export function readIncidentChoice(text: string): IncidentChoice {
  const quantile = QUANTILES.get(text);
  if (quantile !== undefined) return { kind: 'quantile', quantile };
  const incident = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (incident <= LAST_INCIDENT) return { kind: 'number', incident };
  const words = [...QUANTILES.keys()].join(', ');
  throw new Refusal(
    `--incident: expected ${words} or a whole number, found "${text}"`,
    `the incidents of a run are counted from 0, and none is above ${LAST_INCIDENT}`,
  );
}

/**
 * The place of a metric among the names of those that a run has.
 *
 * @throws Refusal when the run has no such metric.
 */
export function metricIndex(metric: string, names: readonly string[]): number {
  const index = names.indexOf(metric);
  if (index < 0) throw new Refusal(`--metric: expected one of ${names.join(', ')}; found "${metric}"`);
  return index;
}
