import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DurabilityPlan } from '../../src/plan/durability-plan.js';
import { StoredData } from '../../src/simulation/durability/stored-data.js';
import { StoredUnit } from '../../src/simulation/durability/stored-unit.js';
import { probability, seconds } from '../../src/units/quantity.js';
import { durabilityArbitrary } from '../support/durability-arbitrary.js';

const UNTIL = 5_000_000;

function planArbitrary(): fc.Arbitrary<DurabilityPlan> {
  return durabilityArbitrary().map((durability) => ({
    ...durability,
    surface: 'data',
    horizon: seconds(UNTIL / 4),
    bound: UNTIL,
  }));
}

/** A life as it is told from outside. */
function lifeOf(plan: DurabilityPlan, seed: number, life: number): readonly [number, number] {
  const data = new StoredData(plan, seed);
  data.play(life);
  return [data.firstLoss, data.unitsLost];
}

describe('Stored data', () => {
  const seed = fc.nat();

  it('never loses more with one more copy that is independent of the others, on the same luck', () => {
    fc.assert(
      fc.property(planArbitrary(), seed, fc.nat(), (plan, luck, unit) => {
        const fewer = { ...plan, independence: probability(1) };
        const more = { ...fewer, copies: fewer.copies + 1 };
        const lostAt = new StoredUnit(fewer, luck).play(unit, UNTIL);
        expect(new StoredUnit(more, luck).play(unit, UNTIL)).toBeGreaterThanOrEqual(lostAt);
      }),
    );
  });

  it('never loses less in more units, on the same luck', () => {
    fc.assert(
      fc.property(planArbitrary(), seed, fc.nat(), (plan, luck, life) => {
        const [firstLoss, unitsLost] = lifeOf(plan, luck, life);
        const [sooner, more] = lifeOf({ ...plan, units: plan.units + 1 }, luck, life);
        expect(sooner).toBeLessThanOrEqual(firstLoss);
        expect(more).toBeGreaterThanOrEqual(unitsLost);
      }),
    );
  });

  it('has the same life whatever was played before', () => {
    fc.assert(
      fc.property(planArbitrary(), seed, fc.nat(1000), (plan, luck, life) => {
        const data = new StoredData(plan, luck);
        data.play(life + 1);
        data.play(life);
        expect([data.firstLoss, data.unitsLost]).toEqual(lifeOf(plan, luck, life));
      }),
    );
  });
});
