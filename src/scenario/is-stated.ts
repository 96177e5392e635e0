import { openExtended, type LoadText } from './document/extend.js';
import { nodeAt, type Path } from './document/located-tree.js';

/** Whether a scenario says something at these keys: in the file itself, or in one of those it extends. */
export function isStated(
  text: string,
  { file, load }: { readonly file: string; readonly load: LoadText },
  path: Path,
): boolean {
  const { tree } = openExtended({ file, text }, load, []);
  return tree !== undefined && nodeAt(tree, path) !== undefined;
}
