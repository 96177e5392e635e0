/** A segment of PostgreSQL's write-ahead log: a file of the archive. */
export interface WalSegment {
  readonly timeline: number;
  /** The two halves of its number: the file of 4 GiB, and the segment in it. */
  readonly high: number;
  readonly low: number;
}

/** What `initdb` sets unless it is told otherwise. */
export const USUAL_SEGMENT_BYTES = 16 * 2 ** 20;

const SEGMENT = /(?:^|\/)([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})(?=$|[-.])/;

/**
 * The segment that a file of an archive holds: `000000010000000A000000FE`, with what tools append to it (`.gz`, a
 * checksum). Undefined for what else lies there: timeline histories, backup labels, partial segments.
 *
 * @source PostgreSQL 15, `XLogFileName` in src/include/access/xlog_internal.h: eight hexadecimal digits each of
 *   timeline, log file and segment.
 */
export function walSegmentOf(name: string): WalSegment | undefined {
  const match = SEGMENT.exec(name.toUpperCase());
  if (match === null || /\.(BACKUP|PARTIAL|HISTORY)/.test(name.toUpperCase())) return undefined;
  const [timeline, high, low] = match.slice(1, 4).map((digits) => Number.parseInt(digits, 16)) as [
    number,
    number,
    number,
  ];
  return { timeline, high, low };
}

/** The name of a segment as PostgreSQL writes it. */
export function walSegmentName({ timeline, high, low }: WalSegment): string {
  return [timeline, high, low].map((part) => part.toString(16).toUpperCase().padStart(8, '0')).join('');
}

/** The place of a segment in the log, counted from its beginning. */
export function segmentNumber({ high, low }: WalSegment, segmentBytes: number): number {
  return high * (2 ** 32 / segmentBytes) + low;
}

/** The segment of a timeline that stands at a place of the log. */
export function segmentAt(number: number, timeline: number, segmentBytes: number): WalSegment {
  const perFile = 2 ** 32 / segmentBytes;
  return { timeline, high: Math.floor(number / perFile), low: number % perFile };
}

/**
 * A position in the log, in bytes from its beginning: `0/D4004080`. Undefined when the text is none.
 *
 * @source PostgreSQL documentation, "pg_lsn Type": two hexadecimal numbers of up to 8 digits each, parted by a slash.
 */
export function logPositionOf(text: string): number | undefined {
  const match = /^([0-9A-Fa-f]{1,8})\/([0-9A-Fa-f]{1,8})$/.exec(text.trim());
  return match === null ? undefined : Number.parseInt(match[1], 16) * 2 ** 32 + Number.parseInt(match[2], 16);
}
