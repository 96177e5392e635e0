import { complain, complainOfKey } from '../problem.js';
import type { Complaint } from '../problem.js';
import type { Path } from '../document/located-tree.js';
import { isMap } from '../shape/leaf.js';
import { surfaceOfSpan, surfacePartOf } from '../shape/transfer-size.js';
import * as wording from '../wording.js';
import { namesIn } from './outline.js';
import type { EntryData, NameUse, Outline } from './outline.js';

/** Names that nothing in the file defines, and names that a list gives twice. */
export function unknownReferences(outline: Outline): Complaint[] {
  const found = [...outline.steps].flatMap(([name, step]) => ofStep(step, ['runbook', name], outline));
  for (const [name, steps] of outline.milestones) {
    found.push(...unknown('step', namesIn(steps, ['milestones', name]), outline.steps));
    found.push(...twice(namesIn(steps, ['milestones', name])));
  }
  return found;
}

function ofStep(step: EntryData, path: Path, outline: Outline): Complaint[] {
  const follows = namesIn(step['follows'], [...path, 'follows']);
  const needs = namesIn(step['needs'], [...path, 'needs']);
  const back = isMap(step['fails']) ? namesIn(step['fails']['back-to'], [...path, 'fails', 'back-to']) : [];
  const over = isMap(step['transfers']) ? namesIn(step['transfers']['over'], [...path, 'transfers', 'over']) : [];
  return [
    ...unknown('step', [...follows, ...back], outline.steps),
    ...unknown('role', needs, outline.roles, isMap(step['needs'])),
    ...unknown('link', over, outline.links),
    ...unknown('surface', surfacesUsed(step, path), outline.surfaces),
    ...twice(follows),
    ...twice(needs),
  ];
}

/** The surfaces that a step names: the one it restores, those of its transfer and of its backlog. */
function surfacesUsed(step: EntryData, path: Path): NameUse[] {
  const restores = namesIn(step['restores'], [...path, 'restores']);
  const bytes = isMap(step['transfers']) ? surfacePartOf(step['transfers']['bytes']) : undefined;
  const transferred = bytes === undefined ? [] : [{ name: bytes.surface, path: [...path, 'transfers', 'bytes'] }];
  const behind = spansUsed(step, path).flatMap((use) => {
    const surface = surfaceOfSpan(use.name);
    return surface === undefined ? [] : [{ name: surface, path: use.path }];
  });
  return [...restores, ...transferred, ...behind];
}

/** The spans that a step works off, as texts. */
export function spansUsed(step: EntryData, path: Path): NameUse[] {
  return isMap(step['catches-up']) ? namesIn(step['catches-up']['behind'], [...path, 'catches-up', 'behind']) : [];
}

function unknown(
  kind: Parameters<typeof wording.unknownName>[0],
  uses: readonly NameUse[],
  known: ReadonlyMap<string, unknown>,
  areKeys = false,
): Complaint[] {
  return uses.flatMap(({ name, path }) => {
    if (known.has(name)) return [];
    const words = wording.unknownName(kind, name, [...known.keys()]);
    return [areKeys ? complainOfKey(path, words) : complain(path, words)];
  });
}

function twice(uses: readonly NameUse[]): Complaint[] {
  const seen = new Set<string>();
  return uses.flatMap(({ name, path }) => {
    if (seen.has(name)) return [complain(path, wording.namedTwice(name))];
    seen.add(name);
    return [];
  });
}
