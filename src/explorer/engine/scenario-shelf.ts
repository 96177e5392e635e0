import { formatProblem, readScenario, type ReadResult } from '../../scenario/read-scenario.js';
import type { SourceText } from '../../scenario/scenario.js';
import type { Problem } from '../../scenario/problem.js';
import type { LoadText } from '../../scenario/document/extend.js';
import type { AskedScenario, ShownProblem, Texts } from './protocol.js';

/** The scenarios that come with Drillcast, and how a text finds what it refers to. */
export class ScenarioShelf {
  /** Kept as objects, each of which is parsed once. */
  readonly #shipped: ReadonlyMap<string, SourceText>;
  readonly #names: readonly string[];

  /** @param shipped by the names that `extends` takes: `patterns/hot-cold`. */
  constructor(shipped: Texts) {
    this.#shipped = new Map(Object.entries(shipped).map(([file, text]) => [file, { file, text }]));
    this.#names = Object.keys(shipped);
  }

  /** Whether a text is that of the shipped scenario of its name, unchanged. */
  isShipped({ file, text }: SourceText): boolean {
    return this.#shipped.get(file)?.text === text;
  }

  /** Reads a scenario as the command line does: the same problems at the same places. */
  read({ name, text, files }: AskedScenario): ReadResult {
    return readScenario(text, { file: name, load: this.loaderOf(files), patterns: this.#names });
  }

  /**
   * A reference is a path from the file in which it stands, or else the name of what comes with Drillcast. Files that were
   * dropped have no folder; there their names alone are looked for as well.
   */
  loaderOf(files: Texts): LoadText {
    return (reference, from) => {
      const beside = joined(from, reference);
      for (const name of [beside, reference, lastPart(reference)]) {
        if (Object.hasOwn(files, name)) return { file: name, text: files[name] };
      }
      return this.#shipped.get(beside.replace(/\.yaml$/, '')) ?? this.#shipped.get(reference);
    };
  }
}

/** A problem as the page needs it. */
export function shownProblem(problem: Problem): ShownProblem {
  const { file, line, column, length, path, expected, found, mend } = problem;
  return {
    file,
    line,
    column,
    length,
    path,
    message: `expected ${expected}, found ${found}${mend === undefined ? '' : `; mend: ${mend}`}`,
    text: formatProblem(problem),
  };
}

/** `tables/x.csv` from `scenarios/a.yaml` is `scenarios/tables/x.csv`. */
function joined(from: string, reference: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of reference.split('/')) {
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function lastPart(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
