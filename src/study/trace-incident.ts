import type { DecisionPlan } from '../plan/disaster-plan.js';
import type { Plan } from '../plan/plan.js';
import { UNDECIDED } from '../simulation/decisions.js';
import { IncidentSimulator } from '../simulation/incident-simulator.js';
import { NO_ROLE, NO_VISIT } from '../simulation/visit-log.js';
import { instant } from '../units/quantity.js';
import { lastVisitOf, previousOnPath } from './critical-path.js';
import { describeRecovery } from './describe-history.js';
import { metricNames } from './metric-columns.js';
import { tracedCopies } from './traced-copies.js';
import type { Trace, TracedAttempt, TracedDecision, TracedStep, TracedSurface } from './trace.js';

/**
 * Plays one incident of a run again, by its number alone, and tells what happened in it.
 *
 * @throws RangeError when `seed` or `incident` is not a whole number from 0 on.
 */
export function traceIncident(plan: Plan, { seed, incident }: { seed: number; incident: number }): Trace {
  for (const [name, value] of Object.entries({ seed, incident })) {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(`traceIncident: ${name} must be a whole number from 0 on, is ${String(value)}`);
    }
  }
  const simulator = new IncidentSimulator(plan, seed);
  /** By the number of the visit. */
  const attempts: TracedAttempt[][] = [];
  simulator.recovery.observer = {
    attempt: (step, { start, end, outcome }) => {
      (attempts[simulator.recovery.latestVisit[step]] ??= []).push({ start, end, outcome, note: '' });
    },
  };
  simulator.playInDetail(incident);
  const { recovery } = simulator;
  const criticalVisits = new Set<number>();
  if (simulator.isRecovered) {
    let visit = lastVisitOf(recovery, plan.closeSteps);
    for (; visit !== NO_VISIT; visit = previousOnPath(recovery, visit)) criticalVisits.add(visit);
  }
  return {
    incident,
    seed,
    kind: simulator.strike.kind.name,
    strikesAt: instant(plan.epoch + simulator.strike.at),
    timezone: plan.timezone,
    metrics: metricsOf(simulator),
    surfaces: plan.surfaces.map((_, surface) => surfaceOf(simulator, surface)),
    steps: Array.from({ length: recovery.visits.count }, (_, visit) =>
      stepOf(simulator, visit, { attempts: attempts[visit] ?? [], isOnCriticalPath: criticalVisits.has(visit) }),
    ).filter((step, visit) => !Number.isNaN(step.end) && recovery.visits.isSkipped[visit] === 0),
    decisions: plan.decisions.flatMap((decision, i) => decisionOf(simulator, decision, i)),
    milestones: simulator.isRecovered
      ? plan.milestones
          .map(({ name, steps }) => ({ name, at: recovery.progress.latestEnd(steps) }))
          .sort((a, b) => a.at - b.at)
      : [],
  };
}

function metricsOf({ plan, protection, rto, rpo, rtt }: IncidentSimulator): Trace['metrics'] {
  const losses = protection.surfaceLoss.filter((_, surface) => plan.surfaces[surface].isDataBearing);
  const values = [rto, rpo, rtt, ...losses];
  return metricNames(plan).map((name, i) => ({ name, seconds: Number.isNaN(values[i]) ? null : values[i] }));
}

function decisionOf({ decisions, plan }: IncidentSimulator, decision: DecisionPlan, index: number): TracedDecision[] {
  const taken = decisions.taken[index];
  if (taken === UNDECIDED) return [];
  const { name } = decision.alternatives[taken];
  return [
    {
      name: decision.name,
      alternative: name,
      waitedSeconds: decisions.waited[index],
      after: plan.steps[decision.after].name,
    },
  ];
}

function surfaceOf({ plan, protection, strike }: IncidentSimulator, surface: number): TracedSurface {
  const { name } = plan.surfaces[surface];
  const loss = protection.surfaceLoss[surface];
  const isFound = !Number.isNaN(loss);
  return {
    name,
    recoveryPoint: isFound ? instant(plan.epoch + strike.at - loss) : null,
    rpoSeconds: isFound ? loss : null,
    from: describeRecovery(plan.surfaces[surface], surface, { protection, strike }),
    copies:
      protection.isHit[surface] === 0 ? [] : tracedCopies(plan.surfaces[surface], surface, { protection, strike }),
  };
}

function stepOf(
  { plan, recovery }: IncidentSimulator,
  visit: number,
  told: { readonly attempts: readonly TracedAttempt[]; readonly isOnCriticalPath: boolean },
): TracedStep {
  const { visits } = recovery;
  const step = plan.steps[visits.step[visit]];
  const ready = visits.readyAt[visit];
  const start = visits.startedAt[visit];
  // A step in which the last backup turned out to be bad has no end; the incident was given up with its last attempt.
  const end = Number.isNaN(visits.endedAt[visit]) ? (told.attempts.at(-1)?.end ?? NaN) : visits.endedAt[visit];
  const nameOf = (other: number): string => plan.steps[visits.step[other]].name;
  const link = step.transfer?.link ?? -1;
  const readiedBy = visits.readiedBy[visit];
  const releasedBy = visits.releasedBy[visit];
  const roles = [...step.roles].map((role) => plan.roles[role].name);
  const awaitedRole = visits.awaitedRole[visit];
  return {
    name: step.name,
    ready,
    start,
    end,
    people: [...step.people].flatMap((count, i) => Array.from({ length: count }, () => roles[i])),
    waitedFor:
      awaitedRole === NO_ROLE
        ? ''
        : awaitedWords(plan.roles[awaitedRole].name, {
            busyWith: releasedBy === NO_VISIT ? undefined : nameOf(releasedBy),
            isAbsent: !Number.isNaN(visits.absentSince[visit]),
          }),
    startedAfter: readiedBy === NO_VISIT ? 'the strike' : nameOf(readiedBy),
    releasedBy: awaitedRole === NO_ROLE || releasedBy === NO_VISIT ? '' : nameOf(releasedBy),
    link: link < 0 ? '' : plan.links[link].name,
    attempts: told.attempts,
    isOnCriticalPath: told.isOnCriticalPath,
  };
}

/** What a step waited for, as words after "for". */
function awaitedWords(
  role: string,
  why: { readonly busyWith: string | undefined; readonly isAbsent: boolean },
): string {
  if (why.busyWith === undefined) return `${role} to be there`;
  return why.isAbsent
    ? `${role}, busy with ${why.busyWith} and then not there`
    : `${role}, until ${why.busyWith} ended`;
}
