import { alternatingRenewal } from '../distributions/alternating-renewal.js';
import { mean } from '../distributions/families.js';
import type { SilentlyBroken } from '../scenario/scenario.js';
import type { ColumnTable } from './columns.js';
import type { BreakagePlan } from './plan.js';
import { UnplayableError } from './unplayable-error.js';

/**
 * How something that stops unnoticed is found at a strike.
 *
 * @param name the prefix of the names of its sources of chance.
 * @throws UnplayableError when it breaks and is mended over and over in no time, or in infinite time.
 */
export function compileBreakage(broken: SilentlyBroken, name: string, columns: ColumnTable): BreakagePlan {
  const column = columns.add(`${name}/silently-broken`, 'uniform');
  if (broken.kind === 'found') {
    return { column, probability: broken.probability, since: { kind: 'law', law: broken.for } };
  }
  const down = [broken.noticedAfter, broken.mendedAfter];
  const cycle = [broken.breaksEvery, ...down].reduce((sum, law) => sum + mean(law), 0);
  if (!(cycle > 0 && cycle < Infinity)) {
    throw new UnplayableError(
      `"${name}": from one silent break to the next there must be a finite time, on average it is ${String(cycle)} s`,
    );
  }
  const renewal = alternatingRenewal({ up: broken.breaksEvery, down });
  return { column, probability: renewal.downShare, since: { kind: 'renewal', renewal, up: broken.breaksEvery } };
}
