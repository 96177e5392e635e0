import type { SurfacePlan } from '../plan/plan.js';
import { BackupHistory } from './backup-history.js';
import type { BlockDraws } from './block-draws.js';
import { ReplicationHistory } from './replication-history.js';

/** What kept a second copy of every surface before the strike, and what each would be restored to. */
export class Protection {
  /** Loss of each surface as things stand, in seconds: 0 for one that does not age, NaN for one with no copy. */
  readonly surfaceLoss: Float64Array;
  /** Largest loss over the data-bearing surfaces, in seconds. */
  loss = 0;

  /** One entry per surface; undefined for one that does not age. */
  readonly histories: readonly (BackupHistory | ReplicationHistory | undefined)[];
  readonly #surfaces: readonly SurfacePlan[];
  #strike = 0;

  constructor(surfaces: readonly SurfacePlan[], seed: number, epoch: number) {
    this.#surfaces = surfaces;
    this.surfaceLoss = new Float64Array(surfaces.length);
    this.histories = surfaces.map(({ protection }) => {
      switch (protection.kind) {
        case 'backup':
          return new BackupHistory(protection, seed, epoch);
        case 'replication':
          return new ReplicationHistory(protection, seed, epoch);
        case 'ageless':
          return undefined;
        default:
          return protection satisfies never;
      }
    });
  }

  /**
   * Finds the recovery point of every surface; false when a data-bearing one has none. Another surface without
   * a copy is lost too, but the platform can live without its past.
   */
  begin(incident: number, row: number, strike: number, draws: BlockDraws): boolean {
    this.#strike = strike;
    for (let surface = 0; surface < this.histories.length; surface++) {
      const history = this.histories[surface];
      if (history instanceof BackupHistory) {
        history.begin(incident, row, strike, draws);
        this.surfaceLoss[surface] = strike - history.recoveryPoint;
      } else if (history instanceof ReplicationHistory) {
        history.begin(incident, strike);
        this.surfaceLoss[surface] = strike - history.recoveryPoint;
      }
    }
    this.#sumUp();
    return !Number.isNaN(this.loss);
  }

  /** Whether a restore of the surface's chosen backup fails in the end. */
  isBad(surface: number): boolean {
    return this.#backups(surface).isBad();
  }

  /** Gives up the surface's chosen backup for the next older one; false when there is none. */
  chooseOlder(surface: number): boolean {
    const history = this.#backups(surface);
    const isFound = history.chooseOlder();
    this.surfaceLoss[surface] = this.#strike - history.recoveryPoint;
    this.#sumUp();
    return isFound;
  }

  isDataBearing(surface: number): boolean {
    return this.#surfaces[surface].isDataBearing;
  }

  /** Bytes that a transfer of this part of a surface moves. */
  bytes(surface: number, part: 'size' | 'to-restore' | 'log-to-replay'): number {
    switch (part) {
      case 'size':
        return this.#surfaces[surface].size;
      case 'to-restore':
        return this.#backups(surface).bytesToRestore;
      case 'log-to-replay': {
        const history = this.#backups(surface);
        return history.log === undefined ? 0 : history.logSpan * history.log.plan.volume;
      }
      default:
        return part satisfies never;
    }
  }

  #backups(surface: number): BackupHistory {
    const history = this.histories[surface];
    if (history instanceof BackupHistory) return history;
    throw new Error(`Protection: surface ${this.#surfaces[surface].name} has no backups`);
  }

  #sumUp(): void {
    this.loss = 0;
    for (let surface = 0; surface < this.#surfaces.length; surface++) {
      if (!this.#surfaces[surface].isDataBearing) continue;
      // Math.max keeps NaN: a surface that is lost leaves no loss to name.
      this.loss = Math.max(this.loss, this.surfaceLoss[surface]);
    }
  }
}
