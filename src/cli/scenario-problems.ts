import type { Style } from '../report/style.js';
import { compileFile } from './played-study.js';
import { Refusal } from './refusal.js';
import { problemsText, readScenarioFile } from './scenario-file.js';
import type { World } from './world.js';

/**
 * What is wrong with a scenario, in words: its problems, or why it cannot be played; undefined where nothing is. A file
 * that cannot be read is a problem like others.
 */
export function problemsOf(name: string, world: World, style: Style): string | undefined {
  try {
    const read = readScenarioFile(name, world.files);
    if (read.kind === 'problems') return problemsText(read.problems, style);
    compileFile(name, world);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
