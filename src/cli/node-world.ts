import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';
import { appendLine } from './append-line.js';
import { requireWritable, writeWhole } from './atomic-write.js';
import { EXIT } from './exit-code.js';
import { nodeLoopback } from './node-loopback.js';
import { nodePress } from './node-press.js';
import { startNodeThreads } from './node-threads.js';
import { Refusal } from './refusal.js';
import type { FileStore, Terminal, World } from './world.js';

/** The world that this process runs in. */
export function nodeWorld(): World {
  return {
    stdout: terminal(process.stdout),
    stderr: terminal(process.stderr),
    environment: process.env,
    files: nodeFiles,
    press: nodePress,
    loopback: nodeLoopback,
    input: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
    now: () => performance.now(),
    wallClock: () => Date.now(),
    cores: availableParallelism(),
    startThreads: startNodeThreads,
    breathe: () => setImmediate(),
    onInterrupt: (hear) => {
      process.once('SIGINT', hear);
      return () => process.removeListener('SIGINT', hear);
    },
  };
}

/**
 * A reader that has seen enough (`drillcast … | head`) closes the pipe. That is no error: what would follow is
 * dropped, and the command ends with the exit code that it would have had.
 */
function terminal(stream: NodeJS.WriteStream & { readonly fd: number }): Terminal {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = EXIT.refused;
    if (stream !== process.stderr) process.stderr.write(`drillcast: cannot write the answer: ${reasonOf(error)}\n`);
  });
  return { isTTY: isatty(stream.fd), write: (text) => void stream.write(text) };
}

const PIECE_BYTES = 2 ** 20;

const nodeFiles: FileStore = {
  shippedScenarios: fileURLToPath(new URL('../../scenarios', import.meta.url)),
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === false,
  isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true,
  list: (folder) =>
    refusing(`cannot list ${folder}`, () => readdirSync(folder, { recursive: true }).map(String).sort()),
  read: (path) =>
    refusing(`cannot read ${path}`, () => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))),
  requireWritable: (path) => {
    refusing(`cannot write ${path}`, () => {
      requireWritable(path);
    });
  },
  *readPieces(path) {
    const what = `cannot read ${path}`;
    const file = refusing(what, () => openSync(path, 'r'));
    try {
      const piece = Buffer.alloc(PIECE_BYTES);
      for (;;) {
        const bytes = refusing(what, () => readSync(file, piece));
        if (bytes === 0) return;
        yield piece.subarray(0, bytes);
      }
    } finally {
      closeSync(file);
    }
  },
  write: (path, content) => {
    refusing(`cannot write ${path}`, () => {
      writeWhole(path, typeof content === 'string' ? [content] : content);
    });
  },
  append: (path, line) => {
    refusing(`cannot write ${path}`, () => {
      appendLine(path, line);
    });
  },
};

function refusing<Result>(what: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw new Refusal(`${what}: ${reasonOf(error)}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'a file stands where a folder is needed',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOSPC: 'no space is left on the disk',
  EROFS: 'the disk may only be read',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not text in UTF-8',
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return (code === undefined ? undefined : REASONS[code]) ?? error.message;
}
