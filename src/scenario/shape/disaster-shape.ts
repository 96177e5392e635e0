import * as z from 'zod';
import type { Duration, Probability } from '../../units/quantity.js';
import { probability, seconds } from '../../units/quantity.js';
import type { Law } from '../../distributions/law.js';
import { COPY_NAMES } from '../copy-names.js';
import type { CopyName } from '../disaster.js';
import * as wording from '../wording.js';
import { mergeable } from './keyed.js';
import { laterCostsShape } from './later-costs-shape.js';
import { leaf, REFUSED } from './leaf.js';
import type { Shape } from './leaf.js';
import { lawShape } from './law-shape.js';
import { AGE, DURATION, FREQUENCY } from './measure.js';
import { named, referenceShape, referencesShape, someReferencesShape } from './plain-values.js';
import { sourced } from './provenance-keys.js';
import { quantityPattern } from './quantity-pattern.js';
import { quantityReader } from './quantity-reader.js';
import { quantityShape } from './quantities.js';
import { likelihoodShape, sourcedDurationShape, sourcedNumberShape } from './sourced-values.js';
import { weeklyHoursShape } from './working-hours.js';

/** A failure domain. */
export const siteShape = mergeable({
  within: referencesShape.optional().meta({ description: 'the sites that it is a part of' }),
});

/** What is added to a step: a time for certain, or with a probability. */
export interface DelayDraft {
  readonly probability: Probability;
  readonly takes: Law;
}

const delayShape: Shape<DelayDraft> = z.union([
  lawShape(DURATION).transform((takes): DelayDraft => ({ probability: probability(1), takes })),
  mergeable({
    probability: likelihoodShape,
    takes: lawShape(DURATION),
  }),
]);

/** What comes of a disaster: a probability, or with the time until it strikes. */
export interface SetOffDraft {
  readonly probability: Probability;
  readonly after?: Law | undefined;
}

const setOffShape: Shape<SetOffDraft> = z.union([
  likelihoodShape.transform((chance): SetOffDraft => ({ probability: chance })),
  mergeable({
    probability: likelihoodShape,
    after: lawShape(DURATION).optional().meta({ description: 'from the one strike to the other' }),
  }),
]);

const ONSET = ['known', 'unknown'] as const;

const onsetShape: Shape<(typeof ONSET)[number]> = leaf({
  form: 'scalar',
  wanted: wording.oneOf(ONSET),
  reader: (data, refuse) => ONSET.find((known) => known === data) ?? refuse(wording.oneOf(ONSET, String(data))),
  notes: { enum: ONSET },
});

const rushShape = mergeable({
  hours: weeklyHoursShape.meta({ description: 'the weekly hours, in the time zone of the scenario' }),
  times: sourcedNumberShape.meta({ description: 'how many times as likely it is in them as at other times' }),
});

/** A kind of disaster. */
export const incidentShape = mergeable({
  frequency: sourced(quantityShape(FREQUENCY), 'sourced-frequency')
    .optional()
    .meta({ description: 'how often it is expected: 1 per 20y' }),
  rush: rushShape.optional().meta({ description: 'hours in which it strikes more often than in others' }),
  destroys: referencesShape.optional().meta({ description: 'sites that are lost with all that lives on them' }),
  'cuts-off': referencesShape
    .optional()
    .meta({ description: 'sites that cannot be reached until the provider returns, and are then as they were' }),
  corrupts: referencesShape
    .optional()
    .meta({ description: 'surfaces whose content is bad from the onset on; replicas repeat it' }),
  deletes: referencesShape
    .optional()
    .meta({ description: 'surfaces whose storage is gone, with the versions that it kept' }),
  latency: lawShape(AGE)
    .optional()
    .meta({ description: 'from the onset of a corruption until the strike, which is when it is noticed' }),
  onset: onsetShape.optional().meta({
    description: 'whether people know when the corruption began; if not, backups are searched for a clean one',
  }),
  'attacks-copies': likelihoodShape
    .optional()
    .meta({ description: 'the probability with which an attacker destroys each copy that is not immutable' }),
  'provider-returns-after': lawShape(DURATION)
    .optional()
    .meta({ description: 'from the strike until what is cut off can be reached again, by itself' }),
  delays: named(delayShape)
    .optional()
    .meta({ description: 'time that it adds to steps, by their names: a duration, or with a probability' }),
  'sets-off': named(setOffShape).optional().meta({
    description: 'other kinds that may come of it, by their names: a probability, or with the time until then',
  }),
});

const copyNameShape: Shape<CopyName> = leaf({
  form: 'scalar',
  wanted: wording.oneOf(COPY_NAMES),
  reader: (data, refuse) =>
    COPY_NAMES.find((known) => known === data) ?? refuse(wording.oneOf(COPY_NAMES, String(data))),
  notes: { enum: COPY_NAMES },
});

const AS_LONG_AS_IT_TAKES = 'as-long-as-it-takes';

const patienceShape: Shape<Duration> = leaf({
  form: 'scalar',
  wanted: wording.wantedPatience(AS_LONG_AS_IT_TAKES),
  reader: (data, refuse) => {
    if (data === AS_LONG_AS_IT_TAKES) return seconds(Infinity);
    const patience = quantityReader(DURATION)(data, () => refuse(wording.wantedPatience(AS_LONG_AS_IT_TAKES)));
    return patience === REFUSED ? REFUSED : seconds(patience);
  },
  notes: {
    type: 'string',
    pattern: `^(${quantityPattern(DURATION)}|${AS_LONG_AS_IT_TAKES})$`,
    examples: ['2h', AS_LONG_AS_IT_TAKES],
  },
});

const alternativeShape = mergeable({
  for: someReferencesShape
    .optional()
    .meta({ description: 'the kinds of incident in which it can be had; all, when absent' }),
  recovers: named(copyNameShape).optional().meta({
    description: 'by surface, the copy that it recovers from: only when the surface is hit and that copy is usable',
  }),
  'loses-at-most': sourcedDurationShape.optional().meta({ description: 'only when no more than this is lost by it' }),
  'loses-more-than': sourcedDurationShape.optional().meta({ description: 'only when more than this is lost by it' }),
  waits: sourced(patienceShape, 'patience')
    .optional()
    .meta({ description: 'how long it waits for the provider to return before the next alternative is tried' }),
  'costs-later': laterCostsShape.optional().meta({
    description: 'what it may still cost when the incident is over: corrections by hand, reversed transactions',
  }),
});

/** Something that people decide once in an incident. */
export const decisionShape = mergeable({
  after: referenceShape.meta({ description: 'the step at whose end it is decided' }),
  alternatives: named(alternativeShape).meta({
    description: 'in order: the first that can be had is taken; the last is always to be had',
  }),
});
