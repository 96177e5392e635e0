/**
 * What happened, incident by incident: columns, one value per incident, in seconds. NaN stands for an
 * incident that could not be recovered from; it is counted as such and never averaged.
 */
export interface Outcomes {
  readonly seed: number;
  readonly incidents: number;
  /** `rto`, `rpo`, `rtt`, then `rpo.<surface>` of each data-bearing surface. */
  readonly metrics: readonly MetricOutcomes[];
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
