import type { EarlierResult } from '../study/check/check-against.js';

/** What an earlier review, or run, has left behind: its result, and what the scenario said then where that was kept. */
export interface EarlierReview {
  /** The name of its file, for the reader. */
  readonly file: string;
  readonly result: EarlierResult;
  /** By path, in the words of the scenario language; undefined when only a result of "run" was kept. */
  readonly settings: Readonly<Record<string, string>> | undefined;
}

/** A value that the scenario says now and said then; undefined where it did not say one. */
export interface ChangedSetting {
  readonly path: string;
  readonly before: string | undefined;
  readonly now: string | undefined;
}

/** What a scenario says otherwise than then, in the order of the paths. */
export function changedSettings(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): readonly ChangedSetting[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  const valueOf = (settings: Readonly<Record<string, string>>, path: string): string | undefined =>
    Object.hasOwn(settings, path) ? settings[path] : undefined;
  return paths
    .map((path) => ({ path, before: valueOf(before, path), now: valueOf(now, path) }))
    .filter((change) => change.before !== change.now);
}
