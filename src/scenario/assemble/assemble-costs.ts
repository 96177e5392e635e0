import type { Costs } from '../costs.js';
import { present } from '../present.js';
import type { ScenarioDraft } from '../shape/scenario-shape.js';

/** What things cost; what has no price costs nothing, but for an incident without a recovery. */
export function assembleCosts(draft: NonNullable<ScenarioDraft['costs']>): Costs {
  return present({
    currency: draft.currency,
    downtime: draft.downtime ?? 0,
    dataLoss: draft['data-loss'] ?? 0,
    unrecoverable: draft.unrecoverable,
    people: prices(draft.people).map(([role, price]) => ({ role, price })),
    egress: draft.egress ?? 0,
    storage: draft.storage ?? 0,
    standing: prices(draft.standing).map(([name, price]) => ({ name, price })),
  });
}

function prices(entries: Readonly<Record<string, number>> | undefined): [string, number][] {
  return Object.entries(entries ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
