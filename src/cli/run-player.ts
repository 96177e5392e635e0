import type { IncidentRange } from '../study/incident-range.js';
import type { RunRange } from '../study/run-recorder.js';
import type { BegunRun } from './shared-run.js';
import type { Threads, World } from './world.js';

/** What a run is played with. */
export interface RunPlayerOptions extends RunRange {
  /** How many threads may play, this one included; at least 1. */
  readonly workers: number;
  /** Called after every piece of work with the number of incidents, or years, played. */
  readonly onProgress: (played: number) => void;
}

/** Below this much further playing, threads cost more than they save: they take some 0.2 s of a core each to start. */
const WORTH_THREADS_MS = 500;
/** So long is played before it is judged how long the rest takes: until then the engine is still being compiled. */
const JUDGED_AFTER_MS = 250;
/** So many are worth threads whatever they take, and these are then started before anything is played. */
const SURELY_WORTH_THREADS = 2 ** 20;
/** A thread is dealt so many blocks at most, that it neither waits for the next nor keeps an interruption waiting. */
const MOST_BLOCKS = 16;

/**
 * Plays a run of incidents, or of years, on this thread and, when enough is left to do, on others beside it. Work is dealt in whole blocks, from
 * the first to the last, into memory that all share, so who plays what leaves no trace in the outcomes.
 */
export class RunPlayer<Played> {
  readonly #options: RunPlayerOptions;
  readonly #world: World;
  readonly #begun: BegunRun<Played>;
  readonly #started: number;
  readonly #helpers: Promise<void>[] = [];
  #threads: Threads | undefined;
  #fault: { readonly error: unknown } | undefined;
  #isStopped = false;
  #end: number;
  #next: number;
  #played = 0;

  constructor(begun: BegunRun<Played>, options: RunPlayerOptions, world: World) {
    this.#options = options;
    this.#world = world;
    this.#begun = begun;
    this.#end = options.range.from;
    this.#next = options.range.from;
    this.#started = world.now();
  }

  /** What was played; of what was not, 0. */
  get outcomes(): Played {
    return this.#begun.recorder.outcomes;
  }

  /** How many were played: all from the beginning of the range on, whenever `playTo` has come back. */
  get played(): number {
    return this.#played;
  }

  /** True once `stop` was called. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Plays on up to number `end`, which is excluded and ends a block or the run; less when it is stopped. */
  async playTo(end: number): Promise<void> {
    this.#end = end;
    const isSurelyWorth = this.#options.workers > 1 && end - this.#next >= SURELY_WORTH_THREADS;
    if (this.#threads !== undefined) this.#help(this.#threads);
    else if (isSurelyWorth) await this.#startThreads();
    while (!this.#isStopped) {
      const piece = this.#deal(1);
      if (piece === undefined) break;
      const began = this.#world.now();
      this.#begun.recorder.play(piece);
      this.#tell(piece);
      if (this.#threads === undefined && this.#isWorthThreads(piece, began)) await this.#startThreads();
      await this.#world.breathe();
    }
    await Promise.all(this.#helpers.splice(0));
    if (this.#fault !== undefined) throw this.#fault.error;
  }

  /** Deals out no further work: `playTo` comes back as soon as what was dealt has been played. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.#threads?.stop();
  }

  /** The next blocks that nobody plays yet, at most so many; undefined when there are none. */
  #deal(blocks: number): IncidentRange | undefined {
    if (this.#isStopped || this.#next >= this.#end) return undefined;
    const from = this.#next;
    const { block } = this.#begun;
    const firstBlock = Math.floor(from / block);
    this.#next = Math.min(this.#end, (firstBlock + blocks) * block);
    return { from, to: this.#next };
  }

  #tell({ from, to }: IncidentRange): void {
    this.#played += to - from;
    this.#options.onProgress(this.#played);
  }

  /** Judged by the piece that was played last: the first blocks, whose runbook is looked at in detail, take far longer. */
  #isWorthThreads({ from, to }: IncidentRange, began: number): boolean {
    const { workers, range } = this.#options;
    const now = this.#world.now();
    if (workers === 1 || now - this.#started < JUDGED_AFTER_MS) return false;
    return ((now - began) / (to - from)) * (range.to - range.from - this.#played) > WORTH_THREADS_MS;
  }

  async #startThreads(): Promise<void> {
    this.#threads = await this.#world.startThreads(this.#begun.run, this.#options.workers - 1);
    this.#help(this.#threads);
  }

  /** Deals to every thread, again and again, until nothing is left. A fault in one of them stops all. */
  #help(threads: Threads): void {
    const playOn = async (): Promise<void> => {
      for (;;) {
        const piece = this.#deal(this.#blocksToDeal());
        if (piece === undefined) return;
        await threads.play(piece);
        this.#tell(piece);
      }
    };
    for (let thread = 1; thread < this.#options.workers; thread += 1) {
      this.#helpers.push(
        playOn().catch((error: unknown) => {
          this.#fault ??= { error };
          this.stop();
        }),
      );
    }
  }

  /** Large pieces at first, small ones towards the end, so that all come to an end together. */
  #blocksToDeal(): number {
    const blocksLeft = (this.#end - this.#next) / this.#begun.block;
    return Math.max(1, Math.min(MOST_BLOCKS, Math.floor(blocksLeft / (3 * this.#options.workers))));
  }
}
