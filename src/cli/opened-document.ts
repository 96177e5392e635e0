import { readDrills } from '../evidence/drills/read-drill.js';
import { drillFilesOf } from './drill-files.js';
import { problemsText, readWithTexts } from './scenario-file.js';
import { problemsOf } from './scenario-problems.js';
import { shownPaths } from './shown-paths.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

/** What the page of the explorer opens with. */
export interface OpenedDocument {
  /** The key of the scenario in `files`, or the name of one that comes with Drillcast, which the page has. */
  readonly name: string;
  /** The texts of the scenario and of what it refers to, besides what comes with Drillcast. */
  readonly files: Readonly<Record<string, string>>;
  /** The texts of drill files. */
  readonly drills: Readonly<Record<string, string>>;
}

/** The same with what is wrong with it, in words. */
export interface OpenedWithProblems {
  readonly opened: OpenedDocument;
  readonly problems: readonly string[];
}

/**
 * Reads what the page is to open: a scenario and drills, whatever problems they have, as the page is where they are
 * mended.
 *
 * @throws Refusal when a path leads nowhere, or to what is no text.
 */
export function openDocument(
  { scenario, drills }: { readonly scenario: string; readonly drills: readonly string[] },
  world: World,
): OpenedWithProblems {
  const { texts } = readWithTexts(scenario, world.files);
  const files = shownTexts([...texts]);
  const sources = drillFilesOf(drills, world).map((file) => ({ file, text: world.files.read(file) }));
  const style = styleFor(world.stderr, world);
  const ofScenario = problemsOf(scenario, world, style);
  const ofDrills = sources.flatMap((source) => {
    const read = readDrills(source);
    return read.kind === 'problems' ? [problemsText(read.problems, style)] : [];
  });
  return {
    opened: {
      name: files.shown.get(scenario) ?? scenario,
      files: files.texts,
      drills: shownTexts(sources.map(({ file, text }) => [file, text])).texts,
    },
    problems: [...(ofScenario === undefined ? [] : [ofScenario]), ...ofDrills],
  };
}

function shownTexts(entries: readonly (readonly [path: string, text: string])[]) {
  const shown = shownPaths(entries.map(([path]) => path));
  return { shown, texts: Object.fromEntries(entries.map(([path, text]) => [shown.get(path) ?? path, text])) };
}
