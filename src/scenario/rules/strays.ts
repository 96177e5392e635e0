import { nodeAt } from '../document/located-tree.js';
import type { LocatedNode } from '../document/located-tree.js';
import { complainOfKey } from '../problem.js';
import type { Complaint } from '../problem.js';
import { isMap } from '../shape/leaf.js';
import { nearestName } from '../nearest-name.js';
import * as wording from '../wording.js';
import { FollowGraph } from './follow-graph.js';
import { namesIn, outlineOf } from './outline.js';
import type { NameUse, Outline } from './outline.js';

/**
 * Names that nothing makes use of and that are nearly an inherited one: in a file that extends a pattern, a slip of the
 * pen would add a step beside the one that it was to change, and the answer would rest on neither. Within one file a
 * name may stand unused: there may be people whom no step needs. A surface is never unused, for its loss counts whether
 * or not a step names it; one that only has the keys it was to change lacks a protection, which is a problem anyway.
 */
export function strayNames(data: unknown, tree: LocatedNode): Complaint[] {
  const outline = outlineOf(data);
  const steps = [...outline.steps.values()];
  const needed = steps.flatMap(({ needs }) => namesIn(needs, []));
  const shared = steps.flatMap(({ transfers }) => (isMap(transfers) ? namesIn(transfers['over'], []) : []));
  return [
    ...straysAmong('step', awaitedSteps(outline), tree),
    ...straysAmong('role', namesOf(needed), tree),
    ...straysAmong('link', namesOf(shared), tree),
  ];
}

function namesOf(uses: readonly NameUse[]): ReadonlySet<string> {
  return new Set(uses.map(({ name }) => name));
}

function straysAmong(kind: wording.StrayKind, used: ReadonlySet<string>, tree: LocatedNode): Complaint[] {
  const section = wording.SECTIONS[kind];
  const entries = nodeAt(tree, [section])?.node;
  if (entries?.kind !== 'map') return [];
  const names = [...entries.entries].map(([name, { key }]) => ({ name, file: key.source.file }));
  return names.flatMap(({ name, file }) => {
    if (used.has(name)) return [];
    const inherited = names.filter((other) => used.has(other.name) && other.file !== file).map((other) => other.name);
    if (nearestName(name, inherited) === undefined) return [];
    return [complainOfKey([section, name], wording.strayName(kind, inherited, name))];
  });
}

/** The steps that a milestone waits for; all of them while they go round in circles, which is a problem by itself. */
function awaitedSteps(outline: Outline): ReadonlySet<string> {
  const graph = new FollowGraph(outline);
  if (graph.circles().length > 0) return new Set(outline.steps.keys());
  const last = [...outline.milestones.values()].flatMap((steps) => namesIn(steps, []).map(({ name }) => name));
  return new Set(last.flatMap((name) => [name, ...graph.ancestorsOf(name)]));
}
