import type { TopLevelSpec } from 'vega-lite';
import type { Explanation, Shift, TornadoBar } from '../../study/explain/explanation.js';
import type { ExplainedMetric } from '../../study/explain/path-outcomes.js';
import { QUANTILES } from '../../study/summary.js';
import { differenceText, durationText } from '../../units/duration-text.js';
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
 * "How far would it move?": by how much the quantile moves with each input at its P10 and at its P90, as bars about the
 * quantile as it is, the widest first; undefined where no input moves it.
 *
 * @param value the quantile as it is, in seconds: that of all incidents that were played, of which those that were looked at
 *   in detail may be the first few.
 */
export function tornado(explanation: Explanation, name: ExplainedMetric, value: number | null): Figure | undefined {
  const bars = (explanation.metrics[name]?.tornado ?? []).filter(moves).slice(0, MOST_BARS);
  if (value === null || bars.length === 0) return undefined;
  const label = `${quantileLabel(QUANTILES[explanation.quantile])} of ${metricLabel(name)}`;
  return {
    name: `tornado-${name}`,
    title: `How far would ${label} move if an input came out low, or high?`,
    source: `Each input at its P10 and its P90, all else by chance; ${printable(explanation.scenario.name)}`,
    alternative: `${label} is ${durationText(value)}. ${bars
      .slice(0, 4)
      .map(
        (bar) =>
          `With ${printable(bar.name)} at its P10 it would move by ${endText(bar.low)}, at its P90 by ${endText(bar.high)}`,
      )
      .join('. ')}.`,
    table: {
      head: ['Input', 'At its P10', 'At its P90'],
      rows: bars.map(({ name: input, low, high }) => [printable(input), endText(low), endText(high)]),
    },
    draw: (palette) => drawn(bars, { label: `${label} ${durationText(value)}`, palette }),
  };
}

function moves({ low, high }: TornadoBar): boolean {
  return low.value !== null && high.value !== null && low.value !== high.value;
}

function endText({ value }: Shift): string {
  return value === null ? 'no number' : differenceText(value);
}

interface Drawing {
  /** The quantile as it is. */
  readonly label: string;
  readonly palette: Palette;
}

function drawn(bars: readonly TornadoBar[], drawing: Drawing): TopLevelSpec {
  const { palette } = drawing;
  const rows = bars.map(({ name, low, high }) => ({
    input: shortPath(name),
    ends: [
      { at: low.value ?? 0, words: `P10 ${endText(low)}` },
      { at: high.value ?? 0, words: `P90 ${endText(high)}` },
    ].sort((one, other) => one.at - other.at),
  }));
  const names = rows.map(({ input }) => input);
  const all = [0, ...rows.flatMap(({ ends }) => ends.map(({ at }) => at))];
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
function middleLayers(rows: number, { label, palette }: Drawing): readonly Layer[] {
  const data = { values: [{ at: 0 }] };
  return [
    {
      data,
      mark: { type: 'rule', color: palette.ink, strokeWidth: 1.5 },
      encoding: { y: { value: -6 }, y2: { value: ROW_HEIGHT * rows } },
    },
    {
      data,
      mark: { type: 'text', fontWeight: 600, color: palette.ink, baseline: 'bottom' },
      encoding: { y: { value: -10 }, text: { value: label } },
    },
  ];
}

/** A path without its section, which goes without saying: `reconnect-custody.takes`. */
function shortPath(path: string): string {
  return printable(path).replace(/^(runbook|surfaces|people|links|incidents)\./, '');
}
