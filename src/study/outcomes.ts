/**
 * What happened, incident by incident: columns, one value per incident, in seconds. NaN stands for an
 * incident that could not be recovered from; it is counted as such and never averaged.
 */
export interface Outcomes {
  readonly seed: number;
  readonly incidents: number;
  /** `rto`, `rpo`, `rtt`, then `rpo.<surface>` of each data-bearing surface. */
  readonly metrics: readonly MetricOutcomes[];
  /** The kinds of disaster of the plan, and the index of the one that struck, incident by incident. */
  readonly kinds: { readonly names: readonly string[]; readonly values: Float64Array };
  /** What each incident cost, in the currency of the scenario; absent when it has no prices. */
  readonly costs?: Float64Array | undefined;
  readonly steps: StepStudy;
}

export interface MetricOutcomes {
  readonly name: string;
  /** One value per incident. */
  readonly values: Float64Array;
}

/** The runbook as it was played in the first `incidents` incidents of the run. */
export interface StepStudy {
  /** How many incidents were looked at in detail: a prefix of the run. */
  readonly incidents: number;
  /** One entry per step, in the order of the runbook. */
  readonly steps: readonly StepOutcomes[];
  /** One entry per role, in the order of the scenario. */
  readonly people: readonly PeopleOutcomes[];
  /** One entry per decision, in the order of the scenario. */
  readonly decisions: readonly DecisionOutcomes[];
}

/** Columns with one value per incident looked at. */
export interface DecisionOutcomes {
  readonly name: string;
  readonly alternatives: readonly string[];
  /** Index of the alternative taken; -1 where the decision was never due. */
  readonly taken: Float64Array;
  /** Seconds waited for the provider. */
  readonly waited: Float64Array;
  readonly rto: ChoiceOutcomes;
  readonly rpo: ChoiceOutcomes;
  /** Absent when the scenario has no prices. */
  readonly cost?: ChoiceOutcomes | undefined;
}

/**
 * What a decision came to in one metric, or in cost, and what it would have come to. In seconds, or in the currency; Infinity
 * where nothing is recovered, or where that has no price.
 */
export interface ChoiceOutcomes {
  /** As it came; NaN where the decision was never due. */
  readonly achieved: Float64Array;
  /**
   * What each alternative would have given under the same luck had it been taken at once, that of the one taken included;
   * NaN where it could not be had.
   */
  readonly byAlternative: readonly Float64Array[];
}

/** Columns with one value per incident looked at: seconds in which the critical path waited for a role to come. */
export interface PeopleOutcomes {
  readonly name: string;
  readonly secondsOnPathToReopen: Float64Array;
  readonly secondsOnPathToClose: Float64Array;
}

/** Columns with one value per incident looked at; NaN where the step was never reached. */
export interface StepOutcomes {
  readonly name: string;
  /** From the start of its first attempt to the end of its last, in seconds. */
  readonly durations: Float64Array;
  /** From ready to started, in seconds. */
  readonly waits: Float64Array;
  readonly attempts: Float64Array;
  /** Seconds that the step lay on the critical path to `service-reopened`; 0 when it did not. */
  readonly secondsOnPathToReopen: Float64Array;
  /** Seconds that the step lay on the critical path to `incident-closed`; 0 when it did not. */
  readonly secondsOnPathToClose: Float64Array;
}
