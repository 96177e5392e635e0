import * as wording from '../wording.js';
import type { Reader, Refuse, REFUSED } from './leaf.js';
import type { Measure } from './measure.js';

/** Reads one number of a measure, in base units. */
export function quantityReader(measure: Measure): Reader<number> {
  return (data, refuse) => {
    if (typeof data === 'number' && measure.name === 'number') return checked(measure, data, refuse);
    const text = typeof data === 'string' || typeof data === 'number' ? String(data) : undefined;
    if (text === undefined) return refuse(wording.wanted(measure));
    const parsed = measure.parse(text);
    return parsed.kind === 'read' ? checked(measure, parsed.value, refuse) : refuse(wording.refused(measure, parsed));
  };
}

function checked(measure: Measure, value: number, refuse: Refuse): number | typeof REFUSED {
  if (!Number.isFinite(value)) return refuse(wording.wanted(measure));
  if (value < 0) return refuse(wording.refused(measure, { kind: 'negative' }));
  return value === 0 && !measure.allowsZero ? refuse(wording.zero(measure)) : value;
}
