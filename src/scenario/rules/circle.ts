/** The first circle in a graph of names, as names one after another with the first again at the end; undefined for none. */
export function firstCircle(
  names: readonly string[],
  next: (name: string) => readonly string[],
): readonly string[] | undefined {
  const done = new Set<string>();
  for (const start of names) {
    const trail: string[] = [];
    const circle = follow(start, next, trail, done);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

function follow(
  name: string,
  next: (name: string) => readonly string[],
  trail: string[],
  done: Set<string>,
): readonly string[] | undefined {
  const at = trail.indexOf(name);
  if (at >= 0) return [...trail.slice(at), name];
  if (done.has(name)) return undefined;
  trail.push(name);
  for (const other of next(name)) {
    const circle = follow(other, next, trail, done);
    if (circle !== undefined) return circle;
  }
  trail.pop();
  done.add(name);
  return undefined;
}
