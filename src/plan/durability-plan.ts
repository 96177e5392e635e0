import { mean } from '../distributions/families.js';
import type { Law } from '../distributions/law.js';
import type { Durability } from '../scenario/durability.js';
import type { Scenario } from '../scenario/scenario.js';

/** The stored data of one surface, as its life is played from its first day: all times in seconds. */
export interface DurabilityPlan extends Durability {
  readonly surface: string;
  readonly horizon: Duration;
  /** A life is played until something is lost, or for so long; never less than the horizon. */
  readonly bound: number;
}

type Duration = NonNullable<Durability['horizon']>;

/** A life is given up when so many faults are expected: with rarer losses it would take seconds to play one. */
const MOST_FAULTS = 1_000_000;

/** The surfaces of a scenario whose stored data goes bad, in its order. */
export function compileDurability({ surfaces, period }: Scenario): readonly DurabilityPlan[] {
  return surfaces.flatMap(({ name, durability }): DurabilityPlan[] => {
    if (durability === undefined) return [];
    const horizon = durability.horizon ?? ((period.to - period.from) as Duration);
    const { copies, units, visible, latent } = durability;
    const faults = copies * units * (rateOf(visible?.every) + rateOf(latent?.every));
    return [{ ...durability, surface: name, horizon, bound: Math.max(horizon, MOST_FAULTS / faults) }];
  });
}

function rateOf(every: Law | undefined): number {
  return every === undefined ? 0 : 1 / mean(every);
}
