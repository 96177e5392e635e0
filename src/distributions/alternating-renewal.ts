import type { Chance } from '../random/chance.js';
import { equilibrium, sampleAge } from './equilibrium.js';
import type { Equilibrium } from './equilibrium.js';
import { mean, sample } from './families.js';
import type { Law } from './law.js';

/**
 * What is up for a time, down for a time, and up again, as it is found at a random instant after a long while. A down
 * period may have phases, such as until it is noticed and until it is mended, each with a law of its own. All times are
 * independent. It is plain data, because a plan holds it.
 */
export interface AlternatingRenewal {
  /** The probability that it is down: E[down] / (E[up] + E[down]). */
  readonly downShare: number;
  /** Phases that take time, in their order. */
  readonly phases: readonly DownPhase[];
}

interface DownPhase {
  /** Given that it is down, the probability of being in this phase or in one before it; 1 for the last. */
  readonly reached: number;
  readonly law: Law;
  readonly age: Equilibrium;
}

/**
 * The renewal process of those laws.
 *
 * @throws RangeError when a mean is infinite, a time can be negative, or nothing takes any time.
 * @source D. R. Cox, "Renewal Theory" (1962), chapter 7.
 */
export function alternatingRenewal({ up, down }: { up: Law; down: readonly Law[] }): AlternatingRenewal {
  const lasting = down.filter((law) => mean(law) > 0);
  const downMean = lasting.reduce((sum, law) => sum + mean(law), 0);
  const cycle = mean(up) + downMean;
  if (!(cycle > 0 && cycle < Infinity)) {
    throw new RangeError(`alternatingRenewal: a cycle must take a finite time above 0, its mean is ${String(cycle)}`);
  }
  let reached = 0;
  const phases = lasting.map((law, i): DownPhase => {
    reached += mean(law) / downMean;
    return { reached: i === lasting.length - 1 ? 1 : reached, law, age: equilibrium(law) };
  });
  return { downShare: downMean / cycle, phases };
}

/**
 * Given that it is down at a random instant, the time since it went down: the phases before the one that it is in, whole,
 * and the age of that one. It allocates nothing and gives the same bits in every JavaScript engine. With a down share
 * of 0 there is nothing to draw, and it is 0.
 */
export function sampleDownAge({ phases }: AlternatingRenewal, chance: Chance): number {
  const u = chance.uniform();
  let before = 0;
  for (const { reached, law, age } of phases) {
    if (u < reached) return before + sampleAge(age, chance);
    before += sample(law, chance);
  }
  return before;
}
