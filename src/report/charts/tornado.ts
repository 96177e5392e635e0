import type { TopLevelSpec } from 'vega-lite';
import type { Explanation, Shift, TornadoBar } from '../../study/explain/explanation.js';
import type { ExplainedMetric } from '../../study/explain/path-outcomes.js';
import { QUANTILES } from '../../study/summary.js';
import { durationText } from '../../units/duration-text.js';
import { metricLabel, quantileLabel } from '../metric-label.js';
import { printable } from '../printable.js';
import { chartStyle } from './chart-style.js';
import { digits } from './digits.js';
import type { Figure } from './figure.js';
import type { Layer } from './labelled-point.js';
import type { Palette } from './palette.js';

const MOST_BARS = 8;
const ROW_HEIGHT = 36;

/**
 * "How far would it move?": the quantile with each input at its P10 and at its P90, as bars about the quantile as it is;
 * undefined where no input moves it.
 */
export function tornado(explanation: Explanation, name: ExplainedMetric): Figure | undefined {
  const metric = explanation.metrics[name];
  const middle = metric?.value.value ?? null;
  const bars = (metric?.tornado ?? []).filter(moves).slice(0, MOST_BARS);
  if (middle === null || bars.length === 0) return undefined;
  const label = `${quantileLabel(QUANTILES[explanation.quantile])} of ${metricLabel(name)}`;
  return {
    name: `tornado-${name}`,
    title: `How far would ${label} move if an input came out low, or high?`,
    source: `Each input at its P10 and its P90, all else by chance; ${printable(explanation.scenario.name)}`,
    alternative: `${label} is ${durationText(middle)}. ${bars
      .slice(0, 4)
      .map((bar) => `With ${printable(bar.name)} at its P10 it is ${endText(bar.low)}, at its P90 ${endText(bar.high)}`)
      .join('. ')}.`,
    table: {
      head: ['Input', 'At its P10', 'At its P90'],
      rows: bars.map(({ name: input, low, high }) => [printable(input), endText(low), endText(high)]),
    },
    draw: (palette) => drawn(bars, { middle, label, palette }),
  };
}

function moves({ low, high }: TornadoBar): boolean {
  return low.quantile !== null && high.quantile !== null && low.quantile !== high.quantile;
}

function endText({ quantile }: Shift): string {
  return quantile === null ? 'never' : durationText(quantile);
}

interface Drawing {
  readonly middle: number;
  readonly label: string;
  readonly palette: Palette;
}

function drawn(bars: readonly TornadoBar[], drawing: Drawing): TopLevelSpec {
  const { middle, palette } = drawing;
  const rows = bars.map(({ name, low, high }) => ({
    input: shortPath(name),
    ends: [
      { at: low.quantile ?? middle, words: `P10 ${endText(low)}` },
      { at: high.quantile ?? middle, words: `P90 ${endText(high)}` },
    ].sort((one, other) => one.at - other.at),
  }));
  const names = rows.map(({ input }) => input);
  const all = [middle, ...rows.flatMap(({ ends }) => ends.map(({ at }) => at))];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  // Room for the words at both ends.
  const domain = [least - 0.25 * (most - least), most + 0.25 * (most - least)];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 520,
    height: ROW_HEIGHT * rows.length,
    encoding: {
      x: { field: 'at', type: 'quantitative', scale: { domain, zero: false, nice: false }, axis: null },
      y: {
        field: 'input',
        type: 'nominal',
        sort: names,
        scale: { domain: names },
        axis: { title: null, labelColor: palette.ink, labelLimit: 260, labelFontSize: 13 },
      },
    },
    layer: [
      {
        data: { values: rows.map(({ input, ends }) => ({ input, at: digits(ends[0].at), to: digits(ends[1].at) })) },
        mark: { type: 'bar', color: palette.firstArea, height: { band: 0.55 } },
        encoding: { x2: { field: 'to' } },
      },
      ...([0, 1] as const).map((side): Layer => ({
        data: {
          values: rows.map(({ input, ends }) => ({ input, at: digits(ends[side].at), words: ends[side].words })),
        },
        mark: { type: 'text', align: side === 0 ? 'right' : 'left', dx: side === 0 ? -6 : 6, color: palette.soft },
        encoding: { text: { field: 'words' } },
      })),
      ...middleLayers(rows.length, drawing),
    ],
    config: chartStyle(palette),
  };
}

/** The quantile as it is, through all rows. */
function middleLayers(rows: number, { middle, label, palette }: Drawing): readonly Layer[] {
  const data = { values: [{ at: digits(middle) }] };
  return [
    {
      data,
      mark: { type: 'rule', color: palette.ink, strokeWidth: 1.5 },
      encoding: { y: { value: -6 }, y2: { value: ROW_HEIGHT * rows } },
    },
    {
      data,
      mark: { type: 'text', fontWeight: 600, color: palette.ink, baseline: 'bottom' },
      encoding: { y: { value: -10 }, text: { value: `${label} ${durationText(middle)}` } },
    },
  ];
}

/** A path without its section, which goes without saying: `reconnect-custody.takes`. */
function shortPath(path: string): string {
  return printable(path).replace(/^(runbook|surfaces|people|links|incidents)\./, '');
}
