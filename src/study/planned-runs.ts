import { latestRun, runTime } from '../plan/occurrences.js';
import type { BackupPlan } from '../plan/plan.js';
import { BackupLine } from '../simulation/backup-line.js';
import { RunLuck } from '../simulation/run-luck.js';

/** One run that has arrived where it can be restored from; all instants are relative to the epoch of its plan. */
interface PlannedRun {
  readonly due: number;
  readonly begun: number;
  readonly ended: number;
  readonly usableFrom: number;
}

/** The runs of backups that leave nothing to chance (see `asPlanned`), seen from an instant, by the engine of the study. */
export class PlannedRuns {
  readonly plan: BackupPlan;
  /** The instant, relative to the epoch of the plan. */
  readonly now: number;
  readonly levels: readonly RunLuck[];
  /** By level, as soon as somebody has asked. */
  readonly #known: (readonly PlannedRun[])[] = [];

  /** @param epoch of the plan, in seconds since 1970. */
  constructor(plan: BackupPlan, epoch: number, now: number) {
    this.plan = plan;
    this.now = now;
    // There is no chance in them, so that any seed and any incident will do.
    this.levels = plan.runs.map((runs) => new RunLuck(runs, 0, epoch));
    for (const level of this.levels) level.begin(0);
    if (plan.line === undefined) return;
    const line = new BackupLine(plan.line, this.levels);
    for (const level of this.levels) level.joinLine(line);
    line.begin(now);
  }

  /** The runs of a level that can be restored from by themselves, the newest first. */
  usable(level: number): readonly PlannedRun[] {
    return this.#begun(level).filter(({ usableFrom }) => usableFrom <= this.now);
  }

  /** How many runs have begun, and have not arrived yet. */
  countUnfinished(): number {
    const begun = this.levels.flatMap((_, level) => this.#begun(level));
    return begun.filter(({ usableFrom }) => usableFrom > this.now).length;
  }

  /** The runs of a level that have begun, the newest first. */
  #begun(level: number): readonly PlannedRun[] {
    return (this.#known[level] ??= this.#listBegun(level));
  }

  #listBegun(level: number): readonly PlannedRun[] {
    const luck = this.levels[level];
    const { occurrences } = this.plan.runs[level];
    const runs: PlannedRun[] = [];
    for (let index = latestRun(occurrences, this.now); ; index--) {
      const due = runTime(occurrences, index);
      if (!(this.now - due <= this.plan.horizon)) return runs;
      const begun = luck.startedAt(due);
      // Of several that are due at one instant only the fullest runs; one that is skipped never begins.
      if (this.#isFullerDue(level, due) || !(begun <= this.now)) continue;
      const ended = luck.endOf(due);
      runs.push({ due, begun, ended, usableFrom: luck.usableFrom(due, ended) });
    }
  }

  #isFullerDue(level: number, due: number): boolean {
    return this.levels.slice(0, level).some((fuller) => fuller.startUpTo(due) === due);
  }
}
