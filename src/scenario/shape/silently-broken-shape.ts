import * as z from 'zod';
import { mergeable } from './keyed.js';
import { lawShape } from './law-shape.js';
import { AGE, DURATION } from './measure.js';
import { likelihoodShape } from './sourced-values.js';

const found = mergeable({
  probability: likelihoodShape.meta({ description: 'that it had stopped unnoticed' }),
  for: lawShape(DURATION).meta({ description: 'for how long it had' }),
});

const recurring = mergeable({
  'breaks-every': lawShape(AGE).meta({ description: 'how long it works until it stops' }),
  'noticed-after': lawShape(DURATION).meta({ description: 'from there until someone notices' }),
  'mended-after': lawShape(DURATION).meta({ description: 'from there until it works again' }),
});

/** Something that stops without anybody noticing: as a strike finds it, or as it comes and goes. */
export const silentlyBrokenShape = z.union([found, recurring]);
