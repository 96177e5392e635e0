import { assembleScenario } from './assemble/assemble-scenario.js';
import { openExtended } from './document/extend.js';
import type { LoadText } from './document/extend.js';
import { importTables } from './document/import-tables.js';
import { plainData } from './document/located-tree.js';
import { withoutEchoes } from './echoes.js';
import { locate, problemOf } from './problem.js';
import type { PlacedProblem, Problem } from './problem.js';
import { provenanceOf } from './provenance-of.js';
import { brokenRules } from './rules/broken-rules.js';
import { strayNames } from './rules/strays.js';
import type { Scenario, SourceText } from './scenario.js';
import { complaintsOf } from './shape/complaints-of-issues.js';
import { scenarioShape } from './shape/scenario-shape.js';

export { formatProblem, styleProblem } from './format-problem.js';

/** A checked scenario, or everything that is wrong with the file, in the order of its lines (the first thousand). */
export type ReadResult =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

export interface ReadOptions {
  /** The name of the file, as problems should give it. */
  readonly file: string;
  /** Finds what the file refers to; undefined when there is no such text, which is then a problem of the file. */
  readonly load: LoadText;
  /** Names that `load` knows wherever they stand, to be offered for one that is near; none, when absent. */
  readonly patterns?: readonly string[];
}

/**
 * Reads a scenario file: its YAML, what it extends, the tables it draws from, the shape of every value, and whether
 * everything that it names exists. All problems are found at once; none is guessed away.
 */
export function readScenario(text: string, { file, load, patterns = [] }: ReadOptions): ReadResult {
  const opened = openExtended({ file, text }, load, patterns);
  if (opened.tree === undefined) return refused(opened.problems, opened.sources);

  const { tree, sources, problems } = importTables(opened.tree, load);
  const data = plainData(tree);
  const shaped = scenarioShape.safeParse(data);
  const complaints = [...complaintsOf(shaped.error?.issues ?? []), ...brokenRules(data), ...strayNames(data, tree)];
  const found = [
    ...opened.problems,
    ...problems,
    ...withoutEchoes(complaints, tree).map((complaint) => locate(complaint, tree)),
  ];

  const allSources = [...opened.sources, ...sources];
  if (found.length > 0 || !shaped.success) return refused(found, allSources);
  const scenario = assembleScenario(shaped.data, { provenance: provenanceOf(tree), sources: allSources });
  return { kind: 'scenario', scenario };
}

/** Nobody mends more in one go, and a hostile file could have a hundred thousand. */
const MOST_PROBLEMS = 1000;

/** Problems in the order of their places, each place and word once: an alias may bring the same text twice. */
function refused(found: readonly PlacedProblem[], sources: readonly SourceText[]): ReadResult {
  const order = new Map(sources.map((source, index) => [source.file, index]));
  const rank = ({ place }: PlacedProblem) => order.get(place.source.file) ?? sources.length;
  const sorted = [...found].sort((a, b) => rank(a) - rank(b) || a.place.start - b.place.start);
  const distinct = new Map<string, PlacedProblem>();
  for (const problem of sorted) {
    const saying = sayingOf(problem);
    if (!distinct.has(saying)) distinct.set(saying, problem);
  }
  return { kind: 'problems', problems: [...distinct.values()].slice(0, MOST_PROBLEMS).map(problemOf) };
}

/** What two problems share when they say the same of the same place. */
function sayingOf({ place, words }: PlacedProblem): string {
  return JSON.stringify([place.source.file, place.start, words.expected, words.found]);
}
