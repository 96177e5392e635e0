import type { ShownProblem } from '../engine/protocol.js';
import type { FormTree } from './form-tree.js';

/** What the parts of a form share: what they show, and what they can do. */
export interface FormDesk {
  readonly tree: FormTree;
  readonly problems: readonly ShownProblem[];
  /** Takes over an edit of the text; says so where it cannot be made. @param of what: edits of one place are undone as one. */
  readonly edit: (change: (text: string) => string | undefined, of: string) => void;
  readonly isOpen: (path: string) => boolean;
  readonly setOpen: (path: string, isOpen: boolean) => void;
  readonly isPinned: (path: string) => boolean;
  /** Gives a value a slider. */
  readonly pin: (path: string) => void;
}

/** The problems of a place itself, or of what is inside of it as well. */
export function problemsAt(desk: FormDesk, path: string, isInside: boolean): readonly ShownProblem[] {
  return desk.problems.filter((problem) => {
    if (problem.path === path) return true;
    return isInside && (problem.path.startsWith(`${path}.`) || problem.path.startsWith(`${path}[`));
  });
}
