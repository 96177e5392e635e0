/// <reference lib="dom" />
import { render } from 'preact';
import { App } from './app.js';
import type { OpenedDocument, Texts } from './engine/protocol.js';
import { ExplorerStore } from './explorer-store.js';
import { followLinks } from './follow-links.js';

/** What opens when nothing was asked for. */
const FIRST = 'dalp-hot-cold';

const store = new ExplorerStore({
  engineCode: textOf('engine'),
  shipped: JSON.parse(textOf('shipped')) as Texts,
});
const opened = JSON.parse(textOf('opened')) as OpenedDocument | null;
const root = document.getElementById('explorer');

if (root !== null) {
  store.open(opened ?? { name: FIRST, files: {}, drills: {} });
  void followLinks(store).then(() => {
    root.replaceChildren();
    render(<App store={store} />, root);
  });
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}
