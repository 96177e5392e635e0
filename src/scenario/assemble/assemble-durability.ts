import type { Durability, Finding } from '../durability.js';
import { present } from '../present.js';
import type { ScenarioDraft } from '../shape/scenario-shape.js';

type DurabilityDraft = NonNullable<ScenarioDraft['surfaces'][string]['durability']>;
type LatentDraft = NonNullable<DurabilityDraft['latent-faults']>;

/** How stored data goes bad by itself, from a draft. */
export function assembleDurability(draft: DurabilityDraft): Durability {
  const visible = draft['visible-faults'];
  const latent = draft['latent-faults'];
  return present({
    copies: draft.copies,
    units: draft.units ?? 1,
    horizon: draft.horizon,
    independence: draft.independence,
    visible: visible && present({ every: visible.every, repairedAfter: visible['repaired-after'] }),
    latent:
      latent &&
      present({
        every: latent.every,
        found: findingOf(latent),
        repairedAfter: latent['repaired-after'],
        spoils: latent.spoils,
      }),
  });
}

function findingOf(draft: LatentDraft): Finding {
  const audit = draft['audited-every'];
  if (audit !== undefined) return { kind: 'audits', every: audit };
  const after = draft['found-after'];
  return after === undefined ? { kind: 'never' } : { kind: 'by-itself', after };
}
