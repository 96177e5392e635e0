import type { BackupPlan } from '../../plan/plan.js';
import type { BackupsBeforeStrike } from '../copy-history.js';
import { LogArchive } from '../log-archive.js';
import type { Strike } from '../strike.js';
import type { BreakageClock } from './breakage-clock.js';
import type { CopyLife } from './copy-life.js';
import type { PlayedBackups } from './played-backups.js';
import type { PlayedRun } from './played-run.js';

/** What of the copy has been played, for all who look at it. */
interface PlayedLives {
  readonly backups: PlayedBackups;
  /** When its log archive breaks; undefined when that is not played. */
  readonly clock: BreakageClock | undefined;
  readonly logLife: CopyLife;
}

/** The backups that one incident finds, among those that have been played. What it has found stays as it was then. */
export class BackupsFound implements BackupsBeforeStrike {
  readonly kind = 'backup';
  start = NaN;
  end = NaN;
  recoveryPoint = NaN;
  bytesToRestore = 0;
  logSpan = 0;
  isRolledForward = false;
  failedRuns = 0;
  unfinishedRuns = 0;
  infectedBackups = 0;
  badBackups = 0;

  readonly plan: BackupPlan;
  readonly log: LogArchive | undefined;
  readonly #copy: PlayedLives;
  /** The usable backups that have not been looked at, oldest first. */
  #left: PlayedRun[] = [];
  #chosen: PlayedRun | undefined;
  /** Runs that a restore has found bad. */
  readonly #knownBad = new Set<PlayedRun>();
  #strike = 0;
  #onset = 0;
  #isLogLeft = false;
  /** What the archive had not got yet is still on the server. */
  #isStanding = false;

  constructor(plan: BackupPlan, seed: number, copy: PlayedLives) {
    this.plan = plan;
    this.log = plan.log && new LogArchive(plan.log, seed, copy.clock);
    this.#copy = copy;
  }

  begin(strike: Strike, isLogLeft: boolean): boolean {
    this.#strike = strike.at;
    this.#onset = strike.onset;
    this.#isStanding = strike.isStanding;
    this.#isLogLeft = isLogLeft && (strike.kind.isOnsetKnown || strike.onset === strike.at);
    this.failedRuns = this.unfinishedRuns = this.infectedBackups = this.badBackups = 0;
    this.#knownBad.clear();
    this.log?.begin(strike);
    this.#copy.backups.prune(strike.at);
    this.#left = this.#usable();
    return this.#chooseNext();
  }

  isBad(): boolean {
    return this.#firstBad() !== undefined;
  }

  chooseOlder(): boolean {
    const bad = this.#firstBad();
    if (bad !== undefined) this.#knownBad.add(bad);
    this.badBackups++;
    return this.#chooseNext();
  }

  /** Every run that had arrived by the strike with all that it builds on, and is kept. */
  #usable(): PlayedRun[] {
    const usable: PlayedRun[] = [];
    const isWhole = new Set<PlayedRun>();
    for (const run of this.#copy.backups.runs) {
      if (run.start > this.#strike) break;
      if (Number.isNaN(run.end)) this.failedRuns++;
      else if (run.usableFrom > this.#strike) this.unfinishedRuns++;
      if (run.usableFrom > this.#strike || run.chain === undefined) continue;
      if (run.level > 0 && (run.parent === undefined || !isWhole.has(run.parent))) continue;
      isWhole.add(run);
      if (!run.chain.isGone && !run.isInfected) {
        usable.push(run);
        this.failedRuns = this.unfinishedRuns = 0;
      }
    }
    return usable;
  }

  #chooseNext(): boolean {
    for (;;) {
      const run = this.#left.pop();
      this.#chosen = run;
      if (run === undefined) return this.#chooseNone();
      if (this.#isKnownBad(run)) continue;
      if ((this.plan.isConsistentAtEnd ? run.end : run.start) > this.#onset) {
        this.infectedBackups++;
        continue;
      }
      this.#choose(run);
      return true;
    }
  }

  #isKnownBad(run: PlayedRun): boolean {
    for (let member: PlayedRun | undefined = run; member !== undefined; member = member.parent) {
      if (this.#knownBad.has(member)) return true;
    }
    return false;
  }

  #chooseNone(): false {
    this.start = this.end = this.recoveryPoint = NaN;
    this.bytesToRestore = this.logSpan = 0;
    this.isRolledForward = false;
    return false;
  }

  #choose(run: PlayedRun): void {
    this.start = run.start;
    this.end = run.end;
    this.bytesToRestore = 0;
    for (let member: PlayedRun | undefined = run; member !== undefined; member = member.parent) {
      this.bytesToRestore += member.size;
    }
    const consistent = this.plan.isConsistentAtEnd ? run.end : run.start;
    const { log } = this;
    const isLogWhole =
      log !== undefined &&
      this.#isLogLeft &&
      this.#strike - run.start <= log.plan.keep &&
      run.start >= this.#copy.logLife.since;
    const reached = isLogWhole ? Math.min(this.#isStanding ? this.#strike : log.newestBoundary, this.#onset) : NaN;
    this.isRolledForward = reached > consistent;
    this.recoveryPoint = this.isRolledForward ? reached : consistent;
    this.logSpan = log === undefined ? 0 : this.recoveryPoint - run.start;
  }

  /** The first bad run of the chosen chain, in the order in which they are restored. */
  #firstBad(): PlayedRun | undefined {
    let first: PlayedRun | undefined;
    for (let member = this.#chosen; member !== undefined; member = member.parent) if (member.isBad) first = member;
    return first;
  }
}
