import type { z } from 'zod';
import type { Path } from '../../scenario/document/located-tree.js';
import type { Problem, Words } from '../../scenario/problem.js';
import type { SourceText } from '../../scenario/scenario.js';
import type { Instant } from '../../units/quantity.js';
import type { Remark } from './backup-log.js';
import { readInstant, type ReadInstant } from './text/read-instant.js';
import { textProblem } from './text/text-problem.js';
import type { ToolDocument } from './text/tool-document.js';

/** Nobody mends more in one go, and every record of a file of another kind would have its own. */
const MOST_PROBLEMS = 20;

/**
 * The reading of one file by one reader: what is wrong with it, what had to be assumed, and the time zone of times that
 * have none.
 */
export class ToolReading {
  readonly problems: Problem[] = [];
  readonly #remarks = new Map<string, number>();

  constructor(
    readonly document: ToolDocument,
    /** The time zone in which times without one are read. */
    readonly timezone: string,
  ) {}

  get source(): SourceText {
    return this.document.source;
  }

  /** What was assumed, each sentence once, with how often it was needed. */
  get remarks(): readonly Remark[] {
    return [...this.#remarks].map(([text, times]) => ({ file: this.source.file, text, times }));
  }

  /** Notes what was assumed, in a sentence. */
  remark(text: string): void {
    this.#remarks.set(text, (this.#remarks.get(text) ?? 0) + 1);
  }

  /** Notes a problem with the value at a path of the document. */
  problem(path: Path, words: Words): void {
    if (this.problems.length >= MOST_PROBLEMS || this.document.kind !== 'objects') return;
    const [, ...shown] = path;
    this.problems.push(textProblem(this.source, this.document.placeOf(path), shown, words));
  }

  /** The value when it has a shape; else undefined, and every difference is a problem. */
  shaped<Shape extends z.ZodType>(value: unknown, path: Path, shape: Shape, hint: string): z.infer<Shape> | undefined {
    const result = shape.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues.slice(0, MOST_PROBLEMS)) {
      const here = [...path, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
      this.problem(here, { ...wordsOf(issue, valueAt(value, issue.path)), mend: hint });
    }
    return undefined;
  }

  /** The instant at a path; undefined when there is none, and also, with a problem, when it cannot be read. */
  instant(value: string | number | null | undefined, path: Path): Instant | undefined {
    if (value === undefined || value === null || value === '') return undefined;
    const read = readInstant(value, this.timezone);
    if (read === undefined) {
      this.problem(path, { expected: 'a date with its time, or seconds since 1970' });
      return undefined;
    }
    return this.#zoned(read);
  }

  /** The instant in a cell of a table; undefined when it is empty or cannot be read, which is for the caller to tell. */
  cellInstant(cell: string): Instant | undefined {
    const read = cell === '' ? undefined : readInstant(cell, this.timezone);
    return read === undefined ? undefined : this.#zoned(read);
  }

  #zoned({ at, isZoned }: ReadInstant): Instant {
    if (!isZoned) this.remark(`Times without a time zone are read in ${this.timezone}; --timezone says another.`);
    return at;
  }
}

/** What was wanted in place of what is there, in our words. */
function wordsOf(issue: z.core.$ZodIssue, found: unknown): Words {
  const name = String(issue.path.at(-1) ?? 'the document');
  const expected = issue.code === 'invalid_type' ? (SORTS[issue.expected] ?? issue.expected) : expectedOf(issue);
  if (found === undefined) return { expected: `the key "${name}": ${expected}`, found: 'none' };
  return { expected, found: describe(found) };
}

function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(' or ');
  if (issue.code !== 'invalid_union') return issue.message;
  const sorts = issue.errors.flat().map((inner) => (inner.code === 'invalid_type' ? SORTS[inner.expected] : undefined));
  return [...new Set(sorts.filter((sort) => sort !== undefined))].join(' or ') || 'another value';
}

const SORTS: Readonly<Record<string, string | undefined>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
  null: 'null',
};

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, step) =>
      typeof found === 'object' && found !== null ? (found as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}

const LONGEST_QUOTE = 40;

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return JSON.stringify(value).slice(0, LONGEST_QUOTE);
}
