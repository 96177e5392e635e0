import { problemAt } from '../problem.js';
import type { PlacedProblem } from '../problem.js';
import type { SourceText } from '../scenario.js';
import * as wording from '../wording.js';
import type { LocatedMap, LocatedNode } from './located-tree.js';
import { mergeTrees } from './merge-trees.js';
import { openDocument, type OpenedDocument } from './open-document.js';

/**
 * Finds the text that a file refers to, as `extends` or as a table of measurements: `reference` as it is written,
 * `from` the file in which it stands. Undefined when there is none.
 */
export type LoadText = (reference: string, from: string) => SourceText | undefined;

/** A file with all that it builds on, as one tree. `tree` is absent when a file of the chain cannot be read. */
export interface ExtendedDocument {
  readonly tree?: LocatedMap;
  /** The file itself first, then what it builds on, in that order. */
  readonly sources: readonly SourceText[];
  readonly problems: readonly PlacedProblem[];
}

/** The version of the scenario language that is read here. */
const VERSION = 1;

/** Opens a file and everything it extends, and merges them; `patterns` are names to offer for an unknown one. */
export function openExtended(file: SourceText, load: LoadText, patterns: readonly string[]): ExtendedDocument {
  const sources: SourceText[] = [];
  const problems: PlacedProblem[] = [];
  const trees: LocatedMap[] = [];
  let next: SourceText | undefined = file;
  while (next !== undefined) {
    sources.push(next);
    const opened = openedOnce(next);
    problems.push(...opened.problems);
    // Without one file of the chain everything it would have given seems to be missing: better say nothing.
    if (opened.tree === undefined || !isOfThisVersion(opened.tree, problems)) return { sources, problems };
    trees.push(opened.tree);
    const base: SourceText | 'unreadable' | undefined = baseOf(
      opened.tree,
      { chain: sources, load, patterns },
      problems,
    );
    if (base === 'unreadable') return { sources, problems };
    next = base;
  }
  const tree = trees.reduceRight<LocatedMap | undefined>((base, over) => mergeTrees(base, over, problems), undefined);
  return tree === undefined ? { sources, problems } : { tree, sources, problems };
}

/** What was read of texts that are read again and again, as patterns are while a slider moves. */
const openedTexts = new WeakMap<SourceText, OpenedDocument>();

/** A text by itself: the same object was read the same way before. */
function openedOnce(source: SourceText): OpenedDocument {
  const known = openedTexts.get(source);
  if (known !== undefined) return known;
  const opened = openDocument(source);
  openedTexts.set(source, opened);
  return opened;
}

function isOfThisVersion(tree: LocatedMap, problems: PlacedProblem[]): boolean {
  const entry = tree.entries.get('drillcast');
  if (entry === undefined) {
    const first = [...tree.entries.values()][0]?.key ?? tree.place;
    problems.push(problemAt(first, [], wording.versionMissing(VERSION)));
    return true;
  }
  const isRead = entry.value.kind === 'scalar' && entry.value.value === VERSION;
  if (!isRead) problems.push(problemAt(entry.value.place, ['drillcast'], wording.versionUnknown(VERSION)));
  return isRead;
}

function baseOf(
  tree: LocatedMap,
  {
    chain,
    load,
    patterns,
  }: { readonly chain: readonly SourceText[]; readonly load: LoadText; readonly patterns: readonly string[] },
  problems: PlacedProblem[],
): SourceText | 'unreadable' | undefined {
  const entry = tree.entries.get('extends');
  if (entry === undefined) return undefined;
  const refuse = (words: Parameters<typeof problemAt>[2]) => {
    problems.push(problemAt(entry.value.place, ['extends'], words));
    return 'unreadable' as const;
  };
  const reference = textOf(entry.value);
  if (reference === undefined) return refuse(wording.extendsNoText());
  const base = load(reference, entry.value.place.source.file);
  if (base === undefined) return refuse(wording.fileNotFound(reference, entry.value.place.source.file, patterns));
  const earlier = chain.findIndex((source) => source.file === base.file);
  if (earlier < 0) return base;
  return refuse(wording.extendsCycle([...chain.slice(earlier), base].map((source) => source.file)));
}

function textOf(node: LocatedNode): string | undefined {
  return node.kind === 'scalar' && typeof node.value === 'string' && node.value !== '' ? node.value : undefined;
}
