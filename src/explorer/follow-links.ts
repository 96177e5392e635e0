import { effect } from '@preact/signals';
import type { ExplorerStore } from './explorer-store.js';
import { fragmentOf, viewOfFragment, type LinkedView } from './explorer-link.js';

/** Long enough that a slider that is being moved does not fill the history of the browser with work. */
const SETTLED_MS = 300;

/** Opens what the address says, and keeps the address to what is seen from then on. */
export async function followLinks(store: ExplorerStore): Promise<void> {
  const { hash } = window.location;
  if (hash.length > 1) {
    const view = await viewOfFragment(hash);
    if (view === undefined) store.note.value = 'This link is damaged, so it was left aside.';
    else show(store, view);
  }
  let timer: number | undefined;
  effect(() => {
    const view = viewOf(store);
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      void fragmentOf(view).then((fragment) => window.history.replaceState(null, '', fragment));
    }, SETTLED_MS);
  });
}

function show(store: ExplorerStore, { name, text, files, pinned, sliders, metric, seed, incident }: LinkedView): void {
  if (text === undefined && !Object.hasOwn(store.shipped, name)) {
    store.note.value = `This link is of ${name}, which this page does not bring along.`;
    return;
  }
  store.open({ name, files: { ...files, ...(text === undefined ? {} : { [name]: text }) }, drills: {} });
  store.metric.value = metric;
  store.seed.value = seed;
  store.sliders.value = sliders;
  if (pinned !== undefined) store.pinned.value = { ...store.scenario.value, text: pinned };
  if (incident !== undefined) store.asked.value = { kind: 'number', incident };
}

function viewOf({ scenario, shipped, pinned, sliders, metric, seed, asked }: ExplorerStore): LinkedView {
  const { name, text, files } = scenario.value;
  const others = Object.fromEntries(Object.entries(files).filter(([file]) => file !== name));
  return {
    name,
    ...(Object.hasOwn(shipped, name) && shipped[name] === text ? {} : { text }),
    ...(Object.keys(others).length === 0 ? {} : { files: others }),
    ...(pinned.value === undefined ? {} : { pinned: pinned.value.text }),
    ...(sliders.value === undefined ? {} : { sliders: sliders.value }),
    metric: metric.value,
    seed: seed.value,
    ...(asked.value.kind === 'number' ? { incident: asked.value.incident } : {}),
  };
}
