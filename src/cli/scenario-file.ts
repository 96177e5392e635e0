import { createHash } from 'node:crypto';
import { dirname, join, relative, sep } from 'node:path';
import { readScenario, styleProblem, type ReadResult } from '../scenario/read-scenario.js';
import type { Style } from '../report/style.js';
import { isStated } from '../scenario/is-stated.js';
import { nearestName } from '../scenario/nearest-name.js';
import { placeOf, type TextPlace } from '../scenario/place-of.js';
import type { Problem } from '../scenario/problem.js';
import type { Scenario, SourceText } from '../scenario/scenario.js';
import { Refusal } from './refusal.js';
import { styleFor } from './terminal-style.js';
import type { FileStore, World } from './world.js';

/**
 * Reads a scenario by its path, or by the name of one that comes with Drillcast.
 *
 * @param edit what is read instead of the text of the file itself.
 * @throws Refusal when there is neither, or a file that it refers to cannot be read.
 */
export function readScenarioFile(
  name: string,
  files: FileStore,
  edit: (text: string) => string = (text) => text,
): ReadResult {
  const shelf = new Shelf(name, findScenario(name, files), files);
  return readFromShelf(shelf, edit(shelf.first.text), files);
}

function readFromShelf(shelf: Shelf, text: string, files: FileStore): ReadResult {
  return readScenario(text, {
    file: shelf.first.file,
    load: (reference, from) => shelf.load(reference, from),
    patterns: shippedNames(files),
  });
}

/** A scenario as it was read, problems or none, with the texts that it was read from. */
export interface ReadWithTexts {
  readonly read: ReadResult;
  /** By their paths as they were found, in the order in which they were; what comes with Drillcast is left out. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads a scenario and keeps the texts, for who hands both on. A text is kept by the path that leads to it from the file
 * that names it, so that the references in them lead to each other wherever the texts go together.
 *
 * @throws Refusal as `readScenarioFile`.
 */
export function readWithTexts(name: string, files: FileStore): ReadWithTexts {
  const shelf = new Shelf(name, findScenario(name, files), files);
  const { first, texts } = shelf;
  return { read: readFromShelf(shelf, first.text, files), texts };
}

/** Where a scenario that was read without problems says what stands at these keys. */
export function placeInScenario(name: string, files: FileStore, path: readonly string[]): TextPlace | undefined {
  const shelf = new Shelf(name, findScenario(name, files), files);
  return placeOf(shelf.first.text, { file: name, load: (reference, from) => shelf.load(reference, from) }, path);
}

/** Whether a scenario that was read without problems says something at these keys. */
export function isInScenario(name: string, files: FileStore, path: readonly string[]): boolean {
  const shelf = new Shelf(name, findScenario(name, files), files);
  return isStated(shelf.first.text, { file: name, load: (reference, from) => shelf.load(reference, from) }, path);
}

/**
 * Reads a scenario for a command that cannot go on with problems.
 *
 * @throws Refusal, worded as all the problems of the file, when it has any.
 */
export function openScenario(name: string, world: World, edit?: (text: string) => string): Scenario {
  const read = readScenarioFile(name, world.files, edit);
  if (read.kind === 'problems') throw new Refusal(problemsText(read.problems, styleFor(world.stderr, world)));
  return read.scenario;
}

/** The problems of a file as a reader of a terminal wants them. */
export function problemsText(problems: readonly Problem[], { bold, red, green }: Style): string {
  return problems.map((problem) => styleProblem(problem, { place: bold, caret: red, mend: green })).join('\n\n');
}

/** SHA-256, in hexadecimal, of all the texts that the scenario was read from, in the order of `sources`. */
export function sha256Of({ sources }: Scenario): string {
  const hash = createHash('sha256');
  for (const { text } of sources) hash.update(text);
  return hash.digest('hex');
}

function findScenario(name: string, files: FileStore): string {
  if (files.isFile(name)) return name;
  const shipped = join(files.shippedScenarios, `${name}.yaml`);
  if (files.isFile(shipped)) return shipped;
  if (files.isFolder(name)) throw new Refusal(`${name}: this is a folder`, 'give the path of a scenario file in it');
  const names = shippedNames(files);
  const nearest = nearestName(name, names);
  throw new Refusal(
    `${name}: there is no such file, and Drillcast brings no scenario of that name`,
    nearest === undefined ? `give the path of a file, or one of ${names.join(', ')}` : `did you mean "${nearest}"?`,
  );
}

/** What comes with Drillcast, by the names that `run` and `extends` take: `dalp-hot-cold`, `patterns/hot-cold`. */
function shippedNames(files: FileStore): readonly string[] {
  const entries = files.list(files.shippedScenarios).filter((entry) => entry.endsWith('.yaml'));
  return entries.map((entry) => entry.replaceAll(sep, '/').replace(/\.yaml$/, ''));
}

/** The files of one scenario, under the names by which problems speak of them. */
class Shelf {
  readonly first: SourceText;
  /** What was opened by its path, and not by the name of what comes with Drillcast. */
  readonly texts = new Map<string, string>();
  readonly #files: FileStore;
  readonly #paths = new Map<string, string>();

  constructor(name: string, path: string, files: FileStore) {
    this.#files = files;
    this.first = this.#open(name, path);
    if (name === path) this.texts.set(path, this.first.text);
  }

  /** A reference is a path from the file in which it stands, or else the name of what comes with Drillcast. */
  load(reference: string, from: string): SourceText | undefined {
    const fromPath = this.#paths.get(from) ?? from;
    const own = join(dirname(fromPath), reference);
    const path = [own, join(this.#files.shippedScenarios, `${reference}.yaml`)].find((one) => this.#files.isFile(one));
    if (path === undefined) return undefined;
    const opened = this.#open(this.#nameOf(path), path);
    // What comes with Drillcast refers to its neighbours by paths, too: wherever it goes, they are there.
    if (path === own && this.texts.has(fromPath)) this.texts.set(path, opened.text);
    return opened;
  }

  #open(name: string, path: string): SourceText {
    this.#paths.set(name, path);
    return { file: name, text: this.#files.read(path) };
  }

  /** What comes with Drillcast goes by its name, which is the same on every machine. */
  #nameOf(path: string): string {
    const inside = relative(this.#files.shippedScenarios, path);
    return inside.startsWith('..') ? path : inside.replaceAll(sep, '/').replace(/\.yaml$/, '');
  }
}
