import type { Parameter } from '../../../study/uncertainty/draw-plans.js';

/** Something that is known of a draw once a value is known. */
export interface Feature {
  /** Number of the parameter. */
  readonly parameter: number;
  /** Of a value of the parameter, in its units. */
  readonly of: (value: number) => number;
}

/** How far into a curve each parameter is followed: further out than so many deviations it is cut. */
const POWERS: Readonly<Record<Parameter['what'], number>> = { shift: 3, 'log-factor': 2, share: 2 };
const FURTHEST = 4;

/** Powers of each parameter about its mean, which bend as a quantile does where one step among others grows. */
export function featuresOf(parameters: readonly Parameter[]): readonly Feature[] {
  return parameters.flatMap(({ what, values }, parameter) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    if (sd === 0) return [];
    const score = (value: number): number => Math.max(-FURTHEST, Math.min(FURTHEST, (value - mean) / sd));
    return Array.from({ length: POWERS[what] }, (_, power): Feature => ({
      parameter,
      of: (value) => score(value) ** (power + 1),
    }));
  });
}

/** What it is in each draw. */
export function columnOf({ parameter, of }: Feature, parameters: readonly Parameter[]): Float64Array {
  return parameters[parameter].values.map(of);
}
