import type { Law, Lognormal } from '../../distributions/law.js';
import { lognormalFromQuantiles } from '../../distributions/lognormal.js';
import * as wording from '../wording.js';
import { REFUSED } from './leaf.js';
import type { Reader } from './leaf.js';
import { quantityReader } from './quantity-reader.js';
import type { Measure } from './measure.js';
import { isTooWide } from './too-wide.js';

/** The shares below which the two ends of a range stand: `30m to 2h` is its 5 % and 95 % points. */
export const RANGE_LOW = 0.05;
export const RANGE_HIGH = 0.95;

/** The law of a range, whose ends are positive and ascend. */
export function lognormalOfRange(low: number, high: number): Lognormal {
  return lognormalFromQuantiles({ low: { p: RANGE_LOW, value: low }, high: { p: RANGE_HIGH, value: high } });
}

/** A range: two quantities with the word `to` between them. */
const RANGE = /^(.*\S)\s+to\s+(\S.*)$/s;

/** Reads a law that is written as people think: `45m` is fixed, `30m to 2h` a lognormal through its ends. */
export function lawTextReader(measure: Measure): Reader<Law> {
  const quantity = quantityReader(measure);
  return (data, refuse) => {
    const range = typeof data === 'string' ? RANGE.exec(data.trim()) : null;
    if (range === null) {
      const dashed = typeof data === 'string' ? endsAroundDash(data.trim(), measure) : undefined;
      if (dashed !== undefined) return refuse(wording.dashedRange(measure, ...dashed));
      const value = quantity(data, (words) => refuse({ ...words, ...wording.orRange(measure, words.expected) }));
      return value === REFUSED ? REFUSED : { kind: 'fixed', value };
    }
    const [, lowText, highText] = range as unknown as [string, string, string];
    const low = quantity(lowText, (words) => refuse(wording.inRange(measure, lowText, highText, words)));
    if (low === REFUSED) return REFUSED;
    const high = quantity(highText, (words) => refuse(wording.inRange(measure, lowText, highText, words)));
    if (high === REFUSED) return REFUSED;
    if (!(low > 0 && low < high)) return refuse(wording.rangeOrder(lowText, highText, low === 0));
    const law = lognormalOfRange(low, high);
    return isTooWide(law) ? refuse(wording.lawTooExtreme()) : law;
  };
}

/** The ends of `2-4h` or `30m - 2h`, the first with the unit of the second where it has none; else undefined. */
function endsAroundDash(text: string, measure: Measure): readonly [low: string, high: string] | undefined {
  const match = /^(\d\S*?(?:\s\p{L}\S*?)?)\s*[-–]\s*(\d.*)$/u.exec(text);
  if (match === null) return undefined;
  const [, low, high] = match as unknown as [string, string, string];
  const unit = /^[\d.]+$/.test(low) ? high.replace(/^[\d.]+/, '') : '';
  const ends = [`${low}${unit}`, high] as const;
  return ends.every((end) => measure.parse(end).kind === 'read') ? ends : undefined;
}
