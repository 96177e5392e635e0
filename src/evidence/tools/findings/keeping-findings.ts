import { smallest } from '../extremes.js';
import { writtenDuration } from '../part/written-value.js';
import { DAY } from '../../../units/quantity.js';
import type { BackupLog, BackupRun } from '../backup-log.js';
import type { InferredSurface } from '../infer/infer-surface.js';
import { listingsInTime } from '../infer/infer-retention.js';
import { segmentNumber, USUAL_SEGMENT_BYTES, walSegmentName } from '../wal-segment.js';
import { counted, finding, type Finding } from './finding.js';

/** Tools prune once in a while: so long an expired backup may remain. */
const PRUNING = 2 * DAY;

/** What is kept and what is not: chains, retention, the reach of the log. */
export function keepingFindings(log: BackupLog, inferred: InferredSurface): readonly Finding[] {
  const kept = keptRuns(log);
  return [
    ...chainFindings(kept),
    ...retentionFindings(log, kept, inferred),
    ...expiredFindings(kept, inferred),
    ...reachFindings(log, kept),
  ];
}

/** The runs of the newest listing; all, where there is none. */
function keptRuns(log: BackupLog): readonly BackupRun[] {
  const newest = listingsInTime(log).at(-1);
  return log.runs.filter(({ id }) => newest === undefined || newest.has(id));
}

/** A parent is known by its id, or by the beginning of it, as a delta of WAL-G names the log file of its parent. */
function chainFindings(kept: readonly BackupRun[]): readonly Finding[] {
  const ids = kept.map(({ id }) => id);
  const broken = kept.filter(
    ({ buildsOn }) => buildsOn !== undefined && !ids.some((id) => id === buildsOn || id.startsWith(`${buildsOn}_D_`)),
  );
  const first = broken.at(0);
  if (first === undefined) return [];
  const text = `${counted(broken.length, 'backup')} cannot be restored: what they build on is not in the list. The first is ${first.id}, which needs ${String(first.buildsOn)}.`;
  return [finding('broken-chain', 'problem', text)];
}

function retentionFindings(
  { stated }: BackupLog,
  kept: readonly BackupRun[],
  { surface }: InferredSurface,
): readonly Finding[] {
  const fulls = kept.filter(
    ({ level, outcome, startedAt }) => level === 'full' && outcome === 'succeeded' && startedAt !== undefined,
  );
  const keep = stated.keep;
  if (keep === undefined || fulls.length === 0) return [];
  const oldest = smallest(fulls.map(({ startedAt }) => startedAt ?? Infinity));
  const found: Finding[] = [];
  if (keep.count !== undefined && fulls.length < keep.count) {
    found.push(
      finding(
        'retention-short',
        'warning',
        `The tool is told to keep ${String(keep.count)} fulls and has ${String(fulls.length)}; a history that is still young looks the same.`,
      ),
    );
  }
  const reach = surface.asOf - oldest;
  if (keep.age !== undefined && reach < keep.age - DAY) {
    found.push(
      finding(
        'retention-short',
        'warning',
        `The tool is told to keep ${writtenDuration(keep.age)}, and its oldest usable full is ${writtenDuration(reach)} old; a history that is still young looks the same.`,
      ),
    );
  }
  return found;
}

function expiredFindings(kept: readonly BackupRun[], { surface }: InferredSurface): readonly Finding[] {
  const expired = kept.filter(({ expiresAt }) => expiresAt !== undefined && expiresAt + PRUNING < surface.asOf);
  if (expired.length === 0) return [];
  return [
    finding(
      'not-pruned',
      'warning',
      `${counted(expired.length, 'backup')} should have been pruned ${writtenDuration(PRUNING)} ago or earlier and still exist.`,
    ),
  ];
}

/** The log must reach back to the start of the oldest full, or that one cannot be made consistent. */
function reachFindings({ archive }: BackupLog, kept: readonly BackupRun[]): readonly Finding[] {
  const { reach } = archive;
  const starts = kept.flatMap(({ level, log }) => (level === 'full' && log !== undefined ? [log.start] : []));
  if (reach === undefined || starts.length === 0) return [];
  const oldest = segmentNumber(reach.oldest, USUAL_SEGMENT_BYTES) * USUAL_SEGMENT_BYTES;
  const unreached = starts.filter((start) => start < oldest);
  if (unreached.length === 0) return [];
  const text = `The log archive begins with ${walSegmentName(reach.oldest)}, after ${counted(unreached.length, 'full')} began: without that log they cannot be restored.`;
  return [finding('log-does-not-reach', 'problem', text)];
}
