import type { Plan } from '../../plan/plan.js';
import type { Allocate } from '../blank-outcomes.js';

/** The metrics that are explained. */
export const EXPLAINED_METRICS = ['rto', 'rpo', 'rtt'] as const;

export type ExplainedMetric = (typeof EXPLAINED_METRICS)[number];

/** What a part of a metric is made of. */
export type PartKind =
  /** Work on a step, but for what a full link added to it. */
  | 'step'
  /** Nobody worked, because people of a role were on their way or outside their hours. */
  | 'wait-for-people'
  /** A transfer lasted longer than at its own rate, because the link had no more to give. */
  | 'wait-for-link'
  /** The loss of the data-bearing surface that decides the RPO. */
  | 'surface';

/** Columns with one value per incident, in seconds; 0 where the part was not on the path, or did not decide. */
export interface PartOutcomes {
  readonly kind: PartKind;
  readonly name: string;
  readonly rto: Float64Array;
  readonly rpo: Float64Array;
  readonly rtt: Float64Array;
}

/** Of every incident played in detail, what its metrics are made of: the parts of each add up to it. */
export interface PathOutcomes {
  readonly steps: readonly PartOutcomes[];
  readonly people: readonly PartOutcomes[];
  readonly links: readonly PartOutcomes[];
  /** All surfaces, in the order of the plan; those that bear no data stay at 0. */
  readonly surfaces: readonly PartOutcomes[];
  /** Per step and incident, 1 where the step was carried out. */
  readonly isCarriedOut: readonly Float64Array[];
}

/** The columns before anything was played, all 0; a column that is never written is one and the same for all. */
export function blankPaths(plan: Plan, incidents: number, allocate: Allocate): PathOutcomes {
  const nothing = allocate(incidents);
  const onPath = (kind: PartKind, name: string): PartOutcomes => ({
    kind,
    name,
    rto: allocate(incidents),
    rpo: nothing,
    rtt: allocate(incidents),
  });
  return {
    steps: plan.steps.map(({ name }) => onPath('step', name)),
    people: plan.roles.map(({ name }) => onPath('wait-for-people', name)),
    links: plan.links.map(({ name }) => onPath('wait-for-link', name)),
    surfaces: plan.surfaces.map(({ name }) => ({
      kind: 'surface',
      name,
      rto: nothing,
      rpo: allocate(incidents),
      rtt: nothing,
    })),
    isCarriedOut: plan.steps.map(() => allocate(incidents)),
  };
}

/** All parts, of whatever kind. */
export function partsOf({ steps, people, links, surfaces }: PathOutcomes): readonly PartOutcomes[] {
  return [...steps, ...people, ...links, ...surfaces];
}
