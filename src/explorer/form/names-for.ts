import type { FormTree } from './form-tree.js';

/** The sections whose names a key takes. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  on: ['sites'],
  within: ['sites'],
  destroys: ['sites'],
  'cuts-off': ['sites'],
  corrupts: ['surfaces'],
  deletes: ['surfaces'],
  restores: ['surfaces'],
  'readable-with': ['surfaces'],
  'backups-of': ['surfaces'],
  needs: ['people'],
  over: ['links'],
  follows: ['runbook'],
  after: ['runbook'],
  'back-to': ['runbook'],
  for: ['incidents'],
  'asks-about': ['incidents'],
  when: ['incidents', 'surfaces', 'decisions'],
};

/** Names that the value at a place can have, because the scenario has them elsewhere; none where it is no name. */
export function namesFor(tree: FormTree, keys: readonly string[]): readonly string[] {
  const key = keys[keys.length - 1];
  const isMilestone = keys.length === 2 && keys[0] === 'milestones';
  // `after` is a time in what an incident sets off.
  if (key === 'after' && keys[0] !== 'decisions') return [];
  const sections = isMilestone ? ['runbook'] : Object.hasOwn(SECTIONS, key) ? SECTIONS[key] : [];
  return sections.flatMap((section) => (section === 'decisions' ? alternativesIn(tree) : tree.namesIn(section)));
}

function alternativesIn({ top }: FormTree): readonly string[] {
  const decisions = top.map.entries.get('decisions')?.value;
  if (decisions?.kind !== 'map') return [];
  return [...decisions.entries.values()].flatMap(({ value }) => {
    const alternatives = value.kind === 'map' ? value.entries.get('alternatives')?.value : undefined;
    return alternatives?.kind === 'map' ? [...alternatives.entries.keys()] : [];
  });
}
