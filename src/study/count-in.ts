import type { Law } from '../distributions/law.js';
import type { Schedule } from '../scenario/scenario.js';

/** What a person decided or estimated as a whole, although it is made of several numbers. */
const WHOLES: Readonly<Record<Law['kind'] | Schedule['kind'], true>> = {
  fixed: true,
  uniform: true,
  triangular: true,
  pert: true,
  exponential: true,
  lognormal: true,
  gamma: true,
  weibull: true,
  empirical: true,
  mixture: true,
  clamped: true,
  cron: true,
  every: true,
};

/**
 * How many inputs a part of a scenario has, said or not.
 *
 * @param isCounted which bare numbers count; all when absent.
 */
export function countIn(part: unknown, isCounted: (value: number) => boolean = () => true): number {
  if (typeof part === 'number') return isCounted(part) ? 1 : 0;
  if (typeof part !== 'object' || part === null) return 0;
  if ('kind' in part && String(part.kind) in WHOLES) return 1;
  const inner = Object.entries(part).filter(([key]) => key !== 'hours');
  return inner.reduce((sum, [, each]) => sum + countIn(each, isCounted), 0);
}
