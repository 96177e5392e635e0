import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { ScenarioShelf } from '../engine/scenario-shelf.js';
import type { ExplorerStore } from '../explorer-store.js';
import { formSchema } from '../form/known-schema.js';
import { FormTree } from '../form/form-tree.js';
import { completionsAt } from './completions.js';
import { cursorPlace } from './cursor-place.js';

const ICONS = { key: 'property', name: 'variable', value: 'constant' } as const;

/** Offers what could stand where one is writing. While a text cannot be read, the names are those that it had last. */
export function offerCompletions(store: ExplorerStore): CompletionSource {
  let known: FormTree | undefined;
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const place = cursorPlace(state.sliceDoc(0, pos));
    if (place === undefined || (place.written === '' && !explicit)) return null;
    const { name, text, files } = store.scenario.peek();
    known = FormTree.of({ file: name, text }, new ScenarioShelf(store.shipped).loaderOf(files), formSchema()) ?? known;
    const isKey = place.valueOf === undefined;
    const options = completionsAt(place, formSchema(), known).map(({ word, help, kind }) => ({
      label: word,
      type: ICONS[kind],
      ...(help === '' ? {} : { info: help }),
      ...(isKey ? { apply: `${word}: ` } : {}),
    }));
    return options.length === 0 ? null : { from: pos - place.written.length, options };
  };
}
