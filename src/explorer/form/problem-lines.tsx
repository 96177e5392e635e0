import type { ShownProblem } from '../engine/protocol.js';

/** More under one place are no help. */
const MOST = 5;

/** What is wrong with a place of the form, in the words of the command line. */
export function ProblemLines({ id, problems }: { readonly id: string; readonly problems: readonly ShownProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul id={id} class="wrong">
      {problems.slice(0, MOST).map(({ message, path, line }) => (
        <li key={`${path} ${line} ${message}`}>{message}</li>
      ))}
    </ul>
  );
}
