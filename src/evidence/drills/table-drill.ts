import type { Words } from '../../scenario/problem.js';
import { instant, type Instant } from '../../units/quantity.js';
import type { Drill, DrilledAttempt, DrilledStep, Measured } from './drill.js';
import { brokenDrillRules } from './drill-rules.js';
import { ATTEMPT_OUTCOMES, DRILL_ENDS, DRILL_KINDS } from './drill-shape.js';
import * as wording from './drill-wording.js';
import { readInstantCell, readMeasuredCell, readWordCell, type CellRead } from './table-cells.js';

/** What all rows of a table share: the place and the unit of each column, by its heading without the unit. */
export interface TableColumns {
  readonly places: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, number | undefined>;
  /** Headings of what is said of a drill as a whole. */
  readonly ofDrill: readonly string[];
  readonly refuse: (line: number, heading: string, words: Words) => void;
}

/** A row of a table of drills. */
export interface TableRow {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Stands for an instant that was refused; no drill is made of it. */
const NEVER = instant(0);
const UNPAUSED: Measured = { seconds: 0, isCensored: false };

/** Puts a drill together from its rows. */
export class TableDrill {
  readonly #name: string;
  readonly #columns: TableColumns;
  readonly #given = new Map<string, { readonly text: string; readonly line: number }>();
  readonly #steps = new Map<string, { readonly attempts: DrilledAttempt[]; readonly lines: number[] }>();
  #firstLine = 0;
  #isWhole = true;

  constructor(name: string, columns: TableColumns) {
    this.#name = name;
    this.#columns = columns;
  }

  add(row: TableRow): void {
    if (this.#firstLine === 0) this.#firstLine = row.line;
    for (const heading of this.#columns.ofDrill) {
      const text = this.#text(row, heading);
      if (text !== '') this.#note(heading, text, row.line);
    }
    const step = this.#text(row, 'step');
    if (step === '') return;
    const attempt = this.#attemptOf(row);
    if (attempt === undefined) return;
    const known = this.#steps.get(step) ?? { attempts: [], lines: [] };
    known.attempts.push(attempt);
    known.lines.push(row.line);
    this.#steps.set(step, known);
  }

  /** The drill; none where something is wrong with it, which is then told. */
  assembled(): readonly Drill[] {
    const began = this.#required('began', readInstantCell);
    const kind = this.#required('kind', (text) => readWordCell(text, DRILL_KINDS));
    const ended = this.#read('ended', (text) => readWordCell(text, DRILL_ENDS));
    const rto = this.#measured('rto');
    const rtt = this.#measured('rtt');
    const surfaces = [...this.#given.keys()].filter((heading) => heading.startsWith('rpo.'));
    const rpo = surfaces.map((heading) => [heading.slice(4), this.#measured(heading)] as const);
    const incident = this.#given.get('incident')?.text;
    const failures = this.#given.get('failures')?.text;
    if (began === undefined || kind === undefined || !this.#isWhole) return [];
    const drill: Drill = {
      name: this.#name,
      kind,
      began,
      environment: this.#given.get('environment')?.text ?? '',
      ...(incident === undefined ? {} : { incident }),
      restored: (this.#given.get('restored')?.text ?? '').split(/[\s;]+/).filter((surface) => surface !== ''),
      ended: ended ?? 'completed',
      achieved: {
        ...(rto === undefined ? {} : { rto }),
        ...(rtt === undefined ? {} : { rtt }),
        rpo: Object.fromEntries(rpo.flatMap(([surface, value]) => (value === undefined ? [] : [[surface, value]]))),
      },
      steps: [...this.#steps].map(([name, { attempts }]): DrilledStep => ({ name, attempts })),
      failures: failures === undefined ? [] : [failures],
      note: '',
    };
    const broken = brokenDrillRules(drill);
    for (const { path, words } of broken) {
      const [section, step, attempt] = path;
      const heading = section === 'achieved' ? step : (path.at(3) ?? 'step');
      const line = this.#steps.get(String(step))?.lines[Number(attempt)];
      this.#columns.refuse(line ?? this.#firstLine, String(heading), words);
    }
    return broken.length > 0 ? [] : [drill];
  }

  #text({ cells }: TableRow, heading: string): string {
    const place = this.#columns.places.get(heading);
    return place === undefined ? '' : (cells.at(place) ?? '');
  }

  #note(heading: string, text: string, line: number): void {
    const first = this.#given.get(heading);
    if (first === undefined) this.#given.set(heading, { text, line });
    else if (first.text !== text) this.#refuse(line, heading, wording.otherCell(heading, this.#name));
  }

  #refuse(line: number, heading: string, words: Words): void {
    this.#columns.refuse(line, heading, words);
    this.#isWhole = false;
  }

  #attemptOf(row: TableRow): DrilledAttempt | undefined {
    for (const heading of ['start', 'end']) {
      if (this.#text(row, heading) === '') this.#refuse(row.line, heading, wording.emptyCell(heading));
    }
    const start = this.#cell<Instant>(row, 'start', readInstantCell, NEVER);
    const end = this.#cell<Instant>(row, 'end', readInstantCell, NEVER);
    const outcome = this.#cell(row, 'outcome', (text) => readWordCell(text, ATTEMPT_OUTCOMES), 'done');
    const paused = this.#cell<Measured>(row, 'paused', readMeasuredCell, UNPAUSED).seconds;
    return this.#isWhole ? { start, end, outcome, paused, note: this.#text(row, 'note') } : undefined;
  }

  /** What stands in a cell; `otherwise` for an empty one, and for one that is refused. */
  #cell<Value>(
    row: TableRow,
    heading: string,
    read: (text: string, unit: number | undefined) => CellRead<Value>,
    otherwise: Value,
  ): Value {
    const text = this.#text(row, heading);
    if (text === '') return otherwise;
    const cell = read(text, this.#columns.units.get(heading));
    if ('value' in cell) return cell.value;
    this.#refuse(row.line, heading, cell.words);
    return otherwise;
  }

  #required<Value>(heading: string, read: (text: string) => CellRead<Value>): Value | undefined {
    if (!this.#given.has(heading)) this.#refuse(this.#firstLine, heading, wording.emptyCell(heading));
    return this.#read(heading, read);
  }

  #measured(heading: string): Measured | undefined {
    return this.#read(heading, (text) => readMeasuredCell(text, this.#columns.units.get(heading)));
  }

  #read<Value>(heading: string, read: (text: string) => CellRead<Value>): Value | undefined {
    const given = this.#given.get(heading);
    if (given === undefined) return undefined;
    const cell = read(given.text);
    if ('value' in cell) return cell.value;
    this.#refuse(given.line, heading, cell.words);
    return undefined;
  }
}
