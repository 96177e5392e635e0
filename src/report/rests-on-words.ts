import type { Basis } from '../study/rests-on/basis.js';
import type { BasisSummary } from '../study/rests-on/rests-on.js';
import { shareText } from './share-text.js';

/** What each basis is called in a table. */
export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  drill: 'drills',
  measured: 'measured',
  imported: 'imported',
  roster: 'working hours',
  vendor: 'vendors',
  assumed: 'assumed',
  unsourced: 'no source',
};

/** `vendors 12.0% (of 2025-11-01)`. */
export function basisWords({ basis, share, oldest }: Pick<BasisSummary, 'basis' | 'share' | 'oldest'>): string {
  return `${BASIS_WORDS[basis]} ${shareText(share)}${oldest === null ? '' : ` (of ${oldest})`}`;
}
