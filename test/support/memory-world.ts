import { joinSharedRun } from '../../src/cli/shared-run.js';
import type { PageAnswer, PageRequest } from '../../src/cli/loopback.js';
import { Refusal } from '../../src/cli/refusal.js';
import type { Terminal, World } from '../../src/cli/world.js';

/** A terminal that remembers what was written to it. */
class RecordedTerminal implements Terminal {
  text = '';

  constructor(readonly isTTY = false) {}

  readonly write = (text: string): void => {
    this.text += text;
  };
}

/** A world in memory. Its clock advances by `tickMs` each time that it is read. */
export interface MemoryWorld extends World {
  readonly stdout: RecordedTerminal;
  readonly stderr: RecordedTerminal;
  /** The texts of its files, by path. */
  readonly texts: Map<string, string>;
}

/** A page of the explorer with all that the command needs of it. */
export const EMPTY_EXPLORER = [
  '<!doctype html><html lang="en"><meta charset="utf-8">',
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
  '<title>Drillcast</title><script type="application/json" id="opened">',
  '  null',
  '</script></html>',
].join('\n');

export interface MemoryWorldOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: World['environment'];
  readonly isTTY?: boolean;
  readonly tickMs?: number;
  /** What is written to the command. */
  readonly input?: readonly string[];
  /** Milliseconds since 1970; it advances by `tickMs`, too. */
  readonly wallClockMs?: number;
  /** Files are read in pieces of so many bytes. */
  readonly pieceBytes?: number;
  readonly breathe?: World['breathe'];
  readonly startThreads?: World['startThreads'];
  readonly onInterrupt?: World['onInterrupt'];
  /** The page of the explorer; undefined where it is not built. */
  readonly explorerPage?: World['press']['explorerPage'];
  /** Hears what answers requests, and where. */
  readonly served?: (answer: (request: PageRequest) => PageAnswer, port: number) => void;
  readonly openBrowser?: World['loopback']['openBrowser'];
}

/** Threads that are none: each joins the run as a thread would, and plays in its turn. */
export const startTurns: World['startThreads'] = (run, count) => {
  const recorders = Array.from({ length: count }, () => joinSharedRun(run));
  let turn = 0;
  return Promise.resolve({
    play: async (range) => {
      const recorder = recorders[turn++ % count];
      await Promise.resolve();
      recorder.play(range);
    },
    stop: () => Promise.resolve(),
  });
};

export function memoryWorld({
  files = {},
  environment = {},
  isTTY = false,
  tickMs = 0,
  input = [],
  wallClockMs = 0,
  pieceBytes = 100,
  breathe = () => Promise.resolve(),
  startThreads = startTurns,
  onInterrupt = () => () => undefined,
  explorerPage = () => EMPTY_EXPLORER,
  served = () => undefined,
  openBrowser = () => Promise.resolve(true),
}: MemoryWorldOptions = {}): MemoryWorld {
  const texts = new Map(Object.entries(files));
  let clock = 0;
  let wallClock = wallClockMs;
  return {
    stdout: new RecordedTerminal(isTTY),
    stderr: new RecordedTerminal(isTTY),
    environment,
    texts,
    async *input() {
      await Promise.resolve();
      yield* input;
    },
    now: () => (clock += tickMs),
    wallClock: () => (wallClock += tickMs),
    cores: 1,
    startThreads,
    breathe,
    onInterrupt,
    loopback: {
      serve: (answer, port = 4321) => {
        served(answer, port);
        return Promise.resolve({ port, stop: () => Promise.resolve() });
      },
      openBrowser,
    },
    press: {
      liveProgram: () => undefined,
      explorerPage,
      findBrowser: () => undefined,
      print: () => new Uint8Array(),
      pngMaker: () => Promise.resolve(() => new Uint8Array()),
    },
    files: {
      shippedScenarios: '/shipped',
      isFile: (path) => texts.has(path),
      isFolder: (path) => [...texts.keys()].some((file) => file.startsWith(`${path}/`)),
      requireWritable: () => undefined,
      list: (folder) =>
        [...texts.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)),
      read: (path) => {
        const text = texts.get(path);
        if (text === undefined) throw new Refusal(`cannot read ${path}: there is no such file`);
        return text;
      },
      // Bytes are kept as the characters of their numbers.
      *readPieces(path) {
        const bytes = Buffer.from(this.read(path), 'latin1');
        for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
      },
      write: (path, content) => {
        const pieces = typeof content === 'string' ? [content] : content;
        const words = Array.from(pieces, (piece) =>
          typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1'),
        );
        texts.set(path, words.join(''));
      },
      append: (path, line) => {
        const before = texts.get(path) ?? '';
        texts.set(path, `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${line}`);
      },
    },
  };
}
