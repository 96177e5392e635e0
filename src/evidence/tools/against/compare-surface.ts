import type { BackupProtection, BackupRuns, Scenario } from '../../../scenario/scenario.js';
import type { BackupLevel } from '../backup-log.js';
import type { ObservedSurface } from '../infer/observed.js';
import { copyIn } from '../part/surface-entries.js';
import { writtenDuration, writtenRate, writtenSize } from '../part/written-value.js';
import type { Assumption } from './assumption.js';
import {
  compareAmounts,
  compareKeeps,
  compareLaws,
  compareSchedules,
  compareShares,
  type Compared,
} from './compare-values.js';

/** What a scenario assumes of a surface beside what the history of its tool shows, key by key. */
export function compareSurface(observed: ObservedSurface, scenario: Scenario): readonly Assumption[] {
  const surface = scenario.surfaces.find(({ name }) => name === observed.name);
  const copy = copyIn(observed, surface);
  const known = surface?.copies.find(({ name }) => name === copy)?.protection;
  const backup = known?.kind === 'backup' ? known : undefined;
  const archive = backup?.logArchive;
  const full = observed.levels.find(({ level }) => level === 'full');
  const schedule = full?.schedule?.value ?? backup?.full.schedule;
  const rows: (readonly [path: string, compared: Compared | undefined])[] = [
    ['size', compareAmounts(surface?.size, observed.size, writtenSize)],
    ...levelRows('full', copy, { observed, backup }),
    [`${copy}.keep`, compareKeeps(backup?.keep ?? {}, observed.keep, { schedule, asOf: observed.asOf })],
    ...levelRows('differential', copy, { observed, backup }),
    ...levelRows('incremental', copy, { observed, backup }),
    ['log-archive.every', compareAmounts(archive?.every, observed.archive.every, writtenDuration)],
    ['log-archive.lag', compareLaws(archive?.lag, observed.archive.lag)],
    ['log-archive.volume', compareAmounts(archive?.volume, observed.archive.volume, writtenRate)],
  ];
  return rows.flatMap(([path, compared]) =>
    compared === undefined ? [] : [{ path: `surfaces.${observed.name}.${path}`, ...compared }],
  );
}

function levelRows(
  level: BackupLevel,
  copy: string,
  { observed, backup }: { readonly observed: ObservedSurface; readonly backup: BackupProtection | undefined },
): readonly (readonly [path: string, compared: Compared | undefined])[] {
  const assumed = runsOf(backup, level);
  const seen = observed.levels.find((one) => one.level === level);
  const path = level === 'full' ? copy : `${copy}.${level}`;
  return [
    [`${path}.schedule`, compareSchedules(assumed?.schedule, seen?.schedule, observed.asOf)],
    [`${path}.takes`, compareLaws(assumed?.takes, seen?.takes)],
    [`${path}.succeeds`, compareShares(assumed?.succeeds, seen?.succeeds)],
    [`${path}.size`, compareAmounts(assumed?.size, seen?.size, writtenSize)],
  ];
}

function runsOf(backup: BackupProtection | undefined, level: BackupLevel): BackupRuns | undefined {
  if (backup === undefined) return undefined;
  return { full: backup.full, differential: backup.differential, incremental: backup.incremental }[level];
}
