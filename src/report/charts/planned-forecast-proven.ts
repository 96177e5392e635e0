import type { TopLevelSpec } from 'vega-lite';
import { durationText, limitText } from '../../units/duration-text.js';
import type { MetricSummary, Summary } from '../../study/summary.js';
import { metricLabel, quantileLabel } from '../metric-label.js';
import { countText } from '../count-text.js';
import { printable } from '../printable.js';
import type { DrawnDrill } from './exceedance.js';
import { chartStyle } from './chart-style.js';
import { durationAxis } from './duration-axis.js';
import type { Figure } from './figure.js';
import type { Palette } from './palette.js';
import { PICTURE_WIDTH, ROW, rowLayers, type PictureRow } from './picture-row.js';

const ROW_HEIGHT = 216;

/**
 * The picture of a review: of RTO, RPO and RTT, one below the other on one axis of time, the planning range as a band, the
 * forecast as a hill with its middle and its bad case marked, the objective as a line that the hill should stay left of,
 * and every drill as a point.
 */
export function plannedForecastProven(summary: Summary, rows: readonly PictureRow[]): Figure {
  return {
    name: 'planned-forecast-proven',
    title: 'What is planned, what is to be expected, and what has been proven?',
    source: `${countText(summary.incidents)} incidents, ${printable(summary.scenario.name)}`,
    alternative: rows.map((row) => rowSentence(row, summary.metrics[row.metric])).join(' '),
    table: {
      head: ['Metric', 'Planning range', 'P5', 'P50', 'P95', 'Objective', 'Drills'],
      rows: rows.map((row) => rowCells(row, summary.metrics[row.metric])),
    },
    draw: (palette) => drawn(summary, rows, palette),
  };
}

function rowSentence({ metric, drills }: PictureRow, { planning, quantiles, objectives }: MetricSummary): string {
  const label = metricLabel(metric);
  const { p50, p95 } = quantiles;
  const cell = (value: number | null): string => (value === null ? 'no time' : durationText(value));
  return [
    `${label}: half within ${cell(p50.value)}, 95 of 100 within ${cell(p95.value)}`,
    ...(planning === null ? [] : [`planning range ${limitText(planning.low)} to ${limitText(planning.high)}`]),
    ...objectives.map(
      ({ quantile, limit, verdict }) => `objective ${quantileLabel(quantile)} ${limitText(limit)} ${verdict}`,
    ),
    drills.length === 0
      ? 'no drills'
      : `${drills.length} ${drills.length === 1 ? 'drill' : 'drills'}, ${spanOf(drills)}`,
  ]
    .join(', ')
    .concat('.');
}

function spanOf(drills: readonly DrawnDrill[]): string {
  const values = drills.map(({ seconds }) => seconds);
  const [least, most] = [Math.min(...values), Math.max(...values)].map(durationText);
  return least === most ? least : `from ${least} to ${most}`;
}

function rowCells(
  { metric, drills }: PictureRow,
  { planning, quantiles, objectives }: MetricSummary,
): readonly string[] {
  const cell = (value: number | null): string => (value === null ? '–' : durationText(value));
  return [
    metricLabel(metric),
    planning === null ? '–' : `${limitText(planning.low)} to ${limitText(planning.high)}`,
    ...[quantiles.p5, quantiles.p50, quantiles.p95].map(({ value }) => cell(value)),
    objectives
      .map(({ quantile, limit, verdict }) => `${quantileLabel(quantile)} ${limitText(limit)}: ${verdict}`)
      .join('; ') || '–',
    drills.map(({ seconds, isCensored }) => `${isCensored ? '≥ ' : ''}${durationText(seconds)}`).join(', ') || '–',
  ];
}

function drawn(summary: Summary, rows: readonly PictureRow[], palette: Palette): TopLevelSpec {
  const range = rangeOf(summary, rows);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: PICTURE_WIDTH,
    height: ROW_HEIGHT * rows.length,
    layer: rows.flatMap((row, place) =>
      rowLayers(row, summary.metrics[row.metric], { base: -place * ROW.pitch, range, palette }),
    ),
    encoding: {
      x: durationAxis(range),
      y: {
        field: 'height',
        type: 'quantitative',
        axis: null,
        scale: { domain: [(1 - rows.length) * ROW.pitch + ROW.foot, ROW.title + 0.12], nice: false, zero: false },
      },
    },
    config: chartStyle(palette),
  };
}

/** From the shortest to the longest that is drawn of any metric, with some air. */
function rangeOf({ metrics }: Summary, rows: readonly PictureRow[]): { readonly from: number; readonly to: number } {
  const shown = rows.flatMap(({ metric, drills }) => {
    const { quantiles, planning, objectives, min, max } = metrics[metric];
    return [
      ...[quantiles.p1.value ?? min, quantiles.p99.value ?? max, planning?.low, planning?.high],
      ...objectives.map(({ limit }) => limit),
      ...drills.map(({ seconds }) => seconds),
    ].filter((value) => value !== null && value !== undefined);
  });
  const from = Math.max(1, Math.min(...shown) / 1.3);
  return { from, to: Math.max(4 * from, Math.max(...shown) * 1.6) };
}
