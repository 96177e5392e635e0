import type { Duration } from '../../units/quantity.js';
import { probability, seconds } from '../../units/quantity.js';
import { present } from '../present.js';
import type { CopyName, Decision, Incident } from '../disaster.js';
import type { LaterCosts } from '../later-costs.js';
import type { ReadinessCheck } from '../readiness.js';
import type { ScenarioDraft } from '../shape/scenario-shape.js';

/** A kind of disaster from a draft in which every name resolves. */
export function assembleIncident(name: string, draft: ScenarioDraft['incidents'][string]): Incident {
  return present({
    name,
    frequency: draft.frequency,
    rush: draft.rush,
    destroys: sorted(draft.destroys),
    cutsOff: sorted(draft['cuts-off']),
    corrupts: sorted(draft.corrupts),
    deletes: sorted(draft.deletes),
    latency: draft.latency,
    isOnsetKnown: draft.onset !== 'unknown',
    attack: draft['attacks-copies'],
    providerReturns: draft['provider-returns-after'],
    delays: Object.entries(draft.delays ?? {})
      .map(([step, delay]) => ({ step, ...delay }))
      .sort((a, b) => (a.step < b.step ? -1 : 1)),
    setsOff: Object.entries(draft['sets-off'] ?? {})
      .map(([kind, setOff]) => present({ kind, ...setOff }))
      .sort((a, b) => (a.kind < b.kind ? -1 : 1)),
  });
}

/** A question about the plan, with what follows from a no. */
export function assembleReadiness(name: string, draft: ScenarioDraft['readiness'][string]): ReadinessCheck {
  const gap = draft['if-not'] ?? {};
  return present({
    name,
    asks: draft.asks,
    answer: draft.answer,
    isRequired: draft.required ?? true,
    freshFor: draft['fresh-for'],
    ifNot: {
      fails: byName(gap.fails).map(([step, chance]) => ({ step, probability: chance })),
      delays: byName(gap.delays).map(([step, takes]) => ({ step, takes })),
      backups: byName(gap.backups).map(([surface, becomes]) =>
        present({
          surface,
          restorable: becomes.restorable,
          silentlyUnrestorableAfter: becomes['silently-unrestorable-after'],
        }),
      ),
    },
  });
}

function byName<Entry>(entries: Readonly<Record<string, Entry>> | undefined): [string, Entry][] {
  return Object.entries(entries ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A decision with its alternatives in the order of the file. */
export function assembleDecision(name: string, draft: ScenarioDraft['decisions'][string]): Decision {
  return {
    name,
    after: draft.after,
    alternatives: Object.entries(draft.alternatives).map(([alternative, conditions]) =>
      present({
        name: alternative,
        kinds: conditions.for === undefined ? undefined : sorted(conditions.for),
        recovers: Object.entries(conditions.recovers ?? {})
          .map(([surface, copy]): { surface: string; copy: CopyName } => ({ surface, copy }))
          .sort((a, b) => (a.surface < b.surface ? -1 : 1)),
        losesAtMost: optionalSeconds(conditions['loses-at-most']),
        losesMoreThan: optionalSeconds(conditions['loses-more-than']),
        waits: conditions.waits,
        costsLater: assembleLaterCosts(conditions['costs-later']),
      }),
    ),
  };
}

type AlternativeDraft = ScenarioDraft['decisions'][string]['alternatives'][string];

function assembleLaterCosts(draft: AlternativeDraft['costs-later']): LaterCosts | undefined {
  if (draft === undefined) return undefined;
  return present({
    probability: draft.probability ?? probability(1),
    amount: draft.amount,
    dataLoss: draft['data-loss'],
    takes: draft.takes,
    needs: draft.needs ?? [],
  });
}

function optionalSeconds(value: number | undefined): Duration | undefined {
  return value === undefined ? undefined : seconds(value);
}

/** Sets of names are in their own order, so that the order of a list in the file is irrelevant. */
function sorted(names: readonly string[] | undefined): readonly string[] {
  return [...(names ?? [])].sort();
}
