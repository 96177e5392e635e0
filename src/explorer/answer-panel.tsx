import { countText } from '../report/count-text.js';
import { AnswerTable } from './answer-table.js';
import { ComparisonPanel } from './comparison-panel.js';
import { Distribution } from './distribution.js';
import { DriverList } from './driver-list.js';
import type { ExplorerStore } from './explorer-store.js';
import { IncidentTimeline } from './incident-timeline.js';
import { RetentionCalendar } from './retention-calendar.js';

/** What comes of the plan. */
export function AnswerPanel({ store }: { readonly store: ExplorerStore }) {
  const picture = store.picture.value;
  return (
    <section class="answer" aria-label="What comes of it" aria-busy={store.isWorking.value}>
      {picture === undefined ? (
        <p class="loading">
          {store.problems.value.length > 0 ? 'There is nothing to play yet.' : 'The first incidents strike …'}
        </p>
      ) : (
        <>
          <Playing store={store} />
          <AnswerTable store={store} summary={picture.summary} />
          <Distribution store={store} picture={picture} />
          <ComparisonPanel store={store} />
          <DriverList store={store} summary={picture.summary} />
          <IncidentTimeline store={store} />
          <RetentionCalendar store={store} />
        </>
      )}
    </section>
  );
}

/** How far the run has come, and how soon there was something to see. */
function Playing({ store }: { readonly store: ExplorerStore }) {
  const { picture, firstPicture, isWorking, pinned } = store;
  const played = picture.value?.incidents ?? 0;
  return (
    <div class="playing">
      <p>
        <output aria-label="Incidents played">{countText(played)}</output> incidents{isWorking.value ? ' so far' : ''}
        {firstPicture.value === undefined ? null : (
          <span class="soft">
            {' '}
            · first picture after <output aria-label="First picture">{firstPicture.value} ms</output>
          </span>
        )}
      </p>
      {pinned.value === undefined ? (
        <button type="button" onClick={() => store.pin()}>
          Pin as variant
        </button>
      ) : (
        <span class="group">
          <button type="button" onClick={() => store.pin()}>
            Pin this instead
          </button>
          <button type="button" onClick={() => store.restorePinned()}>
            Back to the pinned
          </button>
          <button type="button" onClick={() => store.unpin()}>
            Unpin
          </button>
        </span>
      )}
    </div>
  );
}
