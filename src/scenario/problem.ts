import { formatPath, nodeAt } from './document/located-tree.js';
import type { LocatedNode, Path, Place } from './document/located-tree.js';

/** What is wrong with one place of a file, where it is, and how to mend it. */
export interface Problem {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in characters. */
  readonly column: number;
  /** Dotted path of the value: `surfaces.postgresql.size`; empty for the file as a whole. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly mend?: string;
  /** The line of the file, and how many characters of it from `column` on are meant (at least 1). */
  readonly sourceLine: string;
  readonly length: number;
}

/** The words of a problem. Without `found`, the text of the file at that place is what was found. */
export interface Words {
  readonly expected: string;
  readonly found?: string;
  readonly mend?: string;
  /** Keys of the map, one of which should have been there. */
  readonly missing?: readonly string[];
  /** The known name that an unknown one was probably meant to be. */
  readonly meant?: string;
}

/** A fault in a value, before anybody has looked up where that value stands. */
export interface Complaint {
  readonly path: Path;
  /** Whether the key or the value at the end of the path is at fault. */
  readonly at: 'key' | 'value';
  readonly words: Words;
}

/** A complaint about a value. */
export function complain(path: Path, words: Words): Complaint {
  return { path, at: 'value', words };
}

/** A complaint about a key. */
export function complainOfKey(path: Path, words: Words): Complaint {
  return { path, at: 'key', words };
}

/** A problem before it is put in words for a reader: where it stands, and what is to be said of it. */
export interface PlacedProblem {
  readonly place: Place;
  readonly path: Path;
  readonly words: Words;
}

/** A problem at a known place. `found` is the text that stands there unless the words say otherwise. */
export function problemAt(place: Place, path: Path, words: Words): PlacedProblem {
  return { place, path, words };
}

/** The problem as readers get it, with its line and its column. */
export function problemOf({ place, path, words }: PlacedProblem): Problem {
  const { text, file } = place.source;
  const start = Math.min(place.start, text.length);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineBreak = text.slice(start).search(/\r?\n/);
  const lineEnd = lineBreak < 0 ? text.length : start + lineBreak;
  const end = Math.max(start, Math.min(place.end, lineEnd));
  return {
    file,
    line: lineOf(text, lineStart),
    column: [...text.slice(lineStart, start)].length + 1,
    path: formatPath(path),
    expected: words.expected,
    found: words.found ?? quoted(text.slice(start, Math.max(start, place.end)).trim()),
    ...(words.mend === undefined ? {} : { mend: words.mend }),
    sourceLine: text.slice(lineStart, lineEnd),
    length: Math.max(1, [...text.slice(start, end).trimEnd()].length),
  };
}

/** The number of the line that begins there, counted from 1. */
function lineOf(text: string, lineStart: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < lineStart; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Looks up the place of a complaint; what is missing stands where its nearest ancestor does. */
export function locate(complaint: Complaint, root: LocatedNode): PlacedProblem {
  const { path, at, words } = complaint;
  const hit = nodeAt(root, path);
  if (hit !== undefined) {
    const atKey = at === 'key' && hit.key !== undefined;
    const place = atKey || hit.node.kind !== 'scalar' ? (hit.key ?? startOf(hit.node)) : hit.node.place;
    return problemAt(place, path, { found: describe(hit.node, at, path), ...words });
  }
  const parent = path.slice(0, -1);
  const wanted = String(path.at(-1));
  const missing: Words = { expected: `the key "${wanted}": ${words.expected}`, found: 'none' };
  const mend = words.mend === undefined ? {} : { mend: `add "${wanted}", and ${words.mend}` };
  return locate({ path: parent, at: 'key', words: { ...missing, ...mend } }, root);
}

function describe(node: LocatedNode, at: 'key' | 'value', path: Path): string {
  if (at === 'key' && path.length > 0) return quoted(String(path.at(-1)));
  if (node.kind !== 'scalar') return node.kind === 'map' ? 'a map' : 'a list';
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string' ? quoted(node.value) : String(node.value);
}

/** A map or a list begins at its first key or item; its first line would be too much to point at. */
function startOf(node: LocatedNode): Place {
  if (node.kind === 'map') return [...node.entries.values()][0]?.key ?? node.place;
  if (node.kind === 'list') return node.items[0]?.place ?? node.place;
  return node.place;
}

const LONGEST_QUOTE = 60;

/** A text in quotation marks, on one line and not without end. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `"${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line}"`;
}
