import type { BackupPlan, Plan, ProtectionPlan } from '../../plan/plan.js';
import type { AlertSignal } from './alerts-report.js';

/** A signal of a copy that can be watched. */
export interface WatchedSignal {
  readonly kind: AlertSignal;
  /** Indices of the surface and of its copy. */
  readonly surface: number;
  readonly copy: number;
}

/**
 * Everything that ages or lags while nobody looks, in the order of the plan: of the data-bearing surfaces alone, since
 * only their loss counts towards RPO. Versions, version stores and what is rebuilt do not age.
 */
export function watchedSignals({ surfaces }: Plan): readonly WatchedSignal[] {
  return surfaces.flatMap(({ copies, isDataBearing }, surface) =>
    isDataBearing
      ? copies.flatMap(({ protection }, copy) => signalsOf(protection).map((kind) => ({ kind, surface, copy })))
      : [],
  );
}

function signalsOf(protection: ProtectionPlan): readonly AlertSignal[] {
  switch (protection.kind) {
    case 'backup':
      return signalsOfBackup(protection);
    case 'replication':
      return ['copy-age'];
    case 'replica':
      return ['replica-lag'];
    case 'versions':
    case 'ageless':
      return [];
    default:
      return protection satisfies never;
  }
}

function signalsOfBackup({ log, silentlyUnrestorable }: BackupPlan): readonly AlertSignal[] {
  return [
    'backup-age',
    ...(log === undefined ? [] : (['log-archive-age'] as const)),
    ...(silentlyUnrestorable === undefined ? [] : (['restore-test-age'] as const)),
  ];
}
