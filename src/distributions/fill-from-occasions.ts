import { exponentiate } from '../arithmetic/exp.js';
import { KERNEL_CAPACITY, kernelsFor, type Kernels } from '../random/kernels.js';
import type { OccasionList } from '../random/occasion-list.js';
import type { Occasions } from '../random/occasion.js';
import { normalFromWord } from '../random/ziggurat.js';
import { sample } from './families.js';
import type { Law, Lognormal } from './law.js';

/** Which words of the occasions of a list to draw from, and where to put what is drawn. */
interface Filling {
  /** How many words of each occasion have been used for something else, 0 or 1. */
  readonly spent: number;
  readonly out: Float64Array;
}

/**
 * Puts into place i of `out` what `sample` would return for occasion i of the list, to the last bit. The commonest
 * law does with a word that has been drawn already, in 79 of 80 cases.
 *
 * @param luck the chance that has drawn the words of the list.
 */
export function fillFromOccasions(law: Law, luck: Occasions, list: OccasionList, filling: Filling): void {
  const kernels = list.count <= KERNEL_CAPACITY ? kernelsFor(list.count) : undefined;
  if (law.kind !== 'lognormal' || kernels === undefined) fillFromOccasionsPlainly(law, luck, list, filling);
  else if (putLognormal(law, list, filling, kernels) > 0) mend(law, luck, list, filling);
}

/** The same without WebAssembly: the judge, and what does it where there is none. */
export function fillFromOccasionsPlainly(law: Law, luck: Occasions, list: OccasionList, filling: Filling): void {
  const { count, words } = list;
  const { spent, out } = filling;
  if (law.kind !== 'lognormal') {
    for (let i = 0; i < count; i++) out[i] = sample(law, luck.chanceOf(list, i, spent));
    return;
  }
  // One loop for the scores and one for the rest: the first has a branch that is nearly always taken, the other none.
  for (let i = 0; i < count; i++) out[i] = normalFromWord(words[2 * i + spent]);
  exponentiate(out, count, { offset: law.mu, factor: law.sigma });
  mend(law, luck, list, filling);
}

/** Puts what one word decides, and NaN where it does not; returns how many these are. */
function putLognormal(
  { mu, sigma }: Lognormal,
  { count, words }: OccasionList,
  { spent, out }: Filling,
  { pairs, numbers, lognormalOfWords }: Kernels,
): number {
  for (let i = 0; i < count; i++) pairs[i] = words[2 * i + spent];
  const missing = lognormalOfWords(count, mu, sigma);
  for (let i = 0; i < count; i++) out[i] = numbers[i];
  return missing;
}

/** Draws those that one word did not decide. */
function mend(law: Lognormal, luck: Occasions, list: OccasionList, { spent, out }: Filling): void {
  for (let i = 0; i < list.count; i++) {
    if (Number.isNaN(out[i])) out[i] = sample(law, luck.chanceOf(list, i, spent));
  }
}
