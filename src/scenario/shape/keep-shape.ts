import * as z from 'zod';
import { RHYTHMS } from '../../units/calendar-bucket.js';
import type { Rhythm } from '../../units/calendar-bucket.js';
import { seconds } from '../../units/quantity.js';
import type { Duration } from '../../units/quantity.js';
import type { Retention } from '../scenario.js';
import * as wording from '../wording.js';
import { mergeable } from './keyed.js';
import { checkedAlways, leaf, REFUSED } from './leaf.js';
import type { Reader, Shape } from './leaf.js';
import { AGE } from './measure.js';
import { countShape, isCount } from './plain-values.js';
import { sourced } from './provenance-keys.js';
import { quantityPattern } from './quantity-pattern.js';
import { quantityReader } from './quantity-reader.js';

/** So many buckets a calendar rule may have: no scenario needs more, and all that lies between must be looked at. */
const MOST: Readonly<Record<Rhythm, number>> = {
  hourly: 10_000,
  daily: 10_000,
  weekly: 1000,
  monthly: 1000,
  yearly: 100,
};

const RULES = ['age', 'count', ...RHYTHMS.map(({ name }) => name)];

const ageReader: Reader<Duration> = (data, refuse) => {
  const age = quantityReader(AGE)(data, refuse);
  if (age === REFUSED) return REFUSED;
  return age > 0 ? seconds(age) : refuse(wording.notPositive());
};

/** How long something is kept, above zero. */
export const ageShape: Shape<Duration> = leaf({
  form: 'scalar',
  wanted: wording.wanted(AGE),
  reader: ageReader,
  notes: { type: 'string', pattern: `^${quantityPattern(AGE)}$`, examples: ['14d'] },
});

const keepReader: Reader<Retention> = (data, refuse) => {
  const backups = /^(\d+)\s+backups?$/.exec(String(data).trim());
  if (backups !== null) return Number(backups[1]) >= 1 ? { count: Number(backups[1]) } : refuse(wording.wantedKeep());
  if (/^\d+$/.test(String(data))) return refuse(wording.keepWithoutUnit(String(data)));
  const age = ageReader(data, () => refuse(wording.wantedKeep()));
  return age === REFUSED ? REFUSED : { age };
};

const keepText: Shape<Retention> = leaf({
  form: 'scalar',
  wanted: wording.wantedKeep(),
  reader: keepReader,
  notes: {
    type: 'string',
    pattern: `^(${quantityPattern(AGE)}|\\d+\\s+backups?)$`,
    examples: ['14d', '7 backups'],
  },
});

function rhythmShape(rhythm: Rhythm, span: string) {
  const most = MOST[rhythm];
  const shape: Shape<number> = leaf({
    form: 'scalar',
    wanted: wording.wantedCountUpTo(most),
    reader: (data, refuse) => (isCount(data) && data <= most ? data : refuse(wording.wantedCountUpTo(most))),
    notes: { type: 'integer', minimum: 1, maximum: most },
  });
  return shape.optional().meta({ description: `keeps the newest backup of each of so many ${span} that have one` });
}

const keepMap = checkedAlways(
  mergeable({
    age: ageShape.optional().meta({ description: 'keeps what is younger' }),
    count: countShape.optional().meta({ description: 'keeps so many of the newest' }),
    hourly: rhythmShape('hourly', 'hours'),
    daily: rhythmShape('daily', 'days'),
    weekly: rhythmShape('weekly', 'weeks'),
    monthly: rhythmShape('monthly', 'months'),
    yearly: rhythmShape('yearly', 'years'),
  }),
  (data, refuse) => {
    if (!RULES.some((rule) => rule in data)) refuse(wording.wantedKeep());
  },
);

/** Retention: `14d`, `7 backups`, or a map of rules of age, count and calendar. */
export const keepShape = sourced(z.union([keepText, keepMap]) as unknown as Shape<Retention>, 'keep');
