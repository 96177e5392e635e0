import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import type { ExplorerStore } from './explorer-store.js';
import { openFiles } from './open-files.js';

/** Takes files that are dropped anywhere on the page. */
export function DropTarget({
  store,
  children,
}: {
  readonly store: ExplorerStore;
  readonly children: ComponentChildren;
}) {
  const isOver = useSignal(false);
  return (
    <div
      class={isOver.value ? 'page is-over' : 'page'}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        void openFiles(store, event.dataTransfer?.files ?? []);
      }}
    >
      {children}
    </div>
  );
}
