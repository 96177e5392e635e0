import type { Law } from '../../../distributions/law.js';
import type { Retention, Schedule } from '../../../scenario/scenario.js';
import type { Instant } from '../../../units/quantity.js';
import type { BackupLevel, BackupLog } from '../backup-log.js';
import type { ToolName } from '../tool-name.js';

/** A value with how it came about: the tool states it, or it is inferred from what ran. */
export interface Observed<Value> {
  readonly value: Value;
  readonly origin: 'stated' | 'inferred';
  /** From what, in words: `14 runs, 13 of them within a quarter of its period`. */
  readonly words: string;
}

/** A law with the values behind it. */
export interface ObservedLaw extends Observed<Law> {
  /** Ascending, in the base unit. */
  readonly values: readonly number[];
}

/** A share with the counts behind it. */
export interface ObservedShare extends Observed<number> {
  readonly successes: number;
  readonly trials: number;
}

/** What is known of the runs of one level. */
export interface ObservedLevel {
  readonly level: BackupLevel;
  readonly runs: number;
  readonly schedule?: Observed<Schedule>;
  readonly takes?: ObservedLaw;
  readonly succeeds?: ObservedShare;
  /** Bytes that a restore reads for a run. */
  readonly size?: Observed<number>;
  /** Due times without a run. */
  readonly missing: readonly number[];
}

/** What is known of the log archive. */
export interface ObservedArchive {
  readonly every?: Observed<number>;
  readonly lag?: ObservedLaw;
  /** Bytes of log per second. */
  readonly volume?: Observed<number>;
}

/** What a tool's history shows of one surface, in the terms of the scenario language. */
export interface ObservedSurface {
  readonly tool: ToolName;
  /** Its name in the scenario. */
  readonly name: string;
  readonly subject: string | undefined;
  readonly copy: BackupLog['copy'];
  readonly consistentAt: BackupLog['consistentAt'];
  /** The instant for which all this is said. */
  readonly asOf: Instant;
  readonly size?: Observed<number>;
  readonly levels: readonly ObservedLevel[];
  readonly keep?: Observed<Retention>;
  readonly archive: ObservedArchive;
  readonly restores?: ObservedLaw;
  /** What cannot be seen, and why, in sentences. */
  readonly unseen: readonly string[];
}
