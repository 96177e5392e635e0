import type { ExplorerStore } from './explorer-store.js';
import { PictureTable, SvgPicture } from './svg-picture.js';

/** The plan against what was pinned, on the same incidents; nothing when nothing is pinned. */
export function ComparisonPanel({ store }: { readonly store: ExplorerStore }) {
  if (store.pinned.value === undefined) return null;
  const compared = store.picture.value?.comparison;
  return (
    <section class="comparison" aria-label="Comparison">
      <h2>Against what is pinned</h2>
      {compared === undefined ? (
        <p class="soft">Both are compared when they have been played to the end.</p>
      ) : (
        <>
          <p>{compared.verdict}</p>
          <p class="soft">A is what is pinned, B the plan as it is now. The same incidents strike both.</p>
          {compared.chart === undefined ? null : (
            <figure>
              <h3>{compared.chart.title}</h3>
              <SvgPicture chart={compared.chart} />
              <PictureTable chart={compared.chart} />
            </figure>
          )}
        </>
      )}
    </section>
  );
}
