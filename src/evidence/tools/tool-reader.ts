import type { BackupLog } from './backup-log.js';
import type { ToolDocument } from './text/tool-document.js';
import type { ToolName } from './tool-name.js';
import type { ToolReading } from './tool-reading.js';

/** Reads the output of one tool into the neutral form. */
export interface ToolReader {
  readonly tool: ToolName;
  /** What it reads and the command that prints it, for problems: `the stanzas of "pgbackrest info --output=json"`. */
  readonly reads: string;
  /** Whether the document looks like the output of this tool, of whatever version. */
  readonly recognises: (document: ToolDocument) => boolean;
  /** The logs of all things in the document; what is wrong is noted in the reading. */
  readonly read: (reading: ToolReading) => readonly BackupLog[];
}

/** The roots of a document that is no table. */
export function rootsOf(document: ToolDocument): readonly unknown[] {
  return document.kind === 'objects' ? document.roots : [];
}

/** True for a map, whatever is in it. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A log in which nothing is known yet but whose it is. */
export function emptyLog(log: Pick<BackupLog, 'tool' | 'copy' | 'listsFailures'>): BackupLog {
  return {
    ...log,
    runs: [],
    archive: { segments: [], samples: [] },
    stated: { schedules: [] },
    restores: [],
    listings: [],
    remarks: [],
  };
}
