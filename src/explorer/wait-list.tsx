import { printable } from '../report/printable.js';
import type { TracedStep } from '../study/trace.js';
import { durationText } from '../units/duration-text.js';

const MOST = 5;

/** What an incident waited for, the longest first, in words. */
export function WaitList({ steps }: { readonly steps: readonly TracedStep[] }) {
  const waits = steps
    .filter(({ ready, start }) => start > ready)
    .sort((one, other) => other.start - other.ready - (one.start - one.ready));
  if (waits.length === 0) return <p class="soft">No step waited for anybody.</p>;
  const rest = waits.length - MOST;
  return (
    <>
      <h3>What it waited for</h3>
      <ul class="surfaces" aria-label="Waits">
        {waits.slice(0, MOST).map(({ name, ready, start, waitedFor, isOnCriticalPath }) => (
          <li key={`${name} ${ready}`}>
            <b>{printable(name)}</b> waited {durationText(start - ready)}
            {waitedFor === '' ? '' : ` for ${printable(waitedFor)}`}
            {isOnCriticalPath ? ', on the critical path' : ''}
          </li>
        ))}
        {rest > 0 ? <li class="soft">{rest} shorter ones more</li> : null}
      </ul>
    </>
  );
}
