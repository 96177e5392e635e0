import * as z from 'zod';
import { mean } from '../../distributions/families.js';
import type { Law } from '../../distributions/law.js';
import { probability } from '../../units/quantity.js';
import type { LatentFaults } from '../durability.js';
import * as wording from '../wording.js';
import { ageShape } from './keep-shape.js';
import { mergeable } from './keyed.js';
import { checkedAlways, leaf } from './leaf.js';
import type { IssueParams, Shape } from './leaf.js';
import { lawShape } from './law-shape.js';
import { AGE, DURATION } from './measure.js';
import { countUpToShape, independenceShape } from './plain-values.js';
import { sourced } from './provenance-keys.js';
import { sourcedPeriodShape } from './sourced-values.js';

/** More copies than anybody keeps, and more units than can be played one by one. */
const MOST_COPIES = 100;
const MOST_UNITS = 1_000_000;

/** A law of times of which not all are zero: what always breaks at once would break for ever. */
const lifeShape: Shape<Law> = lawShape(AGE).transform((law, context): Law => {
  if (mean(law) > 0) return law;
  const params = { words: wording.zero(AGE), at: 'value', isOtherForm: false } satisfies IssueParams;
  context.issues.push({ code: 'custom', input: law, path: [], params });
  return z.NEVER;
});

const SPOILS: readonly LatentFaults['spoils'][] = ['all', 'part'];

const spoilsShape: Shape<LatentFaults['spoils']> = leaf({
  form: 'scalar',
  wanted: wording.oneOf(SPOILS),
  reader: (data, refuse) => SPOILS.find((known) => known === data) ?? refuse(wording.oneOf(SPOILS, String(data))),
  notes: { enum: SPOILS },
});

const visibleFaultsShape = mergeable({
  every: lifeShape.meta({ description: 'how long a good copy lasts until one' }),
  'repaired-after': lawShape(DURATION)
    .optional()
    .meta({ description: 'from the fault until the copy is good again; at once, when absent' }),
});

const latentFaultsShape = checkedAlways(
  mergeable({
    every: lifeShape.meta({ description: 'how long a good copy lasts until one' }),
    'audited-every': sourcedPeriodShape
      .optional()
      .meta({ description: 'how often all copies are audited, which finds them; or give "found-after"' }),
    'found-after': lawShape(AGE)
      .optional()
      .meta({ description: 'from the fault until it is found by itself; or give "audited-every"' }),
    'repaired-after': lawShape(DURATION)
      .optional()
      .meta({ description: 'from when it is found until the copy is good again; at once, when absent' }),
    spoils: spoilsShape
      .default('all')
      .meta({ description: 'the copy as a whole (all), or a part of it in which no two faults meet (part)' }),
  }),
  (data, refuse) => {
    if ('audited-every' in data && 'found-after' in data) {
      refuse(wording.eitherNotBoth('audited-every', 'found-after'), ['found-after'], 'key');
    }
  },
);

/** How the copies of stored data go bad by themselves, and how that is found and mended. */
export const durabilityShape = checkedAlways(
  mergeable({
    copies: sourced(countUpToShape(MOST_COPIES), 'copies').meta({
      description: 'how many copies there are, the one in use included',
    }),
    units: sourced(countUpToShape(MOST_UNITS), 'units')
      .optional()
      .meta({ description: 'parts of the data, each with its own copies: disks, documents; 1, when absent' }),
    horizon: sourced(ageShape, 'horizon')
      .optional()
      .meta({ description: 'within which time a loss is asked about; the period, when absent' }),
    independence: sourced(independenceShape, 'independence').default(probability(1)).meta({
      description: 'while a copy is bad, the times until others go bad shrink to this share; 100%, when absent',
    }),
    'visible-faults': visibleFaultsShape
      .optional()
      .meta({ description: 'faults that are noticed at once and take the whole copy' }),
    'latent-faults': latentFaultsShape
      .optional()
      .meta({ description: 'faults that nobody notices before somebody looks' }),
  }),
  (data, refuse) => {
    if (!('visible-faults' in data) && !('latent-faults' in data)) {
      refuse(wording.oneKeyOf(['visible-faults', 'latent-faults']), [], 'key');
    }
  },
);
