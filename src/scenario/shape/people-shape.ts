import * as z from 'zod';
import { mergeable } from './keyed.js';
import { lawShape } from './law-shape.js';
import { DURATION, RATE } from './measure.js';
import { headcountShape, timezoneShape } from './plain-values.js';
import { dateShape, sourced } from './provenance-keys.js';
import { hoursShape } from './working-hours.js';

/** People of one kind. */
export const roleShape = mergeable({
  count: sourced(headcountShape, 'headcount').meta({
    description: 'how many there are; "unlimited" when nobody ever waits for one',
  }),
  hours: sourced(hoursShape, 'hours').optional().meta({ description: 'when they take up work; always, when absent' }),
  timezone: timezoneShape.optional().meta({ description: 'time zone of the hours; that of the scenario, when absent' }),
  holidays: z.array(dateShape).optional().meta({ description: 'local days on which none of them works' }),
  'call-out': lawShape(DURATION)
    .optional()
    .meta({ description: 'time from being called to being at work, drawn for each person' }),
});

/** Bandwidth that transfers share. */
export const linkShape = mergeable({
  rate: lawShape(RATE).meta({ description: 'what the link carries, shared fairly; drawn once per incident' }),
});
