import type { Law } from '../../../distributions/law.js';
import type { Step } from '../../../scenario/scenario.js';

/** The one law that decides how long a step takes, and by which its seconds are counted. */
export interface FittedPart {
  readonly quantity: 'duration' | 'rate';
  /** Keys below the step. */
  readonly keys: readonly string[];
  readonly law: Law;
  /** Of a rate, how many bytes are moved each time. */
  readonly bytes: number;
}

/**
 * What a measured time of this step says something about, or the reason why nothing can be said: drills measure the sum
 * of all that a step does, and not how much of it there was.
 *
 * @param sizeOf the size of a surface in bytes, where the scenario says it.
 */
export function fittedPart(
  step: Step,
  sizeOf: (surface: string) => number | undefined,
): { readonly part: FittedPart } | { readonly reason: string } {
  const { takes, transfers, catchesUp, searches } = step;
  const parts = [takes, transfers, catchesUp, searches].filter((part) => part !== undefined).length;
  if (parts === 0) return { reason: 'it takes no time' };
  if (parts > 1) return { reason: 'its time has several parts, and a drill measures their sum' };
  if (takes !== undefined) return { part: { quantity: 'duration', keys: ['takes'], law: takes, bytes: 1 } };
  if (transfers === undefined) return { reason: 'how much there is to catch up or to search differs each time' };
  const { bytes, rate, over, stopsAfter } = transfers;
  if (over !== undefined) return { reason: `it shares the link "${over}"` };
  if (stopsAfter !== undefined) return { reason: 'it is given up after a time' };
  const size =
    bytes.kind === 'surface' ? sizeOf(bytes.surface) : bytes.law.kind === 'fixed' ? bytes.law.value : undefined;
  if (size === undefined || (bytes.kind === 'surface' && bytes.part !== 'size')) {
    return { reason: 'how much it moves differs each time, and drills do not record it' };
  }
  return { part: { quantity: 'rate', keys: ['transfers', 'rate'], law: rate, bytes: size } };
}
