import * as z from 'zod';
import { scaleLaw } from '../scale-law.js';
import type { CatchUp, Failure } from '../scenario.js';
import * as wording from '../wording.js';
import { mergeable } from './keyed.js';
import { checkedAlways } from './leaf.js';
import type { Shape } from './leaf.js';
import { lawShape } from './law-shape.js';
import { COUNT_RATE, DURATION, NUMBER, RATE } from './measure.js';
import { needsShape } from './needs-shape.js';
import { referenceShape, referencesShape, someReferencesShape } from './plain-values.js';
import { sourced } from './provenance-keys.js';
import { quantityShape } from './quantities.js';
import { attemptFailsShape } from './sourced-values.js';
import { spansShape, transferSizeShape } from './transfer-size.js';

const transferShape = mergeable({
  bytes: transferSizeShape.meta({ description: 'how much is moved' }),
  rate: lawShape(RATE).meta({ description: 'how fast this transfer alone would run' }),
  over: referenceShape.optional().meta({ description: 'the link that it shares' }),
  'stops-after': sourced(quantityShape(DURATION), 'time-limit')
    .optional()
    .meta({ description: 'given up after so long: the rest of a log that is replayed is lost' }),
});

const catchUpShape = checkedAlways(
  mergeable({
    behind: spansShape.meta({ description: 'what has to be caught up: rpo, rpo.<surface>, rto, elapsed, or several' }),
    speed: lawShape(NUMBER).optional().meta({ description: 'seconds of backlog worked off per second' }),
    arrives: sourced(quantityShape(COUNT_RATE), 'arrivals')
      .optional()
      .meta({ description: 'with "rate": what is produced per time' }),
    rate: lawShape(COUNT_RATE).optional().meta({ description: 'with "arrives": what is worked off per time' }),
  }),
  (data, refuse) => {
    const bySpeed = 'speed' in data;
    for (const key of ['arrives', 'rate']) {
      if (bySpeed && key in data) refuse(wording.eitherNotBoth('speed', '"arrives" with "rate"'), [key], 'key');
    }
    if (bySpeed || ('arrives' in data && 'rate' in data)) return;
    refuse(wording.oneKeyOf(['speed', 'arrives" with "rate']), [], 'key');
  },
).transform(({ behind, speed, arrives, rate }): CatchUp => {
  if (speed !== undefined) return { behind, speed };
  if (arrives === undefined || rate === undefined) throw new RangeError('CatchUp: neither a speed nor rates');
  return { behind, speed: scaleLaw(rate, 1 / arrives) };
});

const failureShape: Shape<Failure> = z.union([
  attemptFailsShape.transform((probability): Failure => ({ probability })),
  mergeable({
    probability: attemptFailsShape,
    rework: lawShape(DURATION).optional().meta({ description: 'time spent mending before the next attempt' }),
    'back-to': referenceShape.optional().meta({ description: 'the earlier step at which the next attempt begins' }),
  }).transform(({ probability, rework, 'back-to': backTo }): Failure => ({
    probability,
    ...(rework === undefined ? {} : { rework }),
    ...(backTo === undefined ? {} : { backTo }),
  })),
]);

const searchShape = mergeable({
  'backups-of': referenceShape.meta({ description: 'the surface whose backups are looked at' }),
  each: lawShape(DURATION).meta({ description: 'time to look at one of them' }),
});

/** One step of the runbook. */
export const stepShape = checkedAlways(
  mergeable({
    follows: referencesShape.optional().meta({ description: 'the steps that must have ended before it starts' }),
    needs: needsShape.optional().meta({ description: 'the people it holds: a role, several, or a number of each' }),
    takes: lawShape(DURATION).optional().meta({ description: 'time that it takes besides transfers and catching up' }),
    transfers: transferShape.optional().meta({ description: 'data that it moves' }),
    'catches-up': catchUpShape.optional().meta({ description: 'a backlog that it works off' }),
    fails: failureShape.optional().meta({ description: 'probability that an attempt fails and is made again' }),
    searches: searchShape
      .optional()
      .meta({ description: 'backups that are looked at one by one, from the newest to the one that is chosen' }),
    when: someReferencesShape.optional().meta({
      description:
        'kinds of incident, surfaces that have to be recovered, alternatives: it is carried out only when one of each sort that is named is the case',
    }),
    restores: referenceShape.optional().meta({ description: 'the surface whose backup it restores' }),
  }),
  (data, refuse) => {
    if (!['takes', 'transfers', 'catches-up', 'searches'].some((key) => key in data))
      refuse(wording.stepTakesNothing(), [], 'key');
  },
).meta({ id: 'step' });
