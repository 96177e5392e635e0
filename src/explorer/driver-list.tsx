import { BASIS_WORDS } from '../report/rests-on-words.js';
import { metricLabel } from '../report/metric-label.js';
import { shareText } from '../report/share-text.js';
import type { Summary } from '../study/summary.js';
import type { ExplorerStore } from './explorer-store.js';

const MOST = 8;
const KINDS = { step: '', people: 'waiting for ', surface: 'loss of ' } as const;

/** What the worst twentieth is made of, the largest part first, and what is known of it. */
export function DriverList({ store, summary }: { readonly store: ExplorerStore; readonly summary: Summary }) {
  const metric = store.metric.value;
  const rests = summary.restsOn[metric];
  const parts = (rests?.bases ?? [])
    .flatMap(({ basis, parts: some }) => some.map((part) => ({ ...part, basis: BASIS_WORDS[basis] })))
    .sort((one, other) => other.share - one.share);
  return (
    <section class="drivers" aria-label="What drives the tail">
      <h2>What makes the worst 5 % of {metricLabel(metric)}?</h2>
      {parts.length === 0 ? <p class="soft">Nothing: it is 0 in every incident.</p> : null}
      <ol>
        {parts.slice(0, MOST).map(({ kind, name, share, basis }) => (
          <li key={`${kind} ${name} ${basis}`}>
            <span class="name">
              {KINDS[kind]}
              {name}
            </span>
            <span class="bar">
              <span class={kind === 'people' ? 'is-waiting' : ''} style={{ width: `${100 * share}%` }} />
            </span>
            <span class="share">{shareText(share)}</span>
            <span class="soft basis">{basis}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
