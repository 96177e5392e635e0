import type { Objective, Scenario } from '../../../scenario/scenario.js';
import { likelierWrong, varianceExplained, verdictGain } from '../../../statistics/partial-information.js';
import { quantile } from '../../../statistics/quantile.js';
import type { IntervalEstimate } from '../../../statistics/spearman.js';
import type { DrawnMetrics } from '../../../study/uncertainty/drawn-metrics.js';
import type { Parameter } from '../../../study/uncertainty/draw-plans.js';
import { credibleVerdict } from '../../../study/uncertainty/judge-by-draws.js';
import { bandOf } from '../../../study/uncertainty/summarise-uncertainty.js';
import type { UncertainInput } from '../../../study/uncertainty/uncertain-inputs.js';
import { fittedPart } from '../fit/fitted-part.js';
import type { DrillAdvice, MetricAdvice, ObjectiveAdvice, SubjectAdvice } from './drill-advice.js';
import { drawnResult, type DrawnResult } from './drawn-result.js';
import { drillsNeeded } from './drills-needed.js';
import { columnOf, featuresOf } from './features.js';

/** Draws of what is not known, and what is asked of them. */
export interface AdviceQuestion {
  readonly scenario: Scenario;
  readonly inputs: readonly UncertainInput[];
  readonly parameters: readonly Parameter[];
  readonly drawn: DrawnMetrics;
  readonly assumptionsCount: number | null;
  readonly seed: number;
  readonly credibility: number;
  /** By whose P95 the subjects are ranked; by the verdicts that are open, else by RTO, when absent. */
  readonly metric: 'rto' | 'rpo' | 'rtt' | undefined;
  readonly origin: { readonly version: string; readonly file: string; readonly sha256: string };
}

const METRICS = ['rto', 'rpo', 'rtt'] as const;
const TAIL = 0.95;

/** An objective with the result of each draw that it is judged by; undefined where no draw differs. */
interface JudgedObjective {
  readonly objective: Objective;
  readonly met: number;
  readonly result: DrawnResult | undefined;
}

/**
 * Which step, role, link or surface the next drill should measure: the one that, if it were known, would leave least open.
 * And how many drills would settle each verdict that is open.
 */
export function adviseDrills(question: AdviceQuestion): DrillAdvice {
  const { scenario, drawn, inputs, credibility, origin } = question;
  const tails = METRICS.map((metric) => quantilesOf(drawn, metric, TAIL));
  const results = tails.map(drawnResult);
  const objectives = scenario.objectives.map((objective): JudgedObjective => {
    const values = quantilesOf(drawn, objective.metric, objective.quantile);
    const met = values.filter((value) => value <= objective.limit).length / values.length;
    return { objective, met, result: drawnResult(values) };
  });
  const isDrilled = drilledInputs(inputs, scenario);
  const judged = objectives.map((each) => adviceOn(each, { ...question, isDrilled }));
  const isOpen = judged.some(({ verdict }) => verdict === 'undecided');
  const rankedBy = question.metric ?? (isOpen ? 'verdicts' : 'rto');
  const metrics = METRICS.map((metric, i): [string, MetricAdvice] => {
    return [metric, { p95: bandOf([...tails[i]], credibility), scale: results[i]?.scale ?? null }];
  });
  const subjects = subjectsOf(inputs).map((indices) =>
    adviceOnSubject(indices, { ...question, isDrilled, results, objectives }),
  );
  const worthOf = ({ p95, verdicts }: SubjectAdvice): number =>
    rankedBy === 'verdicts'
      ? Math.max(...verdicts.filter((_, i) => judged[i].verdict === 'undecided').map(({ value }) => value))
      : (p95[rankedBy]?.value ?? 0);
  return {
    format: 'drillcast-next/1',
    tool: { name: 'drillcast', version: origin.version },
    scenario: { name: scenario.name, file: origin.file, sha256: origin.sha256 },
    seed: question.seed,
    draws: drawn.draws.length,
    incidents: drawn.incidents,
    unit: 'seconds',
    credibility,
    assumptionsCount: question.assumptionsCount,
    metrics: Object.fromEntries(metrics) as DrillAdvice['metrics'],
    objectives: judged,
    rankedBy,
    subjects: subjects.sort((one, other) => worthOf(other) - worthOf(one)),
  };
}

function quantilesOf({ draws }: DrawnMetrics, metric: 'rto' | 'rpo' | 'rtt', probability: number): Float64Array {
  return Float64Array.from(draws, (draw) => quantile(draw[metric], probability));
}

/** A drill that restores everything carries out each step once: it measures what `drills fit` can learn from that. */
function drilledInputs(inputs: readonly UncertainInput[], { steps, surfaces }: Scenario): readonly boolean[] {
  const sizeOf = (name: string): number | undefined => surfaces.find((surface) => surface.name === name)?.size;
  return inputs.map(({ path, subject }) => {
    const step = subject.kind === 'step' ? steps.find(({ name }) => name === subject.name) : undefined;
    if (step === undefined) return false;
    const key = path.slice(`runbook.${step.name}.`.length);
    if (key === 'fails' || key === 'fails.probability') return true;
    const found = fittedPart(step, sizeOf);
    return 'part' in found && found.part.keys.join('.') === key;
  });
}

function adviceOn(
  { objective, met, result }: JudgedObjective,
  { inputs, parameters, isDrilled, credibility, seed }: AdviceQuestion & { readonly isDrilled: readonly boolean[] },
): ObjectiveAdvice {
  const { metric, quantile: probability, limit } = objective;
  const verdict = credibleVerdict(met, credibility);
  const drills =
    verdict !== 'undecided' || result === undefined
      ? null
      : drillsNeeded({
          ...{ inputs, parameters, isDrilled, credibility, seed },
          results: result.values,
          threshold: result.threshold(limit),
        });
  return { metric, quantile: probability, limit, met, wrong: likelierWrong(met), verdict, drills };
}

/** Numbers of the inputs of each subject, in the order of the inputs. */
function subjectsOf(inputs: readonly UncertainInput[]): readonly (readonly number[])[] {
  const found = new Map<string, number[]>();
  for (const [index, { subject }] of inputs.entries()) {
    const key = `${subject.kind}/${subject.name}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, [index]);
    else known.push(index);
  }
  return [...found.values()];
}

function adviceOnSubject(
  indices: readonly number[],
  question: AdviceQuestion & {
    readonly isDrilled: readonly boolean[];
    readonly results: readonly (DrawnResult | undefined)[];
    readonly objectives: readonly JudgedObjective[];
  },
): SubjectAdvice {
  const { inputs, parameters, results, objectives, isDrilled, credibility } = question;
  const own = parameters.filter(({ input }) => indices.includes(input));
  const columns = featuresOf(own).map((feature) => columnOf(feature, own));
  const [rto, rpo, rtt] = results.map((result) =>
    result === undefined ? null : varianceExplained({ columns, results: result.values }, credibility),
  );
  const verdicts = objectives.map(({ objective, met, result }): IntervalEstimate => {
    const isSettled = credibleVerdict(met, credibility) !== 'undecided';
    if (isSettled || result === undefined) return { value: 0, low: 0, high: 0 };
    const threshold = result.threshold(objective.limit);
    return verdictGain({ columns, results: result.values, threshold }, credibility);
  });
  const isSure = [rto, rpo, rtt, ...verdicts].some((estimate) => estimate !== null && estimate.low > 0);
  return {
    ...inputs[indices[0]].subject,
    inputs: indices.map((index) => {
      const { path, countsAs } = inputs[index];
      return { path, countsAs, isDrilled: isDrilled[index] };
    }),
    isDrilled: indices.some((index) => isDrilled[index]),
    matters: isSure,
    p95: { rto, rpo, rtt },
    verdicts,
  };
}
