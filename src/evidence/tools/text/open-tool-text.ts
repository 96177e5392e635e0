import { parse } from 'csv-parse/sync';
import { isCollection, isNode, parseAllDocuments, type Document } from 'yaml';
import type { Path } from '../../../scenario/document/located-tree.js';
import type { Problem } from '../../../scenario/problem.js';
import type { SourceText } from '../../../scenario/scenario.js';
import { jsonFault, placeInJson, type Stretch } from './json-walk.js';
import { formMeantFor } from './plain-forms.js';
import { textProblem } from './text-problem.js';
import type { ToolDocument } from './tool-document.js';

/** A document, or why the text cannot be opened. */
export type OpenedText =
  | { readonly kind: 'document'; readonly document: ToolDocument }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** YAML is read with the place of every value, which takes some hundred bytes for each byte of text. */
const LONGEST_YAML = 32 * 2 ** 20;

/** Levels of nesting that YAML may have; what kubectl prints has some twenty. */
const DEEPEST_YAML = 100;

/** Aliases that a manifest may resolve to; kubectl prints none. */
const MOST_ALIASES = 100;

/**
 * Opens what a tool printed: JSON when it begins with a bracket, else YAML when it begins as manifests do, else a table
 * of comma-separated values.
 */
export function openToolText(given: SourceText): OpenedText {
  const source = given.text.startsWith('\u{FEFF}') ? { ...given, text: given.text.slice(1) } : given;
  const begin = /\S/.exec(source.text)?.index;
  if (begin === undefined) {
    const mend = 'look whether the tool wrote its output into this file, and its errors elsewhere';
    return refused(source, { start: 0, end: 0 }, { expected: 'the output of a backup tool', found: 'nothing', mend });
  }
  if (/[{[]/.test(source.text[begin])) return openJson(source);
  const meant = formMeantFor(source.text.slice(begin, begin + 2000));
  if (meant !== undefined) return refused(source, { start: begin, end: lineEnd(source.text, begin) }, meant);
  return /^(---|#|apiVersion:|items:|kind:|metadata:)/m.test(source.text.slice(begin, begin + 500))
    ? openYaml(source)
    : openTable(source);
}

function openJson(source: SourceText): OpenedText {
  const { text } = source;
  try {
    const root: unknown = JSON.parse(text);
    const placeOf = (path: Path): Stretch => placeInJson(text, path.slice(1));
    return { kind: 'document', document: { kind: 'objects', source, roots: [root], placeOf } };
  } catch {
    // Engines word this each in their own way and mostly without a place, so we look for it ourselves.
    const fault = jsonFault(text);
    if (fault === undefined) throw new RangeError(`openToolText: the engine refuses JSON that ${source.file} keeps to`);
    const isCut = fault.start >= text.trimEnd().length;
    const mend = isCut
      ? 'the file was cut off: write the output of the tool again'
      : 'write the output of the tool again, without what it prints beside it';
    return refused(source, fault, { expected: fault.expected, mend });
  }
}

function openYaml(source: SourceText): OpenedText {
  const { text } = source;
  if (text.length > LONGEST_YAML) {
    const expected = `at most ${String(LONGEST_YAML)} characters of YAML`;
    const mend = 'write it as JSON: kubectl get … -o json';
    return refused(source, { start: 0, end: 0 }, { expected, found: `${String(text.length)} characters`, mend });
  }
  const documents = parsedYaml(text);
  if (documents === undefined) {
    const mend = 'write it as kubectl does: kubectl get … -o yaml';
    return refused(source, { start: 0, end: 0 }, { expected: 'YAML of a usual depth', found: 'far deeper YAML', mend });
  }
  const error = documents.flatMap(({ errors }) => errors).at(0);
  if (error !== undefined) {
    const [start, end] = error.pos;
    return refused(source, { start, end }, { expected: 'YAML', found: error.message.split('\n')[0] });
  }
  const filled = documents.filter(({ contents }) => contents !== null);
  const roots = filled.map((document): unknown => document.toJS({ maxAliasCount: MOST_ALIASES }));
  const placeOf = ([root, ...path]: Path): Stretch => placeInYaml(filled[Number(root)], path);
  return { kind: 'document', document: { kind: 'objects', source, roots, placeOf } };
}

function parsedYaml(text: string): readonly Document[] | undefined {
  // The time that the parser takes grows with the square of the depth.
  if (isDeep(text)) return undefined;
  try {
    const documents = parseAllDocuments(text, { prettyErrors: false });
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    // The parser calls itself for each level; what goes deeper than the stack was not written by kubectl.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether brackets, or dashes on one line, are nested deeper than any manifest; texts with brackets in them count too. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > DEEPEST_YAML) return true;
  }
  return /(?:[-?:] ){100}/.test(text);
}

function placeInYaml(document: Document, path: Path): Stretch {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      const [start, end] = node.range;
      return { start, end: isCollection(node) ? start + 1 : end };
    }
  }
  const start = document.contents?.range?.[0] ?? 0;
  return { start, end: start + 1 };
}

/** Rows that are looked at before one is taken for the headings. */
const FIRST_ROW = { to: 1, bom: true, skip_empty_lines: true, trim: true, comment: '#', relax_column_count: true };

function openTable(source: SourceText): OpenedText {
  const expected = 'JSON, YAML or comma-separated values with a line of headings';
  const mend = 'ask the tool for JSON; the guide on importing lists the command of each';
  try {
    const [headings = []] = parse(source.text, FIRST_ROW);
    if (headings.length >= 2) return { kind: 'document', document: { kind: 'table', source, headings } };
  } catch {
    // What csv-parse cannot read is no table, and is told below as what it is.
  }
  return refused(source, { start: 0, end: lineEnd(source.text, 0) }, { expected, mend });
}

function refused(
  source: SourceText,
  at: Stretch,
  words: { readonly expected: string; readonly found?: string; readonly mend?: string },
): OpenedText {
  return { kind: 'problem', problem: textProblem(source, at, [], words) };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
