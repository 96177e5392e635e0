import type { LinePlan } from '../plan/runs-plan.js';
import type { RunLuck } from './run-luck.js';

/** So many runs are looked back for an instant from which on nothing before matters. */
const MOST_RUNS = { skip: 1 << 11, queue: 1 << 13 } as const;

/**
 * When the backups of one surface really ran, where one that is due while an earlier one still runs is skipped, or waits
 * in a queue: the fuller first of those that are due at one instant, otherwise in the order in which they are due.
 *
 * When a run starts depends on the runs before it, without end; history is drawn backwards all the same. To know the runs
 * since some instant, all states that the line may have been in some time earlier are played forward together, on the
 * luck of the same runs. Once they have become one state, nothing before matters any more: from there on the runs are
 * known exactly, as if they had been played from the beginning of time. If the states have not met by then, one begins
 * twice as far back. Which states are possible follows from the longest run (`LinePlan.longest`): where runs are skipped,
 * each of the runs before may have been under way; where they queue, the line was idle or at most `LinePlan.backlog` behind,
 * and what begins between the two ends between them. States that do not meet within `MOST_RUNS`, as those of runs that always
 * overlap in the same way, give place to a line that was idle before one of the older half of these runs, picked by lot.
 *
 * @source Propp, Wilson: Exact sampling with coupled Markov chains and applications to statistical mechanics, Random
 *   Structures and Algorithms 9 (1996); Loynes: The stability of a queue with non-independent inter-arrival and service
 *   times, Mathematical Proceedings of the Cambridge Philosophical Society 58 (1962).
 */
export class BackupLine {
  readonly #plan: LinePlan;
  readonly #levels: readonly RunLuck[];
  #strike = 0;
  /** The runs that are known, in the order in which they were due; NaN for the start of one that was skipped. */
  #dues: number[] = [];
  #starts: number[] = [];
  #ends: number[] = [];

  constructor(plan: LinePlan, levels: readonly RunLuck[]) {
    this.#plan = plan;
    this.#levels = levels;
  }

  /** To be called for every incident, after the luck of its runs has begun. */
  begin(strike: number): void {
    this.#strike = strike;
    this.#dues = [];
    this.#starts = [];
    this.#ends = [];
  }

  /** When the fullest run that was due at `due`, not after the strike, started; NaN when it was skipped. */
  startOf(due: number): number {
    const place = this.#placeOf(due);
    return this.#dues[place] === due ? this.#starts[place] : NaN;
  }

  /** When it ended, be it well or not; NaN when it never started. */
  endOf(due: number): number {
    const place = this.#placeOf(due);
    return this.#dues[place] === due ? this.#ends[place] : NaN;
  }

  /** Place of the first run that is known and was due then or later. */
  #placeOf(due: number): number {
    if (this.#dues.length === 0 || due < this.#dues[0]) this.#lookBackTo(due);
    let low = 0;
    let high = this.#dues.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#dues[middle] < due) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Finds out about the runs that were due from `target` on, up to those that are known already. */
  #lookBackTo(target: number): void {
    const known = this.#dues.length === 0 ? Infinity : this.#dues[0];
    for (let { reach } = this.#plan; ; reach *= 2) {
      const from = target - reach;
      const runs = this.#runsBetween({ from: from - this.#plan.longest, target, known });
      const most = MOST_RUNS[this.#plan.overlap];
      const isLast = runs.length >= most && runs[most - 1].due < target;
      if (this.#play(runs, { from, target, isLast })) return;
    }
  }

  /**
   * The runs that were due since `from`, but no more than so many of those before `target`, and before the runs that
   * are known; at the strike at the latest; in ascending order.
   */
  #runsBetween({ from, target, known }: { readonly from: number; readonly target: number; readonly known: number }) {
    const runs: DueRun[] = [];
    let before = 0;
    for (
      let due = this.#newestBefore(known);
      due.at >= from && before < MOST_RUNS[this.#plan.overlap];
      due = this.#newestBefore(due.at)
    ) {
      runs.push({ due: due.at, level: due.level, work: this.#levels[due.level].workOf(due.at) });
      if (due.at < target) before++;
    }
    return runs.reverse();
  }

  /** The newest run that was due before an instant, at the strike at the latest, and the first level that was due then. */
  #newestBefore(instant: number): { readonly at: number; readonly level: number } {
    let level = -1;
    let at = -Infinity;
    for (let each = 0; each < this.#levels.length; each++) {
      const luck = this.#levels[each];
      const due = instant > this.#strike ? luck.startUpTo(this.#strike) : luck.startBefore(instant);
      if (due > at) {
        at = due;
        level = each;
      }
    }
    return { at, level };
  }

  /** Plays all that the line may have been doing at `from`; true when that has become one before a run at `target`. */
  #play(
    runs: readonly DueRun[],
    look: { readonly from: number; readonly target: number; readonly isLast: boolean },
  ): boolean {
    const lot = look.isLast ? Math.floor((this.#levels[0].lot() * MOST_RUNS[this.#plan.overlap]) / 2) : 0;
    const first = look.isLast ? lot : runs.findIndex(({ due }) => due >= look.from);
    if (first < 0) return this.#keep([], [], []);
    let busyUntil = look.isLast ? [-Infinity] : this.#possibleStates(runs, first, look.from);
    const dues: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    for (let i = first; i < runs.length; i++) {
      const { due, level, work } = runs[i];
      for (let state = 0; state < busyUntil.length; state++) {
        // What has ended does not matter any more.
        if (busyUntil[state] <= due) busyUntil[state] = -Infinity;
      }
      if (busyUntil.length > 1) busyUntil = [...new Set(busyUntil)];
      if (busyUntil.length > 1 && due >= look.target) return false;
      let start = NaN;
      let end = NaN;
      for (let state = 0; state < busyUntil.length; state++) {
        const isBusy = busyUntil[state] > due;
        start = isBusy ? (this.#plan.overlap === 'skip' ? NaN : busyUntil[state]) : due;
        end = Number.isNaN(start) ? NaN : this.#levels[level].workedFrom(start, work);
        if (!Number.isNaN(end)) busyUntil[state] = end;
      }
      if (busyUntil.length > 1) continue;
      dues.push(due);
      starts.push(start);
      ends.push(end);
    }
    return this.#keep(dues, starts, ends);
  }

  /** Until when the line may have been busy at `from`, seen from the run that is due first after it. */
  #possibleStates(runs: readonly DueRun[], first: number, from: number): number[] {
    const states = [-Infinity];
    if (this.#plan.overlap === 'queue') states.push(from + this.#plan.backlog);
    else {
      for (const { due, level, work } of runs.slice(0, first)) {
        const end = this.#levels[level].workedFrom(due, work);
        if (end > from) states.push(end);
      }
    }
    return states;
  }

  #keep(dues: number[], starts: number[], ends: number[]): true {
    this.#dues = [...dues, ...this.#dues];
    this.#starts = [...starts, ...this.#starts];
    this.#ends = [...ends, ...this.#ends];
    return true;
  }
}

/** A run as it was due: the place of its level, and the seconds that it takes where there is no load. */
interface DueRun {
  readonly due: number;
  readonly level: number;
  readonly work: number;
}
