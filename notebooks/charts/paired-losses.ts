import { LIGHT } from '../../dist/report/charts/palette.js';

const ACROSS = [0, 6, 12, 18, 24, 30, 36, 42, 48];
const UP = [0, 3, 6, 9, 12, 15, 18];

/** One dot per incident: its loss in hours under one schedule across, under another up, and the line of equal losses. */
export function pairedLosses(chart: {
  readonly title: string;
  readonly subtitle: string;
  readonly across: { readonly title: string; readonly losses: readonly number[] };
  readonly up: { readonly title: string; readonly losses: readonly number[] };
}): object {
  const { title, subtitle, across, up } = chart;
  const axis = (words: string, ticks: readonly number[]) => ({
    type: 'quantitative',
    scale: { domain: [0, ticks[ticks.length - 1]], nice: false },
    axis: { title: words, values: ticks },
  });
  return {
    title: { text: title, subtitle },
    height: 300,
    encoding: { x: { field: 'across', ...axis(across.title, ACROSS) }, y: { field: 'up', ...axis(up.title, UP) } },
    layer: [
      {
        data: { values: [0, 18].map((loss) => ({ across: loss, up: loss })) },
        mark: { type: 'line', color: LIGHT.soft, strokeWidth: 1.5 },
      },
      {
        data: { values: [{ across: 16, up: 16 }] },
        mark: { type: 'text', text: 'the same loss', align: 'left', dx: 10, color: LIGHT.soft },
      },
      {
        data: { values: across.losses.map((loss, incident) => ({ across: loss, up: up.losses[incident] })) },
        mark: { type: 'point', filled: true, color: LIGHT.first, size: 16, opacity: 0.6, clip: true },
      },
    ],
  };
}
