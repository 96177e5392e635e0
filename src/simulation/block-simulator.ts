import { UNHARMED } from '../plan/disaster-plan.js';
import type { Plan } from '../plan/plan.js';
import { serviceOrder } from '../plan/service-order.js';
import type { ServedStep } from '../plan/service-order.js';
import { BLOCK_INCIDENTS, BlockDraws, COLUMN_STRIDE } from './block-draws.js';
import { columnRoom, type ColumnRoom } from './column-room.js';
import { isPlain } from './plain-recovery.js';
import { hasProtectionColumns, ProtectionColumns } from './protection-columns.js';
import { RecoveryColumns } from './recovery-columns.js';
import { fillLatest, WorkColumns } from './work-columns.js';

/**
 * Plays the incidents of a plan a block at a time, column by column, to the same bits as `IncidentSimulator` plays them
 * one by one: for plans of which nothing but durations differs between one incident and the next, and for callers
 * who only want the metrics.
 *
 * `IncidentSimulator.playInDetail` is its judge (test/properties/block-simulator.test.ts); docs/performance.md tells
 * what it gains.
 *
 * Columns have one value per incident of the block and are in seconds. They are read before the next block is played.
 */
export class BlockSimulator {
  /** NaN where a data-bearing surface had no usable backup left. */
  readonly rto: Float64Array;
  readonly rpo: Float64Array;
  readonly rtt: Float64Array;
  /** In the currency of the scenario; NaN where that is not known, and all of it without prices. */
  readonly costs = new Float64Array(BLOCK_INCIDENTS).fill(NaN);
  /** Loss of each surface, one column per surface. */
  readonly surfaceLosses: readonly Float64Array[];

  readonly #room: ColumnRoom;
  readonly #plan: Plan;
  readonly #draws: BlockDraws;
  readonly #protection: ProtectionColumns;
  readonly #work: WorkColumns;
  readonly #recovery: RecoveryColumns;
  readonly #ends: readonly Float64Array[];
  readonly #strikes = new Float64Array(BLOCK_INCIDENTS);

  private constructor(plan: Plan, seed: number, order: readonly ServedStep[]) {
    const room = roomFor(plan);
    this.#room = room;
    this.#plan = plan;
    this.#draws = new BlockDraws(plan.columns, seed, room.values(plan.columns.length * COLUMN_STRIDE));
    this.#ends = plan.steps.map(() => room.values(BLOCK_INCIDENTS));
    this.#protection = new ProtectionColumns(plan.surfaces, { seed, epoch: plan.epoch, room });
    this.#work = new WorkColumns(plan, seed, {
      room,
      draws: this.#draws,
      protection: this.#protection,
      ends: this.#ends,
    });
    this.#recovery = new RecoveryColumns(plan, order, { room, ends: this.#ends });
    this.rto = room.values(BLOCK_INCIDENTS);
    this.rtt = room.values(BLOCK_INCIDENTS);
    this.rpo = this.#protection.losses;
    this.surfaceLosses = this.#protection.surfaceLosses;
  }

  /** The simulator of a plan and a seed; undefined for a plan that can only be played incident by incident. */
  static of(plan: Plan, seed: number): BlockSimulator | undefined {
    if (!isPlain(plan) || !strikesAlike(plan) || !plan.surfaces.every(hasProtectionColumns)) return undefined;
    const order = serviceOrder(plan);
    return order && new BlockSimulator(plan, seed, order);
  }

  /** Plays block number `block`: incidents `block` × BLOCK_INCIDENTS and the following ones. */
  play(block: number): void {
    const first = block * BLOCK_INCIDENTS;
    const strikes = this.#strikes;
    this.#draws.draw(block);
    const placed = this.#draws.columns[this.#plan.strikeColumn];
    for (let row = 0; row < BLOCK_INCIDENTS; row++) strikes[row] = placed[row] * this.#plan.periodLength;
    this.#protection.begin(first, strikes, this.#draws);
    this.#work.begin(first);
    this.#recovery.play(this.#work);
    fillLatest(this.#room, this.#ends, this.#plan.reopenSteps, this.rto);
    fillLatest(this.#room, this.#ends, this.#plan.closeSteps, this.rtt);
    for (let row = 0; row < BLOCK_INCIDENTS; row++) {
      if (Number.isNaN(this.rpo[row])) this.rto[row] = this.rtt[row] = NaN;
    }
    this.#price();
  }

  #price(): void {
    const { prices } = this.#plan;
    if (prices === undefined) return;
    const { rto, rpo, costs } = this;
    for (let row = 0; row < BLOCK_INCIDENTS; row++) {
      const cost = prices.downtime * rto[row] + prices.dataLoss * rpo[row];
      costs[row] = Number.isNaN(rto[row]) ? prices.unrecoverable : cost;
    }
  }
}

/** Room for the draws, an end of every step, the ends that are kept for each at most, a loss of every surface, and ten columns. */
function roomFor({ columns, steps, surfaces }: Plan): ColumnRoom {
  return columnRoom(COLUMN_STRIDE * (columns.length + 2 * steps.length + surfaces.length + 10));
}

/** Whether every incident strikes in the same way, at any instant alike: it takes all that is live, and no copy. */
function strikesAlike({ kinds, decisions, steps }: Plan): boolean {
  const [kind] = kinds;
  return (
    kinds.length === 1 &&
    kind.rush === undefined &&
    kind.latencyColumn < 0 &&
    kind.attack === 0 &&
    kind.isStanding.every((isStanding) => isStanding === 0) &&
    [...kind.copies, ...kind.logs].every((copies) => copies.every((left) => left === UNHARMED)) &&
    decisions.length === 0 &&
    steps.every(({ transfer }) => transfer === undefined || transfer.stopsAfter === Infinity)
  );
}
