import { AnswerPanel } from './answer-panel.js';
import type { ExplorerStore } from './explorer-store.js';
import { PlanPanel } from './plan-panel.js';
import { TopBar } from './top-bar.js';
import { DropTarget } from './drop-target.js';
import { Tour } from './tour.js';

/** The whole page: the plan on one side, what comes of it on the other. */
export function App({ store }: { readonly store: ExplorerStore }) {
  return (
    <DropTarget store={store}>
      <TopBar store={store} />
      <Tour />
      <Notes store={store} />
      <main>
        <PlanPanel store={store} />
        <AnswerPanel store={store} />
      </main>
    </DropTarget>
  );
}

function Notes({ store: { note, fault } }: { readonly store: ExplorerStore }) {
  return (
    <div role="status" class="notes">
      {note.value === '' ? null : (
        <p>
          {note.value}{' '}
          <button type="button" class="quiet" onClick={() => (note.value = '')}>
            Close
          </button>
        </p>
      )}
      {fault.value === undefined ? null : (
        <p class="missed">
          The engine stopped, which it never should: {fault.value}. Reload the page; the link keeps your plan.
        </p>
      )}
    </div>
  );
}
