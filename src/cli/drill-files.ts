import { join } from 'node:path';
import type { Drill } from '../evidence/drills/drill.js';
import { readDrills } from '../evidence/drills/read-drill.js';
import { Refusal } from './refusal.js';
import { problemsText } from './scenario-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

/** What a drill file is called; others in a folder are left alone. */
const DRILL_FILE = /\.(ya?ml|json|csv)$/i;

/**
 * The drills of files and folders, in the order of their beginnings. Of a folder all files at any depth count that are
 * called as drill files are.
 *
 * @throws Refusal when a path leads nowhere, a folder has no drill, or files have problems, all of which are then told.
 */
export function openDrills(paths: readonly string[], world: World): readonly Drill[] {
  const read = drillFilesOf(paths, world).map((file) => ({ file, ...readFile(file, world) }));
  const problems = read.flatMap((one) => (one.kind === 'problems' ? one.problems : []));
  if (problems.length > 0) throw new Refusal(problemsText(problems, styleFor(world.stderr, world)));
  const drills = read.flatMap((one) => (one.kind === 'drills' ? one.drills : []));
  return [...drills].sort((a, b) => a.began - b.began);
}

/**
 * The drill files that these paths lead to: themselves, or those in a folder.
 *
 * @throws Refusal when a folder has none.
 */
export function drillFilesOf(paths: readonly string[], world: World): readonly string[] {
  return paths.flatMap((path) => filesOf(path, world));
}

function filesOf(path: string, { files }: World): readonly string[] {
  if (!files.isFolder(path)) return [path];
  const inside = files.list(path).filter((name) => DRILL_FILE.test(name));
  if (inside.length === 0) {
    throw new Refusal(`${path}: there is no drill in this folder`, 'drill files end in .yaml, .json or .csv');
  }
  return inside.map((name) => join(path, name));
}

function readFile(file: string, { files }: World): ReturnType<typeof readDrills> {
  return readDrills({ file, text: files.read(file) });
}
