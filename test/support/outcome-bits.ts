import { outcomeColumns } from '../../src/study/outcome-columns.js';
import type { Outcomes } from '../../src/study/outcomes.js';
import { fingerprint } from './fingerprint.js';

/** All that two outcomes must share to be the same to the last bit, in a form that is quick to compare and to show. */
export function outcomeBits(outcomes: Outcomes): object {
  const { seed, incidents, metrics, steps } = outcomes;
  const namesOf = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name);
  return {
    seed,
    incidents,
    looked: steps.incidents,
    names: [namesOf(metrics), namesOf(steps.steps), namesOf(steps.people)],
    columns: outcomeColumns(outcomes).map(fingerprint),
  };
}
