import * as wording from '../wording.js';
import { leaf } from './leaf.js';
import type { Shape } from './leaf.js';
import {
  AGE,
  COUNT_RATE,
  DURATION,
  FREQUENCY,
  NUMBER,
  PRICE,
  RATE,
  SIZE,
  SIZE_PRICE,
  STORAGE_PRICE,
} from './measure.js';
import { quantityReader } from './quantity-reader.js';
import type { Measure } from './measure.js';
import { quantityPattern } from './quantity-pattern.js';

/** One number with its unit, read into base units. */
function quantity(measure: Measure): Shape<number> {
  return leaf({
    form: 'scalar',
    wanted: wording.wanted(measure),
    reader: quantityReader(measure),
    notes: { id: measure.name, ...quantityNotes(measure) },
  });
}

function quantityNotes(measure: Measure) {
  const description = `${measure.noun}, such as ${measure.examples.join(' or ')}`;
  const text = { type: 'string', pattern: `^${quantityPattern(measure)}$` };
  const examples = [...measure.examples];
  if (measure.name !== 'number') return { ...text, description, examples };
  return { anyOf: [{ type: 'number', exclusiveMinimum: 0 }, text], description, examples: examples.map(Number) };
}

const SHAPES: Readonly<Record<Measure['name'], Shape<number>>> = {
  duration: quantity(DURATION),
  age: quantity(AGE),
  size: quantity(SIZE),
  rate: quantity(RATE),
  'count-rate': quantity(COUNT_RATE),
  frequency: quantity(FREQUENCY),
  number: quantity(NUMBER),
  price: quantity(PRICE),
  'size-price': quantity(SIZE_PRICE),
  'storage-price': quantity(STORAGE_PRICE),
};

/** The shape of one number of a measure. */
export function quantityShape(measure: Measure): Shape<number> {
  return SHAPES[measure.name];
}
