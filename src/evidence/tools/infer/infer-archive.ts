import { present } from '../../../scenario/present.js';
import { writtenDuration } from '../part/written-value.js';
import type { ArchiveLog, BackupLog } from '../backup-log.js';
import { segmentNumber, USUAL_SEGMENT_BYTES } from '../wal-segment.js';
import { inferLaw } from './infer-law.js';
import type { Observed, ObservedArchive } from './observed.js';

/** Fewer arrivals are no rhythm. */
const LEAST_ARRIVALS = 3;

/** What a log says of its archive: how often a segment is shipped, how long that takes, and how much log there is. */
export function inferArchive(log: BackupLog): ObservedArchive {
  const { archive } = log;
  const lags = archive.segments.flatMap(({ readyAt, archivedAt }) =>
    readyAt === undefined || archivedAt < readyAt ? [] : [archivedAt - readyAt],
  );
  return present({
    every: inferEvery(archive),
    lag: inferLaw(lags, 'segments'),
    volume: inferVolume(log),
  });
}

/** The instants at which segments arrived, ascending, each once: by the listing, or else by the samples. */
export function arrivalsOf({ segments, samples }: ArchiveLog): readonly number[] {
  const arrivals =
    segments.length > 0
      ? segments.map(({ archivedAt }) => archivedAt)
      : samples.flatMap(({ lastArchivedAt }) => (lastArchivedAt === undefined ? [] : [lastArchivedAt]));
  return [...new Set<number>(arrivals)].sort((a, b) => a - b);
}

/**
 * How often a segment is shipped. Where the tool states a timeout, that: the language asks for "at latest". Else the
 * period whose segments are, at a random instant, as old on average as those that were seen: with intervals x that age is
 * E[x²] / (2 E[x]), and that of a period p is p / 2, so p = E[x²] / E[x]. A long interval thus counts for as much as it
 * is met, and not as one of many.
 *
 * @source W. Feller, "An Introduction to Probability Theory and Its Applications" 2 (1971), XI.4: the inspection paradox.
 */
function inferEvery(archive: ArchiveLog): Observed<number> | undefined {
  if (archive.timeout !== undefined) {
    return { value: archive.timeout, origin: 'stated', words: 'the archive timeout of the database' };
  }
  const arrivals = arrivalsOf(archive);
  if (arrivals.length < LEAST_ARRIVALS) return undefined;
  const intervals = arrivals.slice(1).map((arrival, index) => arrival - arrivals[index]);
  const sum = intervals.reduce((total, interval) => total + interval, 0);
  const squares = intervals.reduce((total, interval) => total + interval * interval, 0);
  const value = Math.max(1, squares / sum);
  const mean = writtenDuration(sum / intervals.length);
  return {
    value,
    origin: 'inferred',
    words: `${String(arrivals.length)} arrivals ${mean} apart on average; the period under which as much log is at risk`,
  };
}

/** Bytes of log per second, from positions in the log: of the samples, of the backups, or by the number of segments. */
function inferVolume({ archive, runs }: BackupLog): Observed<number> | undefined {
  const sampled = archive.samples.flatMap(({ at, logPosition }) =>
    logPosition === undefined ? [] : [{ at, position: logPosition }],
  );
  const ofRuns = runs.flatMap(({ startedAt, log }) =>
    startedAt === undefined || log === undefined ? [] : [{ at: startedAt, position: log.start }],
  );
  const ofSegments = archive.segments.map(({ segment, archivedAt }) => ({
    at: archivedAt,
    position: (segmentNumber(segment, USUAL_SEGMENT_BYTES) + 1) * USUAL_SEGMENT_BYTES,
  }));
  return (
    volumeOf(sampled, 'samples of the position in the log') ??
    volumeOf(ofRuns, 'positions in the log at which backups began') ??
    volumeOf(ofSegments, 'segments of the archive, each of 16 MiB')
  );
}

function volumeOf(
  points: readonly { readonly at: number; readonly position: number }[],
  noun: string,
): Observed<number> | undefined {
  const ascending = [...points].sort((a, b) => a.at - b.at);
  const [first, last] = [ascending.at(0), ascending.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [bytes, time] = [last.position - first.position, last.at - first.at];
  if (!(bytes > 0 && time > 0)) return undefined;
  return {
    value: bytes / time,
    origin: 'inferred',
    words: `${String(points.length)} ${noun}, over ${writtenDuration(time)}`,
  };
}
