import type { ExportForm } from './engine/protocol.js';
import { exportName } from './export-name.js';
import type { ExplorerStore } from './explorer-store.js';
import { openFiles } from './open-files.js';
import { saveChart } from './save-chart.js';
import { saveFile } from './save-file.js';

/** What is open, and what can be done with it as a whole. */
export function TopBar({ store }: { readonly store: ExplorerStore }) {
  return (
    <header class="bar">
      <h1>
        Drillcast <span>explorer</span>
      </h1>
      <ScenarioChoice store={store} />
      <label class="button">
        Open files …
        <input
          type="file"
          multiple
          accept=".yaml,.yml,.csv"
          class="hidden"
          onChange={({ currentTarget }) => void openFiles(store, currentTarget.files ?? [])}
        />
      </label>
      <span class="group">
        <button type="button" disabled={!store.canUndo.value} onClick={() => store.undo()}>
          Undo
        </button>
        <button type="button" disabled={!store.canRedo.value} onClick={() => store.redo()}>
          Redo
        </button>
      </span>
      <span class="group">
        <button type="button" onClick={() => void copyLink(store)}>
          Copy link
        </button>
        <ExportMenu store={store} />
      </span>
    </header>
  );
}

function ScenarioChoice({ store }: { readonly store: ExplorerStore }) {
  const { name } = store.scenario.value;
  const names = Object.keys(store.shipped);
  return (
    <label class="choice">
      <span class="hidden">Scenario</span>
      <select
        value={name}
        onChange={({ currentTarget }) => store.open({ name: currentTarget.value, files: {}, drills: {} })}
      >
        {names.includes(name) ? null : <option value={name}>{name}</option>}
        {names.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}

const EXPORTS: readonly { readonly words: string; readonly form: ExportForm }[] = [
  { words: 'Result as JSON', form: 'json' },
  { words: 'Result as text', form: 'text' },
  { words: 'Metrics as CSV', form: 'csv' },
  { words: 'Review as a page', form: 'review' },
];

function ExportMenu({ store }: { readonly store: ExplorerStore }) {
  const scenarioFile = (): void => {
    const { name, text } = store.scenario.value;
    saveFile(`${exportName(name)}.yaml`, text);
  };
  return (
    <details class="menu">
      <summary class="button">Export</summary>
      <div>
        <button type="button" onClick={scenarioFile}>
          Scenario as YAML
        </button>
        {EXPORTS.map(({ words, form }) => (
          <button key={form} type="button" onClick={() => store.export(form)}>
            {words}
          </button>
        ))}
        <button type="button" onClick={() => saveChart(store, 'svg')}>
          Chart as SVG
        </button>
        <button type="button" onClick={() => saveChart(store, 'png')}>
          Chart as PNG
        </button>
      </div>
    </details>
  );
}

async function copyLink(store: ExplorerStore): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    store.note.value =
      'The link is in the clipboard: whoever opens it sees what you see. The plan is in the link itself.';
  } catch {
    store.note.value = 'The browser lets no page write to the clipboard here: the address above is the link.';
  }
}
