import { Refusal } from './refusal.js';
import { problemsText, readScenarioFile } from './scenario-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

/**
 * Reads a text as a scenario that stands in this file already, before it is put there.
 *
 * @throws Refusal, worded as its problems, when it has any.
 */
export function requireSound(path: string, text: string, world: World): void {
  const { files } = world;
  const read = readScenarioFile(path, {
    ...files,
    isFile: (asked) => asked === path || files.isFile(asked),
    read: (asked) => (asked === path ? text : files.read(asked)),
  });
  if (read.kind === 'problems') throw new Refusal(problemsText(read.problems, styleFor(world.stderr, world)));
}
