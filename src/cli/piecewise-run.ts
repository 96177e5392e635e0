import type { Plan } from '../plan/plan.js';
import { BLOCK_INCIDENTS } from '../simulation/block-draws.js';
import type { Outcomes } from '../study/outcomes.js';
import { outcomesOfRange } from '../study/outcomes-of-range.js';
import { exactSamples, type RunSamples } from '../study/run-samples.js';
import { SketchedSamples } from '../study/sketched-samples.js';
import { RunPlayer, type RunPlayerOptions } from './run-player.js';
import { beginSharedRun, SharedColumns } from './shared-run.js';
import type { World } from './world.js';

/** Of longer runs values are counted in bins: the values of this many fill half a gigabyte at six metrics. */
export const MOST_KEPT_INCIDENTS = 10_000_000;

/** How much of a run is held in memory. */
interface Memory {
  /** Incidents of a run whose values are all kept. */
  readonly mostKept: number;
  /** A longer run is played in pieces of so many incidents, whole blocks, each forgotten when it has been counted. */
  readonly piece: number;
}

const USUAL_MEMORY: Memory = { mostKept: MOST_KEPT_INCIDENTS, piece: 4096 * BLOCK_INCIDENTS };

/** A run from its first incident on that can be looked at while it is played. */
export interface PlayingRun {
  /** How many incidents were played. */
  readonly played: number;
  readonly isStopped: boolean;
  /** Plays on up to incident `end`, which is excluded and ends a block or the run; less when it is stopped. */
  playTo(end: number): Promise<void>;
  /** What was played, at least one incident. */
  samples(): RunSamples;
  stop(): void;
  close(): Promise<void>;
}

/** A run of so many incidents, of which all values are kept where that is possible. */
export function beginRun(
  plan: Plan,
  options: RunPlayerOptions,
  world: World,
  { mostKept, piece }: Memory = USUAL_MEMORY,
): PlayingRun {
  const { from, to } = options.range;
  return to - from > mostKept
    ? new PiecewiseRun(plan, { ...options, piece }, world)
    : new KeptRun(beginSharedRun(plan, options), options, world);
}

class KeptRun extends RunPlayer<Outcomes> implements PlayingRun {
  samples(): RunSamples {
    return exactSamples(outcomesOfRange(this.outcomes, { from: 0, to: this.played }));
  }
}

class PiecewiseRun implements PlayingRun {
  readonly #plan: Plan;
  readonly #options: RunPlayerOptions & Pick<Memory, 'piece'>;
  readonly #world: World;
  readonly #memory = new SharedColumns();
  #samples: SketchedSamples | undefined;
  #player: RunPlayer<Outcomes> | undefined;
  #isStopped = false;
  #played = 0;

  constructor(plan: Plan, options: RunPlayerOptions & Pick<Memory, 'piece'>, world: World) {
    this.#plan = plan;
    this.#options = options;
    this.#world = world;
  }

  get played(): number {
    return this.#played;
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  async playTo(end: number): Promise<void> {
    while (this.#played < end && !this.#isStopped) {
      await this.#playPiece(Math.min(end, this.#played + this.#options.piece));
    }
  }

  samples(): RunSamples {
    if (this.#samples === undefined) throw new RangeError('PiecewiseRun: nothing was played');
    return this.#samples;
  }

  stop(): void {
    this.#isStopped = true;
    this.#player?.stop();
  }

  async close(): Promise<void> {
    await this.#player?.close();
  }

  async #playPiece(to: number): Promise<void> {
    const from = this.#played;
    const onProgress = (played: number): void => this.#options.onProgress(from + played);
    const options = { ...this.#options, range: { from, to }, onProgress };
    const player = new RunPlayer(beginSharedRun(this.#plan, options, this.#memory), options, this.#world);
    this.#player = player;
    try {
      await player.playTo(to);
    } finally {
      await player.close();
    }
    if (player.played === 0) return;
    const piece = outcomesOfRange(player.outcomes, { from: 0, to: player.played });
    if (this.#samples === undefined) this.#samples = new SketchedSamples(piece);
    else this.#samples.add(piece);
    this.#played += player.played;
  }
}
