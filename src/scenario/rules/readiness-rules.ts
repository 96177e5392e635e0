import { complain, complainOfKey } from '../problem.js';
import type { Complaint } from '../problem.js';
import { isMap } from '../shape/leaf.js';
import * as wording from '../wording.js';
import type { Outline } from './outline.js';

const AFTER = 'silently-unrestorable-after';

/** What cannot follow from a no, as the surface is another. */
export function readinessRules({ readiness, surfaces, steps }: Outline): Complaint[] {
  const restored = [...steps.values()].map(({ restores }) => restores);
  return [...readiness].flatMap(([name, { 'if-not': gap }]) => {
    const backups = isMap(gap) && isMap(gap['backups']) ? gap['backups'] : {};
    return Object.entries(backups).flatMap(([surface, becomes]): Complaint[] => {
      const target = surfaces.get(surface);
      if (target === undefined) return [];
      const path = ['readiness', name, 'if-not', 'backups', surface];
      const backup = target['base-backup'];
      if (backup === undefined && target['snapshots'] === undefined) {
        return [complainOfKey(path, wording.noBackupsToSpoil(surface))];
      }
      // Bad backups that nobody restores would change nothing.
      if (!restored.includes(surface)) return [complainOfKey(path, wording.badUnnoticed(surface))];
      const isTested = isMap(backup) && AFTER in backup;
      return isMap(becomes) && AFTER in becomes && !isTested
        ? [complain([...path, AFTER], wording.noDecayToHasten(surface))]
        : [];
    });
  });
}
