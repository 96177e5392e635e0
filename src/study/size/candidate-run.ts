import { restoreTestAges } from '../check/restore-test-ages.js';
import { jointVerdict } from '../check/joint-verdict.js';
import { judgeRequirement, type Verdict } from '../check/judge-requirement.js';
import type { Requirement } from '../check/requirement.js';
import type { Plan } from '../../plan/plan.js';
import type { Scenario } from '../../scenario/scenario.js';
import { clopperPearson } from '../../statistics/clopper-pearson.js';
import type { Outcomes } from '../outcomes.js';
import { exactSamples } from '../run-samples.js';
import { upkeepPerYear } from '../summarise-costs.js';
import { summarise, type SummaryContext } from '../summarise.js';
import type { Summary } from '../summary.js';
import type { CandidateFinding } from './sizing.js';

/** One combination of inputs, before it is played. */
export interface Combination {
  /** Number of its scenario, from 0. */
  readonly number: number;
  /** One per varied input; null where its scenario has no such input. */
  readonly values: readonly (string | null)[];
  /** What is to be small before the cost is. */
  readonly order: number;
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly context: SummaryContext;
}

/** A combination as it was judged when it was last looked at. */
export interface JudgedCandidate {
  readonly summary: Summary;
  readonly costPerYear: number;
  readonly yearlyCosts: Float64Array;
  readonly findings: readonly CandidateFinding[];
  readonly verdict: Verdict;
}

/** Why a combination has no cost of a year: its kinds do not say how often they strike, or a loss has no price. */
export class NoCostPerYear extends Error {
  override readonly name = 'NoCostPerYear';
}

/** A combination with all that it was struck by so far. */
export class CandidateRun {
  readonly combination: Combination;
  #outcomes: Outcomes | undefined;

  constructor(combination: Combination) {
    this.combination = combination;
  }

  /** How many incidents it was struck by. */
  get incidents(): number {
    return this.#outcomes?.incidents ?? 0;
  }

  /** Adds the incidents that follow on those it was struck by. */
  add(outcomes: Outcomes): void {
    this.#outcomes = this.#outcomes === undefined ? outcomes : joined(this.#outcomes, outcomes);
  }

  /**
   * What is known of it.
   *
   * @param confidence of the interval that a requirement is judged by.
   * @throws NoCostPerYear when a year has no cost.
   * @throws RangeError when nothing was played, or the run has not what a requirement speaks of.
   */
  judge(requirements: readonly Requirement[], confidence: number): JudgedCandidate {
    if (this.#outcomes === undefined) throw new RangeError('CandidateRun: nothing was played');
    const { scenario, context } = this.combination;
    const summary = summarise(this.#outcomes, context);
    const { costs } = summary;
    if (costs === null || costs.perYear === null || costs.incidents.perYear === null) throw new NoCostPerYear();
    const run = {
      samples: exactSamples(this.#outcomes),
      summary: { ...summary, confidence },
      testAges: restoreTestAges(scenario),
      // Wilson's covers far less than it says where so much confidence is asked for of what is rare.
      shareInterval: clopperPearson,
    };
    const findings = requirements.map((requirement) => {
      const { value, low, high, verdict } = judgeRequirement(requirement, run);
      return { value, low, high, verdict };
    });
    return {
      summary,
      costPerYear: costs.perYear,
      yearlyCosts: yearlyCosts(this.#outcomes, summary),
      findings,
      verdict: jointVerdict(findings.map(({ verdict }) => verdict)),
    };
  }
}

/** What a year would cost whose incidents were all like this one; the mean is the expected cost of a year. */
function yearlyCosts({ costs: ofIncidents }: Outcomes, { costs, incidentKinds }: Summary): Float64Array {
  if (ofIncidents === undefined || costs === null) throw new NoCostPerYear();
  const perYear = Object.values(incidentKinds).reduce((sum, kind) => sum + (kind.perYear ?? NaN), 0);
  const upkeep = upkeepPerYear(costs);
  return ofIncidents.map((cost) => perYear * cost + upkeep);
}

/** Two parts of a run as one; the steps are those of the first, which are all that were looked at. */
function joined(first: Outcomes, second: Outcomes): Outcomes {
  const join = (one: Float64Array, other: Float64Array): Float64Array => {
    const both = new Float64Array(one.length + other.length);
    both.set(one);
    both.set(other, one.length);
    return both;
  };
  return {
    ...first,
    incidents: first.incidents + second.incidents,
    metrics: first.metrics.map(({ name, values }, i) => ({ name, values: join(values, second.metrics[i].values) })),
    kinds: { names: first.kinds.names, values: join(first.kinds.values, second.kinds.values) },
    costs: first.costs && second.costs && join(first.costs, second.costs),
  };
}
