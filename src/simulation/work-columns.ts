import { fillFromOccasions } from '../distributions/fill-from-occasions.js';
import type { Law } from '../distributions/law.js';
import type { CatchUpPlan, Plan, StepPlan, TransferPlan } from '../plan/plan.js';
import { OccasionList } from '../random/occasion-list.js';
import { occasions } from '../random/occasion.js';
import type { Occasions } from '../random/occasion.js';
import { uniformFromWords } from '../random/uniform-bits.js';
import { BLOCK_INCIDENTS } from './block-draws.js';
import type { BlockDraws } from './block-draws.js';
import type { ColumnRoom } from './column-room.js';
import type { ProtectionColumns } from './protection-columns.js';

/** Luck of the attempts at a step after the first. */
type LaterLuck = Readonly<Record<'takes' | 'bytes' | 'rate' | 'speed' | 'fails' | 'rework', Occasions>>;

/**
 * What `StepWork` finds for one incident, for all incidents of a block, to the last bit: how long all attempts at a
 * step take, mending included. Second and later attempts are played for all incidents that need one at a time.
 */
export class WorkColumns {
  readonly #steps: readonly StepPlan[];
  readonly #reopenSteps: Int32Array;
  readonly #draws: BlockDraws;
  readonly #protection: ProtectionColumns;
  readonly #ends: readonly Float64Array[];
  readonly #again: readonly LaterLuck[];
  /** Rows whose latest attempt has failed, and their occasions. */
  readonly #failed = new Int32Array(BLOCK_INCIDENTS);
  readonly #list = new OccasionList(BLOCK_INCIDENTS);
  readonly #room: ColumnRoom;
  readonly #spent: Float64Array;
  readonly #seconds = new Float64Array(BLOCK_INCIDENTS);
  readonly #drawn = new Float64Array(BLOCK_INCIDENTS);
  readonly #bytes: Float64Array;
  readonly #backlog: Float64Array;
  readonly #now: Float64Array;
  #first = 0;

  /** @param world `ends` has one column per step, in seconds from the strike, of those that are played already; it lies in the room. */
  constructor(
    plan: Plan,
    seed: number,
    world: {
      readonly room: ColumnRoom;
      readonly draws: BlockDraws;
      readonly protection: ProtectionColumns;
      readonly ends: readonly Float64Array[];
    },
  ) {
    const { room } = world;
    this.#room = room;
    this.#spent = room.values(BLOCK_INCIDENTS);
    this.#bytes = room.values(BLOCK_INCIDENTS);
    this.#backlog = room.values(BLOCK_INCIDENTS);
    this.#now = room.values(BLOCK_INCIDENTS);
    this.#steps = plan.steps;
    this.#reopenSteps = plan.reopenSteps;
    this.#draws = world.draws;
    this.#protection = world.protection;
    this.#ends = world.ends;
    this.#again = plan.steps.map(({ name }) => {
      const luckOf = (what: string): Occasions => occasions(seed, `step/${name}/${what}/again`);
      return {
        takes: luckOf('takes'),
        bytes: luckOf('bytes'),
        rate: luckOf('rate'),
        speed: luckOf('speed'),
        fails: luckOf('fails'),
        rework: luckOf('rework'),
      };
    });
  }

  /** To be called for every block that has been drawn, with its first incident. */
  begin(first: number): void {
    this.#first = first;
  }

  /**
   * Seconds of all attempts at a step that starts at `starts`, one value per incident. The column is to be read before
   * the next call, and not to be written.
   */
  secondsOf(step: number, starts: Float64Array): Float64Array {
    const { takesColumn, catchUp, transfer, failure } = this.#steps[step];
    const { columns } = this.#draws;
    if (catchUp === undefined && transfer === undefined && failure === 0 && takesColumn >= 0)
      return columns[takesColumn];
    const spent = this.#spent;
    if (takesColumn >= 0) spent.set(columns[takesColumn]);
    else spent.fill(0);
    if (catchUp !== undefined) this.#addCatchUp(catchUp, starts, spent);
    if (transfer !== undefined) this.#addTransfer(transfer, spent);
    if (failure > 0) this.#addLaterAttempts(step, starts, spent);
    return spent;
  }

  #addCatchUp({ spans, speedColumn }: CatchUpPlan, starts: Float64Array, seconds: Float64Array): void {
    const backlog = this.#backlogOf(spans, starts);
    this.#room.addQuotients(backlog, this.#draws.columns[speedColumn], seconds);
  }

  #addTransfer(transfer: TransferPlan, seconds: Float64Array): void {
    const bytes = this.#bytesOf(transfer);
    this.#room.addQuotients(bytes, this.#draws.columns[transfer.rateColumn], seconds);
  }

  /** Bytes that the first attempt moves. */
  #bytesOf(transfer: TransferPlan): Float64Array {
    if (transfer.bytesColumn >= 0) return this.#draws.columns[transfer.bytesColumn];
    this.#protection.fillBytes(transfer.surface, transfer.part, this.#bytes);
    return this.#bytes;
  }

  /** Seconds of backlog that a step finds when it starts at `starts`. */
  #backlogOf(spans: CatchUpPlan['spans'], starts: Float64Array): Float64Array {
    const backlog = this.#backlog;
    backlog.fill(0);
    for (const span of spans) {
      switch (span.kind) {
        case 'rpo':
          this.#room.fillSums(backlog, this.#protection.losses, backlog);
          break;
        case 'surface-rpo':
          this.#room.fillSums(backlog, this.#protection.surfaceLosses[span.surface], backlog);
          break;
        case 'rto':
          fillLatest(this.#room, this.#ends, this.#reopenSteps, this.#now);
          this.#room.fillSums(backlog, this.#now, backlog);
          break;
        case 'elapsed':
          this.#room.fillSums(backlog, starts, backlog);
          break;
        default:
          span satisfies never;
      }
    }
    return backlog;
  }

  /** Mending and a new attempt for all that failed, then for those that failed again, until all are done. */
  #addLaterAttempts(step: number, starts: Float64Array, spent: Float64Array): void {
    const { failure, failureColumn, rework } = this.#steps[step];
    const failed = this.#failed;
    const luck = this.#draws.columns[failureColumn];
    let count = 0;
    for (let row = 0; row < BLOCK_INCIDENTS; row++) if (luck[row] < failure) failed[count++] = row;
    for (let attempt = 1; count > 0; attempt++) {
      if (rework !== undefined) {
        this.#goTo(attempt - 1, count);
        this.#draw(rework, this.#again[step].rework);
        for (let i = 0; i < count; i++) spent[failed[i]] += this.#drawn[i];
      }
      this.#goTo(attempt, count);
      this.#fillAgain(step, starts, spent);
      for (let i = 0; i < count; i++) spent[failed[i]] += this.#seconds[i];
      count = this.#keepFailed(step);
    }
  }

  /** The occasions of that attempt in the incidents whose attempt before it failed. */
  #goTo(attempt: number, count: number): void {
    const list = this.#list;
    list.count = count;
    for (let i = 0; i < count; i++) {
      list.incidents[i] = this.#first + this.#failed[i];
      list.occasions[i] = attempt;
    }
  }

  #draw(law: Law, luck: Occasions): void {
    luck.drawFirstWords(this.#list);
    fillFromOccasions(law, luck, this.#list, { spent: 0, out: this.#drawn });
  }

  /** Seconds of the attempt at hand, one value per incident that makes it. */
  #fillAgain(step: number, starts: Float64Array, spent: Float64Array): void {
    const { takes, catchUp, transfer } = this.#steps[step];
    const { count } = this.#list;
    const seconds = this.#seconds;
    const failed = this.#failed;
    const drawn = this.#drawn;
    seconds.fill(0, 0, count);
    if (takes !== undefined) {
      this.#draw(takes, this.#again[step].takes);
      for (let i = 0; i < count; i++) seconds[i] += drawn[i];
    }
    if (catchUp !== undefined) {
      for (let row = 0; row < BLOCK_INCIDENTS; row++) this.#bytes[row] = starts[row] + spent[row];
      const backlog = this.#backlogOf(catchUp.spans, this.#bytes);
      this.#draw(catchUp.speed, this.#again[step].speed);
      for (let i = 0; i < count; i++) seconds[i] += backlog[failed[i]] / drawn[i];
    }
    if (transfer !== undefined) this.#addTransferAgain(transfer, step);
  }

  #addTransferAgain(transfer: TransferPlan, step: number): void {
    const { count } = this.#list;
    const bytes = this.#bytes;
    if (transfer.bytes !== undefined) {
      this.#draw(transfer.bytes, this.#again[step].bytes);
      for (let i = 0; i < count; i++) bytes[this.#failed[i]] = this.#drawn[i];
    } else this.#protection.fillBytes(transfer.surface, transfer.part, bytes);
    this.#draw(transfer.rate, this.#again[step].rate);
    for (let i = 0; i < count; i++) this.#seconds[i] += bytes[this.#failed[i]] / this.#drawn[i];
  }

  /** Keeps the rows whose attempt at hand fails too; returns how many they are. */
  #keepFailed(step: number): number {
    const { count, words } = this.#list;
    const { failure } = this.#steps[step];
    this.#again[step].fails.drawFirstWords(this.#list);
    let kept = 0;
    for (let i = 0; i < count; i++) {
      if (uniformFromWords(words[2 * i], words[2 * i + 1]) < failure) this.#failed[kept++] = this.#failed[i];
    }
    return kept;
  }
}

/** Puts the end of the last of some steps, a milestone, into `out`: one value per incident, in seconds from the strike. */
export function fillLatest(
  room: ColumnRoom,
  ends: readonly Float64Array[],
  steps: Int32Array,
  out: Float64Array,
): void {
  out.fill(0);
  for (const step of steps) room.fillLarger(out, ends[step], out);
}
