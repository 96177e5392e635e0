import { join } from 'node:path';
import { Refusal } from './refusal.js';
import type { World } from './world.js';

/** An option that names a folder, the folder when it is given, and a file that would be written there. */
export type FolderTarget = readonly [option: string, folder: string | undefined, example: string];

/**
 * A run may take minutes: what would be lost at its end is refused at its beginning.
 *
 * @param json the file for the JSON document, `-` for standard output, or undefined.
 * @throws Refusal when one of them cannot be written.
 */
export function requireTargets(json: string | undefined, folders: readonly FolderTarget[], { files }: World): void {
  for (const [option, folder, example] of folders) {
    if (folder === '-') throw new Refusal(`${option}: expected a folder, found -`, `write "${option} ./results"`);
    if (folder !== undefined) files.requireWritable(join(folder, example));
  }
  if (json !== undefined && json !== '-') files.requireWritable(json);
}
