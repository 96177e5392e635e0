import type { StepPlan } from './plan.js';

/**
 * The graph of a runbook in flat arrays, as the inner loop reads it: the successors of step `s` are
 * `successors[successorOffsets[s]]` up to, but not including, `successors[successorOffsets[s + 1]]`, and the
 * roles that it holds likewise.
 */
export interface FlatRunbook {
  readonly count: number;
  readonly predecessorCounts: Int32Array;
  readonly successorOffsets: Int32Array;
  readonly successors: Int32Array;
  readonly needOffsets: Int32Array;
  readonly needRoles: Int32Array;
  readonly needPeople: Int32Array;
  /** 1 for a step that other events can touch between its start and its end, so that each attempt is one. */
  readonly isStaged: Uint8Array;
}

/** Flattens the steps of a plan, which already know each other by index. */
export function flattenRunbook(steps: readonly StepPlan[]): FlatRunbook {
  return {
    count: steps.length,
    predecessorCounts: Int32Array.from(steps, (step) => step.predecessors.length),
    successorOffsets: offsets(steps.map((step) => step.successors.length)),
    successors: Int32Array.from(steps.flatMap((step) => [...step.successors])),
    needOffsets: offsets(steps.map((step) => step.roles.length)),
    needRoles: Int32Array.from(steps.flatMap((step) => [...step.roles])),
    needPeople: Int32Array.from(steps.flatMap((step) => [...step.people])),
    isStaged: Uint8Array.from(steps, (step) =>
      step.restores >= 0 ||
      step.backTo >= 0 ||
      step.decisions.length > 0 ||
      (step.transfer !== undefined && step.transfer.link >= 0)
        ? 1
        : 0,
    ),
  };
}

/** Where each of several lists begins when they stand one after the other; one entry more than lists. */
function offsets(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => {
    starts[i + 1] = starts[i] + length;
  });
  return starts;
}
