import { z } from 'zod';
import { instantIso, parseInstant } from '../../units/parse-instant.js';
import type { Instant } from '../../units/quantity.js';
import type { Drill, DrillKind } from './drill.js';
import { DRILL_ENDS, DRILL_KINDS } from './drill-shape.js';

/** What is written down of a drill while it runs: one line of JSON per entry, never changed afterwards. */
export type LogEntry = LogHeader | StepMark | NoteMark | LossMark | EndMark;

/** The first line: which drill this is, and the steps that may be marked without being asked about. */
export interface LogHeader {
  readonly entry: 'drill';
  readonly format: 'drillcast-drill-log/1';
  readonly at: Instant;
  readonly began: Instant;
  readonly name: string;
  readonly kind: DrillKind;
  readonly environment: string;
  /** The kind of incident; absent when it was not said, and in logs of before. */
  readonly incident?: string | undefined;
  readonly scenario: string;
  readonly steps: readonly string[];
  readonly surfaces: readonly string[];
}

/** That a step was begun, done, or has failed. */
export interface StepMark {
  readonly entry: 'start' | 'done' | 'failed';
  readonly at: Instant;
  readonly step: string;
  readonly note: string;
}

/** A text for people, about a step or, with an empty name, about the drill. */
export interface NoteMark {
  readonly entry: 'note';
  readonly at: Instant;
  readonly step: string;
  readonly note: string;
}

/** How old the restored state of a surface turned out to be, in seconds. */
export interface LossMark {
  readonly entry: 'rpo';
  readonly at: Instant;
  readonly surface: string;
  readonly seconds: number;
  readonly isCensored: boolean;
}

export interface EndMark {
  readonly entry: 'end';
  readonly at: Instant;
  readonly ended: Drill['ended'];
}

const text = z.string();
const at = text.transform((value, context): Instant => {
  const parsed = parseInstant(value);
  if (parsed.kind === 'read') return parsed.value;
  context.addIssue('no instant');
  return z.NEVER;
});

const ENTRY: z.ZodType<LogEntry> = z.discriminatedUnion('entry', [
  z.object({
    entry: z.literal('drill'),
    format: z.literal('drillcast-drill-log/1'),
    at,
    began: at,
    name: text,
    kind: z.enum(DRILL_KINDS),
    environment: text,
    incident: text.optional(),
    scenario: text,
    steps: z.array(text),
    surfaces: z.array(text),
  }),
  z.object({ entry: z.enum(['start', 'done', 'failed']), at, step: text, note: text }),
  z.object({ entry: z.literal('note'), at, step: text, note: text }),
  z.object({ entry: z.literal('rpo'), at, surface: text, seconds: z.number().min(0), isCensored: z.boolean() }),
  z.object({ entry: z.literal('end'), at, ended: z.enum(DRILL_ENDS) }),
]);

/** A log as far as it can be read: what cannot is told with its line, and kept in the file. */
export interface DrillLog {
  readonly header: LogHeader | undefined;
  readonly entries: readonly Exclude<LogEntry, LogHeader>[];
  readonly faults: readonly LogFault[];
}

export interface LogFault {
  /** Counted from 1. */
  readonly line: number;
  readonly words: string;
}

/** An entry as a line of a log, with its line break. */
export function logLine(entry: LogEntry): string {
  const written = {
    ...entry,
    at: instantIso(entry.at),
    ...(entry.entry === 'drill' ? { began: instantIso(entry.began) } : {}),
  };
  return `${JSON.stringify(written)}\n`;
}

/**
 * Reads a log. A line that was cut off, because the power failed or the disk was full, is told and left out; whatever
 * stands before and behind it counts. Of two headers, from two recorders that began at once, the first counts.
 */
export function readDrillLog(content: string): DrillLog {
  const entries: Exclude<LogEntry, LogHeader>[] = [];
  const faults: LogFault[] = [];
  let header: LogHeader | undefined;
  const lines = content.split('\n');
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const isLast = index === lines.length - 1;
    const entry = entryOf(line);
    if (entry === undefined) {
      const words = isLast
        ? 'the last line was cut off while it was written'
        : 'this line was cut off, or is no entry of a log';
      faults.push({ line: index + 1, words: `${words}: ${line.slice(0, 60)}` });
    } else if (entry.entry !== 'drill') entries.push(entry);
    else header ??= entry;
  });
  return { header, entries, faults };
}

function entryOf(line: string): LogEntry | undefined {
  try {
    return ENTRY.safeParse(JSON.parse(line)).data;
  } catch (error) {
    // What is no JSON is no entry; anything else would be a fault of ours.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
