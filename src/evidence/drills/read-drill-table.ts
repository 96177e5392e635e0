import { parse } from 'csv-parse/sync';
import { problemAt } from '../../scenario/problem.js';
import type { PlacedProblem, Words } from '../../scenario/problem.js';
import type { SourceText } from '../../scenario/scenario.js';
import type { Drill } from './drill.js';
import * as wording from './drill-wording.js';
import { headingOf } from './table-cells.js';
import { placeOfCell } from './table-place.js';
import { TableDrill, type TableColumns, type TableRow } from './table-drill.js';

/** Columns that may be there, of the drill and of an attempt; besides, `rpo.<surface>` for any surface. */
const OF_DRILL = ['drill', 'kind', 'began', 'environment', 'incident', 'restored', 'ended', 'rto', 'rtt', 'failures'];
const OF_ATTEMPT = ['step', 'start', 'end', 'outcome', 'paused', 'note'];
const REQUIRED = ['drill', 'kind', 'began'];

/**
 * Reads a table of many drills: a row per attempt at a step. What is said of the drill itself stands in its first row
 * and may be left out, or repeated, in the others. The rows of a drill need not follow each other. Rows are read one by
 * one and not kept, so that a million of them fit.
 *
 * @param most no more problems than this are looked for.
 */
export function readDrillTable(
  source: SourceText,
  most: number,
): { readonly drills: readonly Drill[] } | { readonly problems: readonly PlacedProblem[] } {
  const table = new DrillTable(source, most);
  try {
    parse(source.text, {
      bom: true,
      skip_empty_lines: true,
      trim: true,
      comment: '#',
      comment_no_infix: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        table.row(cells, lines);
        return null;
      },
    });
  } catch (error) {
    const whole = { source, start: 0, end: 0 };
    return {
      problems: [problemAt(whole, [], wording.tableFault(error instanceof Error ? error.message : String(error)))],
    };
  }
  return table.end();
}

class DrillTable {
  readonly #source: SourceText;
  readonly #most: number;
  readonly #drills = new Map<string, TableDrill>();
  readonly #problems: PlacedProblem[] = [];
  #columns: TableColumns | undefined;

  constructor(source: SourceText, most: number) {
    this.#source = source;
    this.#most = most;
  }

  row(cells: readonly string[], line: number): void {
    if (this.#columns === undefined) this.#columns = this.#readHeadings(cells, line);
    else if (this.#problems.length < this.#most) this.#readRow(this.#columns, { line, cells });
  }

  end(): { readonly drills: readonly Drill[] } | { readonly problems: readonly PlacedProblem[] } {
    if (this.#drills.size === 0 && this.#problems.length === 0) this.#complain(1, 0, wording.emptyTable());
    const drills = [...this.#drills.values()].flatMap((drill) =>
      this.#problems.length >= this.#most ? [] : drill.assembled(),
    );
    return this.#problems.length > 0 ? { problems: this.#problems } : { drills };
  }

  #readHeadings(cells: readonly string[], line: number): TableColumns {
    const headings = cells.map(headingOf);
    const names = headings.map(({ name }) => name);
    names.forEach((name, column) => {
      if (names.indexOf(name) < column) this.#complain(line, column, wording.headingTwice(name));
      else if (![...OF_DRILL, ...OF_ATTEMPT].includes(name) && !/^rpo\../.test(name)) {
        this.#complain(line, column, wording.unknownHeading(name, [...OF_DRILL, ...OF_ATTEMPT]));
      }
    });
    for (const name of REQUIRED) if (!names.includes(name)) this.#complain(line, 0, wording.noHeading(name));
    const places = new Map(names.map((name, column) => [name, column]));
    return {
      places,
      units: new Map(headings.map(({ name, unit }) => [name, unit])),
      ofDrill: names.filter((name) => name !== 'drill' && (OF_DRILL.includes(name) || name.startsWith('rpo.'))),
      refuse: (row, heading, words) => this.#complain(row, places.get(heading) ?? 0, words, heading),
    };
  }

  #readRow(columns: TableColumns, row: TableRow): void {
    if (row.cells.length > columns.places.size) {
      this.#complain(row.line, columns.places.size, wording.cellTooMany(columns.places.size));
      return;
    }
    const place = columns.places.get('drill');
    if (place === undefined) return;
    const name = row.cells.at(place) ?? '';
    if (name === '') {
      columns.refuse(row.line, 'drill', wording.emptyCell('drill'));
      return;
    }
    const known = this.#drills.get(name);
    const drill = known ?? new TableDrill(name, columns);
    if (known === undefined) this.#drills.set(name, drill);
    drill.add(row);
  }

  #complain(line: number, column: number, words: Words, heading?: string): void {
    if (this.#problems.length >= this.#most) return;
    const place = placeOfCell(this.#source, line, column);
    this.#problems.push(problemAt(place, heading === undefined ? [] : [heading], words));
  }
}
