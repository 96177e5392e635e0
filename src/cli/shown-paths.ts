import { isAbsolute, sep } from 'node:path';

/**
 * Paths as others may see them, by the paths: with `/` on every system, and of those from the root of a machine only
 * what is below the folder that they share. One leads to another as before.
 */
export function shownPaths(paths: readonly string[]): ReadonlyMap<string, string> {
  const rooted = paths.filter((path) => isAbsolute(path)).map((path) => path.split(sep));
  const folders = rooted.map((parts) => parts.slice(0, -1));
  const [first = []] = folders;
  const differs = first.findIndex((part, place) => folders.some((folder) => folder[place] !== part));
  const shared = differs < 0 ? first.length : differs;
  return new Map(
    paths.map((path) => {
      const parts = path.split(sep);
      return [path, (isAbsolute(path) ? parts.slice(shared) : parts).join('/')];
    }),
  );
}
