import fc from 'fast-check';
import type {
  CatchUp,
  Failure,
  Link,
  Role,
  Scenario,
  Span,
  Step,
  Surface,
  Transfer,
  TransferSize,
} from '../../src/scenario/scenario.js';
import type { CopyName, Decision, Incident } from '../../src/scenario/disaster.js';
import { probability } from '../../src/units/quantity.js';
import { DURATION_RANGE, lawArbitrary, RATE_RANGE, SIZE_RANGE, SPEED_RANGE } from './law-arbitrary.js';

/** What steps may refer to, and how many there may be (at least 2). */
interface Surroundings {
  readonly roles: readonly Role[];
  readonly links: readonly Link[];
  readonly surfaces: readonly Surface[];
  readonly incidents: readonly Incident[];
  readonly decisions: readonly Decision[];
  readonly most: number;
}

/** With the step that precedes all those that may depend on a decision. */
type Runbook = Pick<Scenario, 'steps' | 'milestones'> & { readonly firstStep: string };

/**
 * A runbook without circles, its steps in any order of the file. The service reopens with one step, and the incident
 * closes with a later one, so that both milestones and the span `rto` are met.
 */
export function stepsArbitrary(surroundings: Surroundings): fc.Arbitrary<Runbook> {
  return fc
    .integer({ min: 2, max: surroundings.most })
    .chain((count) =>
      fc
        .tuple(
          fc.integer({ min: 0, max: count - 2 }),
          fc.tuple(...range(count).map((index) => followsArbitrary(index))),
        )
        .map(([reopening, follows]) => ({ reopening, follows: withClosing(follows, reopening) })),
    )
    .chain(({ reopening, follows }) => {
      const graph = { follows, ancestors: ancestorsOf(follows), reopening };
      const steps = fc.tuple(...range(follows.length).map((index) => stepArbitrary(index, graph, surroundings)));
      return fc.tuple(steps.map(onceEach), permutationArbitrary(follows.length)).map(([made, order]): Runbook => ({
        firstStep: nameOf(0),
        steps: order.map((index) => made[index]),
        milestones: [
          { name: 'incident-closed', steps: [nameOf(follows.length - 1)] },
          { name: 'service-reopened', steps: [nameOf(reopening)] },
        ],
      }));
    });
}

interface Graph {
  readonly follows: readonly (readonly number[])[];
  readonly ancestors: readonly ReadonlySet<number>[];
  readonly reopening: number;
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const nameOf = (index: number) => `step-${String.fromCharCode(97 + index)}`;

/** Steps follow steps made before them: no circle can arise. */
function followsArbitrary(index: number): fc.Arbitrary<number[]> {
  return fc.subarray(range(index), { maxLength: Math.min(index, 3) });
}

function withClosing(follows: readonly (readonly number[])[], reopening: number): number[][] {
  const last = follows.length - 1;
  return follows.map((before, index) => (index === last ? [...new Set([...before, reopening])] : [...before]));
}

function ancestorsOf(follows: readonly (readonly number[])[]): ReadonlySet<number>[] {
  const found: Set<number>[] = [];
  for (const before of follows) found.push(new Set(before.flatMap((index) => [index, ...found[index]])));
  return found;
}

function permutationArbitrary(count: number): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray(range(count), { minLength: count, maxLength: count });
}

function stepArbitrary(index: number, graph: Graph, surroundings: Surroundings): fc.Arbitrary<Step> {
  const { roles, links, surfaces } = surroundings;
  const ancestors = [...graph.ancestors[index]];
  const backedUp = surfaces.filter((surface) => holds(surface, 'base-backup') || holds(surface, 'snapshots'));
  return fc
    .record(
      {
        name: fc.constant(nameOf(index)),
        follows: fc.constant(graph.follows[index].map(nameOf)),
        needs: needsArbitrary(roles),
        takes: lawArbitrary(DURATION_RANGE),
        transfers: transferArbitrary(links, surfaces),
        catchesUp: catchUpArbitrary(surfaces, graph.ancestors[index].has(graph.reopening)),
        fails: failureArbitrary(ancestors.map(nameOf)),
        restores: fc.constantFrom('', ...backedUp.map(({ name }) => name)),
        when: conditionsArbitrary(surroundings, ancestors.includes(0)),
      },
      { requiredKeys: ['name', 'follows', 'needs', 'takes', 'when'] },
    )
    .map(({ restores, ...step }): Step => (restores === undefined || restores === '' ? step : { ...step, restores }));
}

function holds({ copies }: Surface, copy: CopyName): boolean {
  return copies.some(({ name }) => name === copy);
}

/** Mostly none: a step that is always carried out. */
function conditionsArbitrary(
  { incidents, surfaces, decisions }: Surroundings,
  isDecidedBefore: boolean,
): fc.Arbitrary<string[]> {
  const alternatives = isDecidedBefore ? decisions.flatMap((decision) => decision.alternatives) : [];
  const names = [...incidents, ...surfaces, ...alternatives].map(({ name }) => name);
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant<string[]>([]) },
    fc.subarray(names, { maxLength: Math.min(2, names.length) }).map((chosen) => [...chosen].sort()),
  );
}

/** A surface is restored by one step only. */
function onceEach(steps: readonly Step[]): Step[] {
  const restored = new Set<string>();
  return steps.map((step) => {
    const { restores, ...rest } = step;
    if (restores === undefined || restored.has(restores)) return rest;
    restored.add(restores);
    return step;
  });
}

function needsArbitrary(roles: readonly Role[]): fc.Arbitrary<Step['needs']> {
  return fc
    .subarray([...roles])
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map(({ name, count }) =>
          fc.integer({ min: 1, max: Math.min(count, 3) }).map((needed) => ({ role: name, count: needed })),
        ),
      ),
    );
}

function transferArbitrary(links: readonly Link[], surfaces: readonly Surface[]): fc.Arbitrary<Transfer> {
  const parts = surfaces.flatMap((surface): TransferSize[] => {
    const isBackedUp = holds(surface, 'base-backup');
    const known = isBackedUp ? (['size', 'to-restore', 'log-to-replay'] as const) : (['size'] as const);
    return known.map((part) => ({ kind: 'surface', surface: surface.name, part }));
  });
  const drawn = lawArbitrary(SIZE_RANGE).map((law): TransferSize => ({ kind: 'drawn', law }));
  const size = parts.length === 0 ? drawn : fc.oneof(drawn, fc.constantFrom(...parts));
  const transfer = { bytes: size, rate: lawArbitrary(RATE_RANGE) };
  if (links.length === 0) return fc.record(transfer);
  const over = fc.constantFrom(...links.map(({ name }) => name));
  return fc.record({ ...transfer, over }, { requiredKeys: ['bytes', 'rate'] });
}

function catchUpArbitrary(surfaces: readonly Surface[], isAfterReopening: boolean): fc.Arbitrary<CatchUp> {
  const losing = surfaces.filter(({ isDataBearing }) => isDataBearing);
  const spans: Span[] = [
    { kind: 'rpo' },
    { kind: 'elapsed' },
    ...(isAfterReopening ? [{ kind: 'rto' } as const] : []),
    ...losing.map(({ name }): Span => ({ kind: 'surface-rpo', surface: name })),
  ];
  return fc.record({ behind: fc.subarray(spans, { minLength: 1 }), speed: lawArbitrary(SPEED_RANGE) });
}

function failureArbitrary(ancestors: readonly string[]): fc.Arbitrary<Failure> {
  const failure = {
    probability: fc.constantFrom(0, 0.1, 0.25, 1 / 3).map(probability),
    rework: lawArbitrary(DURATION_RANGE),
  };
  if (ancestors.length === 0) return fc.record(failure, { requiredKeys: ['probability'] });
  return fc.record({ ...failure, backTo: fc.constantFrom(...ancestors) }, { requiredKeys: ['probability'] });
}
