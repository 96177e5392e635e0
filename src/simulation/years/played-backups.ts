import type { BackupPlan, Plan } from '../../plan/plan.js';
import { SETTLING } from '../../plan/years-plan.js';
import { RetentionTally } from '../retention-tally.js';
import { RunLuck } from '../run-luck.js';
import type { PlayedChain, PlayedRun } from './played-run.js';
import { PlayedLine } from './played-line.js';
import { RestoreTests } from './restore-tests.js';
import { RunQueue } from './run-queue.js';
import type { StorageLog } from './storage-log.js';
import { StoredDifferences } from './stored-differences.js';

/** So many runs are remembered at least before those that are no use any more are forgotten. */
const REMEMBERED = 512;

/**
 * The backups of one copy, played forward: a run starts when it is due, builds on what there is, takes its time, fails
 * or not, arrives off the site, is kept, and is pruned when a rule of retention says so.
 *
 * Nothing but incidents touches a copy from outside, so it is played by itself from one of them to the next.
 */
export class PlayedBackups {
  /** The runs that are remembered, oldest first. */
  runs: PlayedRun[] = [];

  readonly #plan: BackupPlan;
  readonly #luck: readonly RunLuck[];
  readonly #queue: RunQueue;
  readonly #line: PlayedLine | undefined;
  readonly #tests: RestoreTests | undefined;
  readonly #tally: RetentionTally | undefined;
  readonly #storage: StorageLog;
  /** Undefined where each is stored whole. */
  readonly #differences: StoredDifferences | undefined;
  /** Beyond this age a full is gone whatever the rules, in seconds. */
  readonly #oldest: number;
  /** Runs that succeeded and have not arrived, the first to arrive last. */
  #pending: PlayedRun[] = [];
  /** Chains whose full has arrived and is kept, by when the full was due. */
  #kept: PlayedChain[] = [];
  #isPaused = false;
  /** Nothing is remembered so long that it matters what ran before. */
  #from = 0;
  #forgetAt = REMEMBERED;

  constructor(plan: BackupPlan, { epoch }: Pick<Plan, 'epoch'>, seed: number, storage: StorageLog) {
    this.#plan = plan;
    this.#luck = plan.runs.map((runs) => new RunLuck(runs, seed, epoch));
    this.#queue = new RunQueue(plan.runs.map(({ occurrences }) => occurrences));
    this.#line = plan.line && new PlayedLine(plan.line);
    if (this.#line !== undefined) for (const luck of this.#luck) luck.joinLine(this.#line);
    this.#tests = plan.silentlyUnrestorable && new RestoreTests(plan.silentlyUnrestorable, seed);
    const { age, count, calendar } = plan.keep;
    const isPlain = count === Infinity && calendar === undefined;
    this.#tally = isPlain ? undefined : new RetentionTally(plan.keep, epoch);
    this.#oldest = isPlain ? Math.min(age, plan.horizon) : plan.horizon;
    this.#storage = storage;
    const isWhole = Number.isNaN(plan.changes);
    this.#differences = isWhole ? undefined : new StoredDifferences(plan.runs[0].size, plan.changes);
  }

  /** Begins a year of its own at an instant, with no backups. */
  begin(year: number, at: number): void {
    for (const luck of this.#luck) luck.begin(year);
    this.#tests?.begin(year);
    this.runs = [];
    this.#pending = [];
    this.#kept = [];
    this.#differences?.clear();
    this.#isPaused = false;
    this.#line?.clear();
    this.#forgetAt = REMEMBERED;
    this.#from = Math.max(at, -(this.#oldest + SETTLING));
    this.#queue.goTo(this.#from);
  }

  /** Plays everything up to an instant, that instant included. */
  advanceTo(now: number): void {
    while (!this.#isPaused && this.#queue.nextTime <= now) {
      const due = this.#queue.nextTime;
      this.#settle(due);
      this.#run(this.#queue.take(), due);
    }
    this.#settle(now);
  }

  /** Nothing starts any more: the surface is down, or the copy is out of reach. */
  pause(): void {
    this.#isPaused = true;
  }

  /** What is due from an instant on starts again. */
  resume(now: number): void {
    this.#settle(now);
    this.#isPaused = false;
    this.#queue.goTo(Math.max(now, this.#from));
  }

  /** What was on its way when its surface was hit does not arrive. */
  breakOff(now: number): void {
    this.#line?.clear();
    for (const run of this.#pending) {
      if (run.usableFrom <= now) continue;
      run.end = NaN;
      run.usableFrom = Infinity;
      if (run.level === 0 && run.chain !== undefined) this.#giveUp(run.chain, now);
    }
    this.#pending = this.#pending.filter(({ usableFrom }) => usableFrom < Infinity);
  }

  /** All of it is destroyed. */
  destroy(now: number): void {
    for (const { chain } of this.runs) if (chain !== undefined) this.#giveUp(chain, now);
    this.runs = [];
    this.#pending = [];
    this.#kept = [];
  }

  /** Throws away what was begun by the strike and stands for an instant after the onset of a corruption. */
  dropInfected({
    onset,
    strike,
    now,
  }: {
    readonly onset: number;
    readonly strike: number;
    readonly now: number;
  }): void {
    for (const run of this.runs) {
      const standsFor = this.#plan.isConsistentAtEnd ? run.end : run.start;
      if (run.isInfected || run.start > strike || !(standsFor > onset)) continue;
      run.isInfected = true;
      if (run.chain === undefined || run.chain.isGone) continue;
      if (run.level === 0) this.#giveUp(run.chain, now);
      else if (run.usableFrom <= now) {
        run.chain.kept -= run.size;
        this.#storage.add(now, -run.size);
      }
    }
    this.#kept = this.#kept.filter(({ isGone }) => !isGone);
  }

  /** Prunes by the rules as they stand at an instant up to which all has been played. */
  prune(now: number): void {
    if (this.#tally === undefined) return;
    this.#tally.begin(now);
    for (let i = this.#kept.length - 1; i >= 0; i--) {
      if (!this.#tally.keeps(this.#kept[i].due)) this.#giveUp(this.#kept[i], now);
    }
    this.#kept = this.#kept.filter(({ isGone }) => !isGone);
  }

  #run(level: number, due: number): void {
    const luck = this.#luck[level];
    this.#line?.take(due, luck);
    const start = luck.startedAt(due);
    // One that is skipped never was.
    if (Number.isNaN(start)) return;
    const { size } = this.#plan.runs[level];
    const end = luck.endOf(due);
    const parent = level === 0 ? undefined : this.#parentOf(level, start);
    const run: PlayedRun = {
      level,
      start,
      end,
      usableFrom: Number.isNaN(end) ? Infinity : luck.usableFrom(due, end),
      parent,
      size,
      isBad: this.#tests?.isBad(start) === true || !luck.isRestorable(due, this.#plan.restorable),
      isInfected: false,
      chain: level === 0 ? { due, kept: 0, isGone: false } : parent?.chain,
    };
    this.runs.push(run);
    if (run.usableFrom < Infinity) this.#expect(run);
    if (this.runs.length > this.#forgetAt) this.#forget(start);
  }

  /**
   * What a run builds on: a differential on the newest full that has ended, an incremental on the newest run that has
   * ended and began after the end of that full, or on the full itself.
   */
  #parentOf(level: number, start: number): PlayedRun | undefined {
    const isIncremental = this.#plan.runs[level].level === 'incremental';
    let later: PlayedRun | undefined;
    for (let i = this.runs.length - 1; i >= 0; i--) {
      const run = this.runs[i];
      // What failed has no end.
      if (!(run.end <= start) || run.isInfected) continue;
      if (run.level === 0) return later !== undefined && later.start >= run.end ? later : run;
      if (isIncremental) later ??= run;
    }
    return undefined;
  }

  #expect(run: PlayedRun): void {
    let place = this.#pending.length;
    while (place > 0 && this.#pending[place - 1].usableFrom <= run.usableFrom) place--;
    this.#pending.splice(place, 0, run);
  }

  /** Lets arrive what has arrived by an instant, and gives up what has grown too old before it, in the order of time. */
  #settle(now: number): void {
    for (;;) {
      const next = this.#pending.at(-1);
      const arrival = next?.usableFrom ?? Infinity;
      const expiry = this.#kept.length === 0 ? Infinity : this.#kept[0].due + this.#oldest;
      if (expiry < now && expiry < arrival) {
        this.#giveUp(this.#kept[0], expiry);
        this.#kept.shift();
      } else if (next !== undefined && arrival <= now) {
        this.#pending.pop();
        this.#arrive(next);
      } else return;
    }
  }

  #arrive({ level, size, chain, usableFrom }: PlayedRun): void {
    if (chain === undefined || chain.isGone) return;
    const bytes = this.#differences?.add(chain.due) ?? size;
    chain.kept += bytes;
    this.#storage.add(usableFrom, bytes);
    if (level > 0) return;
    let place = this.#kept.length;
    while (place > 0 && this.#kept[place - 1].due > chain.due) place--;
    this.#kept.splice(place, 0, chain);
    this.prune(usableFrom);
  }

  #giveUp(chain: PlayedChain, now: number): void {
    if (chain.isGone) return;
    chain.isGone = true;
    this.#storage.add(now, -(this.#differences?.remove(chain.due) ?? chain.kept));
  }

  /** Forgets the runs that nothing can be restored from and nothing will build on. */
  #forget(now: number): void {
    let newestFull = this.runs.length - 1;
    while (newestFull > 0 && !(this.runs[newestFull].level === 0 && this.runs[newestFull].end <= now)) newestFull--;
    this.runs = this.runs.filter(({ chain, usableFrom }, i) => {
      return i >= newestFull || (chain?.isGone === false && usableFrom < Infinity);
    });
    this.#forgetAt = Math.max(REMEMBERED, 2 * this.runs.length);
  }
}
