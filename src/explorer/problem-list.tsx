import type { ExplorerStore } from './explorer-store.js';

/** What is wrong with the text, as the command line says it; nothing when all is well. */
export function ProblemList({ store }: { readonly store: ExplorerStore }) {
  const problems = store.problems.value;
  if (problems.length === 0) return null;
  return (
    <section class="problems">
      <h2>
        {problems.length === 1 ? 'One problem' : `${problems.length} problems`}; the answer is that of the plan before
      </h2>
      <ul aria-label="Problems">
        {problems.slice(0, 20).map(({ text }) => (
          <li key={text}>
            <pre>{text}</pre>
          </li>
        ))}
      </ul>
    </section>
  );
}
