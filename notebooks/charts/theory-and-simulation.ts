import { LIGHT } from '../../dist/report/charts/palette.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Axis {
  readonly title: string;
  readonly ticks: readonly number[];
  /** From the first tick to the last when absent. */
  readonly domain?: readonly [number, number];
  /** As in d3-format. */
  readonly format?: string;
  readonly isLogarithmic?: boolean;
}

export interface TheoryAndSimulation {
  readonly title: string;
  readonly subtitle: string;
  readonly x: Axis;
  readonly y: Axis;
  /** What theory says: one array per line. */
  readonly theory: readonly (readonly Point[])[];
  /** What was simulated. */
  readonly simulated: readonly Point[];
  /** Words at points, above them or to the right. */
  readonly labels: readonly (Point & { readonly text: string })[];
  readonly labelsStand: 'above' | 'right';
}

/** Thin lines for what theory says, dots on them for what was simulated, and words where a legend would be. */
export function theoryAndSimulation(chart: TheoryAndSimulation): object {
  const { title, subtitle, x, y, theory, simulated, labels, labelsStand } = chart;
  const beside = labelsStand === 'above' ? { dy: -14 } : { align: 'left', dx: 8, dy: -8 };
  return {
    title: { text: title, subtitle },
    height: 270,
    encoding: { x: { field: 'x', ...axisOf(x) }, y: { field: 'y', ...axisOf(y) } },
    layer: [
      {
        data: { values: theory.flatMap((line, index) => line.map((point) => ({ ...point, line: index }))) },
        mark: { type: 'line', color: LIGHT.soft, strokeWidth: 1.5 },
        encoding: { detail: { field: 'line' } },
      },
      { data: { values: simulated }, mark: { type: 'point', filled: true, color: LIGHT.first, size: 42, opacity: 1 } },
      {
        data: { values: labels },
        mark: { type: 'text', ...beside, color: LIGHT.first, fontWeight: 600 },
        encoding: { text: { field: 'text' } },
      },
    ],
  };
}

function axisOf({ title, ticks, domain = [ticks[0], ticks[ticks.length - 1]], format, isLogarithmic }: Axis): object {
  const axis = { title, values: ticks, ...(format === undefined ? {} : { format }) };
  return { type: 'quantitative', scale: { type: isLogarithmic ? 'log' : 'linear', domain, nice: false }, axis };
}
