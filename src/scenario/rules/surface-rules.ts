import { COPY_NAMES, LOSSLESS_COPIES } from '../copy-names.js';
import { DEFAULT_PERIOD } from '../defaults.js';
import { complain, complainOfKey } from '../problem.js';
import type { Complaint } from '../problem.js';
import type { Path } from '../document/located-tree.js';
import { isMap } from '../shape/leaf.js';
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
  const given = Object.keys(surface).filter((key) => COPY_NAMES.some((known) => known === key));
  if (given.length === 0) found.push(complainOfKey(path, wording.noProtection(COPY_NAMES)));
  const lossless = given.find((key) => LOSSLESS_COPIES.some((known) => known === key));
  if (lossless !== undefined) {
    const others = given.filter((key) => key !== lossless);
    for (const extra of others) found.push(complainOfKey([...path, extra], wording.secondProtection(lossless)));
    if (surface['data-bearing'] === true) {
      found.push(complain([...path, 'data-bearing'], wording.neverDataBearing(lossless)));
    }
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
  const restored = [...steps.values()].map((step) => step['restores']).filter((name) => name !== undefined);
  // A step that restores what has no backups is a problem of its own, and may be meant to be this one.
  const isOneAstray = restored.some((name) => typeof name !== 'string' || !hasAny(surfaces.get(name), BACKUPS));
  const name = String(path[path.length - 1]);
  if (isOneAstray || restored.includes(name)) return [];
  return BACKUPS.flatMap((copy) => {
    const backup = surface[copy];
    if (!isMap(backup)) return [];
    const isCertain = [undefined, '100%', '1', 1].includes(bare(backup['restorable']) as string | number | undefined);
    return [...(isCertain ? [] : ['restorable']), 'silently-unrestorable-after']
      .filter((key) => backup[key] !== undefined)
      .map((key) => complainOfKey([...path, copy, key], wording.badUnnoticed(name)));
  });
}

/** Copies that are restored, and of which one can be bad. */
const BACKUPS = ['base-backup', 'snapshots'] as const;

/** Copies that bring a log of what came after them. */
const LOGGED = ['base-backup', 'replica'] as const;

function hasAny(surface: EntryData | undefined, copies: readonly string[]): boolean {
  return surface !== undefined && copies.some((copy) => copy in surface);
}

function usageRules(step: EntryData, path: Path, outline: Outline): Complaint[] {
  const found: Complaint[] = [];
  const { restores } = step;
  const restored = typeof restores === 'string' ? outline.surfaces.get(restores) : undefined;
  if (restored !== undefined && !hasAny(restored, BACKUPS)) {
    found.push(complain([...path, 'restores'], wording.nothingToRestore(String(restores), BACKUPS)));
  }
  const searched = isMap(step['searches']) ? step['searches']['backups-of'] : undefined;
  const place = typeof searched === 'string' ? outline.surfaces.get(searched) : undefined;
  if (place !== undefined && !hasAny(place, BACKUPS)) {
    found.push(complain([...path, 'searches', 'backups-of'], wording.nothingToRestore(String(searched), BACKUPS)));
  }
  const bytes = isMap(step['transfers']) ? surfacePartOf(step['transfers']['bytes']) : undefined;
  const moved = bytes === undefined ? undefined : outline.surfaces.get(bytes.surface);
  if (bytes !== undefined && moved !== undefined) {
    const here = [...path, 'transfers', 'bytes'];
    const from = bytes.part === 'to-restore' ? BACKUPS : LOGGED;
    if (bytes.part !== 'size' && !hasAny(moved, from)) {
      found.push(complain(here, wording.nothingToRestore(bytes.surface, from)));
    } else if (!isSizeKnown(moved, bytes.part)) {
      found.push(complain(here, wording.sizeUnknown(bytes.surface)));
    }
  }
  const limit = isMap(step['transfers']) ? step['transfers'] : {};
  if ('stops-after' in limit) {
    const here = [...path, 'transfers', 'stops-after'];
    if ('over' in limit) found.push(complainOfKey(here, wording.stopsShared()));
    if (bytes?.part !== 'log-to-replay') found.push(complainOfKey(here, wording.stopsNoLog()));
  }
  for (const use of spansUsed(step, path)) {
    const surface = outline.surfaces.get(surfaceOfSpan(use.name) ?? '');
    if (surface === undefined) continue;
    const name = surfaceOfSpan(use.name) ?? '';
    if (hasAny(surface, LOSSLESS_COPIES)) {
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
