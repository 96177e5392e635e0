import { namesIn } from './outline.js';
import type { Outline } from './outline.js';

/** Neighbours of each step in one direction of time. */
type Neighbours = ReadonlyMap<string, readonly string[]>;

/** Which steps come before which, as far as their names are known. */
export class FollowGraph {
  private readonly before: Neighbours;
  private readonly after: Neighbours;

  constructor({ steps }: Outline) {
    const known = (name: string) => steps.has(name);
    const before = new Map<string, string[]>();
    const after = new Map<string, string[]>([...steps.keys()].map((name) => [name, []]));
    for (const [name, step] of steps) {
      const predecessors = namesIn(step['follows'], []).map((use) => use.name);
      before.set(name, predecessors.filter(known));
      for (const predecessor of predecessors) after.get(predecessor)?.push(name);
    }
    this.before = before;
    this.after = after;
  }

  /** All steps that must have ended before a step starts; in a circle, the step itself is one of them. */
  ancestorsOf(step: string): ReadonlySet<string> {
    return reached(step, this.before);
  }

  /** Each circle once, as the steps one after another in the order they would run, the first again at the end. */
  circles(): readonly (readonly string[])[] {
    const circles: string[][] = [];
    const entangled = new Set<string>();
    for (const step of this.unordered()) {
      if (entangled.has(step)) continue;
      const ancestors = this.ancestorsOf(step);
      if (!ancestors.has(step)) continue;
      // Other circles through the same steps would be the same complaint again.
      for (const other of reached(step, this.after)) if (ancestors.has(other)) entangled.add(other);
      circles.push(this.circleThrough(step));
    }
    return circles;
  }

  /** The steps that are left when those that follow nothing are taken away, again and again: mostly none. */
  private unordered(): readonly string[] {
    const waitingFor = new Map([...this.before].map(([name, predecessors]) => [name, predecessors.length]));
    const ready = [...waitingFor].flatMap(([name, count]) => (count === 0 ? [name] : []));
    for (const step of ready) {
      waitingFor.delete(step);
      for (const next of this.after.get(step) ?? []) {
        const left = (waitingFor.get(next) ?? 0) - 1;
        waitingFor.set(next, left);
        if (left === 0) ready.push(next);
      }
    }
    return [...waitingFor.keys()];
  }

  /** The shortest circle through a step, found breadth first against the direction of time. */
  private circleThrough(step: string): string[] {
    const successor = new Map<string, string>();
    const queue = [step];
    for (const current of queue) {
      for (const predecessor of this.before.get(current) ?? []) {
        if (predecessor === step) return [step, ...trail(current, step, successor), step];
        if (successor.has(predecessor)) continue;
        successor.set(predecessor, current);
        queue.push(predecessor);
      }
    }
    throw new Error(`FollowGraph: "${step}" was said to be on a circle and is not`);
  }
}

/** Every step that can be reached from one, itself only when there is a circle. */
function reached(step: string, neighbours: Neighbours): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(neighbours.get(step) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(neighbours.get(next) ?? []));
  }
  return found;
}

/** The steps from one on, each the successor of the one before, up to but without the last. */
function trail(from: string, last: string, successor: ReadonlyMap<string, string>): string[] {
  const steps: string[] = [];
  for (let next: string | undefined = from; next !== undefined && next !== last; next = successor.get(next)) {
    steps.push(next);
  }
  return steps;
}
