import { sampleDownAge } from '../distributions/alternating-renewal.js';
import { sample } from '../distributions/families.js';
import type { BreakagePlan } from '../plan/plan.js';
import type { Chance } from '../random/chance.js';

/** Seconds for which something had stopped unnoticed, of which it has been decided that it had. */
export function timeBroken({ since }: BreakagePlan, chance: Chance): number {
  return since.kind === 'law' ? sample(since.law, chance) : sampleDownAge(since.renewal, chance);
}
