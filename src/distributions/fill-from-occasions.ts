import { exponentiate } from '../arithmetic/exp.js';
import type { OccasionList } from '../random/occasion-list.js';
import type { Occasions } from '../random/occasion.js';
import { normalFromWord } from '../random/ziggurat.js';
import { sample } from './families.js';
import type { Law } from './law.js';

/**
 * Puts into place i of `out` what `sample` would return for occasion i of the list, to the last bit. The commonest
 * law does with a word that has been drawn already, in 79 of 80 cases.
 *
 * @param luck the chance that has drawn the words of the list.
 * @param spent how many words of each occasion have been used for something else, 0 or 1.
 */
export function fillFromOccasions(
  law: Law,
  luck: Occasions,
  list: OccasionList,
  { spent, out }: { readonly spent: number; readonly out: Float64Array },
): void {
  const { count, words } = list;
  if (law.kind !== 'lognormal') {
    for (let i = 0; i < count; i++) out[i] = sample(law, luck.chanceOf(list, i, spent));
    return;
  }
  // One loop for the scores and one for the rest: the first has a branch that is nearly always taken, the other none.
  for (let i = 0; i < count; i++) out[i] = normalFromWord(words[2 * i + spent]);
  exponentiate(out, count, { offset: law.mu, factor: law.sigma });
  for (let i = 0; i < count; i++) if (Number.isNaN(out[i])) out[i] = sample(law, luck.chanceOf(list, i, spent));
}
