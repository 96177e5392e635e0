import { z } from 'zod';
import { keyed } from '../../scenario/shape/keyed.js';
import { leaf, type Shape } from '../../scenario/shape/leaf.js';
import { DURATION } from '../../scenario/shape/measure.js';
import { named, referencesShape } from '../../scenario/shape/plain-values.js';
import { textShape } from '../../scenario/shape/provenance-keys.js';
import { quantityShape } from '../../scenario/shape/quantities.js';
import { oneOf } from '../../scenario/wording.js';
import { parseInstant } from '../../units/parse-instant.js';
import type { Instant } from '../../units/quantity.js';
import type { Drill, DrilledAttempt, DrillKind, Measured } from './drill.js';
import * as wording from './drill-wording.js';

export const DRILL_KINDS: readonly DrillKind[] = ['full-restore', 'partial', 'table-top', 'real-incident'];
export const DRILL_ENDS: readonly Drill['ended'][] = ['completed', 'cancelled', 'timed-out'];
export const ATTEMPT_OUTCOMES: readonly DrilledAttempt['outcome'][] = ['done', 'failed', 'cancelled', 'timed-out'];

const instantShape: Shape<Instant> = leaf({
  form: 'scalar',
  wanted: wording.wantedInstant(),
  reader: (data, refuse) => {
    const parsed = parseInstant(String(data));
    return parsed.kind === 'read' ? parsed.value : refuse(wording.refusedInstant(parsed, String(data)));
  },
  notes: {
    id: 'instant',
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?\\s*(Z|[+-]\\d{2}:?\\d{2})$',
    description: 'an instant with its distance from UTC',
    examples: ['2026-11-23T08:40:17.594Z', '2026-11-23T09:40:17+01:00'],
  },
});

function choice<Word extends string>(words: readonly Word[], description: string): Shape<Word> {
  return leaf({
    form: 'scalar',
    wanted: oneOf(words),
    reader: (data, refuse) => words.find((word) => word === data) ?? refuse(oneOf(words, String(data))),
    notes: { enum: words, description },
  });
}

const duration = quantityShape(DURATION);

const measuredShape: Shape<Measured> = z.union([
  duration.transform((seconds): Measured => ({ seconds, isCensored: false })),
  keyed({ 'at-least': duration.meta({ description: 'it was broken off, or the measurement ends here' }) }).transform(
    ({ 'at-least': seconds }): Measured => ({ seconds, isCensored: true }),
  ),
]);

const attemptShape = keyed({
  start: instantShape,
  end: instantShape.meta({ description: 'when it ended; of one that was broken off, when that was' }),
  outcome: choice(ATTEMPT_OUTCOMES, 'how it ended; done, when absent').optional(),
  paused: duration.optional().meta({ description: 'time of it that belongs to the exercise, not to the recovery' }),
  note: textShape.optional(),
}).transform(({ start, end, outcome = 'done', paused = 0, note = '' }): DrilledAttempt => {
  return { start, end, outcome, paused, note };
});

const attemptsShape: Shape<readonly DrilledAttempt[]> = z.union([
  attemptShape.transform((attempt) => [attempt]),
  z.array(attemptShape).min(1),
]);

/** A drill file, before its times are held against one another. */
export const drillShape = keyed({
  drill: z.literal(1).optional().meta({ description: 'version of this format' }),
  name: textShape.optional().meta({ description: 'what reports call this drill; its file, when absent' }),
  kind: choice(DRILL_KINDS, 'how much of a recovery it was'),
  began: instantShape.meta({ description: 'when the disruption began: RTO and RTT are counted from here' }),
  environment: textShape.optional().meta({ description: 'where it was carried out' }),
  incident: textShape.optional().meta({
    description: 'the kind of incident, by its name in the scenario: it is held against the forecast of that kind',
  }),
  restored: referencesShape.optional().meta({ description: 'the surfaces that were restored' }),
  ended: choice(DRILL_ENDS, 'how it ended; completed, when absent').optional(),
  achieved: keyed({
    rto: measuredShape.optional(),
    rtt: measuredShape.optional(),
    rpo: named(measuredShape).optional().meta({ description: 'by surface' }),
  })
    .optional()
    .meta({ description: 'what was achieved; RTO and RTT follow from the steps when they are not given' }),
  steps: named(attemptsShape).optional().meta({ description: 'the attempts at each step, by its name in the runbook' }),
  failures: z.array(textShape).optional().meta({ description: 'what failed, in words' }),
  note: textShape.optional(),
});
