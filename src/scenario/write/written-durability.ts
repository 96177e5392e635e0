import { exactAge, exactDuration, exactShare } from '../../units/exact-text.js';
import type { Durability, LatentFaults, VisibleFaults } from '../durability.js';
import type { SourceBook } from './source-book.js';
import { AGES, DURATIONS, writtenLaw } from './written-law.js';
import { optional } from './written-values.js';

/** How stored data goes bad, as a map of the file. */
export function writtenDurability(durability: Durability, here: string, sources: SourceBook): object {
  const { copies, units, horizon, independence, visible, latent } = durability;
  return {
    copies: sources.sourced(`${here}.copies`, copies),
    units: sources.sourced(`${here}.units`, units),
    horizon: sources.sourced(`${here}.horizon`, optional(horizon, exactAge)),
    independence: sources.sourced(`${here}.independence`, exactShare(independence)),
    'visible-faults': optional(visible, (faults) => writtenFaults(faults, `${here}.visible-faults`, sources)),
    'latent-faults': optional(latent, (faults) => writtenLatent(faults, `${here}.latent-faults`, sources)),
  };
}

function writtenFaults({ every, repairedAfter }: VisibleFaults, here: string, sources: SourceBook): object {
  return {
    every: sources.sourced(`${here}.every`, writtenLaw(every, AGES)),
    'repaired-after': sources.sourced(
      `${here}.repaired-after`,
      optional(repairedAfter, (law) => writtenLaw(law, DURATIONS)),
    ),
  };
}

function writtenLatent(faults: LatentFaults, here: string, sources: SourceBook): object {
  const { found, spoils } = faults;
  const audit = found.kind === 'audits' ? exactDuration(found.every) : undefined;
  const after = found.kind === 'by-itself' ? writtenLaw(found.after, AGES) : undefined;
  return {
    ...writtenFaults(faults, here, sources),
    'audited-every': sources.sourced(`${here}.audited-every`, audit),
    'found-after': sources.sourced(`${here}.found-after`, after),
    spoils,
  };
}
