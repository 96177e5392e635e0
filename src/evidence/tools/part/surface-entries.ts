import type { BackupProtection, Scenario, Surface } from '../../../scenario/scenario.js';
import { dayText } from '../clock-text.js';
import type { Observed, ObservedLaw, ObservedLevel, ObservedSurface } from '../infer/observed.js';
import { TOOL_TITLES } from '../tool-name.js';
import {
  writtenDuration,
  writtenDurations,
  writtenKeep,
  writtenRate,
  writtenSchedule,
  writtenShare,
  writtenSize,
} from './written-value.js';

/** One value of the part: where it goes, and what is written there. */
export interface PartEntry {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** The values of a surface that can stand in a scenario, and sentences on what cannot yet. */
export interface SurfaceEntries {
  readonly entries: readonly PartEntry[];
  readonly left: readonly string[];
}

/**
 * What is observed of a surface as entries of a scenario file, each with its source. A kind of run needs a schedule and a
 * duration, a log archive its period and its volume: where one of them is not seen and the scenario that is built on does
 * not have it either, what is seen would be a problem of the file, and is told instead.
 *
 * @param target the scenario that the entries go into or build on.
 */
export function surfaceEntries(
  observed: ObservedSurface,
  target: Scenario | undefined,
  timezone: string,
): SurfaceEntries {
  const surface = target?.surfaces.find(({ name }) => name === observed.name);
  const copy = copyIn(observed, surface);
  const known = surface?.copies.find(({ name }) => name === copy)?.protection;
  const backup = known?.kind === 'backup' ? known : undefined;
  const isWaiting = backup?.overlap === 'skip' || backup?.overlap === 'queue';
  const builder = new EntryBuilder(observed, dayText(observed.asOf, timezone), isWaiting);
  const isBacked = builder.copy(copy, backup);
  builder.size(isBacked || surface !== undefined);
  if (copy === 'base-backup') builder.archive(backup, isBacked);
  return { entries: builder.entries, left: builder.left };
}

/** Where the scenario has one kind of copy of the two that these runs can be, that one. */
export function copyIn(
  { copy }: Pick<ObservedSurface, 'copy'>,
  surface: Surface | undefined,
): 'base-backup' | 'snapshots' {
  const has = (name: string): boolean => surface?.copies.some((own) => own.name === name) ?? false;
  const other = copy === 'base-backup' ? 'snapshots' : 'base-backup';
  return !has(copy) && has(other) ? other : copy;
}

class EntryBuilder {
  readonly entries: PartEntry[] = [];
  readonly left: string[] = [];

  constructor(
    private readonly observed: ObservedSurface,
    private readonly asOf: string,
    private readonly isWaiting: boolean,
  ) {}

  size(isPlaced: boolean): void {
    const { size } = this.observed;
    if (!isPlaced || size === undefined) return;
    this.add(['size'], writtenSize(size.value), size);
    // A surface is read from its size on.
    this.entries.unshift(...this.entries.splice(-1));
  }

  /** @returns whether the surface then has this copy. */
  copy(copy: 'base-backup' | 'snapshots', known: BackupProtection | undefined): boolean {
    const { levels, keep, consistentAt } = this.observed;
    const full = levels.find(({ level }) => level === 'full');
    if (known === undefined && !isWhole(full)) {
      if (levels.length > 0)
        this.left.push(
          `"${copy}" is left out of the part: it needs a schedule and a duration of fulls, and not both are seen.`,
        );
      return false;
    }
    if (full !== undefined) this.runs([copy], full);
    if (keep !== undefined) this.add([copy, 'keep'], writtenKeep(keep.value), keep);
    if (copy === 'snapshots') return true;
    if (consistentAt !== undefined && known?.consistentAt !== consistentAt) {
      this.entries.push({ path: ['surfaces', this.observed.name, copy, 'consistent-at'], value: consistentAt });
    }
    for (const level of levels.filter((one) => one.level !== 'full')) {
      const isKnown = known?.[level.level === 'differential' ? 'differential' : 'incremental'] !== undefined;
      if (isKnown || isWhole(level)) this.runs([copy, level.level], level);
      else
        this.left.push(
          `"${level.level}" is left out of the part: it needs a schedule and a duration, and not both are seen.`,
        );
    }
    return true;
  }

  archive(known: BackupProtection | undefined, isBacked: boolean): void {
    const { every, lag, volume } = this.observed.archive;
    if (every === undefined && lag === undefined && volume === undefined) return;
    const isKnown = known?.logArchive !== undefined;
    if (!isBacked || (!isKnown && (every === undefined || volume === undefined))) {
      this.left.push(
        '"log-archive" is left out of the part: it needs a backup to roll forward, its period and its volume, and not all are seen.',
      );
      return;
    }
    if (every !== undefined) this.add(['log-archive', 'every'], writtenDuration(every.value), every);
    if (lag !== undefined) this.add(['log-archive', 'lag'], writtenDurations(lag.value), lag, knownBy(lag));
    if (volume !== undefined) this.add(['log-archive', 'volume'], writtenRate(volume.value), volume);
  }

  private runs(path: readonly string[], { level, schedule, takes, succeeds, size }: ObservedLevel): void {
    if (schedule !== undefined) this.add([...path, 'schedule'], writtenSchedule(schedule.value), schedule);
    if (takes !== undefined) {
      // How long runs take that wait for each other also settles how far the engine looks back: it is not drawn.
      const known = this.isWaiting ? undefined : knownBy(takes);
      this.add([...path, 'takes'], writtenDurations(takes.value), takes, known);
    }
    if (succeeds !== undefined) {
      const known = succeeds.value > 0 && succeeds.value < 1 ? succeeds.trials : undefined;
      this.add([...path, 'succeeds'], writtenShare(succeeds.value), succeeds, known);
    }
    if (size === undefined) return;
    if (level === 'full' && this.isCompressed(size.value)) {
      this.left.push(
        `"size" of fulls is left out of the part: a full has ${writtenSize(size.value)} in the repository, but a restore also writes the whole size.`,
      );
      return;
    }
    this.add([...path, 'size'], writtenSize(size.value), size);
  }

  /** Less in the repository than there is to restore: what a restore moves is not told by it. */
  private isCompressed(bytes: number): boolean {
    return this.observed.size !== undefined && bytes < this.observed.size.value;
  }

  /** Laws and cron maps have room for a source beside them; what else there is stands under `value`. */
  private add(path: readonly string[], value: unknown, { origin, words }: Observed<unknown>, countsAs?: number): void {
    const isWholeMap = typeof value === 'object' && value !== null && ('empirical' in value || 'cron' in value);
    const note = `${TOOL_TITLES[this.observed.tool]}, ${words.startsWith(origin) ? words : `${origin}: ${words}`}`;
    this.entries.push({
      path: ['surfaces', this.observed.name, ...path],
      value: {
        ...(isWholeMap ? value : { value }),
        source: 'imported',
        'as-of': this.asOf,
        ...(countsAs === undefined ? {} : { 'counts-as': Math.min(countsAs, MOST_COUNTED) }),
        note,
      },
    });
  }
}

/** More measurements than that are the same as knowing. */
const MOST_COUNTED = 1_000_000;

/**
 * By how many measurements a law is known: one per value. Values that are all alike leave nothing open, and a law without a
 * spread would be taken as known by a factor of two.
 */
function knownBy({ value, values }: ObservedLaw): number | undefined {
  return value.kind === 'fixed' && values.length > 1 ? undefined : values.length;
}

function isWhole(level: ObservedLevel | undefined): boolean {
  return level?.schedule !== undefined && level.takes !== undefined;
}
