import { openExtended, type LoadText } from './document/extend.js';
import { nodeAt, type Path } from './document/located-tree.js';
import { problemAt, problemOf } from './problem.js';

/** A place in a text that people can go to. */
export interface TextPlace {
  readonly file: string;
  /** Both counted from 1, the column in characters. */
  readonly line: number;
  readonly column: number;
}

/**
 * Where a value of a scenario stands: in the file itself, or in the one of those it extends that says it last.
 *
 * @param path keys from the top of the file; where the last of them is not there, the place of the nearest one above.
 * @returns undefined when not even the first key is there, or the file cannot be read.
 */
export function placeOf(
  text: string,
  { file, load }: { readonly file: string; readonly load: LoadText },
  path: Path,
): TextPlace | undefined {
  const { tree } = openExtended({ file, text }, load, []);
  for (let length = path.length; tree !== undefined && length > 0; length--) {
    const hit = nodeAt(tree, path.slice(0, length));
    if (hit === undefined) continue;
    const problem = problemOf(problemAt(hit.key ?? hit.node.place, path, { expected: '' }));
    return { file: problem.file, line: problem.line, column: problem.column };
  }
  return undefined;
}
