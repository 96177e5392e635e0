import { useRef } from 'preact/hooks';
import type { WrittenLeaf } from './engine/protocol.js';
import type { ExplorerStore } from './explorer-store.js';
import { positionOf, sliderScale, type SliderScale } from './slider-scale.js';
import { takenAt } from './slider/taken-at.js';
import { usualSliders } from './usual-sliders.js';

/** Sliders of the values that matter, and of any other that the reader adds. */
export function SliderPanel({ store }: { readonly store: ExplorerStore }) {
  const values = store.values.value;
  const byPath = new Map(values.map((leaf) => [leaf.path, leaf]));
  const paths = store.sliders.value ?? usualSliders(values);
  const shown = paths.flatMap((path) => byPath.get(path) ?? []);
  const remove = (path: string): void => void (store.sliders.value = paths.filter((each) => each !== path));
  return (
    <div class="sliders">
      {shown.length === 0 ? <p class="soft">No value of this plan has a slider yet.</p> : null}
      {shown.map((leaf) => (
        <SliderRow key={`${store.scenario.value.name} ${leaf.path}`} leaf={leaf} store={store} remove={remove} />
      ))}
      <AddSlider values={values} paths={paths} add={(path) => (store.sliders.value = [...paths, path])} />
    </div>
  );
}

function SliderRow({
  leaf,
  store,
  remove,
}: {
  readonly leaf: WrittenLeaf;
  readonly store: ExplorerStore;
  readonly remove: (path: string) => void;
}) {
  const { path, text } = leaf;
  const scale = useScale(leaf);
  const place = scale === undefined ? undefined : positionOf(scale, text);
  const [first, ...rest] = wordsOf(path);
  return (
    <div class="slider">
      <label>
        <span class="name">
          <b>{first}</b> {rest.join(' · ')}
        </span>
        <output>{text}</output>
        {scale === undefined || place === undefined ? null : (
          <input
            type="range"
            min={0}
            max={scale.texts.length - 1}
            step={1}
            value={place}
            aria-label={path}
            aria-valuetext={text}
            onInput={({ currentTarget }) => store.set(leaf, scale.texts[Number(currentTarget.value)])}
          />
        )}
      </label>
      <button type="button" class="quiet" aria-label={`Remove the slider of ${path}`} onClick={() => remove(path)}>
        ×
      </button>
    </div>
  );
}

/** The scale of a value stays what it was while the slider moves on it, and is another when something else was written. */
function useScale({ text, keys }: WrittenLeaf): SliderScale | undefined {
  const held = useRef<SliderScale | undefined>(undefined);
  if (held.current === undefined || positionOf(held.current, text) === undefined) {
    held.current = sliderScale(text, takenAt(keys));
  }
  return held.current;
}

/** `surfaces.postgresql.base-backup.schedule` reads as `postgresql · base-backup · schedule`. */
function wordsOf(path: string): readonly string[] {
  const words = path.split('.');
  return words.length > 2 ? words.slice(1) : words;
}

function AddSlider({
  values,
  paths,
  add,
}: {
  readonly values: readonly WrittenLeaf[];
  readonly paths: readonly string[];
  readonly add: (path: string) => void;
}) {
  const others = values.filter(({ path, text }) => !paths.includes(path) && sliderScale(text) !== undefined);
  return (
    <label class="add">
      Add a slider for{' '}
      <select value="" onChange={({ currentTarget }) => add(currentTarget.value)}>
        <option value="">any value of the plan …</option>
        {others.map(({ path, text }) => (
          <option key={path} value={path}>
            {path}: {text}
          </option>
        ))}
      </select>
    </label>
  );
}
