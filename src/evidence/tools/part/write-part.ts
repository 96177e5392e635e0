import { Document, isCollection, isMap, isScalar, parseDocument, visit, YAMLMap, type Node } from 'yaml';
import type { PartEntry } from './surface-entries.js';

/** What stands at the head of a part. */
export interface PartHead {
  /** Lines of comment, without their `#`. */
  readonly comment: readonly string[];
  /** The scenario that the part builds on, and the name that it has for it. */
  readonly base?: { readonly reference: string; readonly name: string };
}

/** The entries as a scenario file, or as the part of one that others extend. */
export function writePart(entries: readonly PartEntry[], { comment, base }: PartHead): string {
  const document = new Document(new YAMLMap());
  document.commentBefore = comment.map((line) => ` ${line}`.trimEnd()).join('\n');
  document.set('drillcast', 1);
  if (base !== undefined) {
    document.set('extends', base.reference);
    document.set('name', base.name);
  }
  for (const entry of entries) setEntry(document, entry);
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/** A file with the entries written into it, or the path at which they find no place. */
export type WrittenInto =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'no-place'; readonly path: readonly string[] };

/**
 * Writes the entries into a scenario file that has been read without problems: values that are there are replaced, others
 * are added, and everything else, comments and order too, stays as it is.
 */
export function writeInto(text: string, entries: readonly PartEntry[]): WrittenInto {
  const document = parseDocument(text);
  for (const entry of entries) {
    if (!hasPlace(document, entry.path)) return { kind: 'no-place', path: entry.path };
    setEntry(document, entry);
  }
  return { kind: 'text', text: document.toString({ lineWidth: 0, singleQuote: true }) };
}

/** An alias on the way, such as `*usual`, stands for what others share; writing into it would change them too. */
function hasPlace(document: Document, path: readonly string[]): boolean {
  return path.slice(0, -1).every((_, index) => {
    const node: unknown = document.getIn(path.slice(0, index + 1), true);
    return node === undefined || isMap(node) || (isScalar(node) && node.value === null);
  });
}

function setEntry(document: Document, { path, value }: PartEntry): void {
  for (let length = 1; length < path.length; length++) {
    const here = path.slice(0, length);
    if (!isMap(document.getIn(here, true))) document.setIn(here, new YAMLMap());
  }
  const old: unknown = document.getIn(path, true);
  const node: Node = document.createNode(value);
  if (isCollection(node)) node.flow = true;
  // A cron expression is quoted as everybody writes it, whether YAML needs that or not.
  visit(node, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && scalar.value.includes('*')) scalar.type = 'QUOTE_SINGLE';
    },
  });
  if (isScalar(old) || isCollection(old)) {
    node.comment = old.comment ?? null;
    node.commentBefore = old.commentBefore ?? null;
  }
  document.setIn(path, node);
}
