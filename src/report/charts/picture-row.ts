import type { MetricSummary } from '../../study/summary.js';
import { durationText, limitText } from '../../units/duration-text.js';
import type { MetricCurve } from '../metric-curve.js';
import { countOf } from '../count-text.js';
import { metricLabel, quantileLabel } from '../metric-label.js';
import { shareText } from '../share-text.js';
import { digits } from './digits.js';
import type { DrawnDrill } from './exceedance.js';
import { LABEL_SIZE, type Layer } from './labelled-point.js';
import { beyondWords, limitWord, neverWords } from './metric-words.js';
import type { Palette } from './palette.js';
import { placeLabels, type LabelSpot } from './place-labels.js';

/** What is drawn of one metric. */
export interface PictureRow {
  /** `rto`, `rpo` or `rtt`. */
  readonly metric: string;
  readonly curve: MetricCurve;
  readonly drills: readonly DrawnDrill[];
}

/** Heights within a row of 1, from its baseline: the hill of the forecast, what stands above it and what below. */
export const ROW = {
  hill: 0.46,
  band: 0.56,
  title: 0.8,
  objective: 0.62,
  planning: -0.195,
  foot: -0.25,
  /** From one baseline to the next. */
  pitch: 1.24,
};

/** Width of the picture, in pixels. */
export const PICTURE_WIDTH = 760;

/** So many pixels below the baseline stand the words of marks. */
const BELOW = 14;

/** What each metric measures, for those who read the picture only. */
const MEANINGS: Readonly<Record<string, string>> = {
  rto: 'until service is open again',
  rpo: 'of the newest data lost',
  rtt: 'until the incident is closed',
};

/** Where a row stands, and how it is drawn. */
export interface RowPlace {
  /** Height of the baseline. */
  readonly base: number;
  readonly range: { readonly from: number; readonly to: number };
  readonly palette: Palette;
}

/** A row of the picture: band, hill, marks, words and drills about one baseline. */
export function rowLayers(row: PictureRow, metric: MetricSummary, at: RowPlace): readonly Layer[] {
  const { base, range, palette } = at;
  const line = [
    { seconds: range.from, height: base },
    { seconds: range.to, height: base },
  ];
  return [
    ...bandLayers(metric, at),
    ...hillLayers(row, metric, at),
    { data: { values: line }, mark: { type: 'line', color: palette.line, strokeWidth: 1 } },
    ...titleLayers(row.metric, at),
    ...markLayers(row.metric, metric, at),
    ...objectiveLayers(row.metric, metric, at),
    ...drillLayers(row, at),
    ...wordLayers(row, metric, at),
  ];
}

function titleLayers(metric: string, { base, range, palette }: RowPlace): readonly Layer[] {
  const data = { values: [{ seconds: range.from, height: base + ROW.title }] };
  const label = metricLabel(metric);
  return [
    {
      data,
      mark: { type: 'text', align: 'left', fontSize: 17, fontWeight: 700, color: palette.ink },
      encoding: { text: { value: label } },
    },
    {
      data,
      mark: { type: 'text', align: 'left', dx: 44, dy: 1, fontSize: 13, color: palette.soft },
      encoding: { text: { value: MEANINGS[metric] ?? '' } },
    },
  ];
}

function bandLayers({ planning }: MetricSummary, { base, palette }: RowPlace): readonly Layer[] {
  if (planning === null) return [];
  const { low, high, within } = planning;
  const words = `planned ${limitText(low)} to ${limitText(high)}, ${shareText(within)} of incidents within`;
  return [
    {
      data: { values: [{ low, high, foot: base + ROW.foot + 0.01, top: base + ROW.band }] },
      mark: { type: 'rect', color: palette.band },
      encoding: {
        x: { field: 'low', type: 'quantitative' },
        x2: { field: 'high' },
        y: { field: 'foot', type: 'quantitative' },
        y2: { field: 'top' },
      },
    },
    {
      data: { values: [{ seconds: low, height: base + ROW.planning }] },
      mark: { type: 'text', align: 'left', dx: 6, fontSize: 11, color: palette.soft },
      encoding: { text: { value: words } },
    },
  ];
}

/** The density of the forecast over the logarithm of time, as high as the row allows; what misses an objective in red. */
function hillLayers(
  { curve }: PictureRow,
  { objectives }: MetricSummary,
  { base, range, palette }: RowPlace,
): readonly Layer[] {
  const slopes = smoothed(curve.points.map(({ share }, i) => share - (curve.points[i - 1]?.share ?? share)));
  const steepest = Math.max(...slopes);
  const values = curve.points
    .map(({ value }, i) => ({
      seconds: digits(value),
      height: digits(base + (steepest === 0 ? 0 : (slopes[i] / steepest) * ROW.hill)),
      floor: base,
    }))
    .filter(({ seconds }) => seconds >= range.from && seconds <= range.to);
  const limits = objectives.filter(({ verdict }) => verdict === 'missed').map(({ limit }) => limit);
  const late = values.filter(({ seconds }) => seconds >= Math.min(...limits));
  const hill = (of: typeof values, area: string, line: string): Layer => ({
    data: { values: of },
    mark: { type: 'area', color: area, line: { color: line, strokeWidth: 1.5 } },
    encoding: { y2: { field: 'floor' } },
  });
  return [
    hill(values, palette.firstArea, palette.first),
    ...(late.length === 0 ? [] : [hill(late, palette.missedArea, palette.missed)]),
  ];
}

/** How far the noise of a count is spread, in places of the curve to each side. */
const SPREAD = 4;

/** A running mean with weights that fall off to both sides. */
function smoothed(counts: readonly number[]): readonly number[] {
  return counts.map((_, place) => {
    let [sum, weights] = [0, 0];
    for (let offset = -SPREAD; offset <= SPREAD; offset += 1) {
      const count = counts.at(place + offset);
      if (place + offset < 0 || count === undefined) continue;
      const weight = SPREAD + 1 - Math.abs(offset);
      sum += weight * count;
      weights += weight;
    }
    return sum / weights;
  });
}

const MARKED = [
  ['p50', 'half', 'right'],
  ['p95', '95%', 'left'],
] as const;

/** Ticks at the middle and at the bad case; how many have no recovery at all. */
function markLayers(
  name: string,
  { quantiles, unrecoverable }: MetricSummary,
  { base, range, palette }: RowPlace,
): readonly Layer[] {
  const never = neverWords(name, unrecoverable);
  return [
    ...MARKED.flatMap(([quantile]): Layer[] => {
      const { value } = quantiles[quantile];
      if (value === null) return [];
      return [
        {
          data: {
            values: [{ seconds: digits(Math.max(range.from, value)), height: base - 0.03, top: base + 0.06 }],
          },
          mark: { type: 'rule', color: palette.first, strokeWidth: 3 },
          encoding: { y2: { field: 'top' } },
        },
      ];
    }),
    ...(unrecoverable === 0
      ? []
      : [
          {
            data: { values: [{ seconds: range.to, height: base + ROW.title }] },
            mark: { type: 'text', align: 'right', fontWeight: 600, color: palette.missed },
            encoding: { text: { value: never } },
          } satisfies Layer,
        ]),
  ];
}

function objectiveLayers(
  name: string,
  { objectives }: MetricSummary,
  { base, range, palette }: RowPlace,
): readonly Layer[] {
  const middle = Math.sqrt(range.from * range.to);
  return objectives.flatMap(({ quantile, limit, verdict, share }): Layer[] => {
    const color = palette[verdict];
    const align = limit > middle ? 'right' : 'left';
    const beyond = verdict === 'missed' ? `: missed, ${beyondWords(name, 1 - share)}` : `: ${verdict}`;
    return [
      {
        data: { values: [{ seconds: limit, height: base, top: base + ROW.objective + 0.04 }] },
        mark: { type: 'rule', color, strokeWidth: 1.5, strokeDash: [4, 3] },
        encoding: { y2: { field: 'top' } },
      },
      {
        data: { values: [{ seconds: limit, height: base + ROW.objective }] },
        mark: { type: 'text', align, dx: align === 'right' ? -6 : 6, fontWeight: 600, color },
        encoding: { text: { value: `objective ${quantileLabel(quantile)} ${limitText(limit)}${beyond}` } },
      },
    ];
  });
}

/** Points on the baseline; of a drill that was broken off, an arrowhead: it would have taken longer. */
function drillLayers({ drills }: PictureRow, { base, palette }: RowPlace): readonly Layer[] {
  const points = (isCensored: boolean) =>
    drills
      .filter((drill) => drill.isCensored === isCensored)
      .map(({ seconds }) => ({ seconds: digits(seconds), height: base }));
  const marks = [
    { values: points(false), shape: 'circle' },
    { values: points(true), shape: 'triangle-right' },
  ];
  return marks
    .filter(({ values }) => values.length > 0)
    .map(({ values, shape }): Layer => ({
      data: { values },
      mark: { type: 'point', shape, filled: true, size: 70, opacity: 0.85, color: palette.drill },
    }));
}

/** Words at a height of the row, in pixels below its baseline. */
interface RowWords {
  readonly seconds: number;
  readonly color: string;
  readonly spots: readonly LabelSpot[];
}

/** The names of marks and drills, so placed that none covers another one or leaves the picture to the left. */
function wordLayers(
  row: PictureRow,
  { quantiles }: MetricSummary,
  { base, range, palette }: RowPlace,
): readonly Layer[] {
  const marks = MARKED.flatMap(([quantile, words, side]): readonly RowWords[] => {
    const { value } = quantiles[quantile];
    if (value === null) return [];
    const text = `${words} ${limitWord(row.metric)} ${durationText(value)}`;
    const other = side === 'left' ? 'right' : 'left';
    const spots = ([side, other] as const).map((align): LabelSpot => ({ align, dx: 0, dy: BELOW, text }));
    return [{ seconds: Math.max(range.from, value), color: palette.first, spots }];
  });
  const words = [...marks, ...drillWords(row, palette)];
  const pixel = ({ seconds }: RowWords) => ({
    x: (PICTURE_WIDTH * Math.log(seconds / range.from)) / Math.log(range.to / range.from),
    y: 0,
  });
  const spots = placeLabels(
    words.map((each) => ({ at: pixel(each), spots: each.spots })),
    { width: PICTURE_WIDTH, height: Infinity, size: LABEL_SIZE, lines: [] },
  );
  return words.flatMap(({ seconds, color }, i): Layer[] => {
    const { text, ...beside } = spots[i];
    const data = { values: [{ seconds: digits(seconds), height: base }] };
    const mark = { type: 'text', ...beside, baseline: 'middle', fontWeight: 600 } as const;
    return [
      { data, mark: { ...mark, stroke: palette.ground, strokeWidth: 4 }, encoding: { text: { value: text } } },
      { data, mark: { ...mark, color }, encoding: { text: { value: text } } },
    ];
  });
}

/** To the left of the first of them, or below it. */
function drillWords({ drills }: PictureRow, palette: Palette): readonly RowWords[] {
  if (drills.length === 0) return [];
  const places = drills.map(({ seconds }) => seconds);
  const text = countOf(drills.length, 'drill');
  const spots = [
    { align: 'right', dx: -9, dy: 0, text },
    { align: 'left', dx: 0, dy: BELOW, text },
    { align: 'left', dx: 9, dy: -14, text },
  ] as const;
  return [{ seconds: Math.min(...places), color: palette.drill, spots }];
}
