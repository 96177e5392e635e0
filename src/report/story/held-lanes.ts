import type { TracedStep } from '../../study/trace.js';

/**
 * Which of several alike things each step holds, people of a role or places on a link, as the number of each: an
 * incident only knows how many were held, so the one of the lowest number that is free is taken. It needs no more of
 * them than are ever held at one time.
 *
 * @param steps in any order.
 * @param holds what a step holds from its start to its end, by name, one entry each.
 * @returns by step, one entry for each that it holds, numbered from 1 on.
 */
export function heldLanes(
  steps: readonly TracedStep[],
  holds: (step: TracedStep) => readonly string[],
): readonly (readonly HeldLane[])[] {
  /** By name, when each of them is free again. */
  const freeAt = new Map<string, number[]>();
  const lanes: HeldLane[][] = steps.map(() => []);
  const inTime = steps.map((step, index) => ({ step, index })).sort((a, b) => a.step.start - b.step.start);
  for (const { step, index } of inTime) {
    for (const name of holds(step)) {
      const ends = freeAt.get(name) ?? [];
      freeAt.set(name, ends);
      const free = ends.findIndex((end) => end <= step.start);
      const taken = free < 0 ? ends.length : free;
      ends[taken] = step.end;
      lanes[index].push({ name, number: taken + 1 });
    }
  }
  return lanes;
}

interface HeldLane {
  readonly name: string;
  readonly number: number;
}
