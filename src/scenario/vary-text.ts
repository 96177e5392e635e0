import { isAlias, isMap, isScalar, parseDocument, visit } from 'yaml';
import type { Alias, Document, YAMLMap } from 'yaml';
import { pairAt, withoutPair, withPair, withPairReplaced } from './write/text-splice.js';

/** A value to be written, by its keys from the top of the file. */
export interface WrittenValue {
  readonly path: readonly string[];
  /** As one writes it in the file: `4`, `every 2h`, `true`, `null`, `{ lognormal: { p50: 1h, p95: 4h } }`. */
  readonly value: string;
  /** Words for people, which are a text whatever they look like: a name `true`, a note `[draft]`. */
  readonly isText?: boolean;
}

/**
 * The text of a scenario in which these values stand instead of those it has, or has from what it extends. All else
 * stays as it is, to the byte: comments, order, blank lines, long lines. Whether the values do is for the reader of the
 * text to say.
 *
 * @returns undefined where a key above one of the values has no keys of its own, such as one that is an alias; where
 *   an alias stands for what would be replaced; and where the text is not well-formed.
 */
export function varyText(text: string, values: readonly WrittenValue[]): string | undefined {
  let varied: string | undefined = text;
  for (const value of values) varied = varied === undefined ? undefined : withValue(varied, value);
  return varied;
}

/**
 * The text of a scenario without the value at a path, so that what it extends gives it, if anything does. A map that
 * loses its only key becomes `{}`, because a key with nothing after it would remove what is inherited.
 *
 * @returns the same text where it has no such value; undefined where {@link varyText} gives that.
 */
export function withoutValue(text: string, path: readonly string[]): string | undefined {
  const document = opened(text);
  if (document === undefined) return undefined;
  const above: YAMLMap[] = [];
  let node: unknown = document.contents;
  for (const key of path) {
    if (isAlias(node)) return undefined;
    const pair = isMap(node) ? pairAt(node, key) : undefined;
    if (!isMap(node) || pair === undefined) return text;
    above.push(node);
    node = pair.value;
  }
  const owner = above.at(-1);
  if (owner === undefined || isStoodForElsewhere(document, node)) return undefined;
  if (owner.items.length > 1 || above.length === 1) return withoutPair(text, owner, path[path.length - 1]);
  const parent = above[above.length - 2];
  return withPairReplaced(text, parent, { keys: path.slice(-2, -1), value: { value: '{}', isText: false } });
}

function withValue(text: string, { path, value, isText = false }: WrittenValue): string | undefined {
  const document = opened(text);
  if (document === undefined) return undefined;
  let node: unknown = document.contents;
  for (let depth = 0; depth < path.length; depth++) {
    const line = { keys: path.slice(depth), value: { value, isText } };
    if (node === null) return withPair(text, undefined, line);
    if (!isMap(node)) return undefined;
    const pair = pairAt(node, path[depth]);
    if (pair === undefined) return withPair(text, node, line);
    if (depth === path.length - 1 || isNothing(pair.value)) {
      return isStoodForElsewhere(document, pair.value) ? undefined : withPairReplaced(text, node, line);
    }
    node = pair.value;
  }
  return undefined;
}

/** A key with nothing after it has no keys yet. */
function isNothing(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

/** True when the node, or a part of it, has an anchor that some alias refers to. */
function isStoodForElsewhere(document: Document, node: unknown): boolean {
  const anchors = new Set<string>();
  const noteAnchor = (_: unknown, { anchor }: { anchor?: string }): void => {
    if (anchor !== undefined) anchors.add(anchor);
  };
  if (isMap(node) || isScalar(node)) visit(node, { Value: noteAnchor });
  let isReferred = false;
  const noteAlias = (_: unknown, { source }: Alias): void => {
    isReferred ||= anchors.has(source);
  };
  if (anchors.size > 0) visit(document, { Alias: noteAlias });
  return isReferred;
}

function opened(text: string): Document | undefined {
  const document = parseDocument(text, { prettyErrors: false });
  return document.errors.length > 0 ? undefined : document;
}
