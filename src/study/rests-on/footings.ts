import type { Provenance, ProvenanceSource, Scenario, Step, Surface, TransferSize } from '../../scenario/scenario.js';
import { countIn } from '../count-in.js';
import { BASES, type Basis } from './basis.js';

/** What one step, role or surface rests on: the weakest source of its values, or none where one of them names none. */
export interface Footing {
  readonly name: string;
  readonly basis: Basis;
  /** `YYYY-MM-DD`, the oldest of the days that those weakest values name; null when none does. */
  readonly oldest: string | null;
}

/** In the order of the scenario. */
export interface Footings {
  readonly steps: readonly Footing[];
  readonly roles: readonly Footing[];
  readonly surfaces: readonly Footing[];
}

/**
 * What every step, role and surface of a scenario rests on.
 *
 * A step rests on the values that decide its time: those of its own, the rate of a link it shares and the size of what it
 * moves. Whoever has working hours is waited for because of them, all others because of their call-out. A surface rests
 * on all that is said of its copies.
 */
export function footingsOf({ steps, roles, links, surfaces, provenance }: Scenario): Footings {
  const stated = provenance.map((entry): StatedSource => ({ ...entry, within: `${entry.path}.` }));
  const at = (inputs: readonly Input[]): Omit<Footing, 'name'> => weakestOf(inputs, stated);
  return {
    steps: steps.map((step) => ({ name: step.name, ...at(inputsOf(step, { links, surfaces })) })),
    roles: roles.map(({ name, hours, callOut }) => ({
      name,
      ...(hours === 'always' ? at([{ path: `people.${name}.call-out`, part: callOut }]) : ROSTER),
    })),
    surfaces: surfaces.map((surface) => ({
      name: surface.name,
      ...at([{ path: `surfaces.${surface.name}`, part: surface }]),
    })),
  };
}

const ROSTER = { basis: 'roster', oldest: null } as const;

/** A value that names its source, and its path as that of what would be within it, so that it is found at once. */
interface StatedSource extends Provenance {
  readonly within: string;
}

/** Where a part of the scenario stands in the file, and what it has there. */
interface Input {
  readonly path: string;
  readonly part: unknown;
}

function inputsOf(
  { name, takes, transfers, catchesUp, searches, fails }: Step,
  { links, surfaces }: Pick<Scenario, 'links' | 'surfaces'>,
): readonly Input[] {
  const link = links.find((each) => each.name === transfers?.over);
  return [
    { path: `runbook.${name}.takes`, part: takes },
    { path: `runbook.${name}.transfers`, part: transfers },
    { path: `runbook.${name}.catches-up`, part: catchesUp },
    { path: `runbook.${name}.searches`, part: searches },
    { path: `runbook.${name}.fails`, part: fails },
    ...(transfers === undefined ? [] : sizeInputs(transfers.bytes, surfaces)),
    ...(link === undefined ? [] : [{ path: `links.${link.name}`, part: link }]),
  ];
}

function sizeInputs(bytes: TransferSize, surfaces: readonly Surface[]): readonly Input[] {
  if (bytes.kind === 'drawn') return [];
  const { name, size, copies } = surfaces.find((each) => each.name === bytes.surface) ?? {
    name: bytes.surface,
    size: undefined,
    copies: [],
  };
  if (bytes.part !== 'log-to-replay') return [{ path: `surfaces.${name}.size`, part: size }];
  const backup = copies.map(({ protection }) => protection).find(({ kind }) => kind === 'backup');
  const volume = backup?.kind === 'backup' ? backup.logArchive?.volume : undefined;
  return [{ path: `surfaces.${name}.log-archive.volume`, part: volume }];
}

/** A probability of 1 is a default where nothing else is said, and says that nothing goes wrong. */
const isNoCertainty = (value: number): boolean => value !== 1;

/** A part with more values than name a source is as weak as one that names none: whoever says less does not stand better. */
function weakestOf(inputs: readonly Input[], stated: readonly StatedSource[]): Omit<Footing, 'name'> {
  const paths = inputs.map(({ path }) => `${path}.`);
  const found = stated.filter(({ within }) => paths.some((path) => within.startsWith(path)));
  const values = inputs.reduce((sum, { part }) => sum + countIn(part, isNoCertainty), 0);
  const weakest = found.reduce<ProvenanceSource | undefined>(
    (weaker, { source }) => (weaker === undefined || BASES.indexOf(source) > BASES.indexOf(weaker) ? source : weaker),
    undefined,
  );
  if (weakest === undefined || found.length < values) return { basis: 'unsourced', oldest: null };
  const days = found.flatMap(({ source, asOf }) => (source === weakest && asOf !== undefined ? [asOf] : [])).sort();
  return { basis: weakest, oldest: days.at(0) ?? null };
}
