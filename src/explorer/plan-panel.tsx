import { useSignal } from '@preact/signals';
import type { ExplorerStore } from './explorer-store.js';
import { ProblemList } from './problem-list.js';
import { SliderPanel } from './slider-panel.js';
import { Tabs } from './tabs.js';
import { YamlEditor } from './yaml-editor.js';

/** The plan: as sliders of what matters, and as the text that it is. */
export function PlanPanel({ store }: { readonly store: ExplorerStore }) {
  const tab = useSignal('Sliders');
  return (
    <section class="plan" aria-label="Plan">
      <Tabs label="Ways to change the plan" names={['Sliders', 'YAML']} chosen={tab} />
      <div role="tabpanel" aria-label={tab.value}>
        {tab.value === 'Sliders' ? <SliderPanel store={store} /> : <YamlEditor store={store} />}
      </div>
      <ProblemList store={store} />
    </section>
  );
}
