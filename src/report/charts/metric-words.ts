import { shareText } from '../share-text.js';

/** What becomes of those that have no recovery, by metric: `10.0% never come back`. */
export function neverWords(metric: string, unrecoverable: number): string {
  const share = shareText(unrecoverable);
  if (metric === 'rtt') return `${share} are never closed`;
  return metric.startsWith('rpo') ? `${share} lose everything` : `${share} never come back`;
}

/** How a limit reads: a recovery ends within a time, a loss is at most a time. */
export function limitWord(metric: string): 'within' | 'at most' {
  return metric.startsWith('rpo') ? 'at most' : 'within';
}

/** What those do that exceed a limit: `34.3% take longer`. */
export function beyondWords(metric: string, beyond: number): string {
  return `${shareText(beyond)} ${metric.startsWith('rpo') ? 'lose more' : 'take longer'}`;
}
