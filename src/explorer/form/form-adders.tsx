import { useState } from 'preact/hooks';
import type { FormDesk } from './form-desk.js';
import { withKey } from './form-edits.js';
import type { JsonSchema, KnownKey } from './form-schema.js';
import type { FormGroup } from './form-tree.js';

/** Adds one of the keys that the schema knows, with an example behind it. */
export function KeyAdder({ desk, group }: { readonly desk: FormDesk; readonly group: FormGroup }) {
  const keys = desk.tree.addableTo(group);
  if (keys.length === 0) return null;
  const add = (key: string): void => {
    const known = keys.find((each) => each.key === key);
    if (known !== undefined) addTo(desk, group, known);
  };
  return (
    <select
      class="adder"
      value=""
      aria-label={group.path === '' ? 'Add a section' : `Add to ${group.path}`}
      onChange={({ currentTarget }) => {
        add(currentTarget.value);
        currentTarget.value = '';
      }}
    >
      <option value="">Add …</option>
      {keys.map(({ key, help }) => (
        <option key={key} value={key}>
          {help === '' ? key : `${key}: ${help}`}
        </option>
      ))}
    </select>
  );
}

/** Adds an entry under a name that the author chooses, or one that was taken away from what the file extends. */
export function EntryAdder({
  desk,
  group,
  names,
}: {
  readonly desk: FormDesk;
  readonly group: FormGroup;
  readonly names: { readonly pattern: string; readonly entry: JsonSchema };
}) {
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState('');
  const removed = desk.tree.removedFrom(group);
  const add = (key: string): void => {
    const problem = nameProblem(key, names.pattern, group);
    setWrong(problem);
    if (problem !== '') return;
    addTo(desk, group, { key, help: '', schema: names.entry });
    setName('');
  };
  const id = `form ${group.path} name`.replaceAll(' ', '_');
  return (
    <form
      class="adder"
      onSubmit={(event) => {
        event.preventDefault();
        add(name.trim());
      }}
    >
      <input
        type="text"
        value={name}
        placeholder="name"
        aria-label={`Name of a new entry of ${group.path}`}
        aria-invalid={wrong !== ''}
        aria-describedby={id}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button type="submit">Add to {group.keys[group.keys.length - 1]}</button>
      {removed.map((key) => (
        <button key={key} type="button" onClick={() => add(key)}>
          Bring back {key}
        </button>
      ))}
      <small id={id} class="missed" role="status">
        {wrong}
      </small>
    </form>
  );
}

function addTo(desk: FormDesk, group: FormGroup, known: KnownKey): void {
  const path = group.path === '' ? known.key : `${group.path}.${known.key}`;
  desk.edit((text) => withKey(text, desk.tree, group, known), path);
  desk.setOpen(path, true);
}

function nameProblem(name: string, pattern: string, { map }: FormGroup): string {
  if (map.entries.has(name)) return `There is a ${name} already.`;
  if (new RegExp(pattern, 'u').test(name)) return '';
  return pattern.startsWith('^p')
    ? 'Write a quantile, such as p95.'
    : 'A name begins with a letter and has letters, digits, - and _.';
}
