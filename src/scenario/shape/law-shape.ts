import * as z from 'zod';
import type { Law, Mixture } from '../../distributions/law.js';
import { LAW_NAMES } from '../law-names.js';
import * as wording from '../wording.js';
import { empiricalShape } from './empirical-shape.js';
import { exponentialShape, threePointShape, uniformShape } from './family-shapes.js';
import { keyed } from './keyed.js';
import { checkedAlways, leaf } from './leaf.js';
import type { Shape } from './leaf.js';
import { lawTextReader } from './law-text.js';
import { AGE, COUNT_RATE, DURATION, NUMBER, RATE, SIZE } from './measure.js';
import type { Measure } from './measure.js';
import { gammaShape, lognormalShape, weibullShape } from './parameter-pairs.js';
import { countsAsKey, provenanceKeys } from './provenance-keys.js';
import { quantityShape } from './quantities.js';
import { lawPattern } from './quantity-pattern.js';

/** A law as a map: one law by its name, or a `value`, and perhaps bounds. */
type LawMap = Partial<Record<(typeof LAW_NAMES)[number] | 'value', Law | undefined>> & {
  readonly 'at-least'?: number | undefined;
  readonly 'at-most'?: number | undefined;
};

type LawMeasureName = Extract<Measure['name'], 'duration' | 'age' | 'size' | 'rate' | 'count-rate' | 'number'>;

/** What laws are about; how often an incident strikes is one number, and so is a price. */
type LawMeasure = Measure & { readonly name: LawMeasureName };

interface LawForms {
  readonly any: Shape<Law>;
  readonly map: Shape<Law>;
}

const LAW_SHAPES: Readonly<Record<LawMeasure['name'], LawForms>> = {
  duration: makeLawShape(DURATION),
  age: makeLawShape(AGE),
  size: makeLawShape(SIZE),
  rate: makeLawShape(RATE),
  'count-rate': makeLawShape(COUNT_RATE),
  number: makeLawShape(NUMBER),
};

/** The shape of a law whose values are of a measure: fixed, a range, or a law by its name. */
export function lawShape(measure: LawMeasure): Shape<Law> {
  return LAW_SHAPES[measure.name].any;
}

/** The same without its text forms, for values whose texts can be something else besides. */
export function lawMapShape(measure: LawMeasure): Shape<Law> {
  return LAW_SHAPES[measure.name].map;
}

function makeLawShape(measure: Measure): LawForms {
  const text = leaf({
    form: 'scalar',
    wanted: wording.wantedLaw(measure),
    reader: lawTextReader(measure),
    notes: textNotes(measure),
  });
  const part: z.ZodType<Mixture['parts'][number]> = z.lazy(() =>
    oneLaw(keyed({ weight: quantityShape(NUMBER), ...named }))
      .transform((map) => ({ weight: map.weight, law: lawOf(map) }))
      .meta({ id: `${measure.name}-mixture-part` }),
  );
  /** Three maps have these keys; a definition by name keeps the JSON Schema from repeating them. */
  const define = (name: string, shape: Shape<Law>) => shape.meta({ id: `${measure.name}-${name}` }).optional();
  const inner: Shape<Law> = z.lazy(() => z.union([text, oneLaw(keyed(named)).transform(lawOf)]));
  const named = {
    value: define('value', inner),
    lognormal: define('lognormal', lognormalShape(measure)),
    triangular: define('triangular', threePointShape(measure, 'triangular')),
    pert: define('pert', threePointShape(measure, 'pert')),
    exponential: define('exponential', exponentialShape(measure)),
    gamma: define('gamma', gammaShape(measure)),
    weibull: define('weibull', weibullShape(measure)),
    uniform: define('uniform', uniformShape(measure)),
    empirical: define('empirical', empiricalShape(measure)),
    mixture: define('mixture', z.array(part).min(1).transform(mixtureOf)),
    'at-least': quantityShape(measure).optional(),
    'at-most': quantityShape(measure).optional(),
  };
  const withSource = oneLaw(keyed({ ...named, ...provenanceKeys, ...countsAsKey }))
    .transform(lawOf)
    .meta({ id: `${measure.name}-law-with-source` });
  return { any: z.union([text, withSource]).meta({ id: `${measure.name}-law` }), map: withSource };
}

/** Exactly one law, and bounds that leave room between them. */
function oneLaw<Checked extends z.ZodType>(shape: Checked): Checked {
  return checkedAlways(shape, (data, refuse) => {
    const given = ['value', ...LAW_NAMES].filter((name) => name in data);
    if (given.length === 0) refuse(wording.lawMissing(LAW_NAMES));
    for (const extra of given.slice(1)) refuse(wording.secondLaw(given[0]), [extra], 'key');
    const low = data['at-least'];
    const high = data['at-most'];
    if (typeof low === 'number' && typeof high === 'number' && high < low)
      refuse(wording.belowOther('at-least'), ['at-most']);
  });
}

function lawOf(map: LawMap): Law {
  const law = ['value' as const, ...LAW_NAMES].map((name) => map[name]).find((given) => given !== undefined);
  if (law === undefined) throw new RangeError('Law: a map without a law was let through');
  const { 'at-least': atLeast, 'at-most': atMost } = map;
  if (atLeast === undefined && atMost === undefined) return law;
  return {
    kind: 'clamped',
    law,
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
  };
}

/** Weights within rounding of 1 are kept as they are, so that what we write reads back to the last bit. */
const ROUNDING = 1e-9;

function mixtureOf(parts: Mixture['parts']): Law {
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  if (Math.abs(total - 1) < ROUNDING) return { kind: 'mixture', parts };
  return { kind: 'mixture', parts: parts.map(({ weight, law }) => ({ weight: weight / total, law })) };
}

function textNotes(measure: Measure) {
  const description = wording.wantedLaw(measure).expected;
  const text = { type: 'string', pattern: `^${lawPattern(measure)}$` };
  if (measure !== NUMBER) return { ...text, description, examples: [measure.examples[0], measure.rangeExample] };
  return { anyOf: [{ type: 'number', exclusiveMinimum: 0 }, text], description, examples: [20, measure.rangeExample] };
}
