import { seconds } from '../../units/quantity.js';
import type { Duration } from '../../units/quantity.js';
import * as wording from '../wording.js';
import { leaf, REFUSED } from './leaf.js';
import type { Shape } from './leaf.js';
import { DURATION } from './measure.js';
import { quantityReader } from './quantity-reader.js';
import { quantityPattern } from './quantity-pattern.js';

/** A published range: two durations, the low one below the high one. */
export interface DurationRange {
  readonly low: Duration;
  readonly high: Duration;
}

/** A range of durations that is no law: `8h to 72h`. Its low end may be `0s`. */
export const durationRangeShape: Shape<DurationRange> = leaf({
  form: 'scalar',
  wanted: wording.wantedRange(),
  reader: (data, refuse) => {
    const match = /^(.*\S)\s+to\s+(\S.*)$/s.exec(String(data).trim());
    if (match === null) return refuse(wording.wantedRange());
    const read = quantityReader(DURATION);
    const low = read(match[1], (words) => refuse(wording.inRange(DURATION, match[1], match[2], words)));
    if (low === REFUSED) return REFUSED;
    const high = read(match[2], (words) => refuse(wording.inRange(DURATION, match[1], match[2], words)));
    if (high === REFUSED) return REFUSED;
    return low < high
      ? { low: seconds(low), high: seconds(high) }
      : refuse(wording.rangeOrder(match[1], match[2], false));
  },
  notes: {
    type: 'string',
    pattern: `^${quantityPattern(DURATION)}\\s+to\\s+${quantityPattern(DURATION)}$`,
    examples: ['8h to 72h'],
  },
});
