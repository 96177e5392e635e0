import { quantile } from '../../distributions/families.js';
import type { ColumnPlan, Plan } from '../../plan/plan.js';
import { protectionSites, type Change } from './protection-sites.js';

/** A source of chance of a plan, all of it that a reader would call one input. */
export interface ChanceInput {
  /** As a path of the scenario where there is one: `runbook.provision.takes`. */
  readonly name: string;
  /** The column of the plan that is its value in an incident; -1 when it is no single number. */
  readonly column: number;
  /** The same plan with other luck of this input, and of nothing else. */
  readonly redraw: (plan: Plan) => Plan;
  /** The same plan with this input at a quantile of its law, always; undefined when it has no law. */
  readonly fix: ((plan: Plan, probability: number) => Plan) | undefined;
}

/** One place of a plan that belongs to an input. */
interface Site {
  readonly input: string;
  readonly column?: number;
  readonly hasLaw: boolean;
  readonly change: (plan: Plan, change: Change) => Plan;
}

const OTHER_LUCK: Change = { name: (name) => `${name}/other-luck`, law: (law) => law };

/**
 * The inputs of a plan that chance decides, in the order of the plan. What is fixed in every incident is none of them.
 *
 * Each can be drawn anew by itself (pick-freeze), because luck belongs to the name of its source.
 *
 * @source Sobol': Sensitivity estimates for nonlinear mathematical models, Mathematical Modelling and Computational
 *   Experiments 1 (1993), for the method of freezing all but one input.
 */
export function chanceInputs(plan: Plan): readonly ChanceInput[] {
  const byInput = new Map<string, Site[]>();
  for (const site of sitesOf(plan)) {
    const sites = byInput.get(site.input);
    if (sites === undefined) byInput.set(site.input, [site]);
    else sites.push(site);
  }
  return [...byInput].map(([name, sites]): ChanceInput => {
    const apply = (to: Plan, change: Change): Plan => sites.reduce((done, site) => site.change(done, change), to);
    const columns = sites.flatMap(({ column }) => column ?? []);
    return {
      name,
      column: columns.length === 1 ? columns[0] : -1,
      redraw: (to) => apply(to, OTHER_LUCK),
      fix: sites.some(({ hasLaw }) => hasLaw)
        ? (to, probability) =>
            apply(to, {
              name: (same) => same,
              law: (law) => ({ kind: 'fixed', value: quantile(law, probability) }),
            })
        : undefined,
    };
  });
}

function sitesOf(plan: Plan): readonly Site[] {
  return [
    ...plan.columns.flatMap(columnSite),
    ...plan.steps.flatMap((_, step) => stepSites(plan, step)),
    ...plan.roles.flatMap((role, index): Site[] =>
      role.callOut === undefined || role.callOut.kind === 'fixed'
        ? []
        : [
            {
              input: `people.${role.name}.call-out`,
              hasLaw: true,
              change: (to, { name, law }) => ({
                ...to,
                roles: replaced(to.roles, index, (each) => ({
                  ...each,
                  name: name(each.name),
                  callOut: each.callOut && law(each.callOut),
                })),
              }),
            },
          ],
    ),
    ...plan.surfaces.flatMap((surface, index) =>
      surface.copies.flatMap((copy, place) =>
        protectionSites(`surfaces.${surface.name}`, copy.name, copy.protection).map(({ input, hasLaw, change }) => ({
          input,
          hasLaw,
          change: (to: Plan, by: Change): Plan => ({
            ...to,
            surfaces: replaced(to.surfaces, index, (each) => ({
              ...each,
              copies: replaced(each.copies, place, (one) => ({ ...one, protection: change(one.protection, by) })),
            })),
          }),
        })),
      ),
    ),
  ];
}

function replaced<Item>(list: readonly Item[], index: number, by: (item: Item) => Item): readonly Item[] {
  return list.map((item, i) => (i === index ? by(item) : item));
}

function columnSite({ name: source, law: drawn }: ColumnPlan, column: number): Site[] {
  if (drawn !== 'uniform' && drawn.kind === 'fixed') return [];
  return [
    {
      input: inputName(source),
      column,
      hasLaw: drawn !== 'uniform',
      change: (to, { name, law }) => ({
        ...to,
        columns: replaced(to.columns, column, (each) => ({
          name: name(each.name),
          law: each.law === 'uniform' ? each.law : law(each.law),
        })),
      }),
    },
  ];
}

const STEP_KEYS: Readonly<Record<string, string>> = {
  takes: 'takes',
  rate: 'transfers.rate',
  bytes: 'transfers.bytes',
  speed: 'catches-up.speed',
  fails: 'fails',
};

/** The path in the scenario of what a column is drawn for. */
function inputName(source: string): string {
  const [room, ...rest] = source.split('/');
  switch (room) {
    case 'step':
      return `runbook.${rest[0]}.${STEP_KEYS[rest[1]]}`;
    case 'link':
      return `links.${rest[0]}.rate`;
    case 'surface':
      return `surfaces.${rest.join('.')}`;
    case 'readiness':
      return `readiness.${rest.slice(0, 3).join('.')}`;
    case 'incident':
      if (rest.length === 1) return 'kind-of-incident';
      return `incidents.${rest.slice(0, 3).join('.')}`.replace(/\.provider-returns$/, '.provider-returns-after');
    default:
      return source;
  }
}

/** What a step draws after its first attempt, which belongs to occasions, and the laws by which it does. */
function stepSites(plan: Plan, step: number): readonly Site[] {
  const { name: own, takes, transfer, catchUp, failureColumn, search, restores } = plan.steps[step];
  const site = (
    key: string,
    hasLaw: boolean,
    change: (each: Plan['steps'][number], by: Change) => typeof each,
  ): Site => ({
    input: `runbook.${own}.${key}`,
    hasLaw,
    change: (to, by) => ({ ...to, steps: replaced(to.steps, step, (each) => change(each, by)) }),
  });
  const isRepeated = plan.steps.some(({ loop }) => loop.includes(step)) || restores >= 0;
  const again = search !== undefined ? 'searches' : failureColumn >= 0 ? 'fails' : isRepeated ? 'again' : undefined;
  return [
    ...(takes === undefined || takes.kind === 'fixed'
      ? []
      : [site('takes', true, (each, { law }) => ({ ...each, takes: each.takes && law(each.takes) }))]),
    ...(transfer === undefined || transfer.rate.kind === 'fixed'
      ? []
      : [
          site('transfers.rate', true, (each, { law }) => ({
            ...each,
            transfer: each.transfer && { ...each.transfer, rate: law(each.transfer.rate) },
          })),
        ]),
    ...(transfer?.bytes === undefined || transfer.bytes.kind === 'fixed'
      ? []
      : [
          site('transfers.bytes', true, (each, { law }) => ({
            ...each,
            transfer: each.transfer && { ...each.transfer, bytes: each.transfer.bytes && law(each.transfer.bytes) },
          })),
        ]),
    ...(catchUp === undefined || catchUp.speed.kind === 'fixed'
      ? []
      : [
          site('catches-up.speed', true, (each, { law }) => ({
            ...each,
            catchUp: each.catchUp && { ...each.catchUp, speed: law(each.catchUp.speed) },
          })),
        ]),
    ...(again === undefined
      ? []
      : [
          site(again, again === 'searches', (each, { name, law }) => ({
            ...each,
            name: name(each.name),
            search: each.search && { ...each.search, each: law(each.search.each) },
          })),
        ]),
  ];
}
