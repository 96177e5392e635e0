import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file as a whole or not at all: into a neighbour first, which then takes its name. A reader never sees
 * half of it, and when the disk is full what was there before stays. Devices and pipes are written directly, as
 * nothing may take their place.
 *
 * @throws the error of the file system.
 */
export function writeWhole(path: string, pieces: Iterable<string | Uint8Array>): void {
  makeFolder(dirname(path));
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing !== undefined && !existing.isFile()) {
    writePieces(path, pieces);
    return;
  }
  const target = existing === undefined ? path : realpathSync(path);
  const neighbour = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    writePieces(neighbour, pieces, existing?.mode);
    renameSync(neighbour, target);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
}

/**
 * Looks whether `writeWhole` could write there, without making anything: the folder, or the nearest above it that
 * exists, may be written into. A disk that fills up later is not foreseen.
 *
 * @throws the error of the file system.
 */
export function requireWritable(path: string): void {
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing?.isDirectory() === true) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
  if (existing !== undefined && !existing.isFile()) {
    accessSync(path, constants.W_OK);
    return;
  }
  let folder = dirname(existing === undefined ? path : realpathSync(path));
  while (!existsSync(folder)) folder = dirname(folder);
  if (!statSync(folder).isDirectory()) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR' });
  accessSync(folder, constants.W_OK | constants.X_OK);
}

/** Makes a folder and those above it, one by one: asked to make them all at once, Node 20 never comes back where the system forbids it (`/proc`). */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

function writePieces(path: string, pieces: Iterable<string | Uint8Array>, mode?: number): void {
  const file = openSync(path, 'w', mode);
  try {
    for (const piece of pieces) writeAll(file, typeof piece === 'string' ? Buffer.from(piece) : piece);
  } finally {
    closeSync(file);
  }
}

/** The system may take a part only, above all on a disk that is nearly full. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}
