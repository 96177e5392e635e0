import { printable } from './printable.js';

/** What the three metrics measure, in a sentence each. */
export const CLOCK_WORDS =
  'The clock starts with the disruption. RTO, the recovery time achieved (RTA), runs until service is ' +
  'reopened; RTT, the recovery total time, until the incident is closed. RPO is the age of what could be restored.';

/** A metric as people name it: `RTO`, `RPO postgresql`. */
export function metricLabel(name: string): string {
  if (!name.startsWith('rpo.')) return printable(name).toUpperCase();
  return `RPO ${printable(name.slice('rpo.'.length))}`;
}

/** The names of the metrics in the order of reading: RTO, RPO, what RPO is made of, RTT. */
export function metricsInReadingOrder(summary: {
  readonly metrics: Readonly<Record<string, unknown>>;
}): readonly string[] {
  const names = Object.keys(summary.metrics);
  const surfaces = names.filter((name) => name.startsWith('rpo.'));
  return ['rto', 'rpo', ...surfaces, 'rtt'].filter((name) => names.includes(name));
}

/** A quantile as people name it: 0.95 is `P95`, 0.999 is `P99.9`. */
export function quantileLabel(probability: number): string {
  return `P${Number((probability * 100).toPrecision(12))}`;
}
