import { quantileLabel } from '../report/metric-label.js';
import type { CopyName } from '../scenario/disaster.js';
import { QUANTILES, type MetricSummary, type QuantileName, type QuantileSummary } from '../study/summary.js';
import { durationText } from '../units/duration-text.js';
import { inlineCode, type Words } from './document/blocks.js';

/** A quantile as a table shows it: a time, `never` where there is no recovery, a dash where the run cannot tell. */
export function timeCell({ state, value }: Pick<QuantileSummary, 'state' | 'value'>): string {
  if (value !== null) return durationText(value);
  return state === 'unrecoverable' ? 'never' : '–';
}

/** A quantile with its interval: `19.3h (18.9h to 19.6h)`. */
export function timeWithInterval(quantile: QuantileSummary): string {
  const { low, high } = quantile;
  if (low === null) return timeCell(quantile);
  return `${timeCell(quantile)} (${durationText(low)} to ${high === null ? 'never' : durationText(high)})`;
}

/** Quantiles of a metric, one cell each. */
export function timeCells({ quantiles }: Pick<MetricSummary, 'quantiles'>, names: readonly QuantileName[]): string[] {
  return names.map((name) => timeCell(quantiles[name]));
}

/** `P95`. */
export function labelOf(quantile: QuantileName): string {
  return quantileLabel(QUANTILES[quantile]);
}

/** A copy as people speak of it. */
export function copyLabel(name: CopyName): string {
  return {
    'base-backup': 'backups',
    snapshots: 'snapshots',
    replication: 'copies on a schedule',
    replica: 'replica',
    versions: 'older versions',
    versioned: 'version store',
    'rebuilt-from': 'rebuilt',
  }[name];
}

/** Words in which a schedule of cron stands as code, so that its asterisks stay what they are. */
export function withCode(text: string): readonly Words[] {
  return text
    .split(/((?:[\d*][\d*,/-]* ){4}[\w*][\w*,/-]*)/)
    .map((piece, place) => (place % 2 === 1 ? inlineCode(piece) : piece))
    .filter((piece) => piece !== '');
}

/** Words in a row as a sentence has them: `a`, `a and b`, `a, b and c`. */
export function enumeration(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** A sentence begins with a capital. */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
