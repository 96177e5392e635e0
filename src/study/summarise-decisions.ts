import { moments } from '../statistics/moments.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';
import type { DecisionOutcomes, Outcomes } from './outcomes.js';
import type { AlternativeSummary, DecisionSummary, Summary } from './summary.js';

/**
 * What was decided, by the name of the decision, and what it cost not to know the future: regret is the share of the
 * incidents in which another alternative would have reopened the service sooner under the same luck.
 */
export function summariseDecisions({ steps }: Outcomes, confidence: number): Summary['decisions'] {
  return Object.fromEntries(
    steps.decisions.map((decision) => [decision.name, summariseDecision(decision, confidence)]),
  );
}

function summariseDecision(decision: DecisionOutcomes, confidence: number): DecisionSummary {
  const { taken, rtos } = decision;
  const due = [...taken.keys()].filter((incident) => taken[incident] >= 0);
  const quickest = due.map((incident) => quickestOf(rtos, incident, taken[incident]));
  const regretted = due.filter((incident, i) => quickest[i] !== taken[incident]);
  const lost = regretted.map((incident) => {
    const best = Math.min(...rtos.map((column) => (Number.isNaN(column[incident]) ? Infinity : column[incident])));
    return rtos[taken[incident]][incident] - best;
  });
  const { low, high } =
    due.length === 0
      ? { low: 0, high: 1 }
      : wilsonInterval({ successes: regretted.length, trials: due.length, confidence });
  return {
    incidents: due.length,
    alternatives: decision.alternatives.map((name, alternative) =>
      summariseAlternative({ name, alternative }, { decision, due, quickest }),
    ),
    regret: {
      share: due.length === 0 ? 0 : regretted.length / due.length,
      low,
      high,
      // Where nothing would have been recovered, no number of hours says what was lost.
      meanLost: moments(Float64Array.from(lost.filter(Number.isFinite))).mean,
    },
  };
}

function summariseAlternative(
  { name, alternative }: { readonly name: string; readonly alternative: number },
  run: { readonly decision: DecisionOutcomes; readonly due: readonly number[]; readonly quickest: readonly number[] },
): AlternativeSummary {
  const { decision, due, quickest } = run;
  const share = (count: number): number => (due.length === 0 ? 0 : count / due.length);
  const taken = due.filter((incident) => decision.taken[incident] === alternative);
  return {
    name,
    taken: share(taken.length),
    available: share(due.filter((incident) => !Number.isNaN(decision.rtos[alternative][incident])).length),
    quickest: share(quickest.filter((best) => best === alternative).length),
    meanWaited: moments(Float64Array.from(taken, (incident) => decision.waited[incident])).mean,
  };
}

/** The alternative with the smallest RTO in an incident; the one taken when no other is smaller. */
function quickestOf(rtos: readonly Float64Array[], incident: number, taken: number): number {
  let best = taken;
  for (let other = 0; other < rtos.length; other++) {
    // Nothing compares with NaN, which stands for an alternative that could not be had.
    if (rtos[other][incident] < rtos[best][incident]) best = other;
  }
  return best;
}
