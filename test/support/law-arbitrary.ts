import fc from 'fast-check';
import type { Law } from '../../src/distributions/law.js';

/** What laws are about, as far as their numbers go: how large they may be, and whether they may be zero. */
export interface LawRange {
  /** Above 0. */
  readonly least: number;
  readonly most: number;
  readonly mayBeZero: boolean;
}

export const DURATION_RANGE: LawRange = { least: 1, most: 500_000, mayBeZero: true };
export const SIZE_RANGE: LawRange = { least: 1e6, most: 1e13, mayBeZero: true };
export const RATE_RANGE: LawRange = { least: 1e5, most: 1e10, mayBeZero: false };
export const SPEED_RANGE: LawRange = { least: 0.5, most: 500, mayBeZero: false };

/** Any law that a scenario file can say, mixtures and bounds included. */
export function lawArbitrary(range: LawRange): fc.Arbitrary<Law> {
  return fc.oneof(
    { weight: 6, arbitrary: simpleLawArbitrary(range) },
    { weight: 1, arbitrary: mixtureArbitrary(range) },
    { weight: 1, arbitrary: clampedArbitrary(range) },
  );
}

function simpleLawArbitrary(range: LawRange): fc.Arbitrary<Law> {
  const value = valueArbitrary(range);
  const shape = fc.double({ min: 0.25, max: 8, noNaN: true });
  const ascending = fc.uniqueArray(value, { minLength: 3, maxLength: 3 }).map((values) => values.sort((a, b) => a - b));
  return fc.oneof(
    fixedArbitrary(range),
    ascending.map(([min, , max]): Law => ({ kind: 'uniform', min, max })),
    ascending.map(([min, mode, max]): Law => ({ kind: 'triangular', min, mode, max })),
    ascending.map(([min, mode, max]): Law => ({ kind: 'pert', min, mode, max })),
    value.map((mean): Law => ({ kind: 'exponential', mean })),
    lognormalArbitrary(range),
    fc.tuple(shape, value).map(([k, scale]): Law => ({ kind: 'gamma', shape: k, scale })),
    fc.tuple(shape, value).map(([k, scale]): Law => ({ kind: 'weibull', shape: k, scale })),
    fc
      .array(value, { minLength: 1, maxLength: 6 })
      .map((values): Law => ({ kind: 'empirical', values: values.sort((a, b) => a - b) })),
  );
}

function fixedArbitrary(range: LawRange): fc.Arbitrary<Law> {
  const value = range.mayBeZero ? fc.oneof(fc.constant(0), valueArbitrary(range)) : valueArbitrary(range);
  return value.map((fixed): Law => ({ kind: 'fixed', value: fixed }));
}

function lognormalArbitrary({ least, most }: LawRange): fc.Arbitrary<Law> {
  return fc.record({
    kind: fc.constant('lognormal' as const),
    // Adding 0 turns −0, which no file can say, into 0.
    mu: fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map((mu) => mu + 0),
    sigma: fc.double({ min: 0.01, max: 1.5, noNaN: true }),
  });
}

function mixtureArbitrary(range: LawRange): fc.Arbitrary<Law> {
  const part = fc.record({ weight: fc.integer({ min: 1, max: 9 }), law: simpleLawArbitrary(range) });
  return fc.array(part, { minLength: 1, maxLength: 3 }).map((parts): Law => {
    const total = parts.reduce((sum, { weight }) => sum + weight, 0);
    return { kind: 'mixture', parts: parts.map(({ weight, law }) => ({ weight: weight / total, law })) };
  });
}

function clampedArbitrary(range: LawRange): fc.Arbitrary<Law> {
  const bounds = fc
    .uniqueArray(valueArbitrary(range), { minLength: 2, maxLength: 2 })
    .map((pair) => pair.sort((a, b) => a - b));
  return fc
    .tuple(simpleLawArbitrary(range), bounds, fc.constantFrom('low', 'high', 'both'))
    .map(([law, [low, high], ends]): Law => ({
      kind: 'clamped',
      law,
      ...(ends === 'high' ? {} : { atLeast: low }),
      ...(ends === 'low' ? {} : { atMost: high }),
    }));
}

/** Round numbers as people write them, and numbers with all their digits. */
function valueArbitrary({ least, most }: LawRange): fc.Arbitrary<number> {
  const whole = fc.integer({ min: Math.ceil(least), max: Math.floor(Math.min(most, 2 ** 31 - 1)) });
  return fc.oneof(whole, fc.double({ min: least, max: most, noNaN: true }));
}
