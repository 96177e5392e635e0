import type { Plan } from '../plan/plan.js';
import { BLOCK_INCIDENTS } from '../simulation/block-draws.js';
import { BlockSimulator } from '../simulation/block-simulator.js';
import { IncidentSimulator } from '../simulation/incident-simulator.js';
import { blankOutcomes, outcomeNames, type Allocate } from './blank-outcomes.js';
import type { IncidentRange } from './incident-range.js';
import { MetricColumns } from './metric-columns.js';
import type { Outcomes } from './outcomes.js';
import { StepRecorder } from './step-recorder.js';

/**
 * Columns pay from so many incidents on. In a shorter run the engine that plays the first ones in detail is compiled by then,
 * and it is over before another one would be.
 */
const COLUMNS_PAY_FROM = 16 * BLOCK_INCIDENTS;

/** Which incidents of which run are to be recorded. */
export interface RunRange {
  /** An integer from 0 on. */
  readonly seed: number;
  readonly range: IncidentRange;
}

/**
 * Plays the incidents of a range, any of them at any time, and keeps what each achieved. What an incident leaves does
 * not depend on what was played before, so several recorders over the same memory may each play a part.
 */
export class RunRecorder {
  /** Of the range; incidents that were not played yet have 0 everywhere. */
  readonly outcomes: Outcomes;
  readonly #from: number;
  readonly #isShort: boolean;
  readonly #simulator: IncidentSimulator;
  /** Undefined for a plan that can only be played incident by incident, and for a short run. */
  readonly #blocks: BlockSimulator | undefined;
  readonly #columns: MetricColumns;
  readonly #steps: StepRecorder;

  /**
   * @throws RangeError when the seed, or an end of the range, is not a whole number in its range, or when the range
   *   is empty.
   */
  constructor(plan: Plan, { seed, range }: RunRange, allocate?: Allocate) {
    requireRange(range);
    this.outcomes = blankOutcomes(outcomeNames(plan), { seed, range }, allocate);
    this.#from = range.from;
    this.#simulator = new IncidentSimulator(plan, seed);
    this.#isShort = range.to - range.from < COLUMNS_PAY_FROM;
    this.#blocks = this.#isShort ? undefined : BlockSimulator.of(plan, seed);
    this.#columns = new MetricColumns(plan, this.outcomes);
    this.#steps = new StepRecorder(plan, this.outcomes.steps);
  }

  /** Plays these incidents of the range, each once: in detail those whose steps are looked at. Whole blocks are quickest. */
  play({ from, to }: IncidentRange): void {
    const detailed = Math.min(to, this.#from + this.outcomes.steps.incidents);
    for (let incident = from; incident < detailed; incident++) {
      this.#simulator.playInDetail(incident);
      this.#columns.put(this.#simulator, incident - this.#from);
      this.#steps.record(this.#simulator, incident - this.#from);
    }
    const first = Math.max(from, detailed);
    if (this.#blocks !== undefined) this.#playBlocks(this.#blocks, { from: first, to });
    else {
      for (let incident = first; incident < to; incident++) {
        if (this.#isShort) this.#simulator.playInDetail(incident);
        else this.#simulator.play(incident);
        this.#columns.put(this.#simulator, incident - this.#from);
      }
    }
  }

  #playBlocks(blocks: BlockSimulator, { from, to }: IncidentRange): void {
    for (let next = from; next < to;) {
      const block = Math.floor(next / BLOCK_INCIDENTS);
      const first = block * BLOCK_INCIDENTS;
      const end = Math.min(first + BLOCK_INCIDENTS, to);
      blocks.play(block);
      this.#columns.putBlock(blocks, { from: next - first, to: end - first }, next - this.#from);
      next = end;
    }
  }
}

function requireRange({ from, to }: IncidentRange): void {
  // An incident is named by 32 bits in the engine's chance.
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || to <= from || to > 2 ** 32) {
    throw new RangeError(`RunRecorder: the range must lie within 0 to 2^32, is ${String(from)} to ${String(to)}`);
  }
}
