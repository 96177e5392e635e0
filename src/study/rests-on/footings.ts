import type { Provenance, ProvenanceSource, Role, Scenario, Step, TransferSize } from '../../scenario/scenario.js';
import { BASES, type Basis } from './basis.js';

/** What one step, role or surface rests on: the weakest of its values that name a source. */
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
export function footingsOf({ steps, roles, surfaces, provenance }: Scenario): Footings {
  return {
    steps: steps.map((step) => ({ name: step.name, ...weakestAt(inputsOf(step), provenance) })),
    roles: roles.map((role) => ({ name: role.name, ...footingOfRole(role, provenance) })),
    surfaces: surfaces.map(({ name }) => ({ name, ...weakestAt([`surfaces.${name}`], provenance) })),
  };
}

function inputsOf({ name, transfers }: Step): readonly string[] {
  return [
    ...['takes', 'transfers', 'catches-up', 'searches', 'fails'].map((key) => `runbook.${name}.${key}`),
    ...(transfers === undefined ? [] : sizeInputs(transfers.bytes)),
    ...(transfers?.over === undefined ? [] : [`links.${transfers.over}`]),
  ];
}

function sizeInputs(bytes: TransferSize): readonly string[] {
  if (bytes.kind === 'drawn') return [];
  const key = bytes.part === 'log-to-replay' ? 'log-archive.volume' : 'size';
  return [`surfaces.${bytes.surface}.${key}`];
}

function footingOfRole({ name, hours }: Role, provenance: readonly Provenance[]): Omit<Footing, 'name'> {
  if (hours !== 'always') return { basis: 'roster', oldest: null };
  return weakestAt([`people.${name}.call-out`], provenance);
}

function weakestAt(inputs: readonly string[], provenance: readonly Provenance[]): Omit<Footing, 'name'> {
  const found = provenance.filter(({ path }) => inputs.some((input) => path === input || path.startsWith(`${input}.`)));
  const weakest = found.reduce<ProvenanceSource | undefined>(
    (weaker, { source }) => (weaker === undefined || BASES.indexOf(source) > BASES.indexOf(weaker) ? source : weaker),
    undefined,
  );
  if (weakest === undefined) return { basis: 'unsourced', oldest: null };
  const days = found.flatMap(({ source, asOf }) => (source === weakest && asOf !== undefined ? [asOf] : [])).sort();
  return { basis: weakest, oldest: days.at(0) ?? null };
}
