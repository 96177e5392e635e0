import { latestRun } from '../plan/occurrences.js';
import type { BackupPlan } from '../plan/plan.js';
import { BackupLine } from './backup-line.js';
import type { BackupsBeforeStrike } from './copy-history.js';
import { KeptFulls } from './kept-fulls.js';
import { LogArchive } from './log-archive.js';
import { ParentRun } from './parent-run.js';
import type { RunFate } from './past-run.js';
import { RunLuck } from './run-luck.js';
import type { Strike } from './strike.js';
import { TestsBeforeStrike } from './tests-before-strike.js';

/**
 * Backups of one surface, seen backwards from the strike. The newest usable one is chosen first; when the
 * people who restore it find it bad, the next older one is.
 *
 * A backup is usable when it succeeded, its copy had arrived off the site, and so had every backup that it
 * builds on, down to a full that no retention rule had pruned.
 */
export class BackupHistory implements BackupsBeforeStrike {
  readonly kind = 'backup';
  /** Start and end of the chosen backup, relative to the period; NaN when none is left. */
  start = NaN;
  end = NaN;
  /** The instant to which the surface is restored, relative to the period; NaN when none is left. */
  recoveryPoint = NaN;
  /** Bytes of the chosen backup and of all that it builds on. */
  bytesToRestore = 0;
  /** Seconds of log from the start of the chosen backup to the recovery point. */
  logSpan = 0;
  /** Whether the log takes the chosen backup further than it goes by itself. */
  isRolledForward = false;
  /** Runs passed over on the way to the chosen one. */
  failedRuns = 0;
  skippedRuns = 0;
  unfinishedRuns = 0;
  infectedBackups = 0;
  badBackups = 0;

  readonly plan: BackupPlan;
  readonly log: LogArchive | undefined;
  readonly #levels: readonly RunLuck[];
  readonly #line: BackupLine | undefined;
  readonly #kept: KeptFulls;
  readonly #parent: ParentRun;
  /** Per level, the index of the next run to look at, and when it was due. */
  readonly #nextIndex: Float64Array;
  readonly #nextStart: Float64Array;
  /** The chosen backup and what it builds on, newest first. */
  readonly #chainLevels: number[] = [];
  readonly #chainStarts: number[] = [];
  #chainLength = 0;
  #strike = 0;
  /** A backup that stands for a later instant holds what is already corrupted. */
  #onset = 0;
  #isLogLeft = true;
  /** What the archive had not got yet is still on the server. */
  #isStanding = false;
  readonly #tests: TestsBeforeStrike | undefined;
  /** The `#badCount` runs that a restore has found bad in this incident. */
  readonly #badLevels: number[] = [];
  readonly #badStarts: number[] = [];
  #badCount = 0;

  constructor(plan: BackupPlan, seed: number, epoch: number) {
    this.plan = plan;
    this.log = plan.log && new LogArchive(plan.log, seed);
    this.#levels = plan.runs.map((runs) => new RunLuck(runs, seed, epoch));
    this.#line = plan.line && new BackupLine(plan.line, this.#levels);
    if (this.#line !== undefined) for (const level of this.#levels) level.joinLine(this.#line);
    this.#kept = new KeptFulls(plan.keep, this.#levels[0], epoch);
    this.#parent = new ParentRun(plan, this.#levels);
    this.#tests = plan.silentlyUnrestorable && new TestsBeforeStrike(plan.silentlyUnrestorable, seed);
    this.#nextIndex = new Float64Array(plan.runs.length);
    this.#nextStart = new Float64Array(plan.runs.length);
  }

  /** Chooses a backup, to be rolled forward only when the log is left; false when there is none. */
  begin(strike: Strike, isLogLeft: boolean): boolean {
    this.#strike = strike.at;
    this.#onset = strike.onset;
    this.#isStanding = strike.isStanding;
    this.#isLogLeft = isLogLeft && (strike.kind.isOnsetKnown || strike.onset === strike.at);
    this.failedRuns = 0;
    this.skippedRuns = 0;
    this.unfinishedRuns = 0;
    this.infectedBackups = 0;
    this.badBackups = 0;
    this.#badCount = 0;
    for (let level = 0; level < this.#levels.length; level++) {
      this.#levels[level].begin(strike.incident);
      this.#nextIndex[level] = latestRun(this.plan.runs[level].occurrences, strike.at);
      this.#nextStart[level] = this.#levels[level].startOf(this.#nextIndex[level]);
    }
    this.#line?.begin(strike.at);
    this.#kept.begin(strike.at);
    this.#parent.begin(strike.at);
    this.log?.begin(strike);
    this.#tests?.begin(strike);
    return this.#chooseNext();
  }

  /** Whether a restore of the chosen backup fails in the end: it, or one it builds on, is bad. */
  isBad(): boolean {
    return this.#badMember() >= 0;
  }

  /**
   * Gives up the chosen backup, whose restore has met a bad run, for the newest one that does not build on that run;
   * false when there is none.
   */
  chooseOlder(): boolean {
    const member = this.#badMember();
    if (member >= 0) {
      this.#badLevels[this.#badCount] = this.#chainLevels[member];
      this.#badStarts[this.#badCount++] = this.#chainStarts[member];
    }
    this.badBackups++;
    return this.#chooseNext();
  }

  /** The luck of the runs of a level. */
  luckOf(level: number): RunLuck {
    return this.#levels[level];
  }

  /** The chosen backup and what it builds on, the newest first: the level of each, and when it was due. */
  chain(): readonly { readonly level: number; readonly due: number }[] {
    const levels = this.#chainLevels.slice(0, this.#chainLength);
    return levels.map((level, place) => ({ level, due: this.#chainStarts[place] }));
  }

  /**
   * What could be done at the strike with a run that had arrived. It looks at that run in place of the chosen one: before
   * anything is restored, `begin` has to choose again.
   */
  fateOfArrived(level: number, due: number): RunFate {
    if (!this.#isUsable(level, due)) return 'without-base';
    if (!this.#kept.has(this.#chainStarts[this.#chainLength - 1])) return 'pruned';
    const stands = this.plan.isConsistentAtEnd ? this.end : this.#levels[level].startedAt(due);
    if (stands > this.#onset) return 'corrupted';
    return this.#badMember() >= 0 ? 'bad' : 'usable';
  }

  /** Place in the chain of its first bad run, in the order in which they are restored; -1 when all are good. */
  #badMember(): number {
    const { restorable } = this.plan;
    for (let i = this.#chainLength - 1; i >= 0; i--) {
      const start = this.#chainStarts[i];
      const luck = this.#levels[this.#chainLevels[i]];
      if (this.#tests?.isBad(luck.startedAt(start)) === true) return i;
      if (!luck.isRestorable(start, restorable)) return i;
    }
    return -1;
  }

  /** Whether the chain holds a run that a restore has already found bad. */
  #isKnownBad(): boolean {
    for (let bad = 0; bad < this.#badCount; bad++) {
      for (let i = 0; i < this.#chainLength; i++) {
        if (this.#chainStarts[i] === this.#badStarts[bad] && this.#chainLevels[i] === this.#badLevels[bad]) return true;
      }
    }
    return false;
  }

  #chooseNext(): boolean {
    for (;;) {
      const level = this.#newestLevel();
      const start = this.#nextStart[level];
      if (!(this.#strike - start <= this.plan.horizon)) return this.#chooseNone();
      this.#passRun(start);
      if (!this.#isUsable(level, start) || this.#isKnownBad()) continue;
      if (!this.#kept.has(this.#chainStarts[this.#chainLength - 1])) {
        // Of an older full nothing may be kept either; but what builds on one may be younger than a full that is kept.
        if (level === 0 && this.#kept.isAtEnd()) return this.#chooseNone();
        continue;
      }
      const began = this.#levels[level].startedAt(start);
      if ((this.plan.isConsistentAtEnd ? this.end : began) > this.#onset) {
        this.infectedBackups++;
        continue;
      }
      this.#choose(began);
      return true;
    }
  }

  #chooseNone(): false {
    this.start = this.end = this.recoveryPoint = NaN;
    this.bytesToRestore = this.logSpan = 0;
    this.isRolledForward = false;
    this.#chainLength = 0;
    return false;
  }

  #choose(start: number): void {
    this.start = start;
    const consistent = this.plan.isConsistentAtEnd ? this.end : start;
    const { log } = this;
    const isLogWhole = log !== undefined && this.#isLogLeft && this.#strike - start <= log.plan.keep;
    const reached = isLogWhole ? Math.min(this.#isStanding ? this.#strike : log.newestBoundary, this.#onset) : NaN;
    this.isRolledForward = reached > consistent;
    this.recoveryPoint = this.isRolledForward ? reached : consistent;
    this.logSpan = log === undefined ? 0 : this.recoveryPoint - start;
  }

  /** The level whose next run is the newest; of several at one instant the first, because only that one runs. */
  #newestLevel(): number {
    let newest = 0;
    for (let level = 1; level < this.#levels.length; level++) {
      if (this.#nextStart[level] > this.#nextStart[newest]) newest = level;
    }
    return newest;
  }

  #passRun(start: number): void {
    for (let level = 0; level < this.#levels.length; level++) {
      if (this.#nextStart[level] !== start) continue;
      this.#nextStart[level] = this.#levels[level].startOf(--this.#nextIndex[level]);
    }
  }

  /** Whether a run and all that it builds on had arrived; if so the chain, the end and the bytes are its own. */
  #isUsable(level: number, start: number): boolean {
    const luck = this.#levels[level];
    const end = luck.endOf(start);
    if (Number.isNaN(end)) {
      if (Number.isNaN(luck.startedAt(start))) this.skippedRuns++;
      else this.failedRuns++;
      return false;
    }
    if (luck.usableFrom(start, end) > this.#strike) {
      this.unfinishedRuns++;
      return false;
    }
    this.end = end;
    this.#chainLength = 0;
    this.bytesToRestore = 0;
    this.#addToChain(level, start);
    let memberLevel = level;
    let memberStart = start;
    while (memberLevel > 0) {
      const parent = this.#parent.find(memberLevel, memberStart);
      if (parent < 0) return false;
      memberLevel = parent;
      memberStart = this.#parent.due;
      this.#addToChain(memberLevel, memberStart);
    }
    return true;
  }

  #addToChain(level: number, start: number): void {
    this.#chainLevels[this.#chainLength] = level;
    this.#chainStarts[this.#chainLength++] = start;
    this.bytesToRestore += this.plan.runs[level].size;
  }
}
