import { useSignal } from '@preact/signals';
import type { ExplorerStore } from './explorer-store.js';
import { Form } from './form/form.js';
import { ProblemList } from './problem-list.js';
import { SliderPanel } from './slider-panel.js';
import { Tabs } from './tabs.js';
import { YamlEditor } from './yaml-editor.js';

/** The plan: as sliders of what matters, as a form, and as the text that it is. */
export function PlanPanel({ store }: { readonly store: ExplorerStore }) {
  const tab = useSignal('Sliders');
  return (
    <section class="plan" aria-label="Plan">
      <Tabs label="Ways to change the plan" names={['Sliders', 'Form', 'YAML']} chosen={tab} />
      <div role="tabpanel" aria-label={tab.value}>
        {tab.value === 'Sliders' ? <SliderPanel store={store} /> : null}
        {tab.value === 'Form' ? <Form store={store} /> : null}
        {tab.value === 'YAML' ? <YamlEditor store={store} /> : null}
      </div>
      <ProblemList store={store} />
    </section>
  );
}
