import { nodeAt } from './document/located-tree.js';
import type { LocatedMap, Path } from './document/located-tree.js';
import type { Complaint } from './problem.js';

/**
 * Complaints without those that only repeat another in different words: where a key is misspelt, the key that was meant
 * is missing too, and to say both would be noise.
 */
export function withoutEchoes(complaints: readonly Complaint[], tree: LocatedMap): readonly Complaint[] {
  const meant = new Set(
    complaints.flatMap(({ path, at, words }) =>
      at === 'key' && words.meant !== undefined ? [keyOf(path.slice(0, -1), words.meant)] : [],
    ),
  );
  return complaints.filter((complaint) => !missingKeys(complaint, tree).some((key) => meant.has(key)));
}

/** The keys of which a complaint says that one is missing. */
function missingKeys({ path, words }: Complaint, tree: LocatedMap): string[] {
  if (words.missing !== undefined) return words.missing.map((name) => keyOf(path, name));
  if (nodeAt(tree, path) !== undefined) return [];
  return [keyOf(path.slice(0, -1), String(path.at(-1)))];
}

function keyOf(path: Path, name: string): string {
  return JSON.stringify([...path, name]);
}
