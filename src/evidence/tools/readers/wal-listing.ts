import { present } from '../../../scenario/present.js';
import type { Instant } from '../../../units/quantity.js';
import type { ArchivedSegment } from '../backup-log.js';
import { visitRows } from '../text/table-rows.js';
import { emptyLog, isMap, rootsOf, type ToolReader } from '../tool-reader.js';
import type { ToolReading } from '../tool-reading.js';
import { walSegmentOf, type WalSegment } from '../wal-segment.js';

/** Names under which listings have the file, when it arrived, and when it was ready to be shipped. */
const FILE = ['file', 'name', 'key', 'path', 'wal', 'segment', 'Key'];
const ARRIVED = ['archived_at', 'modified', 'last_modified', 'mtime', 'LastModified', 'time'];
const READY = ['ready_at', 'closed_at', 'push_begin'];

/**
 * A listing of the archive in which the log lies, in one of three forms:
 *
 * - comma-separated values with the file and when it arrived (`file,modified`), perhaps with when it was ready to be
 *   shipped (`ready_at`): `find ARCHIVE -type f -printf '%f,%TY-%Tm-%TdT%TH:%TM:%TS%Tz\n'` below a line `file,modified`;
 * - `pgbackrest repo-ls archive/STANZA --recurse --output=json`: a map from file to `{ type, size, time }`;
 * - `aws s3api list-objects-v2`: `{ Contents: [{ Key, LastModified, Size }] }`.
 *
 * Learnt from pgBackRest 2.60.0dev (src/command/repo/ls.c), the reference of AWS S3, and the archiver's log of the drills.
 */
export const walListingReader: ToolReader = {
  tool: 'wal-archive',
  reads: 'a listing of the log archive: "file,modified", "pgbackrest repo-ls --output=json" or "s3api list-objects-v2"',
  recognises: (document) =>
    document.kind === 'table'
      ? isFound(document.headings, FILE) && isFound(document.headings, ARRIVED)
      : rootsOf(document).some((root) => isMap(root) && (isObjectList(root) || isRepoList(root))),
  read: (reading) => {
    const segments = reading.document.kind === 'table' ? segmentsOfTable(reading) : segmentsOfObjects(reading);
    if (segments.length === 0) {
      reading.remark('There is no segment of a log in it: names such as 000000010000000A000000FE.');
      return [];
    }
    const sorted = [...segments].sort((a, b) => a.archivedAt - b.archivedAt);
    const log = emptyLog({ tool: 'wal-archive', copy: 'base-backup', listsFailures: false });
    return [{ ...log, archive: { segments: sorted, samples: [] } }];
  },
};

function isFound(headings: readonly string[], names: readonly string[]): boolean {
  return names.some((name) => headings.includes(name));
}

function isObjectList(root: Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(root['Contents']);
}

function isRepoList(root: Readonly<Record<string, unknown>>): boolean {
  return Object.values(root).some((entry) => isMap(entry) && entry['type'] === 'file' && 'time' in entry);
}

function segmentsOfTable(reading: ToolReading): readonly ArchivedSegment[] {
  const { document } = reading;
  if (document.kind !== 'table') return [];
  const [file, arrived, ready] = [FILE, ARRIVED, READY].map((names) =>
    names.find((name) => document.headings.includes(name)),
  );
  if (file === undefined || arrived === undefined) return [];
  const segments: ArchivedSegment[] = [];
  const problem = visitRows(document, (cells) => {
    const segment = walSegmentOf(cells(file));
    if (segment === undefined) return;
    const archivedAt = reading.cellInstant(cells(arrived));
    if (archivedAt === undefined) {
      reading.remark('A segment without an instant of its arrival counts as not archived.');
      return;
    }
    segments.push(
      archivedSegment(segment, archivedAt, ready === undefined ? undefined : reading.cellInstant(cells(ready))),
    );
  });
  if (problem !== undefined) reading.problems.push(problem);
  return segments;
}

function segmentsOfObjects(reading: ToolReading): readonly ArchivedSegment[] {
  return rootsOf(reading.document).flatMap((root, number) => {
    if (!isMap(root)) return [];
    const objects = root['Contents'];
    const files = Array.isArray(objects)
      ? objects.flatMap((entry: unknown, index) =>
          isMap(entry)
            ? [{ name: entry['Key'], time: entry['LastModified'], path: [number, 'Contents', index, 'LastModified'] }]
            : [],
        )
      : Object.entries(root).flatMap(([name, entry]) =>
          isMap(entry) && entry['type'] === 'file' ? [{ name, time: entry['time'], path: [number, name, 'time'] }] : [],
        );
    return files.flatMap(({ name, time, path }) => {
      const segment = typeof name === 'string' ? walSegmentOf(name) : undefined;
      if (segment === undefined) return [];
      const isTime = typeof time === 'string' || typeof time === 'number';
      if (!isTime) reading.problem(path, { expected: 'the instant at which the file arrived', found: 'none' });
      const archivedAt = isTime ? reading.instant(time, path) : undefined;
      return archivedAt === undefined ? [] : [archivedSegment(segment, archivedAt, undefined)];
    });
  });
}

function archivedSegment(segment: WalSegment, archivedAt: Instant, readyAt: Instant | undefined): ArchivedSegment {
  return present({ segment, archivedAt, readyAt });
}
