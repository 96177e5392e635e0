import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Document, Node, Pair, YAMLMap } from 'yaml';
import { problemAt } from '../problem.js';
import type { PlacedProblem, Words } from '../problem.js';
import type { SourceText } from '../scenario.js';
import * as wording from '../wording.js';
import { aliasTargets } from './alias-targets.js';
import type { LocatedEntry, LocatedMap, LocatedNode, Path, Place } from './located-tree.js';

/** Limits that no scenario written by people comes near; they keep a hostile file from exhausting us. */
const MOST_NODES = 20_000;
const DEEPEST = 64;

/**
 * One pass over a YAML document, which makes of it a tree of located values. It counts the values it has made and
 * knows which it is inside of, because aliases can make a short file endless.
 */
export class TreeReading {
  readonly problems: PlacedProblem[] = [];
  /** Some alias could not be followed, or one of two equal keys was dropped: what it would have given seems to be missing, and must not be complained of. */
  isIncomplete = false;
  private nodes = 0;
  private readonly open = new Set<Node>();
  private readonly targets: ReadonlyMap<Alias, Node>;

  constructor(
    document: Document,
    private readonly source: SourceText,
  ) {
    this.targets = aliasTargets(document);
  }

  /** The located form of a value; `fallback` is its place when it has no text of its own. */
  node(yaml: unknown, path: Path, fallback: Place): LocatedNode {
    const place = this.placeOf(yaml, fallback);
    this.nodes += 1;
    if (this.nodes > MOST_NODES || path.length > DEEPEST) {
      return this.giveUp(fallback, path, wording.tooManyValues(MOST_NODES, DEEPEST));
    }
    if (isAlias(yaml)) return this.aliased(yaml, path, place);
    if (isMap(yaml)) return this.within(yaml, () => this.map(yaml, path, place));
    if (isSeq(yaml)) {
      const items = () => yaml.items.map((item, index) => this.node(item, [...path, index], place));
      return this.within(yaml, () => ({ kind: 'list', place, items: items() }));
    }
    const value = isScalar(yaml) ? yaml.value : null;
    return { kind: 'scalar', place, value: isPlainScalar(value) ? value : null };
  }

  private aliased(alias: Alias, path: Path, place: Place): LocatedNode {
    const target = this.targets.get(alias);
    if (target === undefined) return this.giveUp(place, path, wording.aliasWithoutAnchor());
    return this.open.has(target) ? this.giveUp(place, path, wording.aliasOfItself()) : this.node(target, path, place);
  }

  private within(yaml: Node, read: () => LocatedNode): LocatedNode {
    this.open.add(yaml);
    const node = read();
    this.open.delete(yaml);
    return node;
  }

  /** Of a bomb, one word is enough: each of its further values would say the same. */
  private giveUp(place: Place, path: Path, words: Words): LocatedNode {
    if (this.nodes <= MOST_NODES + 1) this.problems.push(problemAt(place, path, words));
    this.isIncomplete = true;
    return { kind: 'scalar', place, value: null };
  }

  private map(map: YAMLMap, path: Path, place: Place): LocatedMap {
    const entries = new Map<string, LocatedEntry>();
    const merged = map.items.filter(isMergePair);
    for (const pair of map.items) {
      if (!isMergePair(pair)) this.addEntry(entries, pair, path, place);
    }
    for (const pair of merged) this.mergeInto(entries, pair, path, place);
    return { kind: 'map', place, entries };
  }

  private addEntry(entries: Map<string, LocatedEntry>, pair: Pair, path: Path, place: Place): void {
    const key = this.placeOf(pair.key, place);
    const name = isScalar(pair.key) ? String(pair.key.value) : undefined;
    if (name === undefined || name === '__proto__') {
      this.problems.push(problemAt(key, path, wording.unusableKey()));
      return;
    }
    const first = entries.get(name);
    if (first === undefined) {
      entries.set(name, { key, value: this.node(pair.value, [...path, name], key) });
      return;
    }
    this.problems.push(problemAt(key, [...path, name], wording.duplicateKey(lineOf(first.key))));
    this.isIncomplete = true;
  }

  /** `<<: *defaults` adds the entries of another map, or of several, that the map does not have itself. */
  private mergeInto(entries: Map<string, LocatedEntry>, pair: Pair, path: Path, place: Place): void {
    const key = this.placeOf(pair.key, place);
    const read = this.node(pair.value, [...path, '<<'], key);
    if (this.isIncomplete) return;
    for (const source of read.kind === 'list' ? read.items : [read]) {
      if (source.kind !== 'map') {
        this.problems.push(problemAt(key, path, wording.mergeOfNoMap()));
        continue;
      }
      for (const [name, entry] of source.entries) {
        if (!entries.has(name)) entries.set(name, entry);
      }
    }
  }

  private placeOf(yaml: unknown, fallback: Place): Place {
    const range = isScalar(yaml) || isMap(yaml) || isSeq(yaml) || isAlias(yaml) ? yaml.range : undefined;
    if (range === undefined || range === null || range[0] === range[1]) return fallback;
    return { source: this.source, start: range[0], end: range[1] };
  }
}

function isMergePair(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.value === '<<' && pair.key.type === 'PLAIN';
}

function isPlainScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function lineOf(place: Place): number {
  return place.source.text.slice(0, place.start).split('\n').length;
}
