/** Where in a YAML text somebody is writing. */
export interface CursorPlace {
  /** The keys of the maps around, from the top of the file. */
  readonly path: readonly string[];
  /** The key of which the value is being written; undefined where a key is. */
  readonly valueOf: string | undefined;
  /** What was written of the key or the value until now. */
  readonly written: string;
}

const KEY = /^(\s*)(?:- )?([^\s#:'"{}[\],][^:#]*?)\s*:(?:\s|$)/;

/**
 * The keys above the end of a text, by its indentation and the braces of its last line: good enough to offer words while a
 * map is not yet one, of which no parser can make sense. Undefined within a comment or a quotation.
 *
 * @param before the text from its beginning to where the cursor is.
 */
export function cursorPlace(before: string): CursorPlace | undefined {
  const lines = before.split('\n');
  const line = lines[lines.length - 1];
  if (/(^|\s)#/.test(line) || (line.split("'").length - 1) % 2 === 1 || (line.split('"').length - 1) % 2 === 1) {
    return undefined;
  }
  const indent = line.length - line.trimStart().length;
  const inside = withinBraces(line.trimStart());
  return { ...inside, path: [...keysAbove(lines.slice(0, -1), indent), ...inside.path] };
}

/** The keys of lines that stand further to the left, from the top down. */
function keysAbove(lines: readonly string[], indent: number): readonly string[] {
  const keys: string[] = [];
  let left = indent;
  for (const line of [...lines].reverse()) {
    const found = KEY.exec(line);
    if (found === null || found[1].length >= left) continue;
    const [, spaces, key] = found;
    keys.unshift(key);
    left = spaces.length;
    if (left === 0) break;
  }
  return keys;
}

/** What one line says of itself: `engineers: { count: 2, cal` is within `engineers`, where `cal` begins a key. */
function withinBraces(line: string): CursorPlace {
  const path: string[] = [];
  let rest = '';
  for (const character of line) {
    if (character === '{') {
      path.push(keyOf(rest));
      rest = '';
    } else if (character === '}') {
      path.pop();
      rest = '';
    } else if (character === ',' && path.length > 0) rest = '';
    else rest += character;
  }
  const pair = /^\s*(?:- )?([^:]*?):\s+(.*)$/.exec(rest);
  return pair === null
    ? { path, valueOf: undefined, written: rest.trimStart() }
    : { path, valueOf: pair[1].trim(), written: pair[2] };
}

function keyOf(text: string): string {
  return text.trim().replace(/:$/, '');
}
