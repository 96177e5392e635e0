import type { World } from './world.js';

/** How far a long run has come, on one line that is rewritten in place. */
export interface Progress {
  readonly advance: (done: number, all: number) => void;
  /** Takes the line away; the answer follows. */
  readonly clear: () => void;
}

const PATIENCE_MS = 1000;
const REWRITE_MS = 100;

/** Silent unless standard error is a terminal and the run takes more than a second. */
export function showProgress({ stderr, now }: World): Progress {
  if (!stderr.isTTY) return { advance: () => undefined, clear: () => undefined };
  const started = now();
  let shownAt: number | undefined;
  return {
    advance: (done, all) => {
      const at = now();
      if (at - started < PATIENCE_MS || at - (shownAt ?? 0) < REWRITE_MS) return;
      const secondsLeft = Math.ceil(((at - started) / done) * (all - done) * 0.001);
      stderr.write(`\r${Math.floor((100 * done) / all)} % of the incidents played, ${secondsLeft} s left \u001b[K`);
      shownAt = at;
    },
    clear: () => {
      if (shownAt !== undefined) stderr.write('\r\u001b[K');
    },
  };
}

/** What a command of several parts is doing, on a line of standard error that the next part takes; only on a terminal. */
export class Stages {
  readonly #world: World;
  readonly #all: number;
  #done = 0;

  constructor(world: World, all: number) {
    this.#world = world;
    this.#all = all;
  }

  /** The next part begins. */
  begin(words: string): void {
    this.#done += 1;
    this.#write(`\r${this.#done} of ${this.#all}: ${words} …\u001b[K`);
  }

  /** Takes the line away; the answer follows. */
  clear(): void {
    this.#write('\r\u001b[K');
  }

  #write(text: string): void {
    if (this.#world.stderr.isTTY) this.#world.stderr.write(text);
  }
}
