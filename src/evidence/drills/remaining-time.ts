import { compile } from '../../plan/compile.js';
import type { Scenario, Step } from '../../scenario/scenario.js';
import { ascendingCopy } from '../../statistics/ascending-copy.js';
import { quantile } from '../../statistics/quantile.js';
import type { StepStudy } from '../../study/outcomes.js';
import { replicate } from '../../study/replicate.js';
import { instant, type Instant } from '../../units/quantity.js';
import type { RunningDrill, RunningStep } from './running-drill.js';

/** How much longer a recovery takes, as far as what has been done so far tells. */
export interface RemainingTime {
  /** Seconds since the beginning. */
  readonly elapsed: number;
  /** Until the service is reopened, and until the incident is closed; null when that is reached. */
  readonly rto: RemainingQuantiles | null;
  readonly rtt: RemainingQuantiles | null;
  /** Steps under way that have lasted longer than in any incident that was played: what is said of the rest is at least that. */
  readonly overdue: readonly string[];
}

/** Seconds from now on; null among incidents that are never recovered from. */
export interface RemainingQuantiles {
  readonly p5: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** Incidents that are played for each look: the quantiles are then right to some hundredths of the spread. */
const INCIDENTS = 2048;

/** The name of the step that stands for the present; other names begin with a letter too, and are longer by a mark. */
const PRESENT = 'drillcast--now';

/**
 * The law of the remaining time, given what is done and how long what is under way has lasted, by playing the rest of
 * the runbook:
 *
 * - the incident begins when the drill did, so that working hours and schedules are those of this day;
 * - a step that is done takes what it took, and holds nobody any more; one that was passed over, because something
 *   behind it was begun, takes no time;
 * - a step under way takes one of the durations that it had among the played incidents and that are longer than it has
 *   lasted, each as likely as any other: its law above the elapsed time;
 * - all others are as the scenario has them, and begin no earlier than now.
 *
 * What is not carried over: that a slow step may mean that others are slow too, which the model has nowhere.
 *
 * @param study the steps of incidents of the scenario that were played in detail.
 */
export function remainingTime(
  { scenario, study, seed }: { readonly scenario: Scenario; readonly study: StepStudy; readonly seed: number },
  drill: RunningDrill,
  now: Instant,
): RemainingTime {
  const elapsed = Math.max(0, now - drill.header.began);
  const { conditional, overdue } = conditionalScenario(scenario, study, drill, now);
  const outcomes = replicate(compile(conditional), { seed, incidents: INCIDENTS });
  const remaining = (name: 'rto' | 'rtt', milestone: string): RemainingQuantiles | null => {
    if (isReached(milestone, scenario, drill)) return null;
    const values = outcomes.metrics.find((metric) => metric.name === name)?.values ?? new Float64Array(0);
    const ascending = ascendingCopy(values);
    const at = (p: number): number | null => {
      const value = quantile(ascending, p);
      return Number.isFinite(value) ? Math.max(0, value - elapsed) : null;
    };
    return { p5: at(0.05), p50: at(0.5), p95: at(0.95) };
  };
  return {
    elapsed,
    rto: remaining('rto', 'service-reopened'),
    rtt: remaining('rtt', 'incident-closed'),
    overdue,
  };
}

/** The scenario in which what has been done is as it was, and the rest follows; steps that outlast all that were played. */
function conditionalScenario(
  scenario: Scenario,
  study: StepStudy,
  drill: RunningDrill,
  now: Instant,
): { readonly conditional: Scenario; readonly overdue: readonly string[] } {
  const overdue: string[] = [];
  const past = pastSteps(scenario, drill);
  const reordered: string[] = [];
  const steps = scenario.steps.map((step): Step => {
    const state = drill.steps.get(step.name);
    const runningSince = state?.runningSince;
    if (!past.has(step.name) && runningSince === undefined) return { ...step, follows: [...step.follows, PRESENT] };
    // What was begun before something that it follows was done does not wait for it any more.
    const follows = step.follows.filter((name) => past.has(name));
    if (follows.length < step.follows.length) reordered.push(step.name);
    const ready = Math.max(drill.header.began, ...follows.map((name) => endOf(drill.steps.get(name)) ?? -Infinity));
    const settled = { name: step.name, follows, needs: [], when: [] };
    if (runningSince === undefined) {
      return { ...settled, takes: { kind: 'fixed', value: Math.max(0, (endOf(state) ?? ready) - ready) } };
    }
    const since = state?.attempts.at(0)?.start ?? runningSince;
    const durations = study.steps.find(({ name }) => name === step.name)?.durations ?? new Float64Array(0);
    const longer = [...durations.filter((duration) => duration > now - since)].sort((a, b) => a - b);
    if (longer.length === 0) overdue.push(step.name);
    const waited = Math.max(0, since - ready);
    const values = (longer.length === 0 ? [now - since] : longer).map((value) => value + waited);
    return { ...settled, takes: { kind: 'empirical', values } };
  });
  const present: Step = {
    name: PRESENT,
    follows: [],
    needs: [],
    takes: { kind: 'fixed', value: now - drill.header.began },
    when: [],
  };
  const isOpen = ({ step }: { readonly step: string }): boolean => !past.has(step) && !drill.steps.has(step);
  return {
    overdue,
    conditional: {
      ...scenario,
      // The shortest period that there is: the incident begins within a second of when the drill did.
      period: { from: drill.header.began, to: instant(drill.header.began + 1) },
      incidents: scenario.incidents.map(({ rush: _, ...incident }) => {
        return { ...incident, delays: incident.delays.filter(isOpen) };
      }),
      readiness: scenario.readiness.map((check) => {
        const { fails, delays } = check.ifNot;
        return { ...check, ifNot: { ...check.ifNot, fails: fails.filter(isOpen), delays: delays.filter(isOpen) } };
      }),
      // Where the order was another one, the way back to an earlier step may be gone: then a step is repeated itself.
      steps: [present, ...(reordered.length === 0 ? steps : steps.map(withoutWayBack))],
    },
  };
}

/** Steps that are behind the drill: done, or passed over, because one that comes after them was begun. */
function pastSteps({ steps }: Scenario, drill: RunningDrill): ReadonlySet<string> {
  const past = new Set<string>();
  const pass = (name: string): void => {
    const state = drill.steps.get(name);
    if (past.has(name) || (state !== undefined && !isDone(state))) return;
    past.add(name);
    steps.find((step) => step.name === name)?.follows.forEach(pass);
  };
  for (const step of steps) {
    const state = drill.steps.get(step.name);
    if (isDone(state)) pass(step.name);
    else if (state !== undefined) step.follows.forEach(pass);
  }
  return past;
}

function withoutWayBack({ fails, ...step }: Step): Step {
  if (fails === undefined) return step;
  const { backTo: _, ...failure } = fails;
  return { ...step, fails: failure };
}

function endOf(state: RunningStep | undefined): Instant | undefined {
  return state?.attempts.at(-1)?.end;
}

/** Whether a step's last attempt is done and no other is under way. */
function isDone(state: RunningStep | undefined): boolean {
  return state !== undefined && state.runningSince === undefined && state.attempts.at(-1)?.outcome === 'done';
}

function isReached(milestone: string, { milestones }: Scenario, { steps }: RunningDrill): boolean {
  const names = milestones.find(({ name }) => name === milestone)?.steps ?? [];
  return names.every((name) => isDone(steps.get(name)));
}
