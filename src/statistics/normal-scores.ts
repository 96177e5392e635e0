import { normalQuantile } from '../arithmetic/normal-quantile.js';
import { midranks } from './midranks.js';

/**
 * What normal values of the same order would be: the normal quantile of each rank, by Hazen's plotting position.
 *
 * @param values Infinity and NaN stand last, as equals.
 */
export function normalScores(values: Float64Array): Float64Array {
  const ranks = midranks(values.map((value) => (value === Infinity ? NaN : value)));
  return ranks.map((rank) => normalQuantile((rank - 0.5) / values.length));
}
