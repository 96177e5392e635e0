import { exactPrice, exactShare } from '../../units/exact-text.js';
import type { LaterCosts } from '../later-costs.js';
import type { SourceBook } from './source-book.js';
import { DURATIONS, NUMBERS, writtenLaw } from './written-law.js';
import { writtenNeeds } from './written-step.js';
import { optional } from './written-values.js';

/** What an alternative may still cost, as a map of the file; keys without a value are undefined. */
export function writtenLaterCosts(costs: LaterCosts, path: string, sources: SourceBook): object {
  const { probability, amount, dataLoss, takes, needs } = costs;
  return {
    probability:
      probability === 1 && !sources.has(`${path}.probability`)
        ? undefined
        : sources.sourced(`${path}.probability`, exactShare(probability)),
    amount: sources.sourced(
      `${path}.amount`,
      optional(amount, (law) => writtenLaw(law, NUMBERS)),
    ),
    'data-loss': sources.sourced(`${path}.data-loss`, optional(dataLoss, exactPrice)),
    takes: sources.sourced(
      `${path}.takes`,
      optional(takes, (law) => writtenLaw(law, DURATIONS)),
    ),
    needs: needs.length === 0 ? undefined : writtenNeeds(needs),
  };
}
