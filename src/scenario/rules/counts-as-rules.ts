import type { Path } from '../document/located-tree.js';
import { complainOfKey, type Complaint } from '../problem.js';
import { isMap } from '../shape/leaf.js';
import * as wording from '../wording.js';

const KEY = 'counts-as';

/** Values of which it is played that they are not known exactly. */
const UNCERTAIN = [
  'runbook\\.[^.]+\\.(takes|transfers\\.(rate|bytes)|catches-up\\.(speed|rate)|searches\\.each|fails(\\.(probability|rework))?)',
  'links\\.[^.]+\\.rate',
  'people\\.[^.]+\\.call-out',
  'surfaces\\.[^.]+\\.(base-backup(\\.(differential|incremental))?|snapshots|replication)\\.(takes|succeeds|copied-after)',
  'surfaces\\.[^.]+\\.(log-archive|replica)\\.lag',
];
const UNCERTAIN_PATH = new RegExp(`^(${UNCERTAIN.join('|')})$`);
const RUN_TIME = /^surfaces\.[^.]+\.base-backup(\.(differential|incremental))?\.takes$/;

/** Whether what stands at a dotted path may say by how many measurements it is known. */
export function mayCount(path: string): boolean {
  return UNCERTAIN_PATH.test(path);
}

/** A number of measurements stands beside a source, and at a value whose uncertainty is played. */
export function countsAsRules(data: unknown): Complaint[] {
  return countedValues(data, []).flatMap(({ path, isSourced }) => {
    const here = [...path, KEY];
    if (!mayCount(path.join('.')) || (RUN_TIME.test(path.join('.')) && waitsForOthers(data, String(path[1])))) {
      return [complainOfKey(here, wording.countsNowhere())];
    }
    return isSourced ? [] : [complainOfKey(here, wording.countsWithoutSource())];
  });
}

/** How long runs take that wait for each other is also how far to look back, which is settled once. */
function waitsForOthers(data: unknown, surface: string): boolean {
  const surfaces = isMap(data) ? data['surfaces'] : undefined;
  const one = isMap(surfaces) ? surfaces[surface] : undefined;
  const backup = isMap(one) ? one['base-backup'] : undefined;
  const overlap = isMap(backup) ? backup['overlap'] : undefined;
  return overlap === 'skip' || overlap === 'queue';
}

function countedValues(data: unknown, path: Path): { readonly path: Path; readonly isSourced: boolean }[] {
  if (!isMap(data)) return [];
  const inside = Object.entries(data).flatMap(([key, value]) => countedValues(value, [...path, key]));
  return KEY in data && path.length > 2 ? [{ path, isSourced: 'source' in data }, ...inside] : inside;
}
