import * as wording from '../wording.js';
import { mergeable } from './keyed.js';
import { lawShape } from './law-shape.js';
import { checkedAlways } from './leaf.js';
import { DURATION, NUMBER } from './measure.js';
import { needsShape } from './needs-shape.js';
import { likelihoodShape, priceShape } from './sourced-values.js';

/** What an alternative may still cost when the incident is over. */
export const laterCostsShape = checkedAlways(
  mergeable({
    probability: likelihoodShape
      .optional()
      .meta({ description: 'with which anything of it comes at all; 100 %, when absent' }),
    amount: lawShape(NUMBER).optional().meta({ description: 'in the currency of the costs' }),
    'data-loss': priceShape.optional().meta({ description: 'of the time of which the data is lost' }),
    takes: lawShape(DURATION).optional().meta({ description: 'work, at the price of the people whom it needs' }),
    needs: needsShape.optional().meta({ description: 'with "takes": the people who do that work' }),
  }),
  (data, refuse) => {
    if (!['amount', 'data-loss', 'takes'].some((key) => key in data)) {
      refuse(wording.oneKeyOf(['amount', 'data-loss', 'takes']), [], 'key');
    }
    if ('takes' in data && !('needs' in data)) refuse(wording.workOfNobody(), ['takes'], 'key');
    if ('needs' in data && !('takes' in data)) refuse(wording.nothingToDo(), ['needs'], 'key');
  },
);
