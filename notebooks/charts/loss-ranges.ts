import { LIGHT } from '../../dist/report/charts/palette.js';

/** Quantiles of data loss in hours. */
export interface LossRange {
  readonly name: string;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** One bar per choice from P5 to P95 with its median, and a line at a loss that they may all run into. */
export function lossRanges(chart: {
  readonly title: string;
  readonly subtitle: string;
  readonly ranges: readonly LossRange[];
  readonly wall: { readonly hours: number; readonly text: string };
}): object {
  const { title, subtitle, ranges, wall } = chart;
  const hours = { type: 'quantitative', scale: { domain: [0, 24], nice: false } };
  const axis = { title: 'RPO (hours)', values: [0, 3, 6, 9, 12, 15, 18, 21, 24] };
  const y = { field: 'name', type: 'nominal', sort: null, axis: { title: null } };
  const words = { type: 'text', color: LIGHT.first, fontWeight: 600 };
  const height = 55 * ranges.length;
  return {
    title: { text: title, subtitle },
    height,
    encoding: { x: { ...hours, axis } },
    layer: [
      {
        data: { values: [wall] },
        layer: [
          {
            mark: { type: 'rule', color: LIGHT.undecided, strokeDash: [4, 3] },
            encoding: { x: { field: 'hours' } },
          },
          {
            mark: { type: 'text', align: 'left', dx: 8, y: height - 10, color: LIGHT.undecided },
            encoding: { x: { field: 'hours' }, text: { field: 'text' } },
          },
        ],
      },
      {
        data: { values: ranges.map(labelled) },
        encoding: { y },
        layer: [
          {
            mark: { type: 'rule', color: LIGHT.first, strokeWidth: 3 },
            encoding: { x: { field: 'p5' }, x2: { field: 'p95' } },
          },
          {
            mark: { type: 'point', filled: true, color: LIGHT.first, size: 70, opacity: 1 },
            encoding: { x: { field: 'p50' } },
          },
          // White beneath, so that the words stay readable where the line of the wall crosses them.
          {
            mark: { ...words, dy: -14, stroke: 'white', strokeWidth: 4 },
            encoding: { x: { field: 'p50' }, text: { field: 'median' } },
          },
          { mark: { ...words, dy: -14 }, encoding: { x: { field: 'p50' }, text: { field: 'median' } } },
          { mark: { ...words, align: 'left', dx: 8 }, encoding: { x: { field: 'p95' }, text: { field: 'end' } } },
        ],
      },
    ],
  };
}

function labelled(range: LossRange): object {
  return { ...range, median: `P50 ${range.p50.toFixed(1)} h`, end: `P95 ${range.p95.toFixed(1)} h` };
}
