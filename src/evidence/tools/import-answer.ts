import type { Scenario } from '../../scenario/scenario.js';
import type { Instant } from '../../units/quantity.js';
import type { Assumption } from './against/assumption.js';
import { compareSurface } from './against/compare-surface.js';
import type { BackupLog, Remark } from './backup-log.js';
import { archiveFindings } from './findings/archive-findings.js';
import type { Finding } from './findings/finding.js';
import { keepingFindings } from './findings/keeping-findings.js';
import { runFindings } from './findings/run-findings.js';
import { inferSurface } from './infer/infer-surface.js';
import type { ObservedSurface } from './infer/observed.js';
import { surfaceEntries, type PartEntry } from './part/surface-entries.js';
import { observedValues, type ObservedValue } from './part/observed-values.js';
import type { ToolName } from './tool-name.js';

/** The answer of `drillcast import`, as its JSON has it. */
export interface ImportAnswer {
  readonly format: 'drillcast-import/1';
  readonly tool: { readonly name: 'drillcast'; readonly version: string };
  /** The files that were read. */
  readonly files: readonly string[];
  /** In which times without a zone were read, and times are shown. */
  readonly timezone: string;
  readonly surfaces: readonly ImportedSurface[];
  /** The scenario that was held against the history, as it was named; null when none was given. */
  readonly against: string | null;
  /** What was assumed or left out while reading. */
  readonly remarks: readonly Remark[];
}

/** What was read of one surface. */
export interface ImportedSurface {
  readonly name: string;
  readonly tool: ToolName;
  /** What the tool calls it; null when its output has no name. */
  readonly subject: string | null;
  /** The instant for which all is said, by RFC 3339. */
  readonly asOf: string;
  readonly runs: number;
  readonly restores: number;
  readonly values: readonly ObservedValue[];
  readonly findings: readonly Finding[];
  /** What the history cannot show, and what could not be written, in sentences. */
  readonly unseen: readonly string[];
  /** What the scenario assumes beside what the history shows; empty without a scenario. */
  readonly assumptions: readonly Assumption[];
}

export interface ImportOptions {
  readonly version: string;
  readonly files: readonly string[];
  readonly timezone: string;
  /** When the listings were taken; the newest instant in each log, when absent. */
  readonly now?: Instant;
  readonly scenario?: Scenario;
  /** What the scenario was called. */
  readonly against?: string;
}

/** Everything that is read from the logs, and the entries that go into a scenario. */
export interface ImportResult {
  readonly answer: ImportAnswer;
  readonly entries: readonly PartEntry[];
}

/** Infers, finds and compares: the whole of an import but for reading and writing files. */
export function importLogs(
  logs: readonly (readonly [name: string, log: BackupLog])[],
  remarks: readonly Remark[],
  options: ImportOptions,
): ImportResult {
  const { version, files, timezone, scenario, against } = options;
  const surfaces = logs.map(([name, log]) => importLog(log, name, options));
  return {
    answer: {
      format: 'drillcast-import/1',
      tool: { name: 'drillcast', version },
      files,
      timezone,
      surfaces: surfaces.map(({ surface }) => surface),
      against: scenario === undefined ? null : (against ?? scenario.name),
      remarks,
    },
    entries: surfaces.flatMap(({ entries }) => entries),
  };
}

function importLog(
  log: BackupLog,
  name: string,
  { timezone, now, scenario }: ImportOptions,
): { readonly surface: ImportedSurface; readonly entries: readonly PartEntry[] } {
  const timezones = [...new Set([timezone, 'UTC'])];
  const inferred = inferSurface(log, { name, timezones, ...(now === undefined ? {} : { now }) });
  const observed: ObservedSurface = inferred.surface;
  const { entries, left } = surfaceEntries(observed, scenario, timezone);
  return {
    entries,
    surface: {
      name,
      tool: log.tool,
      subject: log.subject ?? null,
      asOf: new Date(observed.asOf * 1000).toISOString(),
      runs: log.runs.length,
      restores: log.restores.length,
      values: observedValues(observed),
      findings: [
        ...runFindings(log, inferred, timezone),
        ...keepingFindings(log, inferred),
        ...archiveFindings(log, inferred, timezone),
      ],
      unseen: [...observed.unseen, ...left],
      assumptions: scenario === undefined ? [] : compareSurface(observed, scenario),
    },
  };
}
