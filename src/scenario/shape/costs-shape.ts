import { mergeable } from './keyed.js';
import { NUMBER, SIZE_PRICE, STORAGE_PRICE } from './measure.js';
import { named } from './plain-values.js';
import { sourced, textShape } from './provenance-keys.js';
import { quantityShape } from './quantities.js';
import { priceShape } from './sourced-values.js';

/** What things cost, in one currency. */
export const costsShape = mergeable({
  currency: textShape.meta({ description: 'the currency of every number of this section', examples: ['EUR'] }),
  downtime: priceShape.optional().meta({ description: 'of the time until the service is reopened' }),
  'data-loss': priceShape.optional().meta({ description: 'of the time of which the data is lost' }),
  unrecoverable: sourced(quantityShape(NUMBER), 'amount')
    .optional()
    .meta({ description: 'of an incident without a recovery, in place of downtime and data loss' }),
  people: named(priceShape).optional().meta({ description: 'by role, of a person who is held by a step' }),
  egress: sourced(quantityShape(SIZE_PRICE), 'sourced-size-price')
    .optional()
    .meta({ description: 'of what the transfers of a recovery move' }),
  storage: sourced(quantityShape(STORAGE_PRICE), 'sourced-storage-price')
    .optional()
    .meta({ description: 'of what the copies keep' }),
  standing: named(priceShape).optional().meta({
    description: 'by name, whatever is paid all the time: a standby cluster, drills, licences',
  }),
});
