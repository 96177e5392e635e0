import type { Observed, ObservedLevel, ObservedSurface } from '../infer/observed.js';
import type { ToolName } from '../tool-name.js';
import {
  keepText,
  lawText,
  scheduleText,
  writtenDuration,
  writtenRate,
  writtenShare,
  writtenSize,
} from './written-value.js';

/** One observed value for people: its key in the scenario, as text, and how it came about. */
export interface ObservedValue {
  /** Below the surface: `base-backup.takes`. */
  readonly path: string;
  readonly text: string;
  readonly origin: 'stated' | 'inferred';
  readonly words: string;
}

/** Everything that is observed of a surface, in the order of a scenario; also what the scenario language has no key for. */
export function observedValues(observed: ObservedSurface): readonly ObservedValue[] {
  const { size, levels, copy, keep, archive, restores } = observed;
  const rowsOf = (isFull: boolean): readonly ObservedValue[] =>
    levels.filter(({ level }) => (level === 'full') === isFull).flatMap((level) => levelRows(copy, level));
  return [
    ...row('size', size, writtenSize),
    ...rowsOf(true),
    ...row(`${copy}.keep`, keep, keepText),
    ...rowsOf(false),
    ...row('log-archive.every', archive.every, writtenDuration),
    ...row('log-archive.lag', archive.lag, lawText),
    ...row('log-archive.volume', archive.volume, writtenRate),
    ...row('restores take', restores, lawText),
    ...throughput(observed),
  ];
}

function levelRows(copy: string, { level, schedule, takes, succeeds, size }: ObservedLevel): readonly ObservedValue[] {
  const path = level === 'full' ? copy : `${copy}.${level}`;
  return [
    ...row(`${path}.schedule`, schedule, scheduleText),
    ...row(`${path}.takes`, takes, lawText),
    ...row(`${path}.succeeds`, succeeds, writtenShare),
    ...row(`${path}.size`, size, writtenSize),
  ];
}

function row<Value>(
  path: string,
  observed: Observed<Value> | undefined,
  text: (value: Value) => string,
): readonly ObservedValue[] {
  if (observed === undefined) return [];
  const { value, origin, words } = observed;
  return [{ path, text: text(value), origin, words }];
}

/** Tools whose fulls read all that there is; others read what has changed, and only look as quick. */
const READ_ALL: readonly ToolName[] = ['pgbackrest', 'wal-g'];

/** How quickly fulls read the data; a restore has a time of its own, so no key of a scenario takes this. */
function throughput({ tool, levels, size }: ObservedSurface): readonly ObservedValue[] {
  if (!READ_ALL.includes(tool)) return [];
  const full = levels.find(({ level }) => level === 'full');
  const middle = full?.takes?.values.at(Math.floor(full.takes.values.length / 2));
  if (middle === undefined || middle <= 0 || size === undefined) return [];
  const words = 'the size over the duration of a full in the middle; a restore may be slower or faster';
  return [{ path: 'fulls read', text: writtenRate(size.value / middle), origin: 'inferred', words }];
}
