import type { CopyPlan, Plan } from '../../plan/plan.js';
import { PlayedBackupCopy } from './played-backup-copy.js';
import type { PlayedCopy } from './played-copy.js';
import { PlayedReplica } from './played-replica.js';
import { PlayedReplication } from './played-replication.js';
import { PlayedVersions } from './played-versions.js';

/** How a copy is played; undefined for one that does not age and keeps nothing that is counted. */
export function playCopy({ protection }: CopyPlan, size: number, plan: Plan, seed: number): PlayedCopy | undefined {
  // Without a size there is nothing to count.
  const bytes = Number.isNaN(size) ? 0 : size;
  switch (protection.kind) {
    case 'backup':
      return new PlayedBackupCopy(protection, plan, seed);
    case 'replication':
      return new PlayedReplication(protection, bytes, plan.epoch, seed);
    case 'replica':
      return new PlayedReplica(protection, bytes, seed);
    case 'versions':
      return new PlayedVersions(protection);
    case 'ageless':
      return undefined;
    default:
      return protection satisfies never;
  }
}
