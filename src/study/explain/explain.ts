import type { Plan } from '../../plan/plan.js';
import { QUANTILES, type QuantileName, type Summary } from '../summary.js';
import type { ChanceInput } from './chance-inputs.js';
import type { Counterfactual } from './counterfactual-plans.js';
import type {
  CounterfactualAnswer,
  Explanation,
  InputExplanation,
  MetricExplanation,
  TornadoBar,
} from './explanation.js';
import { drawnColumns, judgeInputs, NEGLIGIBLE } from './judge-inputs.js';
import { isWorthTelling, pairedShift, quantileSide, WORTH_TELLING } from './paired-shift.js';
import { partsOf, type ExplainedMetric, type PathOutcomes } from './path-outcomes.js';
import type { MetricOutcomesOfPlay } from './plays-recorder.js';
import { summariseParts } from './summarise-parts.js';

/** The probabilities at which the tornado fixes an input. */
export const TORNADO = { low: 0.1, high: 0.9 } as const;

/** What was asked. */
export interface ExplainQuestion {
  readonly metrics: readonly ExplainedMetric[];
  readonly quantile: QuantileName;
  readonly confidence: number;
}

/** The run as it is, and with each input drawn anew: all of it on the same luck. */
export interface RedrawnRun {
  readonly plan: Plan;
  readonly seed: number;
  readonly incidents: number;
  readonly base: MetricOutcomesOfPlay;
  readonly inputs: readonly ChanceInput[];
  /** In the order of the inputs. */
  readonly redrawn: readonly MetricOutcomesOfPlay[];
}

/** By metric that was asked about, what the inputs decide about it. */
export type JudgedInputs = Readonly<Partial<Record<ExplainedMetric, readonly InputExplanation[]>>>;

/** Ranks the inputs for every metric that was asked about. */
export function judgeAllInputs(run: RedrawnRun, { metrics, quantile, confidence }: ExplainQuestion): JudgedInputs {
  const draws = drawnColumns(run.plan, run);
  const probability = QUANTILES[quantile];
  return Object.fromEntries(
    metrics.map((metric) => {
      const redrawn = run.redrawn.map((play) => play[metric]);
      return [
        metric,
        judgeInputs(run.inputs, { values: run.base[metric], redrawn }, { draws, probability, confidence }),
      ];
    }),
  );
}

/** The inputs that are worth fixing: those with a law that do not surely leave every metric alone. */
export function tornadoInputs(inputs: readonly ChanceInput[], judged: JudgedInputs): readonly ChanceInput[] {
  const isOpen = (name: string): boolean =>
    Object.values(judged).some((each) => each.some((input) => input.name === name && input.verdict !== 'negligible'));
  return inputs.filter(({ name, fix }) => fix !== undefined && isOpen(name));
}

/** Everything that was played for an explanation. */
export interface ExplainedRun extends RedrawnRun {
  readonly paths: PathOutcomes;
  readonly idleInputs: readonly string[];
  readonly judged: JudgedInputs;
  readonly tornado: readonly {
    readonly input: ChanceInput;
    readonly low: MetricOutcomesOfPlay;
    readonly high: MetricOutcomesOfPlay;
  }[];
  readonly counterfactuals: readonly (Counterfactual & { readonly play: MetricOutcomesOfPlay })[];
}

/**
 * What drives a result.
 *
 * Shifts have intervals that hold all together, per metric, at the level of the question: each is made at a level that
 * leaves it its part of the error (Bonferroni), as the widest of many would else be told by mistake.
 *
 * @param summary of the same incidents.
 */
export function explain(run: ExplainedRun, question: ExplainQuestion, summary: Summary): Explanation {
  const { metrics, quantile, confidence } = question;
  return {
    format: 'drillcast-explanation/1',
    tool: summary.tool,
    scenario: summary.scenario,
    seed: run.seed,
    incidents: run.incidents,
    unit: 'seconds',
    confidence,
    quantile,
    negligible: NEGLIGIBLE,
    worthTelling: WORTH_TELLING,
    metrics: Object.fromEntries(metrics.map((metric) => [metric, explainMetric(metric, run, question)])),
    idleInputs: run.idleInputs,
    standsOn: summary.standsOn,
    readiness: summary.readiness,
    inputs: summary.inputs,
    regrets: Object.fromEntries(
      Object.entries(summary.decisions)
        .filter(([, { incidents }]) => incidents > 0)
        .map(([name, { regret }]) => [name, { share: regret.rto.share, low: regret.rto.low, high: regret.rto.high }]),
    ),
  };
}

function explainMetric(
  metric: ExplainedMetric,
  { base, paths, judged, tornado, counterfactuals }: ExplainedRun,
  { quantile, confidence }: ExplainQuestion,
): MetricExplanation {
  const values = base[metric];
  const probability = QUANTILES[quantile];
  const inputs = judged[metric] ?? [];
  const bars = tornado.filter(({ input }) =>
    inputs.some(({ name, verdict }) => name === input.name && verdict !== 'negligible'),
  );
  const tried = Math.max(1, counterfactuals.length + 2 * bars.length);
  const together = { probability, confidence: 1 - (1 - confidence) / tried };
  const baseline = quantileSide(values, together);
  const shiftOf = (play: MetricOutcomesOfPlay) => pairedShift(baseline, quantileSide(play[metric], together));
  return {
    value: quantileSide(values, { probability, confidence }).quantile,
    unrecoverable: values.filter(Number.isNaN).length / values.length,
    parts: summariseParts(partsOf(paths), values, { metric, probability, confidence }),
    inputs,
    tornado: bars
      .map(({ input, low, high }): TornadoBar => ({ name: input.name, low: shiftOf(low), high: shiftOf(high) }))
      .sort((one, other) => widthOf(other) - widthOf(one)),
    counterfactuals: counterfactuals
      .map(({ kind, subject, play }): CounterfactualAnswer => {
        const shift = shiftOf(play);
        return { kind, subject, shift, isWorthTelling: isWorthTelling(shift, baseline) };
      })
      .sort((one, other) => (one.shift.value ?? 0) - (other.shift.value ?? 0)),
  };
}

/** Between the quantiles at the two ends; of one that has no number on a side, the widest of all. */
function widthOf({ low, high }: TornadoBar): number {
  if (low.quantile === null || high.quantile === null) return low.quantile === high.quantile ? 0 : Infinity;
  return Math.abs(high.quantile - low.quantile);
}
