import type { Summary } from '../study/summary.js';
import { countText } from './count-text.js';
import { frequencyText } from './frequency-text.js';
import { printable } from './printable.js';

/** The kinds of disaster that a scenario plays, and how often each is expected: `region-loss, once in 20 years`. */
export function incidentWords({ incidentKinds }: Pick<Summary, 'incidentKinds'>): string {
  const kinds = Object.entries(incidentKinds);
  if (kinds.length === 1) return `${printable(kinds[0][0])}, ${frequencyText(kinds[0][1].perYear)}`;
  const perYear = kinds.reduce((sum, [, kind]) => sum + (kind.perYear ?? 0), 0);
  return `${countText(kinds.length)} kinds of incident, one of them ${frequencyText(perYear)}`;
}
