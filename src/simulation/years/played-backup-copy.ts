import type { BackupPlan, Plan } from '../../plan/plan.js';
import { BackupsFound } from './backups-found.js';
import { BreakageClock } from './breakage-clock.js';
import { CopyLife } from './copy-life.js';
import { PlayedBackups } from './played-backups.js';
import type { Corruption, PlayedCopy } from './played-copy.js';
import { PlayedLog } from './played-log.js';
import { StorageLog } from './storage-log.js';

/** Backups with the log archive beside them, if there is one. */
export class PlayedBackupCopy implements PlayedCopy {
  readonly storage: readonly StorageLog[];
  readonly backups: PlayedBackups;
  /** When its log archive breaks; undefined when that is not played. */
  readonly clock: BreakageClock | undefined;
  /** Since when the log is without a gap. */
  readonly logLife = new CopyLife();

  readonly #plan: BackupPlan;
  readonly #seed: number;
  readonly #log: PlayedLog | undefined;
  #isLogGone = false;

  constructor(plan: BackupPlan, whole: Plan, seed: number) {
    this.#plan = plan;
    this.#seed = seed;
    const kept = new StorageLog();
    const logged = new StorageLog();
    this.storage = [kept, logged];
    this.backups = new PlayedBackups(plan, whole, seed, kept);
    const { log, horizon } = plan;
    const since = log?.breakage?.since;
    this.clock = log !== undefined && since?.kind === 'renewal' ? new BreakageClock(since, seed, log.name) : undefined;
    this.#log = log && new PlayedLog({ volume: log.volume, keep: Math.min(log.keep, horizon) }, logged);
  }

  begin(year: number, at: number): void {
    for (const log of this.storage) log.clear();
    this.backups.begin(year, at);
    this.#log?.begin(at);
    this.clock?.begin(year, at);
    this.logLife.since = -Infinity;
    this.#isLogGone = false;
  }

  advanceTo(now: number): void {
    this.backups.advanceTo(now);
    this.#log?.advanceTo(now);
  }

  pause(now: number): void {
    this.backups.pause();
    this.#log?.pause(now);
  }

  resume(now: number): void {
    this.backups.resume(now);
    this.#log?.resume(now);
    if (this.#isLogGone) this.logLife.since = now;
    this.#isLogGone = false;
  }

  breakOff(now: number): void {
    this.backups.breakOff(now);
  }

  destroy(now: number): void {
    this.backups.destroy(now);
  }

  destroyLog(now: number): void {
    this.#log?.destroy(now);
    this.#isLogGone = true;
  }

  dropInfected(corruption: Corruption): void {
    this.backups.dropInfected(corruption);
  }

  history(): BackupsFound {
    return new BackupsFound(this.#plan, this.#seed, this);
  }
}
