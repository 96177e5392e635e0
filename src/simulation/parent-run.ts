import type { BackupPlan } from '../plan/plan.js';
import type { RunLuck } from './run-luck.js';

/**
 * The run that another builds on. A differential builds on the newest full that had ended when it began; an incremental on
 * the newest run that had ended by then and had begun after the end of that full, or on the full itself.
 */
export class ParentRun {
  /** When the run that was found was due, and when it ended. */
  due = NaN;
  end = NaN;

  readonly #plan: BackupPlan;
  readonly #levels: readonly RunLuck[];
  #strike = 0;

  constructor(plan: BackupPlan, levels: readonly RunLuck[]) {
    this.#plan = plan;
    this.#levels = levels;
  }

  /** To be called for every incident, after the luck of its runs has begun. */
  begin(strike: number): void {
    this.#strike = strike;
  }

  /** Level of the run that this one builds on, which `due` and `end` tell of; -1 when there is none that had arrived. */
  find(level: number, due: number): number {
    const child = { before: due, begun: this.#levels[level].startedAt(due) };
    const full = this.#newestEnded({ from: 0, to: 1 }, child, -Infinity);
    if (full < 0) return -1;
    const fullDue = this.due;
    const fullEnd = this.end;
    let parent = 0;
    if (this.#plan.runs[level].level === 'incremental') {
      const later = this.#newestEnded({ from: 1, to: this.#levels.length }, child, fullEnd);
      if (later >= 0) parent = later;
      else {
        this.due = fullDue;
        this.end = fullEnd;
      }
    }
    return this.#levels[parent].usableFrom(this.due, this.end) <= this.#strike ? parent : -1;
  }

  /**
   * Level of the newest run of some levels that began at `since` or later and had ended when another, which was due at
   * `before`, had begun; when it was due and its end are left behind; -1 when there is none. Of several due at one
   * instant only the fullest ran, so the levels below are looked at too.
   */
  #newestEnded(
    levels: { readonly from: number; readonly to: number },
    { before, begun }: { readonly before: number; readonly begun: number },
    since: number,
  ): number {
    for (let next = before; ; next = this.due) {
      let newest = -1;
      this.due = -Infinity;
      for (let level = 0; level < levels.to; level++) {
        const due = this.#levels[level].startBefore(next);
        if (due > this.due) {
          newest = level;
          this.due = due;
        }
      }
      if (newest < 0 || !(this.#strike - this.due <= this.#plan.horizon)) return -1;
      // One that was skipped never began, and never ended.
      if (this.#levels[newest].startedAt(this.due) < since) return -1;
      if (newest < levels.from) continue;
      this.end = this.#levels[newest].endOf(this.due);
      if (this.end <= begun) return newest;
    }
  }
}
