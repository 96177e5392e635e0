import type { Law } from '../../distributions/law.js';
import * as wording from '../wording.js';
import { keyed } from './keyed.js';
import { checkedAlways, leaf, REFUSED } from './leaf.js';
import type { Reader, Shape } from './leaf.js';
import type { Measure } from './measure.js';
import { quantityReader } from './quantity-reader.js';

/**
 * Observed values, each as likely as any other. A table (`file` and `column`) has become `values` before this is
 * read; its keys stand here so that an editor knows them.
 */
export function empiricalShape(measure: Measure): Shape<Law> {
  const shape = keyed({
    values: valuesShape(measure).optional().meta({ description: 'the observed values' }),
    file: textShape.optional().meta({ description: 'a table of comma-separated values, beside this file' }),
    column: textShape.optional().meta({ description: 'the heading of the column to read, with or without its unit' }),
    unit: textShape.optional().meta({ description: 'the unit of its numbers, where the heading does not tell' }),
  });
  return checkedAlways(shape, (data, refuse) => {
    if ('values' in data && 'file' in data) {
      refuse(wording.eitherNotBoth('values', '"file" with "column"'), ['file'], 'key');
    }
    if (!('values' in data) && !('file' in data)) refuse(wording.oneKeyOf(['values', 'file" with "column']), [], 'key');
  }).transform((data): Law => ({ kind: 'empirical', values: [...(data.values ?? [])].sort((a, b) => a - b) }));
}

const textShape = leaf({
  form: 'scalar',
  wanted: wording.wantedText(),
  reader: (data) => String(data),
  notes: { type: 'string' },
});

function valuesShape(measure: Measure): Shape<readonly number[]> {
  return leaf({
    form: 'list',
    wanted: wording.wantedList(),
    reader: valuesReader(measure),
    notes: { type: 'array', minItems: 1, items: { $ref: `#/$defs/${measure.name}` } },
  });
}

/** Of a column without a unit one complaint is enough: it is the same in every line. */
function valuesReader(measure: Measure): Reader<readonly number[]> {
  const quantity = quantityReader(measure);
  return (data, refuse) => {
    const items = data as readonly unknown[];
    if (items.length === 0) return refuse(wording.emptyList());
    const firstBare = items.findIndex((item) => typeof item === 'number');
    const values = items.map((item, index) =>
      quantity(item, (words) => {
        const isBare = measure.units.length > 0 && typeof item === 'number';
        if (!isBare) return refuse(words, [index]);
        return index === firstBare ? refuse(wording.unitOfColumn(measure, words), [index]) : REFUSED;
      }),
    );
    return values.every((value) => value !== REFUSED) ? values : REFUSED;
  };
}
