import { Cron } from 'croner';
import * as z from 'zod';
import { parseDuration } from '../../units/parse-duration.js';
import { seconds } from '../../units/quantity.js';
import type { Duration } from '../../units/quantity.js';
import * as wording from '../wording.js';
import { keyed } from './keyed.js';
import { leaf, REFUSED } from './leaf.js';
import type { Reader, Refuse, Shape } from './leaf.js';
import { DURATION } from './measure.js';
import { quantityPattern } from './quantity-pattern.js';
import { quantityReader } from './quantity-reader.js';
import { timezoneShape } from './plain-values.js';
import { provenanceKeys } from './provenance-keys.js';

/** A schedule as the file gives it; a cron expression without a time zone is in that of the scenario. */
export type ScheduleDraft =
  | { readonly kind: 'cron'; readonly expression: string; readonly timezone?: string }
  | { readonly kind: 'every'; readonly period: Duration };

/** Nothing that is backed up runs more often than once a second. */
const SHORTEST_PERIOD = seconds(1);

/** Any instant would do to ask whether an expression ever fires; a fixed one gives the same answer every day. */
const REFERENCE = new Date(Date.UTC(2026, 0, 1));

const cronReader: Reader<ScheduleDraft> = (data, refuse) => {
  const expression = String(data).trim();
  // The package would also read nicknames such as "@daily"; five fields are the one form that we document.
  if (!/^\S+(\s+\S+){4}$/.test(expression)) return refuse(wording.wantedSchedule());
  try {
    const next = new Cron(expression, { mode: '5-part', paused: true, utcOffset: 0 }).nextRun(REFERENCE);
    return next === null ? refuse(wording.cronNeverFires()) : { kind: 'cron', expression };
  } catch (error) {
    return refuse(wording.cronMalformed(error instanceof Error ? error.message : String(error)));
  }
};

/** A period of at least a second. */
const periodReader: Reader<Duration> = (data, refuse) => {
  const period = quantityReader(DURATION)(data, refuse);
  if (period === REFUSED) return REFUSED;
  return period >= SHORTEST_PERIOD ? seconds(period) : refuse(wording.periodTooShort());
};

const scheduleTextReader: Reader<ScheduleDraft> = (data, refuse) => {
  const every = /^every\s+(.*)$/s.exec(String(data).trim());
  if (every !== null) return everyOf(periodReader(every[1], refuse));
  // "6h" alone is what people write when they mean "every 6h".
  const text = String(data);
  return parseDuration(text).kind === 'read' ? refuse(wording.scheduleNeedsEvery(text)) : cronReader(data, refuse);
};

function everyOf(period: Duration | typeof REFUSED): ScheduleDraft | typeof REFUSED {
  return period === REFUSED ? REFUSED : { kind: 'every', period };
}

const scheduleText: Shape<ScheduleDraft> = leaf({
  form: 'scalar',
  wanted: wording.wantedSchedule(),
  reader: scheduleTextReader,
  notes: {
    id: 'schedule-text',
    type: 'string',
    description: 'a cron expression of five fields, or "every" and a duration',
    examples: ['0 1 * * *', 'every 6h'],
  },
});

const cronText: Shape<ScheduleDraft> = leaf({
  form: 'scalar',
  wanted: wording.wantedSchedule(),
  reader: cronReader,
  notes: { type: 'string', description: 'a cron expression of five fields', examples: ['0 1 * * *'] },
});

/** A period such as `6h`, of at least a second. */
export const periodShape: Shape<Duration> = leaf({
  form: 'scalar',
  wanted: wording.wanted(DURATION),
  reader: (data, refuse: Refuse) => periodReader(data, refuse),
  notes: {
    type: 'string',
    pattern: `^${quantityPattern(DURATION)}$`,
    description: 'a period of at least 1s',
    examples: ['5m', '6h'],
  },
});

const zonedCron = keyed({ cron: cronText, timezone: timezoneShape.optional(), ...provenanceKeys }).transform(
  ({ cron, timezone }): ScheduleDraft =>
    cron.kind === 'cron' && timezone !== undefined ? { ...cron, timezone } : cron,
);

const sourcedSchedule = keyed({ value: scheduleText, ...provenanceKeys }).transform(({ value }) => value);

/** When something runs: `"0 1 * * *"`, `every 6h`, or `{ cron: "0 1 * * *", timezone: Europe/Brussels }`. */
export const scheduleShape: Shape<ScheduleDraft> = z
  .union([scheduleText, zonedCron, sourcedSchedule])
  .meta({ id: 'schedule' });
