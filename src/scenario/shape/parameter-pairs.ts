import type { QuantilePoint } from '../../distributions/domain.js';
import { gamma, gammaFromMean } from '../../distributions/gamma.js';
import type { Law } from '../../distributions/law.js';
import { lognormal, lognormalFromMean, lognormalFromQuantiles } from '../../distributions/lognormal.js';
import { weibull, weibullFromQuantiles } from '../../distributions/weibull.js';
import * as wording from '../wording.js';
import { leaf, REFUSED } from './leaf.js';
import type { Reader, Refuse, Shape } from './leaf.js';
import { NUMBER } from './measure.js';
import { quantityReader } from './quantity-reader.js';
import type { Measure } from './measure.js';
import { isTooWide } from './too-wide.js';
import { QUANTILE_KEY, quantileOfKey } from './quantile-key.js';

/** A family of two parameters that may be given in several ways. */
interface PairFamily {
  readonly name: string;
  /** Pairs of keys, each of which settles the law. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Any two quantiles settle it too. */
  readonly through?: (points: { low: QuantilePoint; high: QuantilePoint }) => Law;
  /** The law of one of the pairs, by its first key. */
  readonly build: (pair: string, first: number, second: number) => Law;
}

/** A parameter as it was read. */
type Parameter = number | typeof REFUSED;

interface Quantile {
  readonly key: string;
  readonly share: number;
  readonly value: Parameter;
}

const LOGNORMAL: PairFamily = {
  name: 'lognormal',
  pairs: [
    ['p50', 'sigma'],
    ['mean', 'sd'],
    ['mu', 'sigma'],
  ],
  through: lognormalFromQuantiles,
  build: (pair, first, second) => {
    if (pair === 'mean') return lognormalFromMean({ mean: first, sd: second });
    if (pair === 'mu') return { kind: 'lognormal', mu: first, sigma: second };
    return lognormal({ p50: first, sigma: second });
  },
};

const GAMMA: PairFamily = {
  name: 'gamma',
  pairs: [
    ['mean', 'sd'],
    ['shape', 'scale'],
  ],
  build: (pair, first, second) =>
    pair === 'mean' ? gammaFromMean({ mean: first, sd: second }) : gamma({ shape: first, scale: second }),
};

const WEIBULL: PairFamily = {
  name: 'weibull',
  pairs: [['shape', 'scale']],
  through: weibullFromQuantiles,
  build: (_pair, shape, scale) => weibull({ shape, scale }),
};

/** Parameters that are bare numbers whatever the law describes; `mu` alone may be negative or zero. */
const DIMENSIONLESS = new Set(['sigma', 'shape', 'mu']);

/** The shapes of the families that two parameters settle, of several one can choose from. */
export const lognormalShape = (measure: Measure): Shape<Law> => pairShape(LOGNORMAL, measure);
export const gammaShape = (measure: Measure): Shape<Law> => pairShape(GAMMA, measure);
export const weibullShape = (measure: Measure): Shape<Law> => pairShape(WEIBULL, measure);

function pairShape(family: PairFamily, measure: Measure): Shape<Law> {
  const wanted = wording.parametersOf(family.name, family.pairs, family.through !== undefined);
  return leaf({ form: 'map', wanted, reader: pairReader(family, measure), notes: notesOf(family, measure) });
}

function pairReader(family: PairFamily, measure: Measure): Reader<Law> {
  const own = new Set(family.pairs.flat());
  const isQuantile = (key: string) => family.through !== undefined && quantileOfKey(key) !== undefined;
  return (data, refuse) => {
    const given = data as Readonly<Record<string, unknown>>;
    const [keys, unknown] = partition(Object.keys(given), (key) => own.has(key) || isQuantile(key));
    for (const key of unknown) refuse(wording.unknownKey(key, knownKeys(family)), [key], 'key');
    const values = new Map<string, Parameter>(keys.map((key) => [key, parameter(key, given[key], measure, refuse)]));
    const pair = family.pairs.find((names) => names.every((name) => values.has(name)) && keys.length === 2);
    if (pair !== undefined) {
      const [first, second] = pair.map((name) => values.get(name)) as [Parameter, Parameter];
      if (first === REFUSED || second === REFUSED) return REFUSED;
      return built(() => family.build(pair[0], first, second), refuse);
    }
    const { through } = family;
    if (through !== undefined && keys.length === 2 && keys.every(isQuantile))
      return throughTwo(through, values, refuse);
    if (unknown.length > 0) return REFUSED;
    return refuse(wording.parametersOf(family.name, family.pairs, through !== undefined, keys));
  };
}

/** The keys of the pairs, and the quantiles that people use most: what is offered where others are possible. */
function knownKeys(family: PairFamily): string[] {
  return [...new Set([...family.pairs.flat(), ...(family.through === undefined ? [] : ['p5', 'p50', 'p95'])])];
}

/** Parameters in order can still be too far apart for the numbers of a computer. */
function built(build: () => Law, refuse: Refuse): Law | typeof REFUSED {
  try {
    const law = build();
    const isFinite = Object.values(law).every((value) => typeof value === 'string' || Number.isFinite(value));
    return isFinite && !isTooWide(law) ? law : refuse(wording.lawTooExtreme());
  } catch (error) {
    if (error instanceof RangeError) return refuse(wording.lawTooExtreme());
    throw error;
  }
}

function partition(keys: readonly string[], isKnown: (key: string) => boolean): [string[], string[]] {
  return [keys.filter(isKnown), keys.filter((key) => !isKnown(key))];
}

function throughTwo(
  through: NonNullable<PairFamily['through']>,
  values: ReadonlyMap<string, Parameter>,
  refuse: Refuse,
): Law | typeof REFUSED {
  const given = [...values].map(([key, value]): Quantile => ({ key, share: quantileOfKey(key) ?? 0, value }));
  const [low, high] = given.sort((a, b) => a.share - b.share);
  if (low.value === REFUSED || high.value === REFUSED) return REFUSED;
  if (low.share === high.share || high.value <= low.value) return refuse(wording.quantileOrder(low.key), [high.key]);
  const points = { low: { p: low.share, value: low.value }, high: { p: high.share, value: high.value } };
  return built(() => through(points), refuse);
}

function parameter(key: string, data: unknown, measure: Measure, refuse: Refuse): Parameter {
  if (key === 'mu') return typeof data === 'number' ? data : refuse(wording.wanted(NUMBER), [key]);
  const reader = quantityReader(DIMENSIONLESS.has(key) ? NUMBER : measure);
  const value = reader(data, (words) => refuse(words, [key]));
  return value === 0 ? refuse(wording.notPositive(), [key]) : value;
}

function notesOf(family: PairFamily, measure: Measure) {
  const reference = (key: string) => {
    if (key === 'mu') return { type: 'number' };
    return { $ref: `#/$defs/${DIMENSIONLESS.has(key) ? NUMBER.name : measure.name}` };
  };
  return {
    type: 'object',
    description: wording.parametersOf(family.name, family.pairs, family.through !== undefined).expected,
    properties: Object.fromEntries(knownKeys(family).map((key) => [key, reference(key)])),
    ...(family.through === undefined ? {} : { patternProperties: { [QUANTILE_KEY]: reference('p50') } }),
    additionalProperties: false,
    minProperties: 2,
    maxProperties: 2,
  };
}
