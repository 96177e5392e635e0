import { quantile } from '../../../statistics/quantile.js';
import { writtenDuration } from '../part/written-value.js';
import type { ArchiveLog, BackupLog } from '../backup-log.js';
import { clockText } from '../clock-text.js';
import { arrivalsOf } from '../infer/infer-archive.js';
import type { InferredSurface } from '../infer/infer-surface.js';
import { segmentAt, segmentNumber, USUAL_SEGMENT_BYTES, walSegmentName } from '../wal-segment.js';
import { counted, finding, type Finding } from './finding.js';

/** An archive has stopped when nothing came for so many times its period, and it is not the quiet of an idle database. */
const STOPPED = 5;

/** The lag grows when the last tenth of the segments took so many times what is usual. */
const GROWN = 3;
const LEAST_LAGS = 20;

/** What the archive of the log shows: gaps, failures, that it has stopped or falls behind. */
export function archiveFindings(
  { archive }: BackupLog,
  { surface }: InferredSurface,
  timezone: string,
): readonly Finding[] {
  return [
    ...(archive.complaint === undefined
      ? []
      : [finding('archive-stopped', 'problem', `The log archive: ${archive.complaint}.`)]),
    ...stoppedFindings(archive, surface, timezone),
    ...failureFindings(archive, timezone),
    ...gapFindings(archive),
    ...lagFindings(archive),
  ];
}

function stoppedFindings(
  archive: ArchiveLog,
  { asOf, archive: { every } }: InferredSurface['surface'],
  timezone: string,
): readonly Finding[] {
  const last = arrivalsOf(archive).at(-1);
  if (last === undefined || every === undefined) return [];
  const silence = asOf - last;
  if (silence <= STOPPED * every.value) return [];
  const written = writtenSince(archive, last);
  // A database in which nothing is written has nothing to ship.
  if (written === 0) return [];
  const since =
    written === undefined ? '' : `, while the database wrote ${String(Math.round(written / 2 ** 20))} MiB of it`;
  const text = `No log has reached the archive since ${clockText(last, timezone)}, for ${writtenDuration(silence)}${since}; usually it comes every ${writtenDuration(every.value)}.`;
  return [finding('archive-stopped', 'problem', text)];
}

/** Bytes of log written since an instant; undefined when the samples do not say. */
function writtenSince({ samples }: ArchiveLog, since: number): number | undefined {
  const known = samples.flatMap(({ at, logPosition }) =>
    at >= since && logPosition !== undefined ? [logPosition] : [],
  );
  return known.length < 2 ? undefined : known[known.length - 1] - known[0];
}

function failureFindings({ samples }: ArchiveLog, timezone: string): readonly Finding[] {
  const counts = samples.flatMap(({ at, failedCount }) => (failedCount === undefined ? [] : [{ at, failedCount }]));
  // The count begins again when the statistics are reset, or the database is a restored one.
  const rises = counts.slice(1).flatMap(({ at, failedCount }, index) => {
    const rise = failedCount - counts[index].failedCount;
    return rise > 0 ? [{ at, rise }] : [];
  });
  const last = rises.at(-1);
  if (last === undefined) return [];
  const total = rises.reduce((sum, { rise }) => sum + rise, 0);
  return [
    finding(
      'archive-failures',
      'warning',
      `Shipping the log failed ${String(total)} ${total === 1 ? 'time' : 'times'} while it was watched, last before ${clockText(last.at, timezone)}.`,
    ),
  ];
}

/** Segments that the archive should have between others of the same timeline. */
function gapFindings({ segments }: ArchiveLog): readonly Finding[] {
  const byTimeline = new Map<number, number[]>();
  for (const { segment } of segments) {
    const known = byTimeline.get(segment.timeline);
    const number = segmentNumber(segment, USUAL_SEGMENT_BYTES);
    if (known === undefined) byTimeline.set(segment.timeline, [number]);
    else known.push(number);
  }
  return [...byTimeline].flatMap(([timeline, numbers]) => {
    const ascending = [...new Set(numbers)].sort((a, b) => a - b);
    const gaps = ascending.slice(1).flatMap((number, index) => {
      const [from, to] = [ascending[index] + 1, number - 1];
      return from <= to ? [{ from, to }] : [];
    });
    const missing = gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    if (missing === 0) return [];
    const name = (number: number): string => walSegmentName(segmentAt(number, timeline, USUAL_SEGMENT_BYTES));
    const [{ from, to }] = gaps;
    const where = from === to ? name(from) : `${name(from)} to ${name(to)}`;
    const text = `The log archive lacks ${counted(missing, 'segment')} of timeline ${String(timeline)} in ${counted(gaps.length, 'gap')}, first ${where}: no backup can be rolled forward across.`;
    return [finding('archive-gap', 'problem', text)];
  });
}

function lagFindings({ segments }: ArchiveLog): readonly Finding[] {
  const lags = segments.flatMap(({ readyAt, archivedAt }) =>
    readyAt === undefined || archivedAt < readyAt ? [] : [archivedAt - readyAt],
  );
  if (lags.length < LEAST_LAGS) return [];
  const usual = middleOf(lags);
  const recent = middleOf(lags.slice(-Math.ceil(lags.length / 10)));
  if (recent < GROWN * usual || recent < 1) return [];
  return [
    finding(
      'archive-lag-grows',
      'warning',
      `The log reaches the archive ever later: ${writtenDuration(recent)} after it is ready of late, usually ${writtenDuration(usual)}.`,
    ),
  ];
}

function middleOf(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}
