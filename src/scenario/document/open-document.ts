import { parseDocument } from 'yaml';
import type { YAMLError } from 'yaml';
import { problemAt } from '../problem.js';
import type { PlacedProblem, Words } from '../problem.js';
import type { SourceText } from '../scenario.js';
import * as wording from '../wording.js';
import type { LocatedMap, Place } from './located-tree.js';
import { TreeReading } from './tree-reading.js';
import { unquotedCronAt } from './unquoted-cron.js';

/** No scenario written by people is that long. */
const LONGEST_TEXT = 2 ** 20;

/** A file as a tree of located values, or without a tree when it cannot be read, and every problem met on the way. */
export interface OpenedDocument {
  readonly tree?: LocatedMap;
  readonly problems: readonly PlacedProblem[];
}

/**
 * Reads the YAML of one file. A file that is not well-formed gives no tree and one problem: what follows a broken line
 * cannot be trusted, and its problems would be noise. Nor can a file that has a key twice, of which every such key is
 * told. Warnings of the parser are problems too. Anchors, aliases and `<<` are resolved, so that every value stands where its text does.
 *
 * @param noMap what is said of a file that is no map, or empty: it depends on what the file was to be.
 */
export function openDocument(
  source: SourceText,
  noMap: (isEmpty: boolean) => Words = wording.noScenario,
): OpenedDocument {
  const whole: Place = { source, start: 0, end: 0 };
  if (source.text.length > LONGEST_TEXT) {
    return { problems: [problemAt(whole, [], wording.fileTooLong(source.text.length, LONGEST_TEXT))] };
  }
  const document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: false, strict: true, merge: false });
  if (document.errors.length > 0) return { problems: [malformed(document.errors[0], source)] };

  const reading = new TreeReading(document, source);
  const tree = reading.node(document.contents, [], whole);
  const problems = [...document.warnings.map((warning) => malformed(warning, source)), ...reading.problems];
  if (reading.isIncomplete) return { problems };
  if (tree.kind === 'map') return { tree, problems };
  return { problems: [...problems, problemAt(tree.place, [], noMap(source.text.trim() === ''))] };
}

function malformed(error: YAMLError, source: SourceText): PlacedProblem {
  const [start, end] = error.pos;
  const cron = unquotedCronAt(source, start);
  if (cron !== undefined) return problemAt(cron, [], wording.unquotedCron(source.text.slice(cron.start, cron.end)));
  return problemAt({ source, start, end: Math.max(start, end) }, [], wording.malformedYaml(error.code, error.message));
}
