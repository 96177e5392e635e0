import { parse } from 'csv-parse/sync';
import { problemAt } from '../problem.js';
import type { PlacedProblem, Words } from '../problem.js';
import type { SourceText } from '../scenario.js';
import * as wording from '../wording.js';
import type { LoadText } from './extend.js';
import type { LocatedEntry, LocatedMap, LocatedNode, LocatedScalar, Path } from './located-tree.js';

/** A tree whose tables of measurements have become lists of values, the tables' texts, and what was wrong. */
export interface ImportedTables {
  readonly tree: LocatedMap;
  readonly sources: readonly SourceText[];
  readonly problems: readonly PlacedProblem[];
}

/**
 * Replaces every `empirical: { file, column, unit }` by `empirical: { values }`, each value standing where the table
 * has it: a negative number in a table is then a problem of that line of the table.
 */
export function importTables(tree: LocatedMap, load: LoadText): ImportedTables {
  const importing = new TableImport(load);
  return { tree: importing.map(tree, []), sources: [...importing.sources.values()], problems: importing.problems };
}

class TableImport {
  readonly sources = new Map<string, SourceText>();
  readonly problems: PlacedProblem[] = [];

  constructor(private readonly load: LoadText) {}

  map(map: LocatedMap, path: Path): LocatedMap {
    const entries = new Map<string, LocatedEntry>();
    for (const [name, { key, value }] of map.entries) {
      const here = [...path, name];
      const isTable =
        name === 'empirical' && value.kind === 'map' && value.entries.get('file')?.value.kind === 'scalar';
      entries.set(name, { key, value: isTable ? this.table(value, here) : this.node(value, here) });
    }
    return { ...map, entries };
  }

  private node(node: LocatedNode, path: Path): LocatedNode {
    if (node.kind === 'map') return this.map(node, path);
    if (node.kind === 'scalar') return node;
    return { ...node, items: node.items.map((item, index) => this.node(item, [...path, index])) };
  }

  private table(map: LocatedMap, path: Path): LocatedMap {
    const file = map.entries.get('file')?.value as LocatedScalar;
    const column = map.entries.get('column');
    const refuse = (node: LocatedNode, key: string, words: Words): LocatedMap => {
      this.problems.push(problemAt(node.place, [...path, key], words));
      return map;
    };
    if (column?.value.kind !== 'scalar') return refuse(file, 'file', wording.tableNeeds('column'));
    const source = this.load(String(file.value), file.place.source.file);
    if (source === undefined) {
      return refuse(file, 'file', wording.tableNotFound(String(file.value), file.place.source.file));
    }
    this.sources.set(source.file, source);
    const read = readColumn(source, String(column.value.value), textOf(map, 'unit'));
    if (read.kind === 'malformed') return refuse(file, 'file', read.words);
    if (read.kind === 'no-column') return refuse(column.value, 'column', read.words);
    const values: LocatedEntry = {
      key: column.key,
      value: { kind: 'list', place: column.value.place, items: read.cells },
    };
    const others = [...map.entries].filter(([name]) => !['file', 'column', 'unit'].includes(name));
    return { ...map, entries: new Map([...others, ['values', values]]) };
  }
}

type ColumnRead =
  | { readonly kind: 'cells'; readonly cells: readonly LocatedScalar[] }
  | { readonly kind: 'malformed'; readonly words: Words }
  | { readonly kind: 'no-column'; readonly words: Words };

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readColumn(source: SourceText, column: string, unit: string | undefined): ColumnRead {
  const rows = rowsOf(source);
  if ('message' in rows) return { kind: 'malformed', words: wording.tableMalformed(rows.message) };
  const headings = rows[0]?.record ?? [];
  const heading = headings.find((text) => text === column) ?? headings.find((text) => stemOf(text) === column);
  if (heading === undefined) return { kind: 'no-column', words: wording.columnMissing(column, headings) };
  const position = headings.indexOf(heading);
  const cellUnit = unit ?? unitOf(heading);
  const cells = rows.slice(1).flatMap(({ record, info }) => {
    const text = record[position]?.trim() ?? '';
    return text === '' ? [] : [cell(source, info.lines, text, cellUnit)];
  });
  return cells.length === 0 ? { kind: 'no-column', words: wording.columnEmpty(column) } : { kind: 'cells', cells };
}

function rowsOf(source: SourceText): readonly Row[] | { readonly message: string } {
  try {
    const options = { info: true, bom: true, skip_empty_lines: true, trim: true, comment: '#' } as const;
    return parse(source.text, options) as unknown as Row[];
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

/** A bare number takes the unit of its column; a cell with a unit of its own keeps it. */
function cell(source: SourceText, line: number, text: string, unit: string | undefined): LocatedScalar {
  const isBare = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);
  const start = source.text.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0);
  const lineBreak = source.text.indexOf('\n', start);
  const value = isBare && unit === undefined ? Number(text) : isBare ? `${text} ${String(unit)}` : text;
  const end = lineBreak < 0 ? source.text.length : lineBreak;
  return { kind: 'scalar', place: { source, start, end }, value };
}

const UNIT_SUFFIX = /_(seconds|second|s|minutes|minute|min|hours|hour|h|days|day|d|ms|milliseconds|bytes)$/;

function stemOf(heading: string): string {
  return heading.replace(UNIT_SUFFIX, '');
}

function unitOf(heading: string): string | undefined {
  const suffix = UNIT_SUFFIX.exec(heading)?.[1];
  return suffix === 'bytes' ? 'B' : suffix;
}

function textOf(map: LocatedMap, key: string): string | undefined {
  const value = map.entries.get(key)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}
