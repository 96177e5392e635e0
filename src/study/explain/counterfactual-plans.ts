import { compile } from '../../plan/compile.js';
import { listOf, type Occurrences } from '../../plan/occurrences.js';
import type { BackupPlan, CopyPlan, Plan } from '../../plan/plan.js';
import type { RunsPlan } from '../../plan/runs-plan.js';
import { isKnownGap, isModelled, readinessState } from '../../scenario/readiness.js';
import { scaleLaw } from '../../scenario/scale-law.js';
import type { Scenario } from '../../scenario/scenario.js';
import { HOUR } from '../../units/quantity.js';

/** In which way a plan is changed, to see what that would bring. */
export type CounterfactualKind =
  /** Its attempts take no time and never fail; people and bad backups are still waited for. */
  | 'step-takes-no-time'
  | 'one-more-person'
  /** They take up work at any hour of any day. */
  | 'people-at-any-hour'
  | 'link-twice-as-fast'
  /** Whoever waits for the provider loses patience an hour earlier. */
  | 'decision-hour-earlier'
  /** Nobody waits for the provider. */
  | 'decision-at-once'
  /** A run in the middle between two; as far back kept as before. */
  | 'copies-twice-as-often'
  /** Segments of the log close twice as often. */
  | 'log-interval-halved'
  /** A question of the plan that was answered no, or too long ago, is answered yes. */
  | 'readiness-met';

/** A plan with one thing changed. */
export interface Counterfactual {
  readonly kind: CounterfactualKind;
  /** Name of what is changed: a step, a role, a link, a decision, a copy (`postgresql.base-backup`), a check. */
  readonly subject: string;
  readonly plan: Plan;
}

/**
 * All that is tried: each change by itself.
 *
 * @param isCarriedOut per step, whether any incident calls for it: nothing else could be shortened.
 */
export function counterfactualPlans(
  scenario: Scenario,
  plan: Plan,
  isCarriedOut: readonly boolean[],
): readonly Counterfactual[] {
  return [
    ...plan.steps.flatMap((_, step) => (isCarriedOut[step] ? withoutTime(plan, step) : [])),
    ...plan.roles.flatMap((_, role) => withPeople(plan, role)),
    ...plan.links.map((_, link) => withFasterLink(plan, link)),
    ...plan.decisions.flatMap((_, decision) => withLessPatience(plan, decision)),
    ...plan.surfaces.flatMap(({ copies }, surface) => copies.flatMap((_, copy) => withMoreCopies(plan, surface, copy))),
    ...withChecksMet(scenario),
  ];
}

function withoutTime(plan: Plan, index: number): readonly Counterfactual[] {
  const step = plan.steps[index];
  const isTimed =
    step.takes !== undefined || step.transfer !== undefined || step.catchUp !== undefined || step.search !== undefined;
  if (!isTimed && step.failure === 0) return [];
  const timeless = {
    ...step,
    takes: undefined,
    takesColumn: -1,
    transfer: undefined,
    catchUp: undefined,
    search: undefined,
    failure: 0,
  };
  return [
    {
      kind: 'step-takes-no-time',
      subject: step.name,
      plan: {
        ...plan,
        steps: plan.steps.with(index, timeless),
        kinds: plan.kinds.map((kind) => ({ ...kind, delays: kind.delays.filter((delay) => delay.step !== index) })),
      },
    },
  ];
}

function withPeople(plan: Plan, index: number): readonly Counterfactual[] {
  const role = plan.roles[index];
  const more: Counterfactual = {
    kind: 'one-more-person',
    subject: role.name,
    plan: { ...plan, roles: plan.roles.with(index, { ...role, count: role.count + 1 }) },
  };
  const atAnyHour: Counterfactual = {
    kind: 'people-at-any-hour',
    subject: role.name,
    plan: { ...plan, roles: plan.roles.with(index, { ...role, hours: undefined }) },
  };
  return [...(role.count === Infinity ? [] : [more]), ...(role.hours === undefined ? [] : [atAnyHour])];
}

function withFasterLink(plan: Plan, index: number): Counterfactual {
  const { name, rateColumn } = plan.links[index];
  const column = plan.columns[rateColumn];
  // The rate of a link is always drawn by a law.
  const law = column.law === 'uniform' ? column.law : scaleLaw(column.law, 2);
  return {
    kind: 'link-twice-as-fast',
    subject: name,
    plan: { ...plan, columns: plan.columns.with(rateColumn, { ...column, law }) },
  };
}

function withLessPatience(plan: Plan, index: number): readonly Counterfactual[] {
  const decision = plan.decisions[index];
  if (!decision.canWait) return [];
  const patient = (kind: CounterfactualKind, patience: (waits: number) => number): Counterfactual => ({
    kind,
    subject: decision.name,
    plan: {
      ...plan,
      decisions: plan.decisions.with(index, {
        ...decision,
        alternatives: decision.alternatives.map((each) =>
          each.waits < 0 ? each : { ...each, waits: patience(each.waits) },
        ),
      }),
    },
  });
  const isLongerThanAnHour = decision.alternatives.some(({ waits }) => waits > HOUR);
  return [
    ...(isLongerThanAnHour ? [patient('decision-hour-earlier', (waits) => Math.max(0, waits - HOUR))] : []),
    patient('decision-at-once', () => 0),
  ];
}

function withMoreCopies(plan: Plan, surface: number, index: number): readonly Counterfactual[] {
  const { name, copies } = plan.surfaces[surface];
  const copy = copies[index];
  const withCopy = (kind: CounterfactualKind, part: string, protection: CopyPlan['protection']): Counterfactual => ({
    kind,
    subject: `${name}.${part}`,
    plan: {
      ...plan,
      surfaces: plan.surfaces.with(surface, {
        ...plan.surfaces[surface],
        copies: copies.with(index, { ...copy, protection }),
      }),
    },
  });
  const { protection } = copy;
  if (protection.kind === 'replication') {
    return [withCopy('copies-twice-as-often', copy.name, { ...protection, runs: twiceAsOften(protection.runs) })];
  }
  if (protection.kind !== 'backup') return [];
  const { log } = protection;
  const every = (log?.every ?? 0) / 2;
  return [
    // Where runs wait for each other, twice as many may never catch up: that is no small change, and is not tried.
    ...(protection.line === undefined
      ? [withCopy('copies-twice-as-often', copy.name, backupTwiceAsOften(protection))]
      : []),
    ...(log === undefined
      ? []
      : [
          withCopy('log-interval-halved', 'log-archive', {
            ...protection,
            log: { ...log, every, phase: plan.epoch - Math.floor(plan.epoch / every) * every },
          }),
        ]),
  ];
}

function backupTwiceAsOften(backup: BackupPlan): BackupPlan {
  return {
    ...backup,
    runs: backup.runs.map(twiceAsOften),
    keep: { ...backup.keep, count: backup.keep.count * 2 },
  };
}

function twiceAsOften(runs: RunsPlan): RunsPlan {
  return { ...runs, occurrences: withMiddles(runs.occurrences) };
}

function withMiddles(occurrences: Occurrences): Occurrences {
  if (occurrences.kind === 'every') return { ...occurrences, period: occurrences.period / 2 };
  const { times } = occurrences;
  const middles = times.subarray(1).map((time, i) => (times[i] + time) / 2);
  return listOf(Float64Array.from([...times, ...middles]).sort());
}

function withChecksMet(scenario: Scenario): readonly Counterfactual[] {
  const { readiness, period, timezone } = scenario;
  return readiness.flatMap((check, index): Counterfactual[] => {
    if (!isModelled(check.ifNot) || !isKnownGap(readinessState(check, period.from, timezone))) return [];
    const answered = { ...scenario, readiness: readiness.with(index, { ...check, answer: 'yes' }) };
    return [{ kind: 'readiness-met', subject: check.name, plan: compile(answered) }];
  });
}
