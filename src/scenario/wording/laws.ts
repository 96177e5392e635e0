import type { Words } from '../problem.js';
import type { Measure } from '../shape/measure.js';
import { either } from './phrases.js';

/** Problems of probability laws. */

export const wantedLaw = (measure: Measure): Words => ({
  expected: `${measure.noun} such as "${measure.examples[0]}", a range such as "${measure.rangeExample}", or a law by name`,
  mend: `write "${measure.examples[0]}" or "${measure.rangeExample}"`,
});

/** A single value could also have been a range. */
export const orRange = (measure: Measure, expected: string): { expected: string } => ({
  expected: `${expected}, or a range such as "${measure.rangeExample}"`,
});

export const lawMissing = (names: readonly string[]): Words => ({
  expected: `"value" or a law (${names.join(', ')})`,
  found: 'none of them',
  missing: ['value', ...names],
});

export const secondLaw = (first: string): Words => ({
  expected: `one law, and "${first}" is given`,
  mend: 'remove one of the two',
});

/** The ways in which a law of two parameters can be given. */
export function parametersOf(
  name: string,
  pairs: readonly (readonly string[])[],
  hasQuantiles: boolean,
  found?: readonly string[],
): Words {
  const ways = pairs.map((pair) => pair.join(' and '));
  const all = hasQuantiles ? ['two quantiles (p5 and p95)', ...ways] : ways;
  const expected = `the parameters of ${name}: ${all.join(', or ')}`;
  return found === undefined ? { expected } : { expected, found: found.length === 0 ? 'none' : found.join(', ') };
}

export const belowOther = (other: string): Words => ({ expected: `a value that is not below "${other}"` });

export const noWidth = (first: string): Words => ({
  expected: `a value above "${first}"`,
  mend: 'write the value alone when it is always the same',
});

export const quantileOrder = (lower: string): Words => ({
  expected: `a value above that of "${lower}"`,
  mend: 'quantiles ascend: the larger the share, the larger the value',
});

export const lawTooExtreme = (): Words => ({
  expected: 'parameters of one order of magnitude',
  found: 'parameters too far apart to be computed with',
});

export const orSurfacePart = (words: Words): Words => ({
  ...words,
  expected: `${words.expected}, or a part of a surface`,
  mend: `write ${either(['200 GiB', 'postgresql.size'])}`,
});
