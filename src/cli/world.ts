import type { IncidentRange } from '../study/incident-range.js';
import type { Loopback } from './loopback.js';
import type { Press } from './press.js';
import type { SharedRun } from './shared-run.js';

/** What a command may touch of the outside world. The real one is `node-world.ts`; tests bring one in memory. */
export interface World {
  /** Answers. */
  readonly stdout: Terminal;
  /** Problems, progress, and notes that are no answer. */
  readonly stderr: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly files: FileStore;
  readonly press: Press;
  readonly loopback: Loopback;
  /** Lines that people or programs write to the command, until they have nothing more to say. */
  readonly input: () => AsyncIterable<string>;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Milliseconds since 1970 by the clock on the wall, which people set. Only what happens in the world is dated by it. */
  readonly wallClock: () => number;
  /** How many threads can run at the same time. */
  readonly cores: number;
  /** Starts so many threads, which play what they are dealt of a run. */
  readonly startThreads: (run: SharedRun, count: number) => Promise<Threads>;
  /** Lets what has come from outside meanwhile be heard: what threads have done, an interruption. */
  readonly breathe: () => Promise<void>;
  /**
   * Hears the next interruption (Ctrl-C), which then does not end the process; the one after it does.
   *
   * @returns what ends the hearing.
   */
  readonly onInterrupt: (hear: () => void) => () => void;
}

/** Threads that play parts of one run. */
export interface Threads {
  /** Comes back when one of them has played these incidents. */
  readonly play: (range: IncidentRange) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A stream of text that people or programs read. */
export interface Terminal {
  readonly isTTY: boolean;
  readonly write: (text: string) => void;
}

/** Files by their path. Whatever goes wrong is a `Refusal` that names the file. */
export interface FileStore {
  /** The folder of the scenarios that come with Drillcast. */
  readonly shippedScenarios: string;
  /** Whether there is something to read: a file, a pipe or a device. */
  readonly isFile: (path: string) => boolean;
  readonly isFolder: (path: string) => boolean;
  /** Paths from a folder to all that is inside of it, at any depth, in the order of the alphabet. */
  readonly list: (folder: string) => readonly string[];
  /** @throws Refusal when there is no such file, it is no text in UTF-8, or it may not be read. */
  readonly read: (path: string) => string;
  /** The bytes of a file from the first to the last; they are good until the next piece is asked for. */
  readonly readPieces: (path: string) => Iterable<Uint8Array>;
  /**
   * Looks whether a file could be written there, and leaves everything as it is: asked before work that would be lost.
   *
   * @throws Refusal when it could not.
   */
  readonly requireWritable: (path: string) => void;
  /**
   * Puts text or bytes, which may come in pieces, there as a whole, or leaves what was there before; missing folders
   * are made.
   *
   * @throws Refusal when the file cannot be written.
   */
  readonly write: (path: string, content: string | Iterable<string | Uint8Array>) => void;
  /**
   * Adds a line behind all that others have added or are adding, and comes back when it would survive a loss of power.
   * A last line that was cut off is ended first, so that it takes nothing else with it.
   *
   * @throws Refusal when it could not be added as a whole.
   */
  readonly append: (path: string, line: string) => void;
}
