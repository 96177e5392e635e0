import type { Plan } from '../../plan/plan.js';
import { BLOCK_INCIDENTS } from '../../simulation/block-draws.js';
import { STEP_INCIDENTS } from '../../study/blank-outcomes.js';
import type { IncidentRange } from '../../study/incident-range.js';
import type { Outcomes } from '../../study/outcomes.js';
import { outcomesOfRange } from '../../study/outcomes-of-range.js';
import { RunRecorder } from '../../study/run-recorder.js';
import { RunColumns, type FromHand, type ToHand } from './hands.js';

/** A hand is given so many incidents at a time, so that a question that has changed does not wait for it. */
const PIECE = 4 * BLOCK_INCIDENTS;

let latestRun = 0;

/**
 * A run that is played by this worker and by others beside it, from its first incident on. Who plays what leaves no trace: an
 * incident has its luck by its number.
 */
export class SharedPlay {
  readonly #recorder: RunRecorder;
  readonly #memory: RunColumns;
  readonly #incidents: number;
  readonly #hands: readonly MessagePort[];
  readonly #run = ++latestRun;
  #played = 0;

  /** @param hands through which others lend a hand; none, where there is one processor. */
  constructor(
    plan: Plan,
    { seed, incidents }: { readonly seed: number; readonly incidents: number },
    hands: readonly MessagePort[],
  ) {
    this.#memory = new RunColumns(incidents);
    this.#recorder = new RunRecorder(plan, { seed, range: { from: 0, to: incidents } }, this.#memory.allocate);
    this.#incidents = incidents;
    // A short run is over before the others have heard of it.
    this.#hands = incidents > 2 * STEP_INCIDENTS ? hands : [];
    for (const hand of this.#hands)
      hand.postMessage({ kind: 'run', run: this.#run, plan, seed, incidents } satisfies ToHand);
  }

  /** How many incidents were played: all from the first on. */
  get played(): number {
    return this.#played;
  }

  /** What was played until now, over the memory of the run: a run of so many incidents. */
  get outcomes(): Outcomes {
    return outcomesOfRange(this.#recorder.outcomes, { from: 0, to: this.#played });
  }

  /**
   * Plays on up to incident `end`, which is excluded.
   *
   * @param isWanted asked between pieces; when it says no, nothing more is begun, and what was played since is forgotten.
   * @returns whether all was played.
   */
  async playTo(end: number, isWanted: () => Promise<boolean>): Promise<boolean> {
    const target = Math.min(end, this.#incidents);
    let next = this.#played;
    const deal = (size: number): IncidentRange | undefined => {
      if (next >= target) return undefined;
      const from = next;
      next = Math.min(target, (Math.floor(from / BLOCK_INCIDENTS) + size / BLOCK_INCIDENTS) * BLOCK_INCIDENTS);
      return { from, to: next };
    };
    // The first are looked at in detail, which only this worker keeps.
    if (!(await this.#playHere(() => (next < STEP_INCIDENTS ? deal(BLOCK_INCIDENTS) : undefined), isWanted)))
      return false;
    const others = this.#hands.map((hand) => this.#playThere(hand, () => deal(PIECE)));
    const isPlayed = await this.#playHere(() => deal(BLOCK_INCIDENTS), isWanted);
    // Nobody waits for what the hands still play of a run that is void.
    if (!isPlayed) {
      next = target;
      return false;
    }
    await Promise.all(others);
    this.#played = target;
    return true;
  }

  async #playHere(deal: () => IncidentRange | undefined, isWanted: () => Promise<boolean>): Promise<boolean> {
    for (let piece = deal(); piece !== undefined; piece = deal()) {
      this.#recorder.play(piece);
      if (!(await isWanted())) return false;
    }
    return true;
  }

  async #playThere(hand: MessagePort, deal: () => IncidentRange | undefined): Promise<void> {
    for (let piece = deal(); piece !== undefined; piece = deal()) {
      const { range, columns } = await this.#ask(hand, piece);
      columns.forEach((column, place) => this.#memory.columns[place].set(column, range.from));
    }
  }

  #ask(hand: MessagePort, range: IncidentRange): Promise<FromHand> {
    return new Promise((resolve) => {
      hand.onmessage = ({ data }: MessageEvent<FromHand>) => {
        if (data.run === this.#run) resolve(data);
      };
      hand.postMessage({ kind: 'piece', run: this.#run, range } satisfies ToHand);
    });
  }
}
