import type { Refusal } from '../../units/parsed.js';
import { unitMeant } from '../../units/unit-meant.js';
import type { Words } from '../problem.js';
import type { Measure } from '../shape/measure.js';
import { either } from './phrases.js';

/** Problems of one number with its unit. */

const DIMENSION_NOUNS = {
  duration: 'a duration',
  size: 'a size',
  rate: 'a rate',
  'count rate': 'a number per time',
  share: 'a percentage',
} as const;

const wantedText = (measure: Measure) => `${measure.noun} such as ${either(measure.examples)}`;
const writeExample = (measure: Measure) => `write ${either(measure.examples)}`;

/** A quantity stands where nothing, or something else altogether, was found. */
export const wanted = (measure: Measure): Words => ({ expected: wantedText(measure), mend: writeExample(measure) });

/** A text is no quantity of the measure, for a reason that the mend takes up. */
export function refused(measure: Measure, refusal: Refusal): Words {
  const expected = wantedText(measure);
  switch (refusal.kind) {
    case 'no-unit':
      return { expected: `${measure.noun} with its unit`, mend: withUnits(measure, refusal.number) };
    case 'unknown-unit':
      return { expected, mend: nearestUnit(measure, refusal.number, refusal.unit) };
    case 'other-dimension':
      return { expected: `${measure.noun}, not ${DIMENSION_NOUNS[refusal.dimension]}`, mend: writeExample(measure) };
    case 'calendar-unit':
      return {
        expected: `${measure.noun} in units of one length`,
        mend: 'write days ("30d") or weeks ("4w"): months and years differ',
      };
    case 'unordered-parts':
      return { expected: `${measure.noun} with its larger units first`, mend: 'write "1h30m"' };
    case 'negative':
      return { expected: `${measure.noun} that is not negative`, mend: 'remove the minus sign' };
    case 'out-of-range':
      return { expected: `${measure.noun} that a computer can hold`, mend: writeExample(measure) };
    case 'not-a-quantity':
      return { expected, mend: writeExample(measure) };
    default:
      return refusal satisfies never;
  }
}

function withUnits(measure: Measure, number: string): string {
  return `write ${either(measure.units.map((unit) => `${number}${unit}`))}`;
}

function nearestUnit(measure: Measure, number: string, unit: string): string {
  const meant = unitMeant(unit);
  switch (meant?.kind) {
    case undefined:
      return withUnits(measure, number);
    case 'capitals':
      return `write "${number} ${meant.unit}": capitals count in units`;
    case 'spelling':
      return `write "${number}${meant.unit}"`;
    case 'bit':
      return `write "${number} ${meant.unit}": a small b is a bit`;
    case 'either':
      return `write "${number} ${meant.bits}" for bits, "${number} ${meant.bytes}" for bytes`;
    default:
      return meant satisfies never;
  }
}

export const zero = (measure: Measure): Words => ({
  expected: `${measure.noun} above zero`,
  ...(measure.units.length === 0 ? {} : { mend: writeExample(measure) }),
});

export const notPositive = (): Words => ({ expected: 'a number above zero' });

/** A bare number in a list of observations, perhaps of a table. */
export const unitOfColumn = (measure: Measure, words: Words): Words => ({
  ...words,
  mend: `${words.mend ?? writeExample(measure)}, or give the "unit" of the column of a table`,
});

/** A range whose ends stand around a dash, with the unit of the second for a bare first: `2-4h`. */
export const dashedRange = (measure: Measure, low: string, high: string): Words => ({
  expected: `a range with the word "to", such as "${measure.rangeExample}"`,
  mend: `write "${low} to ${high}"`,
});

/** One end of a range cannot be read: the words of that end, and the range as it might be meant. */
export function inRange(measure: Measure, low: string, high: string, words: Words): Words {
  const unit = /[^\d.\s]\D*$/.exec(high)?.[0];
  const isBare = /^[\d.]+$/.test(low) && unit !== undefined;
  const mend = isBare ? `write "${low}${unit} to ${high}"` : `write "${measure.rangeExample}"`;
  return { expected: `a range whose ends are each ${words.expected}`, mend };
}

export const rangeOrder = (low: string, high: string, isLowZero: boolean): Words =>
  isLowZero
    ? {
        expected: 'a low end above zero, as its 5 % point',
        mend: 'write { uniform: { min, max } } where zero is possible',
      }
    : { expected: 'a low end below the high end', mend: `write "${high} to ${low}"` };

export const wantedRange = (): Words => ({
  expected: 'a range of durations such as "8h to 72h"',
  mend: 'write "8h to 72h"',
});

/** A text is no probability; a number above 1 was probably a percentage. */
export function refusedShare(refusal: Refusal, found: unknown): Words {
  if (refusal.kind !== 'out-of-range' && refusal.kind !== 'negative') return wantedShare();
  const number = Number(found);
  // Dividing may leave a last digit too many: 0.07 is 7 / 100, not 0.07000000000000001.
  const share = Number((number / 100).toPrecision(12));
  const isPercentage = number > 1 && number <= 100;
  return {
    expected: 'a probability from 0% to 100%',
    mend: isPercentage ? `write "${number}%" or ${share}` : 'write "97%" or 0.97',
  };
}

export const wantedShare = (): Words => ({
  expected: 'a probability such as "97%" or 0.97',
  mend: 'write "97%" or 0.97',
});

export const neverFound = (): Words => ({
  expected: 'a probability above 0%',
  mend: 'a test that never finds anything is none: leave it out',
});

export const neverIndependent = (): Words => ({
  expected: 'a share above 0%',
  mend: 'copies that all go bad at once are one copy: write "copies: 1"',
});

export const certainFailure = (): Words => ({
  expected: 'a probability of failure below 100%',
  mend: 'what always fails would be repeated for ever',
});
