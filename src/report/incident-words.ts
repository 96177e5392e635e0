import type { Summary } from '../study/summary.js';
import { printable } from './printable.js';

/** The kinds of disaster that a scenario plays, and how often each is expected: `region-loss, once in 20 years`. */
export function incidentWords({ incidentKinds }: Pick<Summary, 'incidentKinds'>): string {
  const kinds = Object.entries(incidentKinds).map(
    ([name, { perYear }]) => `${printable(name)}, ${frequencyText(perYear)}`,
  );
  return kinds.join('; ');
}

/** How often something is expected, from its number in a year; null when nobody says. */
export function frequencyText(perYear: number | null): string {
  if (perYear === null) return 'how often is not said';
  if (perYear >= 1) return `${Number(perYear.toPrecision(3))} a year`;
  return `once in ${Number((1 / perYear).toPrecision(3))} years`;
}
