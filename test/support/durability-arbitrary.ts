import fc from 'fast-check';
import type { Durability, Finding } from '../../src/scenario/durability.js';
import { probability, seconds } from '../../src/units/quantity.js';
import { DURATION_RANGE, lawArbitrary } from './law-arbitrary.js';

/** A time between faults: hours at least, so that few of them come to pass. */
const LIFE_RANGE = { least: 20_000, most: 500_000, mayBeZero: false };

/** Any way in which stored data goes bad by itself, of few copies and units. */
export function durabilityArbitrary(): fc.Arbitrary<Durability> {
  const every = lawArbitrary(LIFE_RANGE);
  const repairedAfter = lawArbitrary(DURATION_RANGE);
  const found = fc.oneof(
    fc.integer({ min: 1, max: 100_000 }).map((hours): Finding => ({ kind: 'audits', every: seconds(hours * 60) })),
    lawArbitrary(DURATION_RANGE).map((after): Finding => ({ kind: 'by-itself', after })),
    fc.constant<Finding>({ kind: 'never' }),
  );
  const visible = fc.record({ every, repairedAfter }, { requiredKeys: ['every'] });
  const latent = fc.record(
    { every, found, repairedAfter, spoils: fc.constantFrom('all' as const, 'part' as const) },
    { requiredKeys: ['every', 'found', 'spoils'] },
  );
  const shared = {
    copies: fc.integer({ min: 1, max: 3 }),
    units: fc.integer({ min: 1, max: 3 }),
    horizon: fc.integer({ min: 1, max: 1000 }).map((days) => seconds(days * 86_400)),
    independence: fc.constantFrom(1, 0.5, 0.01).map(probability),
  };
  const requiredKeys = ['copies', 'units', 'independence'] as const;
  return fc.oneof(
    fc.record({ ...shared, visible }, { requiredKeys: [...requiredKeys, 'visible'] }),
    fc.record({ ...shared, latent }, { requiredKeys: [...requiredKeys, 'latent'] }),
    fc.record({ ...shared, visible, latent }, { requiredKeys: [...requiredKeys, 'visible', 'latent'] }),
  );
}
