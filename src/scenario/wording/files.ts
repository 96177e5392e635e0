import type { Words } from '../problem.js';
import { meant } from './phrases.js';

/** Problems of a file as a whole, of its YAML, and of what it extends. */

export const fileTooLong = (length: number, longest: number): Words => ({
  expected: `a file of at most ${String(longest)} characters`,
  found: `${String(length)} characters`,
});

/** What the YAML parser says, in our words where its own need a specialist. */
export function malformedYaml(code: string, message: string): Words {
  const known = YAML_FAULTS[code];
  if (known !== undefined) return known;
  return { expected: 'well-formed YAML', found: `a fault: ${message.replace(/\s+/g, ' ')}` };
}

const YAML_FAULTS: Readonly<Partial<Record<string, Words>>> = {
  TAB_AS_INDENT: { expected: 'blanks as indentation', found: 'a tab', mend: 'replace each tab by two blanks' },
  MULTIPLE_DOCS: { expected: 'one scenario', found: 'a second document', mend: 'remove "---" and what follows it' },
  TAG_RESOLVE_FAILED: { expected: 'a plain value', found: 'a YAML tag', mend: 'remove the word that begins with "!"' },
};

/** A cron expression that begins with a star, which YAML takes for the name of an anchor. */
export const unquotedCron = (expression: string): Words => ({
  expected: 'quotes around a text that begins with "*"',
  found: 'none',
  mend: `put it in quotes: "${expression}"`,
});

export const aliasWithoutAnchor = (): Words => ({
  expected: 'the name of an anchor after "*"',
  mend: 'write "&name" before a value above, or put the text in quotes',
});

export const aliasOfItself = (): Words => ({
  expected: 'an alias of another value',
  found: 'an alias of the value that it is part of',
  mend: 'write the value out',
});

export const noScenario = (isEmpty: boolean): Words => ({
  expected: 'a scenario, a map of keys and values',
  found: isEmpty ? 'an empty file' : 'something else',
  mend: 'begin with "drillcast: 1"',
});

export const tooManyValues = (most: number, deepest: number): Words => ({
  expected: `at most ${String(most)} values, nested at most ${String(deepest)} deep`,
  found: 'more',
});

export const unusableKey = (): Words => ({ expected: 'a key that is a plain word' });

export const duplicateKey = (firstLine: number): Words => ({
  expected: 'each key once',
  found: `the same key as in line ${String(firstLine)}`,
  mend: 'remove one of the two',
});

export const mergeOfNoMap = (): Words => ({
  expected: 'the alias of a map after "<<"',
  found: 'something else',
  mend: 'write "<<: *name", where "&name" stands before a map',
});

export const nothingToRemove = (key: string): Words => ({
  expected: `a value for "${key}"`,
  found: 'nothing, and nothing is inherited that it could remove',
  mend: 'remove the key, or write {} for a map without keys',
});

export const versionMissing = (version: number): Words => ({
  expected: `the key "drillcast": the version of the language`,
  found: 'none',
  mend: `begin the file with "drillcast: ${String(version)}"`,
});

export const versionUnknown = (version: number): Words => ({
  expected: `${String(version)}, the version of the language that this program reads`,
  mend: `write "drillcast: ${String(version)}", or use a newer Drillcast`,
});

export const extendsNoText = (): Words => ({
  expected: 'one file or pattern to build on',
  mend: 'write "patterns/hot-cold", or a path such as "./base.yaml"',
});

export const fileNotFound = (reference: string, from: string, patterns: readonly string[]): Words => ({
  expected: 'a file or pattern that exists',
  found: `nothing at "${reference}", as seen from ${from}`,
  mend: 'write a path that is relative to this file ("./base.yaml") or the name of a pattern',
  ...meant(reference, patterns),
});

export const extendsCycle = (files: readonly string[]): Words => ({
  expected: 'a file that does not lead back here',
  found: files.join(' → '),
  mend: 'remove one "extends" of the circle',
});

export const tableNeeds = (key: string): Words => ({
  expected: `the key "${key}" beside the other of "file" and "column"`,
  found: 'none',
});

export const tableMalformed = (message: string): Words => ({
  expected: 'a table of comma-separated values with one line of headings',
  found: `a fault: ${message.replace(/\s+/g, ' ')}`,
});

export const columnMissing = (column: string, columns: readonly string[]): Words => ({
  expected: `a column of the table (${columns.join(', ')})`,
  found: `"${column}"`,
  ...meant(column, columns),
});

export const tableNotFound = (reference: string, from: string): Words => ({
  expected: 'a table that exists',
  found: `nothing at "${reference}", as seen from ${from}`,
  mend: 'write a path that is relative to this file',
});

export const columnEmpty = (column: string): Words => ({
  expected: `at least one value in column "${column}"`,
  found: 'none',
});
