import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { ScenarioShelf } from '../engine/scenario-shelf.js';
import type { ExplorerStore } from '../explorer-store.js';
import { usualSliders } from '../usual-sliders.js';
import type { FormDesk } from './form-desk.js';
import { FieldRow } from './form-field-row.js';
import { GroupBody } from './form-group-box.js';
import { formSchema } from './known-schema.js';
import { FormTree } from './form-tree.js';
import { searched } from './searched.js';

/** So many finds are shown; who has more of them looks for more words. */
const MOST_FOUND = 60;

/** What is looked for and what is open stay while one looks at another tab. */
const words = signal('');
const opened = signal<ReadonlySet<string>>(new Set());

/** The plan as a form, for people who do not write YAML: every value that there is, and every key that there could be. */
export function Form({ store }: { readonly store: ExplorerStore }) {
  const { name, text, files } = store.scenario.value;
  const tree = useMemo(() => {
    const load = new ScenarioShelf(store.shipped).loaderOf(files);
    return FormTree.of({ file: name, text }, load, formSchema());
  }, [store, name, text, files]);
  if (tree === undefined) {
    return (
      <section aria-label="Form">
        <p>The text cannot be read as it stands, so there is no form of it. Mend it under YAML first, or undo.</p>
      </section>
    );
  }
  const desk = deskOf(store, tree);
  return (
    <section aria-label="Form" class="form">
      <label class="find">
        Find a value{' '}
        <input type="search" value={words.value} onInput={({ currentTarget }) => (words.value = currentTarget.value)} />
      </label>
      {words.value.trim() === '' ? (
        <GroupBody desk={desk} group={tree.top} />
      ) : (
        <Found desk={desk} words={words.value} />
      )}
    </section>
  );
}

function Found({ desk, words }: { readonly desk: FormDesk; readonly words: string }) {
  const { found, count } = searched(desk.tree, words, MOST_FOUND);
  const more = count > found.length ? `; the first ${found.length} are shown` : '';
  return (
    <div class="lines">
      <p role="status">
        {count === 0
          ? 'No value has these words.'
          : `${count === 1 ? 'One value has' : `${count} values have`} these words${more}.`}
      </p>
      {found.map((field) => (
        <FieldRow key={field.path} desk={desk} field={field} isWhole={true} />
      ))}
    </div>
  );
}

function deskOf(store: ExplorerStore, tree: FormTree): FormDesk {
  const sliders = (): readonly string[] => store.sliders.value ?? usualSliders(store.values.value);
  return {
    tree,
    problems: store.problems.value,
    edit: (change, of) => {
      const text = change(store.scenario.value.text);
      if (text === undefined) store.note.value = `${of} cannot be written by the form: an alias stands in the way.`;
      else store.write(text, `form ${of}`);
    },
    isOpen: (path) => opened.value.has(path),
    setOpen: (path, isOpen) => {
      if (opened.value.has(path) === isOpen) return;
      const others = [...opened.value].filter((each) => each !== path);
      opened.value = new Set(isOpen ? [...others, path] : others);
    },
    isPinned: (path) => sliders().includes(path),
    pin: (path) => {
      store.sliders.value = [...sliders(), path];
      store.note.value = `${path} has a slider now, under Sliders.`;
    },
  };
}
