import type { Plan } from '../plan/plan.js';
import { BLOCK_INCIDENTS } from '../simulation/block-draws.js';
import type { IncidentRange } from './incident-range.js';
import { metricNames } from './metric-columns.js';
import type { Outcomes } from './outcomes.js';

/** The runbook is looked at in detail in so many incidents, the first of the run: whole blocks. */
export const STEP_INCIDENTS = 4 * BLOCK_INCIDENTS;

/** What the columns of a run are called: with the number of incidents it is all that decides how many there are. */
export interface OutcomeNames {
  readonly metrics: readonly string[];
  readonly steps: readonly string[];
  readonly people: readonly string[];
  readonly kinds: readonly string[];
  readonly decisions: readonly { readonly name: string; readonly alternatives: readonly string[] }[];
  /** Whether there is a column of what each incident cost. */
  readonly isPriced: boolean;
}

/**
 * Gives memory for so many values, all 0. Whoever plays on several threads brings memory that they share; the order of
 * the calls is the same for the same names.
 */
export type Allocate = (values: number) => Float64Array;

/** The columns that a run of the plan has. */
export function outcomeNames(plan: Plan): OutcomeNames {
  return {
    metrics: metricNames(plan),
    steps: plan.steps.map(({ name }) => name),
    people: plan.roles.map(({ name }) => name),
    kinds: plan.kinds.map(({ name }) => name),
    decisions: plan.decisions.map(({ name, alternatives }) => ({
      name,
      alternatives: alternatives.map((alternative) => alternative.name),
    })),
    isPriced: plan.prices !== undefined,
  };
}

/**
 * The outcomes of a range of a run before anything was played, to be filled in: every value is 0. A column has one
 * value per incident of the range; those of the steps, one per incident of the range that is looked at in detail.
 */
export function blankOutcomes(
  names: OutcomeNames,
  { seed, range }: { readonly seed: number; readonly range: IncidentRange },
  allocate: Allocate = (values) => new Float64Array(values),
): Outcomes {
  const incidents = range.to - range.from;
  const looked = Math.max(0, Math.min(range.to, STEP_INCIDENTS) - range.from);
  const column = (): Float64Array => allocate(looked);
  return {
    seed,
    incidents,
    metrics: names.metrics.map((name) => ({ name, values: allocate(incidents) })),
    kinds: { names: names.kinds, values: allocate(incidents) },
    costs: names.isPriced ? allocate(incidents) : undefined,
    steps: {
      incidents: looked,
      steps: names.steps.map((name) => ({
        name,
        durations: column(),
        waits: column(),
        attempts: column(),
        secondsOnPathToReopen: column(),
        secondsOnPathToClose: column(),
      })),
      people: names.people.map((name) => ({
        name,
        secondsOnPathToReopen: column(),
        secondsOnPathToClose: column(),
      })),
      decisions: names.decisions.map(({ name, alternatives }) => ({
        name,
        alternatives,
        taken: column(),
        waited: column(),
        rto: { achieved: column(), byAlternative: alternatives.map(column) },
        rpo: { achieved: column(), byAlternative: alternatives.map(column) },
        cost: names.isPriced ? { achieved: column(), byAlternative: alternatives.map(column) } : undefined,
      })),
    },
  };
}
