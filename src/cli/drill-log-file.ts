import { logLine, readDrillLog, type LogEntry } from '../evidence/drills/drill-log.js';
import { runningDrill, type RunningDrill } from '../evidence/drills/running-drill.js';
import { nearestName } from '../scenario/nearest-name.js';
import { instant, type Instant } from '../units/quantity.js';
import { parseInstant } from '../units/parse-instant.js';
import { Refusal } from './refusal.js';
import type { World } from './world.js';

/**
 * The drill of a log as it stands now; undefined when there is no such file yet.
 *
 * @throws Refusal when the file is no log of a drill.
 */
export function openDrillLog(path: string, { files }: World): RunningDrill | undefined {
  if (!files.isFile(path)) return undefined;
  const log = readDrillLog(files.read(path));
  if (log.header !== undefined) return runningDrill(log);
  throw new Refusal(`${path}: this is no log of a drill`, 'give another --file, or begin a drill with "drills record"');
}

/** Adds an entry to a log; when it comes back the entry survives a loss of power. */
export function appendEntry(path: string, entry: LogEntry, { files }: World): void {
  files.append(path, logLine(entry));
}

/** The present instant, by the clock on the wall. */
export function presentInstant({ wallClock }: World): Instant {
  return instant(wallClock() / 1000);
}

/**
 * An instant as it was written on the command line.
 *
 * @throws Refusal when it is none, or has no time zone.
 */
export function instantOption(text: string, option: string): Instant {
  const parsed = parseInstant(text);
  if (parsed.kind === 'read') return parsed.value;
  const wanted = parsed.kind === 'no-zone' ? 'an instant with its time zone' : 'an instant';
  throw new Refusal(`${option}: expected ${wanted}, found ${text}`, `write ${option} 2026-11-23T08:40:17Z`);
}

/**
 * Holds a name against those that the runbook, or the scenario, has.
 *
 * @throws Refusal when it has none of that name.
 */
export function requireKnown(
  kind: 'step' | 'surface' | 'incident',
  name: string,
  known: readonly string[],
  mend: string,
): void {
  if (known.includes(name)) return;
  const nearest = nearestName(name, known);
  const meant = nearest === undefined ? `it has ${known.join(', ')}` : `did you mean "${nearest}"?`;
  throw new Refusal(`the scenario has no ${kind} "${name}"`, mend === '' ? meant : `${meant} Or ${mend}`);
}
