import { LIGHT } from '../../dist/report/charts/palette.js';

const DARK = '#1c2226';
const PALE = '#8fb4cd';

/** Of one choice: the share of incidents in which each surface lost most, in the order of `surfaces`. */
export interface Binding {
  readonly name: string;
  readonly shares: readonly number[];
  /** What is said at the end of the bar. */
  readonly end: string;
}

/** One bar of shares per choice. The first two surfaces are named above the first bar; the others are slivers. */
export function bindingSurfaces(chart: {
  readonly title: string;
  readonly subtitle: string;
  readonly surfaces: readonly string[];
  readonly bindings: readonly Binding[];
}): object {
  const { title, subtitle, surfaces, bindings } = chart;
  const y = { field: 'name', type: 'nominal', sort: null, axis: { title: null, labelLimit: 0 } };
  const axis = { title: 'share of incidents', format: '.0%', values: [0, 0.25, 0.5, 0.75, 1] };
  const colours = surfaces.map((_, index) => [LIGHT.first, PALE][index] ?? DARK);
  const inBar = { condition: { test: `datum.surface === '${surfaces[0]}'`, value: 'white' }, value: DARK };
  return {
    title: { text: title, subtitle },
    height: 48 * bindings.length,
    padding: { left: 190, right: 100, top: 100, bottom: 56 },
    width: 480,
    encoding: { x: { type: 'quantitative', scale: { domain: [0, 1] }, axis } },
    layer: [
      {
        data: { values: bindings.flatMap((binding) => segmentsOf(binding, surfaces)) },
        encoding: { y },
        layer: [
          {
            mark: { type: 'bar', height: 24 },
            encoding: {
              x: { field: 'from' },
              x2: { field: 'to' },
              color: { field: 'surface', scale: { domain: surfaces, range: colours }, legend: null },
            },
          },
          {
            mark: { type: 'text', fontWeight: 600 },
            encoding: { x: { field: 'middle' }, text: { field: 'label' }, color: inBar },
          },
        ],
      },
      {
        data: { values: bindings },
        mark: { type: 'text', align: 'left', dx: 8, color: LIGHT.first, fontWeight: 600 },
        encoding: { x: { datum: 1 }, y, text: { field: 'end' } },
      },
      nameAbove(surfaces[0], { at: 0, align: 'left', color: LIGHT.first }),
      nameAbove(surfaces[1], { at: 1, align: 'right', color: LIGHT.soft }),
    ],
  };
}

function segmentsOf({ name, shares }: Binding, surfaces: readonly string[]): readonly object[] {
  return shares.map((share, index) => {
    const from = shares.slice(0, index).reduce((sum, before) => sum + before, 0);
    const label = share < 0.06 ? '' : `${(100 * share).toFixed(0)}%`;
    return { name, surface: surfaces[index], from, to: from + share, middle: from + share / 2, label };
  });
}

function nameAbove(text: string, { at, align, color }: { at: number; align: string; color: string }): object {
  const mark = { type: 'text', text, align, y: -8, color, fontWeight: 600 };
  return { data: { values: [{}] }, mark, encoding: { x: { datum: at } } };
}
