/**
 * The number of the incident that stands at this quantile when all are put in ascending order of a metric, one
 * without a recovery after every other; the earlier of two equals. At 1 that is the worst.
 *
 * @param values one per incident, NaN without a recovery.
 */
export function incidentAtQuantile(values: Float64Array, quantile: number): number {
  const order = Uint32Array.from({ length: values.length }, (_, incident) => incident);
  const valueOf = (incident: number): number => (Number.isNaN(values[incident]) ? Infinity : values[incident]);
  // Of equals the subtraction gives 0, or NaN for two infinite ones, and then the number decides.
  order.sort((one, other) => valueOf(one) - valueOf(other) || one - other);
  const rank = Math.max(1, Math.ceil(quantile * values.length));
  // Where several are worst, the earliest of them is told.
  const value = valueOf(order[rank - 1]);
  return order.find((incident) => valueOf(incident) === value) ?? order[rank - 1];
}
