import { present } from '../../scenario/present.js';
import type { ArchiveLog, BackupLog, BackupRun, Listing, RestoreRun } from './backup-log.js';

/**
 * Puts together what several files and records say of the same thing. Logs of one subject are one log; a log without a
 * name joins the only one that has a name, as samples of the archiver belong to the database whose backups are listed.
 * Runs are one when they have one id; the record that knows the positions in the log goes first, then the later one.
 */
export function mergeLogs(logs: readonly BackupLog[]): readonly BackupLog[] {
  const subjects = new Set(logs.flatMap(({ subject }) => (subject === undefined ? [] : [subject])));
  const [only] = subjects.size === 1 ? subjects : [undefined];
  const groups = new Map<string | undefined, BackupLog[]>();
  for (const log of logs) {
    const key = log.subject ?? only;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [log]);
    else group.push(log);
  }
  return [...groups.values()].map(mergeGroup);
}

/** A log whose listing of runs says what copies there are, before one that only looks at the archive. */
function mergeGroup(group: readonly BackupLog[]): BackupLog {
  const main = group.find(({ runs }) => runs.length > 0) ?? group[0];
  const named = group.find(({ subject }) => subject !== undefined);
  const keep = group.map(({ stated }) => stated.keep).find((given) => given !== undefined);
  const size = group.map(({ stated }) => stated.size).find((given) => given !== undefined);
  return {
    ...main,
    ...present({ subject: named?.subject }),
    runs: mergeRuns(group.flatMap(({ runs }) => runs)),
    archive: mergeArchives(group.map(({ archive }) => archive)),
    stated: { schedules: group.flatMap(({ stated }) => stated.schedules), ...present({ keep, size }) },
    restores: mergeRestores(group.flatMap(({ restores }) => restores)),
    listings: mergeListings(group.flatMap(({ listings }) => listings)),
    remarks: group.flatMap(({ remarks }) => remarks),
  };
}

function mergeRuns(runs: readonly BackupRun[]): readonly BackupRun[] {
  const byId = new Map<string, BackupRun>();
  for (const run of runs) {
    const known = byId.get(run.id);
    if (known === undefined) byId.set(run.id, run);
    else
      byId.set(run.id, known.log !== undefined && run.log === undefined ? { ...run, ...known } : { ...known, ...run });
  }
  return [...byId.values()];
}

function mergeRestores(restores: readonly RestoreRun[]): readonly RestoreRun[] {
  return [...new Map(restores.map((restore) => [restore.id, restore])).values()];
}

function mergeArchives(archives: readonly ArchiveLog[]): ArchiveLog {
  const last = <Value>(pick: (archive: ArchiveLog) => Value | undefined): Value | undefined =>
    archives.map(pick).findLast((value) => value !== undefined);
  return present({
    segments: archives.flatMap(({ segments }) => segments).sort((a, b) => a.archivedAt - b.archivedAt),
    samples: archives.flatMap(({ samples }) => samples).sort((a, b) => a.at - b.at),
    reach: last(({ reach }) => reach),
    timeout: last(({ timeout }) => timeout),
    complaint: last(({ complaint }) => complaint),
  });
}

/** What one file lists in many records, such as manifests, is one listing. */
function mergeListings(listings: readonly Listing[]): readonly Listing[] {
  const files = new Map<string, Set<string>>();
  for (const { file, ids } of listings) {
    const known = files.get(file) ?? new Set<string>();
    for (const id of ids) known.add(id);
    files.set(file, known);
  }
  return [...files].map(([file, ids]) => ({ file, ids }));
}
