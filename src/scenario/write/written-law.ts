import type { Law, Lognormal } from '../../distributions/law.js';
import { lognormal, lognormalFamily } from '../../distributions/lognormal.js';
import { exactAge, exactCountRate, exactDuration, exactRate, exactSize } from '../../units/exact-text.js';
import { DAY, HOUR, MINUTE } from '../../units/quantity.js';
import { YEAR } from '../../units/unit-table.js';
import { lognormalOfRange, RANGE_HIGH, RANGE_LOW } from '../shape/law-text.js';

/** What stands in a file for a law: a text, a number, or a map. */
export type WrittenLaw = string | number | Readonly<Record<string, unknown>>;

/** How the numbers of a measure are written, and the sizes of the units in which people round them. */
export interface Writing {
  readonly quantity: (value: number) => string | number;
  readonly units: readonly number[];
}

const KIBI = 1024;
const SIZE_STEPS = [1, KIBI, KIBI * KIBI, KIBI * KIBI * KIBI, KIBI * KIBI * KIBI * KIBI, 1e6, 1e9, 1e12];

export const DURATIONS: Writing = { quantity: exactDuration, units: [1, MINUTE, HOUR, DAY] };
export const AGES: Writing = { quantity: exactAge, units: [MINUTE, HOUR, DAY, YEAR] };
export const SIZES: Writing = { quantity: exactSize, units: SIZE_STEPS };
export const RATES: Writing = { quantity: exactRate, units: SIZE_STEPS };
export const COUNT_RATES: Writing = { quantity: exactCountRate, units: [1] };
export const NUMBERS: Writing = { quantity: (value) => value, units: [1] };

/** A law as it would be written, so that it reads back to the same numbers to the last bit. */
export function writtenLaw(law: Law, writing: Writing): WrittenLaw {
  const { quantity } = writing;
  switch (law.kind) {
    case 'fixed':
      return quantity(law.value);
    case 'lognormal':
      return asRange(law, writing) ?? { lognormal: lognormalParameters(law, writing) };
    case 'uniform':
      return { uniform: { min: quantity(law.min), max: quantity(law.max) } };
    case 'triangular':
    case 'pert':
      return { [law.kind]: { min: quantity(law.min), mode: quantity(law.mode), max: quantity(law.max) } };
    case 'exponential':
      return { exponential: { mean: quantity(law.mean) } };
    case 'gamma':
    case 'weibull':
      return { [law.kind]: { shape: law.shape, scale: quantity(law.scale) } };
    case 'empirical':
      return { empirical: { values: law.values.map(quantity) } };
    case 'mixture':
      return { mixture: law.parts.map(({ weight, law: part }) => ({ weight, ...asMap(writtenLaw(part, writing)) })) };
    case 'clamped':
      return {
        // Bounds beside bounds would be one pair too many: a law that has its own goes below `value`.
        ...(law.law.kind === 'clamped' ? { value: writtenLaw(law.law, writing) } : asMap(writtenLaw(law.law, writing))),
        ...(law.atLeast === undefined ? {} : { 'at-least': quantity(law.atLeast) }),
        ...(law.atMost === undefined ? {} : { 'at-most': quantity(law.atMost) }),
      };
    default:
      return law satisfies never;
  }
}

/** A written law as a map, in which other keys find room. */
function asMap(written: WrittenLaw): Readonly<Record<string, unknown>> {
  return typeof written === 'object' ? written : { value: written };
}

/** Most lognormals of a file were made from short numbers; so many digits are enough to find them again. */
const DIGITS = 6;

/** `30m to 2h`, when a lognormal is exactly that. */
function asRange(law: Lognormal, { quantity, units }: Writing): string | undefined {
  const [lows, highs] = [RANGE_LOW, RANGE_HIGH].map((share) => rounded(lognormalFamily.quantile(law, share), units));
  for (const low of lows) {
    const high = highs.find((value) => value > low && isSame(law, lognormalOfRange(low, value)));
    if (high !== undefined) return `${String(quantity(low))} to ${String(quantity(high))}`;
  }
  return undefined;
}

/** The median where it is a short number, else the parameters of the logarithm themselves. */
function lognormalParameters({ kind, mu, sigma }: Lognormal, { quantity, units }: Writing) {
  const medians = rounded(lognormalFamily.quantile({ kind, mu, sigma }, 0.5), units);
  const median = medians.find((p50) => lognormal({ p50, sigma }).mu === mu);
  return median === undefined ? { mu, sigma } : { p50: quantity(median), sigma };
}

/** The value rounded in each of some units; none where it leaves the numbers of a computer. */
function rounded(value: number, units: readonly number[]): number[] {
  const all = units.map((unit) => Number((value / unit).toPrecision(DIGITS)) * unit);
  return all.filter((candidate) => candidate > 0 && Number.isFinite(candidate));
}

function isSame(one: Lognormal, other: Lognormal): boolean {
  return one.mu === other.mu && one.sigma === other.sigma;
}
