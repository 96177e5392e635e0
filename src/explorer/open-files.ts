import type { ExplorerStore } from './explorer-store.js';

/** Larger files are no scenarios. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Opens what was dropped or chosen: of several files the first that is a scenario, with the others for what it refers to. Drill
 * files go to the drills.
 */
export async function openFiles(store: ExplorerStore, files: Iterable<File>): Promise<void> {
  const texts: Record<string, string> = {};
  for (const file of files) {
    if (file.size > MOST_BYTES) store.note.value = `${file.name} is larger than 8 MiB and was left aside.`;
    else texts[file.name] = await file.text();
  }
  const names = Object.keys(texts);
  if (names.length === 0) return;
  const drills = Object.fromEntries(Object.entries(texts).filter(([name, text]) => isDrill(name, text)));
  const scenario = names.find((name) => /\.ya?ml$/i.test(name) && !Object.hasOwn(drills, name));
  if (scenario === undefined) store.drills.value = { ...store.drills.value, ...drills };
  else store.open({ name: scenario, files: without(texts, drills), drills });
  const count = Object.keys(drills).length;
  if (count > 0) store.note.value = `${count} drill ${count === 1 ? 'file' : 'files'} taken in.`;
}

/** A drill says of which version it is by another word than a scenario; a table of drills has a column for it. */
function isDrill(name: string, text: string): boolean {
  return /\.csv$/i.test(name) ? /^[^\n]*\bbegan\b/.test(text) : /^drill:/m.test(text);
}

function without(texts: Readonly<Record<string, string>>, others: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !Object.hasOwn(others, name)));
}
