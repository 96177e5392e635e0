import { z } from 'zod';
import { present } from '../../../scenario/present.js';
import type { BackupLog, BackupRun } from '../backup-log.js';
import { emptyLog, isMap, rootsOf, type ToolReader } from '../tool-reader.js';
import type { ToolReading } from '../tool-reading.js';

const snapshotShape = z.object({
  time: z.string(),
  id: z.string().nullish(),
  short_id: z.string().nullish(),
  tree: z.string().nullish(),
  hostname: z.string().nullish(),
  paths: z.array(z.string()),
  /** Since version 0.17. */
  summary: z
    .object({ backup_start: z.string(), backup_end: z.string(), total_bytes_processed: z.number().nullish() })
    .nullish(),
});

const HINT = 'write the output of "restic snapshots --json"';

/**
 * `restic snapshots --json`: a list of snapshots, or with `--group-by` a list of groups of them. Each host with its
 * paths is a thing of its own. Every snapshot restores alone, whatever its parent: the parent only spares reading.
 * A run that failed leaves no snapshot.
 *
 * Learnt from restic 0.19.1 (`Snapshot` and `SnapshotSummary` in internal/data/snapshot.go, doc/075_scripting.rst).
 */
export const resticReader: ToolReader = {
  tool: 'restic',
  reads: 'the snapshots of "restic snapshots --json"',
  recognises: (document) => rootsOf(document).some((root) => Array.isArray(root) && root.some(isOfRestic)),
  read: (reading) => {
    const runs = new Map<string, BackupRun[]>();
    for (const { value, path } of snapshotsOf(reading)) {
      const snapshot = reading.shaped(value, path, snapshotShape, HINT);
      if (snapshot === undefined) continue;
      const subject = [snapshot.hostname, ...[...snapshot.paths].sort()].filter((part) => part).join(' ');
      const known = runs.get(subject);
      const run = runOf(snapshot, path, reading);
      if (known === undefined) runs.set(subject, [run]);
      else known.push(run);
    }
    return [...runs].map(([subject, own]) => logOf(subject, own, reading));
  },
};

function isOfRestic(entry: unknown): boolean {
  if (!isMap(entry)) return false;
  return 'snapshots' in entry || ('time' in entry && 'paths' in entry && 'tree' in entry);
}

interface PlacedSnapshot {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

function snapshotsOf({ document }: ToolReading): readonly PlacedSnapshot[] {
  return rootsOf(document).flatMap((root, number) => {
    if (!Array.isArray(root)) return [];
    return root.flatMap((entry: unknown, index): readonly PlacedSnapshot[] => {
      if (!isMap(entry) || !Array.isArray(entry['snapshots'])) return [{ value: entry, path: [number, index] }];
      return entry['snapshots'].map((value: unknown, inner) => ({ value, path: [number, index, 'snapshots', inner] }));
    });
  });
}

function runOf(snapshot: z.infer<typeof snapshotShape>, path: PlacedSnapshot['path'], reading: ToolReading): BackupRun {
  const { time, summary, id, short_id: shortId } = snapshot;
  return present({
    id: shortId ?? id ?? time,
    level: 'full' as const,
    startedAt: reading.instant(summary?.backup_start ?? time, [...path, 'time']),
    stoppedAt: reading.instant(summary?.backup_end, [...path, 'summary', 'backup_end']),
    outcome: 'succeeded' as const,
    originalBytes: summary?.total_bytes_processed ?? undefined,
  });
}

function logOf(subject: string, runs: readonly BackupRun[], reading: ToolReading): BackupLog {
  return {
    ...emptyLog({ tool: 'restic', copy: 'base-backup', listsFailures: false }),
    ...(subject === '' ? {} : { subject }),
    runs,
    listings: [{ file: reading.source.file, ids: new Set(runs.map(({ id }) => id)) }],
  };
}
