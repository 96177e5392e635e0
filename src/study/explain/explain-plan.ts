import type { Plan } from '../../plan/plan.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { Summary } from '../summary.js';
import { examine } from './examine.js';
import { explain, judgeAllInputs, TORNADO, tornadoInputs, type ExplainQuestion } from './explain.js';
import type { Explanation } from './explanation.js';
import type { PlaysOutcomes } from './plays-recorder.js';

/** A plan that was played, and how many incidents shall strike each of those that are tried. */
export interface ExplainedPlan {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly seed: number;
  readonly incidents: number;
  /** Of as many incidents. */
  readonly summary: Summary;
}

/** Plays plans on the same incidents; in detail, when it is asked for. */
export type PlayPlans = (plans: readonly Plan[], isInDetail: boolean) => Promise<PlaysOutcomes>;

/** Plays the plan as it is, then each input drawn anew and each change, then what matters fixed low and high. */
export async function explainPlan(
  { scenario, plan, seed, incidents, summary }: ExplainedPlan,
  question: ExplainQuestion,
  play: PlayPlans,
): Promise<Explanation> {
  const {
    plays: [base],
    paths,
  } = await play([plan], true);
  const { inputs, idleInputs, counterfactuals } = examine(scenario, plan, paths);
  const redrawn = inputs.map(({ redraw }) => redraw(plan));
  const tried = await play([...redrawn, ...counterfactuals.map((each) => each.plan)], false);
  const run = { plan, seed, incidents, base, inputs, redrawn: tried.plays.slice(0, inputs.length) };
  const judged = judgeAllInputs(run, question);
  const fixable = tornadoInputs(inputs, judged);
  const fixed = fixable.flatMap(({ fix }) =>
    fix === undefined ? [] : [fix(plan, TORNADO.low), fix(plan, TORNADO.high)],
  );
  const ends = fixed.length === 0 ? [] : (await play(fixed, false)).plays;
  return explain(
    {
      ...run,
      paths,
      idleInputs,
      judged,
      tornado: fixable.map((input, i) => ({ input, low: ends[2 * i], high: ends[2 * i + 1] })),
      counterfactuals: counterfactuals.map((each, i) => ({ ...each, play: tried.plays[inputs.length + i] })),
    },
    question,
    summary,
  );
}
