import { DEFAULT_PERIOD } from '../defaults.js';
import { complain, complainOfKey } from '../problem.js';
import type { Complaint } from '../problem.js';
import type { Path } from '../document/located-tree.js';
import { isMap } from '../shape/leaf.js';
import { PROTECTIONS } from '../shape/surface-shape.js';
import { surfaceOfSpan, surfacePartOf } from '../shape/transfer-size.js';
import * as wording from '../wording.js';
import { bare } from './outline.js';
import type { EntryData, Outline } from './outline.js';
import { spansUsed } from './references.js';

/** What does not go together within a surface, or between a surface and the step that uses it. */
export function surfaceRules(outline: Outline): Complaint[] {
  const from = typeof outline.period['from'] === 'string' ? outline.period['from'] : undefined;
  return [
    ...[...outline.surfaces].flatMap(([name, surface]) => [
      ...protectionRules(surface, ['surfaces', name]),
      ...restoreTestRules(surface, ['surfaces', name], from),
      ...badBackupRules(surface, ['surfaces', name], outline),
    ]),
    ...[...outline.steps].flatMap(([name, step]) => usageRules(step, ['runbook', name], outline)),
  ];
}

function protectionRules(surface: EntryData, path: Path): Complaint[] {
  const found: Complaint[] = [];
  const given = Object.keys(surface).filter((key) => PROTECTIONS.some((known) => known === key));
  if (given.length === 0) found.push(complainOfKey(path, wording.noProtection(PROTECTIONS)));
  for (const extra of given.slice(1)) found.push(complainOfKey([...path, extra], wording.secondProtection(given[0])));
  const [protection] = given;
  if (surface['data-bearing'] === true && (protection === 'versioned' || protection === 'rebuilt-from')) {
    found.push(complain([...path, 'data-bearing'], wording.neverDataBearing(protection)));
  }
  if ('log-archive' in surface && !('base-backup' in surface)) {
    found.push(complainOfKey([...path, 'log-archive'], wording.needsBaseBackup('log-archive')));
  }
  return found;
}

function restoreTestRules(surface: EntryData, path: Path, from: string | undefined): Complaint[] {
  const backup = surface['base-backup'];
  const decays = isMap(backup) && 'silently-unrestorable-after' in backup;
  const test = surface['restore-test'];
  if (test === undefined && decays) {
    return [complainOfKey([...path, 'base-backup', 'silently-unrestorable-after'], wording.decayWithoutTest())];
  }
  if (test === undefined) return [];
  const found: Complaint[] = [];
  if (!decays) found.push(complainOfKey([...path, 'restore-test'], wording.testWithoutDecay()));
  const last = isMap(test) ? test['last'] : undefined;
  const start = from ?? DEFAULT_PERIOD.from;
  if (typeof last === 'string' && last > start && /^\d{4}-\d{2}-\d{2}$/.test(last)) {
    found.push(complain([...path, 'restore-test', 'last'], wording.testAfterPeriod(start)));
  }
  return found;
}

/** Bad backups that nobody restores would change nothing, whatever the file says of them. */
function badBackupRules(surface: EntryData, path: Path, { steps, surfaces }: Outline): Complaint[] {
  const backup = surface['base-backup'];
  const restored = [...steps.values()].map((step) => step['restores']).filter((name) => name !== undefined);
  // A step that restores what has no backups is a problem of its own, and may be meant to be this one.
  const isOneAstray = restored.some(
    (name) => typeof name !== 'string' || !('base-backup' in (surfaces.get(name) ?? {})),
  );
  const name = String(path[path.length - 1]);
  if (!isMap(backup) || isOneAstray || restored.includes(name)) return [];
  const isCertain = [undefined, '100%', '1', 1].includes(bare(backup['restorable']) as string | number | undefined);
  return [...(isCertain ? [] : ['restorable']), 'silently-unrestorable-after']
    .filter((key) => backup[key] !== undefined)
    .map((key) => complainOfKey([...path, 'base-backup', key], wording.badUnnoticed(name)));
}

function usageRules(step: EntryData, path: Path, outline: Outline): Complaint[] {
  const found: Complaint[] = [];
  const { restores } = step;
  const restored = typeof restores === 'string' ? outline.surfaces.get(restores) : undefined;
  if (restored !== undefined && !('base-backup' in restored)) {
    found.push(complain([...path, 'restores'], wording.nothingToRestore(String(restores))));
  }
  const bytes = isMap(step['transfers']) ? surfacePartOf(step['transfers']['bytes']) : undefined;
  const moved = bytes === undefined ? undefined : outline.surfaces.get(bytes.surface);
  if (bytes !== undefined && moved !== undefined) {
    const here = [...path, 'transfers', 'bytes'];
    if (bytes.part !== 'size' && !('base-backup' in moved)) {
      found.push(complain(here, wording.nothingToRestore(bytes.surface)));
    } else if (!isSizeKnown(moved, bytes.part)) {
      found.push(complain(here, wording.sizeUnknown(bytes.surface)));
    }
  }
  for (const use of spansUsed(step, path)) {
    const surface = outline.surfaces.get(surfaceOfSpan(use.name) ?? '');
    if (surface === undefined) continue;
    const name = surfaceOfSpan(use.name) ?? '';
    if (!('base-backup' in surface || 'replication' in surface)) {
      found.push(complain(use.path, wording.noRecoveryPoint(name)));
    } else if (surface['data-bearing'] === false) found.push(complain(use.path, wording.nothingCounted(name)));
  }
  return found;
}

function isSizeKnown(surface: EntryData, part: string): boolean {
  if (part === 'log-to-replay' || 'size' in surface) return true;
  const backup = surface['base-backup'];
  return part === 'to-restore' && isMap(backup) && 'size' in backup;
}
