import { moments } from '../statistics/moments.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';
import type { ChoiceOutcomes, DecisionOutcomes, Outcomes } from './outcomes.js';
import type { AlternativeSummary, DecisionSummary, RegretSummary, Summary } from './summary.js';

/** A millisecond is rounding, and so is what is less than a cent. */
const ROUNDING = { seconds: 0.001, money: 0.01 };

/**
 * What was decided, by the name of the decision, and what it cost not to know the future: regret is the share of the
 * incidents in which an alternative, taken at once, would have reopened the service sooner, lost less data, or cost less,
 * under the same luck.
 */
export function summariseDecisions({ steps }: Outcomes, confidence: number): Summary['decisions'] {
  return Object.fromEntries(
    steps.decisions.map((decision) => [decision.name, summariseDecision(decision, confidence)]),
  );
}

/** The incidents in which a decision was due, and in each of them the alternative with the least of a metric. */
interface Best {
  readonly rto: readonly number[];
  readonly rpo: readonly number[];
  readonly cost: readonly number[] | null;
}

function summariseDecision(decision: DecisionOutcomes, confidence: number): DecisionSummary {
  const { taken } = decision;
  const due = [...taken.keys()].filter((incident) => taken[incident] >= 0);
  const leastOf = (choice: ChoiceOutcomes) => due.map((incident) => least(choice, incident, taken[incident]));
  const best: Best = {
    rto: leastOf(decision.rto),
    rpo: leastOf(decision.rpo),
    cost: decision.cost === undefined ? null : leastOf(decision.cost),
  };
  return {
    incidents: due.length,
    alternatives: decision.alternatives.map((name, alternative) =>
      summariseAlternative({ name, alternative }, { decision, due, best }),
    ),
    regret: {
      rto: summariseRegret(decision.rto, { due, best: best.rto, confidence, rounding: ROUNDING.seconds }),
      rpo: summariseRegret(decision.rpo, { due, best: best.rpo, confidence, rounding: ROUNDING.seconds }),
      cost:
        decision.cost === undefined || best.cost === null
          ? null
          : summariseRegret(decision.cost, { due, best: best.cost, confidence, rounding: ROUNDING.money }),
    },
  };
}

function summariseRegret(
  { achieved, byAlternative }: ChoiceOutcomes,
  run: {
    readonly due: readonly number[];
    readonly best: readonly number[];
    readonly confidence: number;
    readonly rounding: number;
  },
): RegretSummary {
  const { due, best, confidence, rounding } = run;
  const lost = due
    .map((incident, i) => achieved[incident] - byAlternative[best[i]][incident])
    // Two ways that recover nothing have no difference.
    .filter((difference) => difference > rounding);
  const { low, high } =
    due.length === 0 ? { low: 0, high: 1 } : wilsonInterval({ successes: lost.length, trials: due.length, confidence });
  return {
    share: due.length === 0 ? 0 : lost.length / due.length,
    low,
    high,
    // Where nothing would have been recovered, no number of hours says what was lost.
    meanLost: moments(Float64Array.from(lost.filter(Number.isFinite))).mean,
  };
}

function summariseAlternative(
  { name, alternative }: { readonly name: string; readonly alternative: number },
  run: { readonly decision: DecisionOutcomes; readonly due: readonly number[]; readonly best: Best },
): AlternativeSummary {
  const { decision, due, best } = run;
  const share = (count: number): number => (due.length === 0 ? 0 : count / due.length);
  const shareOf = (bests: readonly number[]): number => share(bests.filter((one) => one === alternative).length);
  const taken = due.filter((incident) => decision.taken[incident] === alternative);
  const couldBeHad = due.filter((incident) => !Number.isNaN(decision.rto.byAlternative[alternative][incident]));
  return {
    name,
    taken: share(taken.length),
    available: share(couldBeHad.length),
    quickest: shareOf(best.rto),
    leastLoss: shareOf(best.rpo),
    cheapest: best.cost === null ? null : shareOf(best.cost),
    meanWaited: moments(Float64Array.from(taken, (incident) => decision.waited[incident])).mean,
  };
}

/** The alternative with the least of a metric in an incident; the one taken when no other has less. */
function least({ byAlternative }: ChoiceOutcomes, incident: number, taken: number): number {
  let best = taken;
  for (let other = 0; other < byAlternative.length; other++) {
    // Nothing compares with NaN, which stands for an alternative that could not be had.
    if (byAlternative[other][incident] < byAlternative[best][incident]) best = other;
  }
  return best;
}
