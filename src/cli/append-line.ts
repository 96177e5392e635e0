import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './atomic-write.js';

const LINE_BREAK = 10;

/**
 * Adds a line at the end of a file, with one write to a file that is open for appending: the system puts it behind
 * whatever others have written, and never into it. When it comes back the line is on the disk, and so is the name of
 * the file. A last line that was cut off (the power failed while it was written) is ended first.
 *
 * @param line ended by a line break.
 * @throws the error of the file system; also when only a part could be written, which is then a cut-off line.
 */
export function appendLine(path: string, line: string): void {
  makeFolder(dirname(path));
  const file = openSync(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o644);
  try {
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    // Another process may be ending the same line just now: then there is an empty one, which nobody minds.
    const isCutOff = size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last[0] !== LINE_BREAK;
    const bytes = Buffer.from(isCutOff ? `\n${line}` : line);
    const written = writeSync(file, bytes);
    fsyncSync(file);
    if (written < bytes.length) throw new Error(`only ${written} of ${bytes.length} bytes could be written`);
    if (size === 0) syncFolder(dirname(path));
  } finally {
    closeSync(file);
  }
}

/** The name of a new file is part of its folder. Windows has no such call, and keeps names by itself. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
