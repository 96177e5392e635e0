import type { Law } from '../../distributions/law.js';
import type { CopyPlan, Plan, RolePlan, StepPlan } from '../../plan/plan.js';
import type { RunsPlan } from '../../plan/runs-plan.js';
import type { Scenario } from '../../scenario/scenario.js';

/** Of what an uncertain value is a part: what a drill would measure. */
export interface Subject {
  readonly kind: 'step' | 'people' | 'link' | 'surface';
  readonly name: string;
}

/** A value of a plan that nobody knows exactly, and how another one is put in its place. */
export interface UncertainSite {
  readonly subject: Subject;
  /** Where it may stand in the scenario, the likeliest first. */
  readonly paths: readonly string[];
  readonly value: UncertainValue;
}

export type UncertainValue =
  | { readonly kind: 'law'; readonly law: Law; readonly put: (plan: Plan, law: Law) => Plan }
  | { readonly kind: 'share'; readonly share: number; readonly put: (plan: Plan, share: number) => Plan };

/**
 * The values of a plan that can be uncertain: times, rates and failures of the runbook, call-outs, links, and of copies how
 * long their runs take, how many end well, and how far they lag. What people decide (schedules, head counts, hours) is
 * none; nor is the time of runs that wait for each other, which also settles how far the engine looks back.
 */
export function uncertainSites(plan: Plan, { steps }: Pick<Scenario, 'steps'>): readonly UncertainSite[] {
  return [
    ...plan.steps.flatMap((step, index) => [
      ...stepSites(step, index),
      ...failureSites(step, index, steps[index].fails?.probability),
    ]),
    ...plan.roles.flatMap(roleSites),
    ...plan.links.map(({ name, rateColumn }) => columnSite(plan, rateColumn, { kind: 'link', name }, 'rate')),
    ...plan.surfaces.flatMap(({ name, copies }, surface) =>
      copies.flatMap((copy, index) => copySites(plan, { surface, index, copy, name })),
    ),
  ];
}

const ROOMS: Readonly<Record<Subject['kind'], string>> = {
  step: 'runbook',
  people: 'people',
  link: 'links',
  surface: 'surfaces',
};

function pathOf({ kind, name }: Subject, key: string): string {
  return `${ROOMS[kind]}.${name}.${key}`;
}

function stepSites(step: StepPlan, index: number): readonly UncertainSite[] {
  const subject: Subject = { kind: 'step', name: step.name };
  const site = (
    keys: readonly string[],
    law: Law | undefined,
    put: (to: StepPlan, law: Law) => StepPlan,
    column = -1,
  ): readonly UncertainSite[] =>
    law === undefined
      ? []
      : [
          {
            subject,
            paths: keys.map((key) => pathOf(subject, key)),
            value: {
              kind: 'law',
              law,
              put: (plan, other) =>
                withColumn({ ...plan, steps: replaced(plan.steps, index, (each) => put(each, other)) }, column, other),
            },
          },
        ];
  const { transfer, catchUp, search } = step;
  return [
    ...site(['takes'], step.takes, (to, law) => ({ ...to, takes: law }), step.takesColumn),
    ...site(
      ['transfers.rate'],
      transfer?.rate,
      (to, rate) => ({ ...to, transfer: to.transfer && { ...to.transfer, rate } }),
      transfer?.rateColumn,
    ),
    ...site(
      ['transfers.bytes'],
      transfer?.bytes,
      (to, bytes) => ({ ...to, transfer: to.transfer && { ...to.transfer, bytes } }),
      transfer?.bytesColumn,
    ),
    ...site(
      ['catches-up.speed', 'catches-up.rate'],
      catchUp?.speed,
      (to, speed) => ({ ...to, catchUp: to.catchUp && { ...to.catchUp, speed } }),
      catchUp?.speedColumn,
    ),
    ...site(['searches.each'], search?.each, (to, each) => ({ ...to, search: to.search && { ...to.search, each } })),
    ...site(['fails.rework'], step.rework, (to, rework) => ({ ...to, rework })),
  ];
}

/** What always fails would be tried for ever, and a backup that never succeeds be looked for. */
const MOST_FAILURE = 0.99;
const LEAST_SUCCESS = 0.01;

/** @param own probability that it fails by itself, apart from what the plan lacks. */
function failureSites({ name, failure }: StepPlan, index: number, own: number | undefined): readonly UncertainSite[] {
  if (own === undefined) return [];
  const subject: Subject = { kind: 'step', name };
  const succeedsBesides = (1 - failure) / (1 - own);
  const put = (plan: Plan, other: number): Plan => {
    const both = Math.min(MOST_FAILURE, 1 - (1 - other) * succeedsBesides);
    return { ...plan, steps: replaced(plan.steps, index, (each) => ({ ...each, failure: both })) };
  };
  const paths = [pathOf(subject, 'fails'), pathOf(subject, 'fails.probability')];
  return [{ subject, paths, value: { kind: 'share', share: own, put } }];
}

function roleSites({ name, callOut }: RolePlan, index: number): readonly UncertainSite[] {
  if (callOut === undefined) return [];
  const subject: Subject = { kind: 'people', name };
  const put = (plan: Plan, law: Law): Plan => ({
    ...plan,
    roles: replaced(plan.roles, index, (role) => ({ ...role, callOut: law })),
  });
  return [{ subject, paths: [pathOf(subject, 'call-out')], value: { kind: 'law', law: callOut, put } }];
}

/** A value that is a column of the plan and nothing else. */
function columnSite(plan: Plan, column: number, subject: Subject, key: string): UncertainSite {
  const { law } = plan.columns[column];
  if (law === 'uniform') throw new RangeError(`uncertainSites: column ${String(column)} has no law`);
  return {
    subject,
    paths: [pathOf(subject, key)],
    value: { kind: 'law', law, put: (to, other) => withColumn(to, column, other) },
  };
}

interface CopyPlace {
  readonly surface: number;
  readonly index: number;
  readonly copy: CopyPlan;
  readonly name: string;
}

function copySites(plan: Plan, place: CopyPlace): readonly UncertainSite[] {
  const { copy, name } = place;
  const { protection } = copy;
  const subject: Subject = { kind: 'surface', name };
  switch (protection.kind) {
    case 'backup': {
      const lag = protection.log?.lagColumn ?? -1;
      return [
        ...protection.runs.flatMap((runs, level) =>
          runsSites(runs, `${copy.name}${runs.level === 'full' ? '' : `.${runs.level}`}`, {
            subject,
            isTimeFree: protection.line === undefined,
            change: (to, by) =>
              withProtection(to, place, (old) =>
                old.kind === 'backup' ? { ...old, runs: replaced(old.runs, level, by) } : old,
              ),
          }),
        ),
        ...(lag < 0 ? [] : [columnSite(plan, lag, subject, 'log-archive.lag')]),
      ];
    }
    case 'replication':
      return runsSites(protection.runs, copy.name, {
        subject,
        isTimeFree: true,
        change: (to, by) =>
          withProtection(to, place, (old) => (old.kind === 'replication' ? { ...old, runs: by(old.runs) } : old)),
      });
    case 'replica':
      return protection.lagColumn < 0 ? [] : [columnSite(plan, protection.lagColumn, subject, 'replica.lag')];
    case 'versions':
    case 'ageless':
      return [];
    default:
      return protection satisfies never;
  }
}

interface RunsPlace {
  readonly subject: Subject;
  /** Whether nothing else in the plan follows from how long runs take. */
  readonly isTimeFree: boolean;
  readonly change: (plan: Plan, by: (runs: RunsPlan) => RunsPlan) => Plan;
}

function runsSites(
  { takes, succeeds, copiedAfter }: RunsPlan,
  key: string,
  { subject, isTimeFree, change }: RunsPlace,
): readonly UncertainSite[] {
  const site = (name: string, value: UncertainValue): UncertainSite => ({
    subject,
    paths: [pathOf(subject, `${key}.${name}`)],
    value,
  });
  const law = (of: Law, put: (runs: RunsPlan, law: Law) => RunsPlan): UncertainValue => ({
    kind: 'law',
    law: of,
    put: (plan, other) => change(plan, (runs) => put(runs, other)),
  });
  return [
    ...(isTimeFree
      ? [
          site(
            'takes',
            law(takes, (runs, other) => ({ ...runs, takes: other })),
          ),
        ]
      : []),
    site('succeeds', {
      kind: 'share',
      share: succeeds,
      put: (plan, other) => change(plan, (runs) => ({ ...runs, succeeds: Math.max(LEAST_SUCCESS, other) })),
    }),
    ...(copiedAfter === undefined
      ? []
      : [
          site(
            'copied-after',
            law(copiedAfter, (runs, other) => ({ ...runs, copiedAfter: other })),
          ),
        ]),
  ];
}

function withProtection(
  plan: Plan,
  { surface, index }: CopyPlace,
  change: (protection: CopyPlan['protection']) => CopyPlan['protection'],
): Plan {
  return {
    ...plan,
    surfaces: replaced(plan.surfaces, surface, (each) => ({
      ...each,
      copies: replaced(each.copies, index, (copy) => ({ ...copy, protection: change(copy.protection) })),
    })),
  };
}

function withColumn(plan: Plan, column: number, law: Law): Plan {
  if (column < 0) return plan;
  return { ...plan, columns: replaced(plan.columns, column, ({ name }) => ({ name, law })) };
}

function replaced<Item>(list: readonly Item[], index: number, by: (item: Item) => Item): readonly Item[] {
  return list.map((item, i) => (i === index ? by(item) : item));
}
