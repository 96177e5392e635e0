import type { BackupPlan, ProtectionPlan, RetentionPlan, SurfacePlan } from '../plan/plan.js';
import { BLOCK_INCIDENTS } from './block-draws.js';
import type { BlockDraws } from './block-draws.js';
import type { ColumnRoom } from './column-room.js';
import { LogArchive } from './log-archive.js';
import { NewestRuns } from './newest-runs.js';

/** What one surface of a block is restored to; columns have one value per incident. */
interface SurfaceColumns {
  readonly plan: SurfacePlan;
  /** Undefined for a surface that does not age. */
  readonly runs: NewestRuns | undefined;
  readonly log: LogArchive | undefined;
  /** Newest archived boundary of the log, relative to the period. */
  readonly boundaries: Float64Array;
  /** Seconds of log from the start of the chosen backup to the recovery point. */
  readonly logSpans: Float64Array;
}

/** What the surfaces of a simulator have in common. */
interface ProtectionWorld {
  readonly seed: number;
  readonly epoch: number;
  readonly room: ColumnRoom;
}

/** Whether `ProtectionColumns` knows how the surface is protected: by one copy that does not age, or has runs of one level. */
export function hasProtectionColumns({ copies }: SurfacePlan): boolean {
  const [{ protection, readableWith }] = copies;
  if (copies.length !== 1 || readableWith >= 0) return false;
  switch (protection.kind) {
    case 'backup':
      return protection.runs.length === 1 && keepsNewest(protection.keep) && runsWhenDue(protection);
    case 'replication':
    case 'ageless':
      return true;
    case 'replica':
    case 'versions':
      return false;
    default:
      return protection satisfies never;
  }
}

/** Whether a run starts when it is due and takes as long at any hour, so that it knows nothing of the others. */
function runsWhenDue({ line, runs }: BackupPlan): boolean {
  return line === undefined && runs.every(({ load }) => load === undefined);
}

/** Whether no rule of retention ever prunes the newest usable full. */
function keepsNewest({ count, calendar }: RetentionPlan): boolean {
  return count >= 1 || calendar !== undefined;
}

/**
 * What `Protection` finds for one incident, for all incidents of a block, to the last bit: the recovery point of every
 * surface, as a loss. The backup that was chosen is never given up for an older one.
 */
export class ProtectionColumns {
  /** Loss of each surface, in seconds, one column per surface. */
  readonly surfaceLosses: readonly Float64Array[];
  /** Largest loss over the data-bearing surfaces, in seconds; NaN where one of them had no copy left. */
  readonly losses: Float64Array;

  readonly #room: ColumnRoom;
  readonly #surfaces: readonly SurfaceColumns[];

  /** @param surfaces of which `hasProtectionColumns` holds. */
  constructor(surfaces: readonly SurfacePlan[], world: ProtectionWorld) {
    const { room } = world;
    this.#room = room;
    this.losses = room.values(BLOCK_INCIDENTS);
    this.surfaceLosses = surfaces.map(() => room.values(BLOCK_INCIDENTS));
    this.#surfaces = surfaces.map((plan): SurfaceColumns => {
      const [{ protection }] = plan.copies;
      const log =
        protection.kind === 'backup' ? protection.log && new LogArchive(protection.log, world.seed) : undefined;
      return {
        plan,
        runs: runsOf(protection, world),
        log,
        boundaries: new Float64Array(log === undefined ? 0 : BLOCK_INCIDENTS),
        logSpans: new Float64Array(BLOCK_INCIDENTS),
      };
    });
  }

  /** Finds all recovery points of the block that begins with incident `first`. */
  begin(first: number, strikes: Float64Array, draws: BlockDraws): void {
    for (let surface = 0; surface < this.#surfaces.length; surface++) {
      const columns = this.#surfaces[surface];
      const { runs, log, plan } = columns;
      const [{ protection }] = plan.copies;
      if (runs === undefined) continue;
      runs.find(first, strikes);
      log?.fillBoundaries(first, strikes, draws, columns.boundaries);
      if (protection.kind === 'backup') restoreBackups(protection, columns, strikes, this.surfaceLosses[surface]);
      else fillDifferences(strikes, runs.start, this.surfaceLosses[surface]);
    }
    this.#sumUp();
  }

  /** Puts the bytes that a transfer of this part of a surface moves in each incident into `out`. */
  fillBytes(surface: number, part: 'size' | 'to-restore' | 'log-to-replay', out: Float64Array): void {
    const { plan, runs, log, logSpans } = this.#surfaces[surface];
    const [{ protection }] = plan.copies;
    switch (part) {
      case 'size':
        out.fill(plan.size);
        return;
      case 'to-restore': {
        if (protection.kind !== 'backup' || runs === undefined) throw noBackups(plan);
        const { size } = protection.runs[0];
        for (let row = 0; row < BLOCK_INCIDENTS; row++) out[row] = Number.isNaN(runs.start[row]) ? 0 : size;
        return;
      }
      case 'log-to-replay': {
        if (protection.kind !== 'backup') throw noBackups(plan);
        const volume = log === undefined ? 0 : log.plan.volume;
        for (let row = 0; row < BLOCK_INCIDENTS; row++) out[row] = logSpans[row] * volume;
        return;
      }
      default:
        part satisfies never;
    }
  }

  #sumUp(): void {
    const { losses } = this;
    losses.fill(0);
    for (let surface = 0; surface < this.#surfaces.length; surface++) {
      if (!this.#surfaces[surface].plan.isDataBearing) continue;
      // NaN stays: a surface that is lost leaves no loss to name.
      this.#room.fillLarger(losses, this.surfaceLosses[surface], losses);
    }
  }
}

function runsOf(
  protection: ProtectionPlan,
  world: { readonly seed: number; readonly epoch: number },
): NewestRuns | undefined {
  switch (protection.kind) {
    case 'backup':
      return new NewestRuns(protection.runs[0], protection.horizon, world);
    case 'replication':
      return new NewestRuns(protection.runs, protection.horizon, world);
    case 'ageless':
    case 'replica':
    case 'versions':
      return undefined;
    default:
      return protection satisfies never;
  }
}

/** The loss of a surface that is restored from a backup and rolled forward through its log, where that is whole. */
function restoreBackups(
  plan: BackupPlan,
  { runs, log, boundaries, logSpans }: SurfaceColumns,
  strikes: Float64Array,
  losses: Float64Array,
): void {
  if (runs === undefined) throw new Error('ProtectionColumns: a surface with backups has no runs');
  const { start: starts } = runs;
  const consistent = plan.isConsistentAtEnd ? runs.end : starts;
  if (log === undefined) {
    fillDifferences(strikes, consistent, losses);
    return;
  }
  const { keep } = log.plan;
  for (let row = 0; row < BLOCK_INCIDENTS; row++) {
    const isLogWhole = strikes[row] - starts[row] <= keep;
    const point = isLogWhole && boundaries[row] > consistent[row] ? boundaries[row] : consistent[row];
    const span = point - starts[row];
    logSpans[row] = span === span ? span : 0;
    losses[row] = strikes[row] - point;
  }
}

function fillDifferences(later: Float64Array, earlier: Float64Array, out: Float64Array): void {
  for (let row = 0; row < BLOCK_INCIDENTS; row++) out[row] = later[row] - earlier[row];
}

function noBackups({ name }: SurfacePlan): Error {
  return new Error(`ProtectionColumns: surface ${name} has no backups`);
}
