import type { CatchUp, Scenario, Span, Step, Transfer } from '../scenario/scenario.js';
import { awaitedSurfaces } from './awaited-surfaces.js';
import { compileCondition } from './disasters.js';
import type { ColumnTable } from './columns.js';
import { failureOf } from './readiness.js';
import type { CatchUpPlan, SpanPlan, StepPlan, TransferPlan } from './plan.js';

/** The runbook as a graph of indices, with the draws that its steps make in every incident. */
export function compileRunbook(scenario: Scenario, columns: ColumnTable): readonly StepPlan[] {
  const index = new Map(scenario.steps.map((step, i) => [step.name, i]));
  const predecessors = scenario.steps.map((step) => Int32Array.from(step.follows, (name) => find(index, name)).sort());
  const successors = scenario.steps.map((_, i) =>
    Int32Array.from(scenario.steps.keys()).filter((other) => predecessors[other].includes(i)),
  );
  const awaits = awaitedSurfaces(scenario);
  return scenario.steps.map((step, i): StepPlan => {
    const prefix = `step/${step.name}`;
    const failure = failureOf(step, scenario);
    const backTo = step.fails?.backTo === undefined ? -1 : find(index, step.fails.backTo);
    return {
      name: step.name,
      predecessors: predecessors[i],
      successors: successors[i],
      roles: Int32Array.from(step.needs, (need) => scenario.roles.findIndex((role) => role.name === need.role)),
      people: Int32Array.from(step.needs, (need) => need.count),
      takesColumn: columns.addOptional(`${prefix}/takes`, step.takes),
      takes: step.takes,
      transfer: step.transfers && compileTransfer(step.transfers, prefix, scenario, columns),
      catchUp: step.catchesUp && compileCatchUp(step.catchesUp, prefix, scenario, columns),
      failure,
      failureColumn: failure === 0 && step.fails === undefined ? -1 : columns.add(`${prefix}/fails`, 'uniform'),
      rework: step.fails?.rework,
      backTo,
      loop: backTo < 0 ? new Int32Array(0) : stepsBetween(backTo, i, { predecessors, successors }),
      restores: restoredSurface(step, scenario),
      search: step.searches && {
        surface: scenario.surfaces.findIndex(({ name }) => name === step.searches?.surface),
        each: step.searches.each,
      },
      awaits: awaits[i],
      condition: compileCondition(step.when, scenario),
      decisions: Int32Array.from(scenario.decisions.keys()).filter((d) => scenario.decisions[d].after === step.name),
    };
  });
}

function find(index: ReadonlyMap<string, number>, name: string): number {
  const found = index.get(name);
  if (found === undefined) throw new Error(`compile: the runbook has no step "${name}"`);
  return found;
}

/** A surface whose backups always restore cannot surprise the step that restores it. */
function restoredSurface(step: Step, scenario: Scenario): number {
  const surface = scenario.surfaces.findIndex((each) => each.name === step.restores);
  if (surface < 0) return -1;
  const mayBeBad = scenario.surfaces[surface].copies.some(
    ({ protection }) =>
      protection.kind === 'backup' && (protection.restorable < 1 || protection.silentlyUnrestorable !== undefined),
  );
  return mayBeBad ? surface : -1;
}

function compileTransfer(transfer: Transfer, prefix: string, scenario: Scenario, columns: ColumnTable): TransferPlan {
  const { bytes } = transfer;
  const isDrawn = bytes.kind === 'drawn';
  return {
    surface: isDrawn ? -1 : scenario.surfaces.findIndex((surface) => surface.name === bytes.surface),
    part: isDrawn ? 'size' : bytes.part,
    bytesColumn: isDrawn ? columns.add(`${prefix}/bytes`, bytes.law) : -1,
    bytes: isDrawn ? bytes.law : undefined,
    rateColumn: columns.add(`${prefix}/rate`, transfer.rate),
    rate: transfer.rate,
    link: scenario.links.findIndex((link) => link.name === transfer.over),
    stopsAfter: transfer.stopsAfter ?? Infinity,
  };
}

function compileCatchUp(catchUp: CatchUp, prefix: string, scenario: Scenario, columns: ColumnTable): CatchUpPlan {
  return {
    speedColumn: columns.add(`${prefix}/speed`, catchUp.speed),
    speed: catchUp.speed,
    spans: catchUp.behind.map((span) => compileSpan(span, scenario)),
  };
}

function compileSpan(span: Span, scenario: Scenario): SpanPlan {
  if (span.kind !== 'surface-rpo') return span;
  return { kind: 'surface-rpo', surface: scenario.surfaces.findIndex((surface) => surface.name === span.surface) };
}

/** Every step on a way from `from` to `to`, both included, in index order. */
function stepsBetween(
  from: number,
  to: number,
  graph: { readonly predecessors: readonly Int32Array[]; readonly successors: readonly Int32Array[] },
): Int32Array {
  const after = reachable(from, graph.successors);
  const before = reachable(to, graph.predecessors);
  return Int32Array.from([...after].filter((step) => before.has(step))).sort();
}

function reachable(start: number, neighbours: readonly Int32Array[]): ReadonlySet<number> {
  const found = new Set([start]);
  for (const step of found) for (const next of neighbours[step]) found.add(next);
  return found;
}
