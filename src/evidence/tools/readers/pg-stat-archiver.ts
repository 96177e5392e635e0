import { present } from '../../../scenario/present.js';
import type { Instant } from '../../../units/quantity.js';
import type { ArchiverSample } from '../backup-log.js';
import { lineStretch, visitRows, type Cells } from '../text/table-rows.js';
import { textProblem } from '../text/text-problem.js';
import { emptyLog, type ToolReader } from '../tool-reader.js';
import type { ToolReading } from '../tool-reading.js';
import { logPositionOf } from '../wal-segment.js';

/** Names under which people write down when they looked, and how far the log was. */
const SAMPLED_AT = ['sampled_at', 'now', 'at', 'time', 'timestamp', 'clock_timestamp'];
const LOG_POSITION = ['wal_lsn', 'pg_current_wal_lsn', 'current_wal_lsn', 'lsn'];

/**
 * Samples of the view `pg_stat_archiver` as comma-separated values, each with the instant at which it was taken:
 *
 * `\copy (SELECT now() AS sampled_at, pg_current_wal_lsn(), * FROM pg_stat_archiver) TO STDOUT CSV HEADER`
 *
 * `sampled_at` and `last_archived_time` are needed; `archived_count`, `failed_count`, `last_failed_time` and the
 * position in the log are taken where they are.
 *
 * Learnt from PostgreSQL 15, "The Cumulative Statistics System", table pg_stat_archiver, and from real samples.
 */
export const pgStatArchiverReader: ToolReader = {
  tool: 'pg-stat-archiver',
  reads: 'samples of the view pg_stat_archiver, with a column "sampled_at"',
  recognises: (document) => document.kind === 'table' && document.headings.includes('last_archived_time'),
  read: (reading) => {
    const { document } = reading;
    if (document.kind !== 'table') return [];
    const when = SAMPLED_AT.find((name) => document.headings.includes(name));
    if (when === undefined) {
      const expected = `a column "${SAMPLED_AT[0]}" with the instant of each sample`;
      const mend = 'take the samples with SELECT now() AS sampled_at, * FROM pg_stat_archiver';
      reading.problems.push(textProblem(document.source, lineStretch(document.source.text, 1), [], { expected, mend }));
      return [];
    }
    const samples = samplesOf(reading, when);
    if (samples.length === 0) return [];
    const log = emptyLog({ tool: 'pg-stat-archiver', copy: 'base-backup', listsFailures: false });
    return [{ ...log, archive: { segments: [], samples } }];
  },
};

function samplesOf(reading: ToolReading, when: string): readonly ArchiverSample[] {
  const { document } = reading;
  if (document.kind !== 'table') return [];
  const position = LOG_POSITION.find((name) => document.headings.includes(name));
  const samples: ArchiverSample[] = [];
  let unread = 0;
  let firstUnread = 0;
  const problem = visitRows(document, (cells, line) => {
    const at = reading.cellInstant(cells(when));
    if (at !== undefined) samples.push(sampleOf(cells, at, position, reading));
    else if ((unread += 1) === 1) firstUnread = line;
  });
  if (unread > 0) {
    const where = `the first on line ${String(firstUnread)}`;
    reading.remark(`${String(unread)} rows have no readable instant in "${when}" and are left out, ${where}.`);
  }
  if (problem !== undefined) reading.problems.push(problem);
  return samples.sort((a, b) => a.at - b.at);
}

function sampleOf(cells: Cells, at: Instant, position: string | undefined, reading: ToolReading): ArchiverSample {
  return present({
    at,
    archivedCount: countOf(cells('archived_count')),
    failedCount: countOf(cells('failed_count')),
    lastArchivedAt: reading.cellInstant(cells('last_archived_time')),
    lastFailedAt: reading.cellInstant(cells('last_failed_time')),
    logPosition: position === undefined ? undefined : logPositionOf(cells(position)),
  });
}

function countOf(cell: string): number | undefined {
  return /^\d+$/.test(cell) ? Number(cell) : undefined;
}
