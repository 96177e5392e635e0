import { empirical } from '../../../distributions/empirical.js';
import type { Law } from '../../../distributions/law.js';
import { andersonDarlingNormal, LEAST_FOR_NORMALITY, NORMALITY_LIMIT } from '../../../statistics/normality.js';
import { quantile } from '../../../statistics/quantile.js';
import type { ObservedLaw } from './observed.js';

/** Fewer values are drawn as they are: two moments of three values would say more than is known. */
const LEAST_FOR_FAMILY = 5;

/** Values so near to each other, as a share of the middle one, are one value. */
const SAME = 0.01;

/** So many values stand for more of them, evenly spaced in rank. */
const MOST_VALUES = 100;

/**
 * The law of values above zero, by one rule:
 *
 * 1. all within 1 % of the middle one: fixed;
 * 2. fewer than five, or one of them zero: the values themselves;
 * 3. else lognormal, with the mean and the deviation of their logarithms;
 * 4. but from eight on, where the logarithms are normal with less than one chance in a hundred (Anderson–Darling): the
 *    values themselves, at most a hundred of them.
 *
 * @param values in the base unit, in any order, none negative. Undefined when there is none.
 * @param noun what they are, in the plural: `runs`.
 */
export function inferLaw(values: readonly number[], noun: string): ObservedLaw | undefined {
  if (values.length === 0) return undefined;
  const ascending = [...values].sort((a, b) => a - b);
  const count = `${String(values.length)} ${values.length === 1 ? noun.replace(/s$/, '') : noun}`;
  const { law, reason } = familyOf(ascending);
  return { value: law, origin: 'inferred', words: `${count}; ${reason}`, values: ascending };
}

function familyOf(ascending: readonly number[]): { readonly law: Law; readonly reason: string } {
  const middle = quantile(Float64Array.from(ascending), 0.5);
  if (ascending[ascending.length - 1] - ascending[0] <= SAME * middle) {
    return {
      law: { kind: 'fixed', value: middle },
      reason: ascending.length === 1 ? 'no other is known' : 'all alike',
    };
  }
  if (ascending.length < LEAST_FOR_FAMILY) {
    return { law: empirical(ascending), reason: 'too few for a family, so they stand as they are' };
  }
  if (ascending[0] <= 0) return { law: empirical(ascending), reason: 'one is zero, so they stand as they are' };
  const logs = ascending.map((value) => Math.log(value));
  const mu = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const sigma = Math.sqrt(logs.reduce((sum, value) => sum + (value - mu) * (value - mu), 0) / (logs.length - 1));
  const statistic = logs.length < LEAST_FOR_NORMALITY ? 0 : andersonDarlingNormal(logs);
  if (statistic > NORMALITY_LIMIT) {
    const reason = `no lognormal (Anderson–Darling ${statistic.toFixed(2)} > ${String(NORMALITY_LIMIT)}), so they stand as they are`;
    return { law: empirical(thinned(ascending)), reason };
  }
  return { law: { kind: 'lognormal', mu, sigma }, reason: 'by the mean and deviation of their logarithms' };
}

/** The smallest and the largest, and between them every so many. */
function thinned(ascending: readonly number[]): readonly number[] {
  if (ascending.length <= MOST_VALUES) return ascending;
  return Array.from(
    { length: MOST_VALUES },
    (_, index) => ascending[Math.round((index * (ascending.length - 1)) / (MOST_VALUES - 1))],
  );
}
