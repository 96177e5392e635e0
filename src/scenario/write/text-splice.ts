import { isCollection, isNode, isScalar } from 'yaml';
import type { Pair, YAMLMap } from 'yaml';
import { scalarText } from './scalar-text.js';
import type { ScalarToWrite } from './scalar-text.js';

/** Keys, each below the one before it, and the value behind the last of them. */
export interface KeyedValue {
  readonly keys: readonly string[];
  readonly value: ScalarToWrite;
}

/** The pair of a map with that key; undefined when it has none of its own. */
export function pairAt(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

/**
 * The text with the first of the keys added at the end of a map.
 *
 * @param map of that text; undefined for a text that has nothing but comments.
 */
export function withPair(text: string, map: YAMLMap | undefined, line: KeyedValue): string | undefined {
  const lineEnd = lineEndOf(text);
  if (map?.flow === true) return withPairInFlow(text, map, line);
  const last = map?.items.at(-1);
  if (map !== undefined && last === undefined) return undefined;
  const start = map === undefined ? 0 : rangeOf(map.items[0]?.key)?.[0];
  const end = last === undefined ? text.length : endOfPair(last);
  if (start === undefined || end === undefined) return undefined;
  const indent = ' '.repeat(start - lineStartOf(text, start));
  const at = endOfLine(text, end);
  const before = text.slice(0, at);
  const isOpenLine = before !== '' && !before.endsWith('\n');
  return `${before}${isOpenLine ? lineEnd : ''}${indent}${blockLines(line, indent, lineEnd)}${lineEnd}${text.slice(at)}`;
}

function withPairInFlow(text: string, map: YAMLMap, { keys, value }: KeyedValue): string | undefined {
  const range = map.range;
  if (range === undefined || range === null) return undefined;
  const [start, end] = range;
  const pair = flowPair(keys, value);
  const last = map.items.at(-1);
  if (last === undefined) return `${text.slice(0, start)}{ ${pair} }${text.slice(end)}`;
  const at = endOfPair(last);
  return at === undefined ? undefined : `${text.slice(0, at)}, ${pair}${text.slice(at)}`;
}

/** The text with another value behind the first of the keys, which the map has, or with the other keys and their value. */
export function withPairReplaced(text: string, map: YAMLMap, { keys, value }: KeyedValue): string | undefined {
  const pair = pairAt(map, keys[0]);
  const keyEnd = rangeOf(pair?.key)?.[1];
  if (pair === undefined || keyEnd === undefined) return undefined;
  const colon = /^\s*:/.exec(text.slice(keyEnd));
  if (colon === null) return undefined;
  const behind = keyEnd + colon[0].length;
  const old = isNode(pair.value) ? pair.value : undefined;
  const [from, to] = rangeOf(old) ?? [behind, behind];
  if (keys.length > 1) return withKeysBelow(text, { map, line: { keys, value }, behind, old: [from, to] });
  const written = scalarText(value, { isInFlow: map.flow === true, like: isScalar(old) ? old.type : undefined });
  if (from === to) return `${text.slice(0, behind)} ${written}${text.slice(behind)}`;
  const gap = text.slice(behind, from);
  const isClosed = text[to - 1] === '\n';
  const rest = text.slice(to);
  if (!isCollection(old) || old.flow === true) {
    return `${text.slice(0, behind)}${gap}${written}${isClosed ? lineEndOf(text) : ''}${rest}`;
  }
  // An anchor or a tag stands before a map of lines, and would be left behind.
  if (/^\s*[&!]/.test(gap)) return undefined;
  return `${text.slice(0, behind)} ${written}${gap.replace(/[ \t]*$/, '')}${isClosed ? rest : rest.replace(/^\r?\n/, '')}`;
}

/** A key with nothing behind it, or `null`, gets keys. */
function withKeysBelow(
  text: string,
  { map, line, behind, old: [from, to] }: { map: YAMLMap; line: KeyedValue; behind: number; old: [number, number] },
): string | undefined {
  const below = { keys: line.keys.slice(1), value: line.value };
  if (map.flow === true) {
    return `${text.slice(0, behind)} { ${flowPair(below.keys, below.value)} }${text.slice(Math.max(behind, to))}`;
  }
  const start = rangeOf(map.items[0]?.key)?.[0];
  if (start === undefined) return undefined;
  const indent = ' '.repeat(start - lineStartOf(text, start) + 2);
  // What stands between key and `null` is blank; what follows on the line is a comment at most.
  const kept = from === to ? text.slice(behind) : text.slice(to);
  const comment = /^[^\n]*/.exec(kept)?.[0].trimEnd() ?? '';
  const rest = kept.slice(/^[^\n]*\n?/.exec(kept)?.[0].length ?? 0);
  const lineEnd = lineEndOf(text);
  return `${text.slice(0, behind)}${comment}${lineEnd}${indent}${blockLines(below, indent, lineEnd)}${lineEnd}${rest}`;
}

/** The text without a key of a map and what is behind it; in a map of lines, without those lines. */
export function withoutPair(text: string, map: YAMLMap, key: string): string | undefined {
  const at = map.items.findIndex((pair) => pair === pairAt(map, key));
  const start = rangeOf(map.items[at]?.key)?.[0];
  const end = at < 0 ? undefined : endOfPair(map.items[at]);
  if (start === undefined || end === undefined) return undefined;
  if (map.flow !== true) return text.slice(0, lineStartOf(text, start)) + text.slice(endOfLine(text, end));
  const next = rangeOf(map.items[at + 1]?.key)?.[0];
  if (next !== undefined) return text.slice(0, start) + text.slice(next);
  const from = at === 0 ? start : endOfPair(map.items[at - 1]);
  return from === undefined ? undefined : text.slice(0, from) + text.slice(end);
}

function blockLines({ keys: [key, ...below], value }: KeyedValue, indent: string, lineEnd: string): string {
  if (below.length === 0) return `${keyText(key)}: ${scalarText(value, { isInFlow: false })}`;
  const inner = `${indent}  `;
  return `${keyText(key)}:${lineEnd}${inner}${blockLines({ keys: below, value }, inner, lineEnd)}`;
}

function flowPair([key, ...below]: readonly string[], value: ScalarToWrite): string {
  if (below.length === 0) return `${keyText(key)}: ${scalarText(value, { isInFlow: true })}`;
  return `${keyText(key)}: { ${flowPair(below, value)} }`;
}

function keyText(key: string): string {
  return scalarText({ value: key, isText: true }, { isInFlow: true });
}

function endOfPair(pair: Pair): number | undefined {
  return (rangeOf(pair.value) ?? rangeOf(pair.key))?.[1];
}

function rangeOf(node: unknown): [number, number] | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range === undefined || range === null ? undefined : [range[0], range[1]];
}

function lineStartOf(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line after the one that holds the last character before `at` begins. */
function endOfLine(text: string, at: number): number {
  if (at === 0 || text[at - 1] === '\n') return at;
  const lineBreak = text.indexOf('\n', at);
  return lineBreak < 0 ? text.length : lineBreak + 1;
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
