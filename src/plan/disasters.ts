import { quantile } from '../distributions/families.js';
import { askedAbout } from '../scenario/asked-about.js';
import type { Decision, Incident, Rush } from '../scenario/disaster.js';
import type { Copy, Scenario, Surface } from '../scenario/scenario.js';
import type { ColumnTable } from './columns.js';
import { CUT_OFF, LOST, UNHARMED } from './disaster-plan.js';
import type { ConditionPlan, DecisionPlan, DelayPlan, KindPlan, ReplayPlan, RushPlan } from './disaster-plan.js';
import { compileLaterCosts } from './later-costs.js';
import type { StepPlan } from './plan.js';
import { compileGapDelays } from './readiness.js';
import { weeklySpans } from './working-hours.js';

interface Span {
  readonly epoch: number;
  readonly periodLength: number;
}

/**
 * The kinds of disaster with what each leaves of every surface and copy, and the draws that each makes. Those that the
 * scenario does not ask about are there for the steps that name them, and have no share.
 */
export function compileKinds(scenario: Scenario, span: Span, columns: ColumnTable): readonly KindPlan[] {
  const { incidents } = scenario;
  const asked = askedAbout(scenario);
  const total = asked.reduce((sum, { frequency }) => sum + (frequency ?? 0), 0);
  const gapDelays = compileGapDelays(scenario, columns);
  let before = 0;
  return incidents.map((incident): KindPlan => {
    if (asked.includes(incident)) before += asked.length === 1 ? 1 : (incident.frequency ?? 0) / total;
    const prefix = `incident/${incident.name}`;
    const left = whatIsLeft(scenario, incident);
    return {
      name: incident.name,
      upTo: incident === asked.at(-1) ? 1 : before,
      rush: incident.rush && compileRush(incident.rush, scenario.timezone, span),
      live: Uint8Array.from(scenario.surfaces, left.live),
      copies: scenario.surfaces.map(({ name, copies }) => Uint8Array.from(copies, (copy) => left.copy(copy, name))),
      logs: scenario.surfaces.map(({ copies }) => Uint8Array.from(copies, left.log)),
      isCorrupted: Uint8Array.from(scenario.surfaces, ({ name }) => (incident.corrupts.includes(name) ? 1 : 0)),
      isStanding: Uint8Array.from(scenario.surfaces, (surface) => (left.stands(surface) ? 1 : 0)),
      latencyColumn: columns.addOptional(`${prefix}/latency`, incident.latency),
      isOnsetKnown: incident.isOnsetKnown,
      attack: incident.attack ?? 0,
      returnsColumn: columns.addOptional(`${prefix}/provider-returns`, incident.providerReturns),
      delays: [
        ...gapDelays,
        ...incident.delays.map(({ step, probability, takes }): DelayPlan => ({
          step: scenario.steps.findIndex(({ name }) => name === step),
          probability,
          chanceColumn: probability === 1 ? -1 : columns.add(`${prefix}/delays/${step}`, 'uniform'),
          takesColumn: columns.add(`${prefix}/delays/${step}/takes`, takes),
        })),
      ],
    };
  });
}

/** A scenario without sites does not say where things live: all that is live is lost, with its versions, and no copy. */
function whatIsLeft(scenario: Scenario, incident: Incident) {
  const destroyed = withAllWithin(incident.destroys, scenario);
  const cutOff = withAllWithin(incident.cutsOff, scenario);
  const isTotal = scenario.sites.length === 0 && !namesWhatIsHit(incident);
  const at = (sites: readonly string[]): number => {
    if (sites.some((site) => destroyed.has(site))) return LOST;
    return sites.some((site) => cutOff.has(site)) ? CUT_OFF : UNHARMED;
  };
  return {
    live: ({ name, sites }: Surface): number =>
      isTotal || incident.corrupts.includes(name) || incident.deletes.includes(name) ? LOST : at(sites),
    // Whoever attacks the copies does not leave the log on the server.
    stands: ({ name, sites }: Surface): boolean =>
      incident.corrupts.includes(name) &&
      !incident.deletes.includes(name) &&
      incident.attack === undefined &&
      at(sites) === UNHARMED,
    copy: ({ name, sites }: Copy, surface: string): number =>
      name === 'versions' && (isTotal || incident.deletes.includes(surface)) ? LOST : at(sites),
    log: ({ protection, sites }: Copy): number => {
      const log = protection.kind === 'backup' ? protection.logArchive : undefined;
      return log === undefined || log.sites.length === 0 ? at(sites) : at(log.sites);
    },
  };
}

function namesWhatIsHit({ destroys, cutsOff, corrupts, deletes }: Incident): boolean {
  return [destroys, cutsOff, corrupts, deletes].some((names) => names.length > 0);
}

/** Some sites and every site within one of them. */
function withAllWithin(names: readonly string[], { sites }: Scenario): ReadonlySet<string> {
  const found = new Set(names);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const { name, within } of sites) if (within.some((outer) => found.has(outer))) found.add(name);
  }
  return found;
}

/** The period cut where the hours of the rush begin and end, each piece with its share of the strikes. */
function compileRush({ hours, times }: Rush, timezone: string, span: Span): RushPlan {
  const { opens, closes } = weeklySpans({ hours, timezone, holidays: [] }, { ...span, before: 0, reach: 0 });
  const edges = [...opens, ...closes].filter((edge) => edge > 0 && edge < span.periodLength).sort((a, b) => a - b);
  const starts = [0, ...edges];
  // Both are ascending, and no span overlaps the next.
  let next = 0;
  const timesAt = starts.map((start) => {
    while (next < opens.length && closes[next] <= start) next++;
    return next < opens.length && opens[next] <= start ? times : 1;
  });
  const weights = starts.map((start, i) => ((starts[i + 1] ?? span.periodLength) - start) * timesAt[i]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return {
    starts: Float64Array.from(starts),
    shares: Float64Array.from(weights, (weight) => {
      const share = before / total;
      before += weight;
      return share;
    }),
    secondsPerShare: Float64Array.from(timesAt, (each) => total / each),
  };
}

/** The decisions with their alternatives, as indices. */
export function compileDecisions(
  scenario: Scenario,
  columns: ColumnTable,
  steps: readonly StepPlan[],
): readonly DecisionPlan[] {
  return scenario.decisions.map((decision): DecisionPlan => ({
    name: decision.name,
    after: steps.findIndex(({ name }) => name === decision.after),
    replays: replaysAfter(decision.after, steps, scenario),
    canWait: decision.alternatives.some(({ waits }) => waits !== undefined),
    alternatives: decision.alternatives.map((alternative) => ({
      name: alternative.name,
      isForKind: forKinds(scenario, alternative.kinds ?? scenario.incidents.map(({ name }) => name)),
      surfaces: Int32Array.from(alternative.recovers, ({ surface }) => surfaceIndex(scenario, surface)),
      copies: Int32Array.from(alternative.recovers, ({ surface, copy }) =>
        scenario.surfaces[surfaceIndex(scenario, surface)].copies.findIndex(({ name }) => name === copy),
      ),
      losesAtMost: alternative.losesAtMost ?? Infinity,
      losesMoreThan: alternative.losesMoreThan ?? -1,
      waits: alternative.waits ?? -1,
      costsLater:
        alternative.costsLater &&
        compileLaterCosts(alternative.costsLater, {
          prefix: `decision/${decision.name}/${alternative.name}/later`,
          costs: scenario.costs,
          columns,
        }),
    })),
  }));
}

/** The replays that may be stopped, in steps that follow one, directly or not. */
function replaysAfter(after: string, steps: readonly StepPlan[], { surfaces }: Scenario): readonly ReplayPlan[] {
  const following = new Set(steps.find(({ name }) => name === after)?.successors);
  for (const step of following) for (const next of steps[step].successors) following.add(next);
  return [...following].flatMap((step): readonly ReplayPlan[] => {
    const { transfer, condition } = steps[step];
    if (transfer === undefined || transfer.stopsAfter === Infinity) return [];
    const { surface, stopsAfter, rate } = transfer;
    return surfaces[surface].isDataBearing ? [{ surface, stopsAfter, rate: quantile(rate, 0.5), condition }] : [];
  });
}

/** When a step is carried out; undefined when it always is. */
export function compileCondition(when: readonly string[], scenario: Scenario): ConditionPlan | undefined {
  if (when.length === 0) return undefined;
  const kinds = when.filter((name) => scenario.incidents.some((incident) => incident.name === name));
  const surfaces = when.filter((name) => scenario.surfaces.some((surface) => surface.name === name));
  const chosen = scenario.decisions
    .map((decision, index) => ({ index, bits: bitsOf(decision, when) }))
    .filter(({ bits }) => bits !== 0);
  return {
    isForKind: kinds.length === 0 ? undefined : forKinds(scenario, kinds),
    surfaces: Int32Array.from(surfaces, (name) => surfaceIndex(scenario, name)),
    decisions: Int32Array.from(chosen, ({ index }) => index),
    alternatives: Int32Array.from(chosen, ({ bits }) => bits),
  };
}

function bitsOf({ alternatives }: Decision, when: readonly string[]): number {
  return alternatives.reduce((bits, { name }, i) => (when.includes(name) ? bits | (1 << i) : bits), 0);
}

function forKinds({ incidents }: Scenario, kinds: readonly string[]): Uint8Array {
  return Uint8Array.from(incidents, ({ name }) => (kinds.includes(name) ? 1 : 0));
}

function surfaceIndex({ surfaces }: Scenario, name: string): number {
  const index = surfaces.findIndex((surface) => surface.name === name);
  if (index < 0) throw new Error(`compile: the scenario has no surface "${name}"`);
  return index;
}

/** The order in which surfaces are looked at: what others are encrypted with comes before them. */
export function readingOrder({ surfaces }: Scenario): Int32Array {
  const order: number[] = [];
  const place = (index: number): void => {
    if (order.includes(index)) return;
    for (const { readableWith } of surfaces[index].copies) {
      const keys = surfaces.findIndex(({ name }) => name === readableWith);
      if (keys >= 0 && keys !== index) place(keys);
    }
    order.push(index);
  };
  for (const index of surfaces.keys()) place(index);
  return Int32Array.from(order);
}
