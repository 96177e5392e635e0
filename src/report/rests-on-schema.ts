import { BASES } from '../study/rests-on/basis.js';
import type { BasisSummary, RestingPart, RestsOnSummary } from '../study/rests-on/rests-on.js';
import type { ShareOfSum } from '../statistics/share-of-sum.js';
import { defined, exactly, type JsonSchema } from './json-schema.js';

const shareWithInterval = {
  share: defined('share'),
  low: defined('share'),
  high: defined('share'),
} as const satisfies Readonly<Record<keyof ShareOfSum, JsonSchema>>;

/** What the worst twentieth of one metric rests on. */
export const restsOnSchema: JsonSchema = exactly<RestsOnSummary>({
  incidents: defined('count', 'How many incidents that is.'),
  assumed: exactly<ShareOfSum>(shareWithInterval, 'The share that is assumed, or rests on values without a source.'),
  bases: {
    description: 'The largest share first; together they are all of it.',
    type: 'array',
    items: exactly<BasisSummary>({
      basis: {
        description:
          'Source of the weakest value of each part; roster where nobody of a role was at work; unsourced where no ' +
          'value names a source.',
        enum: BASES,
      },
      ...shareWithInterval,
      oldest: {
        description: 'The oldest of the days that these values name; null when none does.',
        type: ['string', 'null'],
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      },
      parts: {
        description: 'Steps, roles that were waited for, or surfaces that lost most; the largest share first.',
        type: 'array',
        items: exactly<RestingPart>({
          kind: { enum: ['step', 'people', 'surface'] },
          name: { type: 'string' },
          share: defined('share', 'Of all of the worst twentieth.'),
        }),
      },
    }),
  },
});
