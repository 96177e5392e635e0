import type { Signal } from '@preact/signals';

/** Tabs of which one is open; the arrow keys go from one to the next. */
export function Tabs({
  label,
  names,
  chosen,
}: {
  readonly label: string;
  readonly names: readonly string[];
  readonly chosen: Signal<string>;
}) {
  const step = (event: KeyboardEvent, by: number): void => {
    const place = (names.indexOf(chosen.value) + by + names.length) % names.length;
    chosen.value = names[place];
    (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')[place].focus();
  };
  return (
    <div
      role="tablist"
      aria-label={label}
      class="tabs"
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') step(event, 1);
        if (event.key === 'ArrowLeft') step(event, -1);
      }}
    >
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={chosen.value === name}
          tabIndex={chosen.value === name ? 0 : -1}
          onClick={() => (chosen.value = name)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
