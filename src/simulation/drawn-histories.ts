import type { CopyPlan, Plan } from '../plan/plan.js';
import { BackupHistory } from './backup-history.js';
import type { CopyHistory } from './copy-history.js';
import { ReplicaState } from './replica-state.js';
import { ReplicationHistory } from './replication-history.js';
import { VersionStore } from './version-store.js';

/** The past of every copy, by surface and copy, as it is drawn backwards from each strike. */
export function drawnHistories(
  { surfaces, epoch }: Pick<Plan, 'surfaces' | 'epoch'>,
  seed: number,
): readonly (readonly CopyHistory[])[] {
  return surfaces.map(({ copies }) => copies.map((copy) => historyOf(copy, seed, epoch)));
}

function historyOf({ protection }: CopyPlan, seed: number, epoch: number): CopyHistory {
  switch (protection.kind) {
    case 'backup':
      return new BackupHistory(protection, seed, epoch);
    case 'replication':
      return new ReplicationHistory(protection, seed, epoch);
    case 'replica':
      return new ReplicaState(protection, seed);
    case 'versions':
      return new VersionStore(protection);
    case 'ageless':
      return undefined;
    default:
      return protection satisfies never;
  }
}
