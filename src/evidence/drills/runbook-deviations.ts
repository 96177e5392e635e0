import type { Scenario } from '../../scenario/scenario.js';
import type { StepStudy } from '../../study/outcomes.js';
import type { Drill } from './drill.js';
import { stepObservations } from './observations.js';
import { percentileOf } from './percentile.js';

/** In what a drill went otherwise than the runbook says. */
export interface RunbookDeviations {
  /** Steps that were carried out, and that the runbook does not have. */
  readonly missing: readonly string[];
  /** Steps of the runbook that were not carried out. */
  readonly leftOut: readonly string[];
  /** Steps that took longer than in 95 % of the incidents that were played. */
  readonly slower: readonly {
    readonly step: string;
    readonly seconds: number;
    /** It broke off: it would have taken longer still. */
    readonly isCensored: boolean;
    /** The 95 % that it passed. */
    readonly p95: number;
  }[];
}

/** One drill cannot say that the assumption is wrong, but the slow ones are where to look first. */
const SLOW = 0.95;

/** Holds a drill against the runbook that it followed. */
export function runbookDeviations(drill: Drill, scenario: Scenario, study: StepStudy): RunbookDeviations {
  const known = scenario.steps.map(({ name }) => name);
  const carriedOut = drill.steps.map(({ name }) => name);
  return {
    missing: carriedOut.filter((name) => !known.includes(name)),
    leftOut: known.filter((name) => !carriedOut.includes(name)),
    slower: stepObservations([drill]).flatMap(({ step, seconds, isCensored }) => {
      const durations = study.steps
        .find(({ name }) => name === step)
        ?.durations.filter((value) => !Number.isNaN(value));
      if (durations === undefined || durations.length === 0) return [];
      const ascending = durations.sort();
      if (percentileOf({ seconds, isCensored }, ascending).low <= SLOW) return [];
      return [{ step, seconds, isCensored, p95: ascending[Math.floor(SLOW * (ascending.length - 1))] }];
    }),
  };
}
