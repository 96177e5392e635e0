import type { Summary } from '../study/summary.js';
import { printable } from './printable.js';

/** A metric as people name it: `RTO`, `RPO postgresql`. */
export function metricLabel(name: string): string {
  if (!name.startsWith('rpo.')) return printable(name).toUpperCase();
  return `RPO ${printable(name.slice('rpo.'.length))}`;
}

/** The names of the metrics in the order of reading: RTO, RPO, what RPO is made of, RTT. */
export function metricsInReadingOrder(summary: Pick<Summary, 'metrics'>): readonly string[] {
  const names = Object.keys(summary.metrics);
  const surfaces = names.filter((name) => name.startsWith('rpo.'));
  return ['rto', 'rpo', ...surfaces, 'rtt'].filter((name) => names.includes(name));
}

/** A quantile as people name it: 0.95 is `P95`, 0.999 is `P99.9`. */
export function quantileLabel(probability: number): string {
  return `P${Number((probability * 100).toPrecision(12))}`;
}
