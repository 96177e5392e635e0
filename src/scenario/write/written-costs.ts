import { exactPrice, exactSizePrice, exactStoragePrice } from '../../units/exact-text.js';
import type { Costs } from '../costs.js';
import type { SourceBook } from './source-book.js';
import { optional } from './written-values.js';

/** The prices as a map of the file; keys without a value are undefined. */
export function writtenCosts(costs: Costs, sources: SourceBook): object {
  const { currency, downtime, dataLoss, unrecoverable, people, egress, storage, standing } = costs;
  const priced = (key: string, price: number, write: (price: number) => string): unknown =>
    price === 0 && !sources.has(`costs.${key}`) ? undefined : sources.sourced(`costs.${key}`, write(price));
  return {
    currency,
    downtime: priced('downtime', downtime, exactPrice),
    'data-loss': priced('data-loss', dataLoss, exactPrice),
    unrecoverable: sources.sourced(
      'costs.unrecoverable',
      optional(unrecoverable, (amount) => amount),
    ),
    people: byName(people.map(({ role, price }) => [role, sources.sourced(`costs.people.${role}`, exactPrice(price))])),
    egress: priced('egress', egress, exactSizePrice),
    storage: priced('storage', storage, exactStoragePrice),
    standing: byName(
      standing.map(({ name, price }) => [name, sources.sourced(`costs.standing.${name}`, exactPrice(price))]),
    ),
  };
}

function byName(entries: readonly (readonly [string, unknown])[]): object | undefined {
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
