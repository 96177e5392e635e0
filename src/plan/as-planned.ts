import { mean } from '../distributions/families.js';
import { fixed } from '../distributions/fixed.js';
import type { BackupProtection, BackupRuns } from '../scenario/scenario.js';
import { probability } from '../units/quantity.js';

/** Backups in which everything goes as planned: no run fails, and each takes its mean. */
export function asPlanned(backup: BackupProtection): BackupProtection {
  return {
    ...backup,
    full: plannedRuns(backup.full),
    ...(backup.differential && { differential: plannedRuns(backup.differential) }),
    ...(backup.incremental && { incremental: plannedRuns(backup.incremental) }),
  };
}

function plannedRuns(runs: BackupRuns): BackupRuns {
  const { copiedAfter } = runs;
  return {
    ...runs,
    takes: fixed(mean(runs.takes)),
    succeeds: probability(1),
    ...(copiedAfter && { copiedAfter: fixed(mean(copiedAfter)) }),
  };
}
