import { parseCalendarDate } from '../../units/calendar-date.js';
import * as wording from '../wording.js';
import { ageShape } from './keep-shape.js';
import { mergeable } from './keyed.js';
import { leaf } from './leaf.js';
import type { Shape } from './leaf.js';
import { lawShape } from './law-shape.js';
import { AGE, DURATION } from './measure.js';
import { named, truthShape } from './plain-values.js';
import { textShape } from './provenance-keys.js';
import { attemptFailsShape, likelihoodShape } from './sourced-values.js';

const answerShape: Shape<string> = leaf({
  form: 'scalar',
  wanted: wording.wantedAnswer(),
  reader: (data, refuse) => {
    // YAML 1.1 reads yes and no as truths, and some editors still write them so.
    if (typeof data === 'boolean') return data ? 'yes' : 'no';
    const text = String(data);
    const isAnswer = text === 'yes' || text === 'no' || parseCalendarDate(text) !== undefined;
    return isAnswer ? text : refuse(wording.wantedAnswer());
  },
  notes: {
    anyOf: [{ enum: ['yes', 'no'] }, { type: 'boolean' }, { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }],
    examples: ['yes', 'no', '2026-03-14'],
  },
});

const backupGapShape = mergeable({
  restorable: likelihoodShape.optional().meta({ description: 'probability that a backup restores, besides its own' }),
  'silently-unrestorable-after': lawShape(AGE).optional().meta({
    description: 'time from a good restore test until new backups begin to be bad, in place of that of the surface',
  }),
});

const gapShape = mergeable({
  fails: named(attemptFailsShape).optional().meta({
    description: 'by step, the probability with which an attempt fails besides its own',
  }),
  delays: named(lawShape(DURATION)).optional().meta({ description: 'by step, time added to its first attempt' }),
  backups: named(backupGapShape).optional().meta({ description: 'by surface, what becomes of its backups' }),
});

/** A question about the plan, with its answer and what follows from a no. */
export const readinessShape = mergeable({
  asks: textShape.meta({ description: 'the question, as the reviewers put it' }),
  answer: answerShape.optional().meta({ description: 'yes, no, or the day on which it was done' }),
  required: truthShape
    .optional()
    .meta({ description: 'whether a plan that does not meet it is not ready; true, when absent' }),
  'fresh-for': ageShape.optional().meta({ description: 'how long a day is an answer; for ever, when absent' }),
  'if-not': gapShape.optional().meta({ description: 'what follows from an answer that is no, or too old' }),
});
