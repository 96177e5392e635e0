import { VERSION } from '../version.js';
import { shellLine } from './shell-line.js';
import type { World } from './world.js';

/**
 * Tells of a broken invariant of our own. The last line is the command that replays it: the same version, arguments
 * and files take the same way to the same fault.
 */
export function reportFault(error: unknown, argv: readonly string[], world: World): void {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.stderr.write(
    `A fault of Drillcast ${VERSION}, not of your files. Please report it with the lines below.\n` +
      `${told}\nReplay it with:\n${shellLine(['drillcast', ...argv])}\n`,
  );
}
