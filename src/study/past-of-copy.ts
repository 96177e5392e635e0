import { latestRun, runTime } from '../plan/occurrences.js';
import { BackupHistory } from '../simulation/backup-history.js';
import type { CopyHistory } from '../simulation/copy-history.js';
import { fateOnTheWay, pastRun } from '../simulation/past-run.js';
import type { PastRun, RunFate } from '../simulation/past-run.js';
import { ReplicationHistory } from '../simulation/replication-history.js';
import type { TracedRun } from './trace.js';

/** So many runs are told at least, where there were so many, and so many at most besides those that are restored. */
const LEAST = 14;
const MOST = 400;

/** A run that was restored: its level, and when it was due. */
export interface RestoredRun {
  readonly level: number;
  readonly due: number;
}

/** What was restored from a copy: the chosen backup and what it builds on, or the newest copy; nothing when absent. */
export function restoredRuns(history: CopyHistory): readonly RestoredRun[] {
  if (history instanceof BackupHistory) return history.chain();
  if (history instanceof ReplicationHistory && !Number.isNaN(history.recoveryPoint)) {
    return [{ level: 0, due: history.recoveryPoint }];
  }
  return [];
}

/**
 * The runs of a copy that had been due by the strike, the newest that still matter: back to the oldest that was restored, and
 * 14 of them at least. It looks at each in place of the chosen one, so that the history cannot be restored from afterwards.
 *
 * @param history as it was drawn backwards from the strike, and has just found what it held then.
 * @returns the oldest first; none for what is not made in runs.
 */
export function pastOfCopy(
  history: CopyHistory,
  {
    strike,
    onset,
    restored,
  }: { readonly strike: number; readonly onset: number; readonly restored: readonly RestoredRun[] },
): readonly TracedRun[] {
  const since = Math.min(...restored.map(({ due }) => due));
  const told: TracedRun[] = [];
  for (const { level, name, run, fate } of runsOf(history, strike, onset)) {
    if (told.length >= LEAST && !(run.due >= since)) break;
    const isRestored = restored.some((each) => each.level === level && each.due === run.due);
    if (fate !== 'pruned' && (told.length < MOST || isRestored))
      told.push(tracedRun(name, run, { fate, isRestored, strike }));
  }
  return told.reverse();
}

function tracedRun(
  level: TracedRun['level'],
  { due, begun, ended, usableFrom }: PastRun,
  {
    fate,
    isRestored,
    strike,
  }: { readonly fate: Exclude<RunFate, 'pruned'>; readonly isRestored: boolean; readonly strike: number },
): TracedRun {
  const fromStrike = (at: number): number | null => (Number.isNaN(at) ? null : at - strike);
  return {
    level,
    start: (Number.isNaN(begun) ? due : begun) - strike,
    end: fromStrike(ended),
    usableFrom: fromStrike(usableFrom),
    outcome: fate,
    isRestored,
  };
}

interface FoundRun {
  readonly level: number;
  readonly name: TracedRun['level'];
  readonly run: PastRun;
  readonly fate: RunFate;
}

function runsOf(history: CopyHistory, strike: number, onset: number): Iterable<FoundRun> {
  if (history instanceof BackupHistory) return backupRuns(history, strike);
  if (history instanceof ReplicationHistory) return replicationRuns(history, strike, onset);
  return [];
}

/** Every run of backups up to the strike, the newest first; of several due at one instant only the fullest. */
function* backupRuns(history: BackupHistory, strike: number): Generator<FoundRun> {
  const { runs, horizon } = history.plan;
  const next = runs.map(({ occurrences }) => latestRun(occurrences, strike));
  for (;;) {
    const dues = next.map((index, level) => runTime(runs[level].occurrences, index));
    const due = Math.max(...dues);
    if (!(strike - due <= horizon)) return;
    const level = dues.indexOf(due);
    dues.forEach((each, place) => {
      if (each === due) next[place]--;
    });
    const run = pastRun(history.luckOf(level), due);
    const fate = fateOnTheWay(run, strike) ?? history.fateOfArrived(level, due);
    yield { level, name: runs[level].level, run, fate };
  }
}

function* replicationRuns({ plan, luck }: ReplicationHistory, strike: number, onset: number): Generator<FoundRun> {
  const { runs, horizon, isOverwritten } = plan;
  let isOver = false;
  for (let index = latestRun(runs.occurrences, strike); ; index--) {
    const due = runTime(runs.occurrences, index);
    if (!(strike - due <= horizon)) return;
    const run = pastRun(luck, due);
    const onTheWay = fateOnTheWay(run, strike);
    yield { level: 0, name: 'copy', run, fate: onTheWay ?? (isOver ? 'pruned' : due > onset ? 'corrupted' : 'usable') };
    isOver ||= onTheWay === undefined && isOverwritten;
  }
}
