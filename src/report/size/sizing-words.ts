import type { CandidateFinding, Candidate, Sizing } from '../../study/size/sizing.js';
import type { Requirement } from '../../study/check/requirement.js';
import type { QuantileSummary } from '../../study/summary.js';
import { durationText } from '../../units/duration-text.js';
import { moneyText } from '../money-text.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';

/** What tells a combination from the others: its scenario where there are several, and its values. */
export function combinationWords({ scenarios }: Pick<Sizing, 'scenarios'>, { scenario, values }: Candidate): string {
  const own = values.flatMap((value) => (value === null ? [] : [printable(value)]));
  const words = scenarios.length > 1 ? [printable(scenarios[scenario].file), ...own] : own;
  return words.join(' · ');
}

/** The same with the names of the inputs: `people.engineers.count: 2`. */
export function namedCombination(sizing: Pick<Sizing, 'scenarios' | 'varied'>, candidate: Candidate): string {
  const { scenarios, varied } = sizing;
  const own = varied.flatMap(({ path }, i) => {
    const value = candidate.values[i];
    return value === null ? [] : [`${printable(path.join('.'))}: ${printable(value)}`];
  });
  const words = scenarios.length > 1 ? [printable(scenarios[candidate.scenario].file), ...own] : own;
  return words.join(', ');
}

/** What was found of a requirement, in its unit. */
export function foundWords({ value }: Pick<CandidateFinding, 'value'>, { quantity }: Requirement): string {
  if (value === null) return 'no number';
  switch (quantity.kind) {
    case 'quantile':
    case 'mean':
      return quantity.of.metric === 'cost' ? moneyText(value) : durationText(value);
    case 'share':
    case 'unrecoverable':
    case 'assumed':
      return shareText(value);
    case 'cost-per-year':
      return moneyText(value);
    case 'restore-test-age':
      return durationText(value);
    default:
      return quantity satisfies never;
  }
}

/** A quantile as a time, or why it has none. */
export function p95Words({ state, value }: QuantileSummary): string {
  if (value !== null) return durationText(value);
  return state === 'unrecoverable' ? 'never' : '–';
}
