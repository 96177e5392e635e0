/// <reference lib="dom" />

/**
 * What runs in the page of a review: it puts a chart that answers to the pointer in the place of each one that was drawn
 * beforehand. Where it fails, or scripts are off, the drawn one stays. Expressions are interpreted, so that the page can
 * forbid `eval`.
 */
import { parse, View, type Spec } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';

for (const data of document.querySelectorAll<HTMLScriptElement>('script[data-chart]')) {
  const container = data.parentElement?.querySelector<HTMLElement>('.chart');
  if (container !== null && container !== undefined) void enliven(container, JSON.parse(data.text) as Spec);
}

async function enliven(container: HTMLElement, spec: Spec): Promise<void> {
  const drawn = [...container.childNodes];
  const label = container.getAttribute('aria-label') ?? '';
  const view = new View(parse(spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'svg',
    container,
    hover: true,
  });
  try {
    await view.runAsync();
    // Vega says of the container that it is a drawing of many parts; its words say more.
    container.setAttribute('role', 'img');
    container.setAttribute('aria-label', label);
    container.removeAttribute('aria-roledescription');
  } catch {
    view.finalize();
    container.replaceChildren(...drawn);
  }
}
