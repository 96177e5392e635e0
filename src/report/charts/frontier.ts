import type { TopLevelSpec } from 'vega-lite';
import type { Candidate, Sizing } from '../../study/size/sizing.js';
import type { Requirement } from '../../study/check/requirement.js';
import { durationText } from '../../units/duration-text.js';
import { countText } from '../count-text.js';
import { moneyText } from '../money-text.js';
import { printable } from '../printable.js';
import { combinationWords, p95Words } from '../size/sizing-words.js';
import { chartStyle } from './chart-style.js';
import { digits } from './digits.js';
import { durationAxis } from './duration-axis.js';
import type { Figure } from './figure.js';
import type { Layer } from './labelled-point.js';
import type { Palette } from './palette.js';

type Metric = 'rto' | 'rpo';

const QUESTION: Readonly<Record<Metric, string>> = {
  rto: 'What does a faster recovery cost?',
  rpo: 'What does losing less cost?',
};

interface Point {
  readonly cost: number;
  readonly seconds: number;
  readonly verdict: Candidate['verdict'];
  readonly isChosen: boolean;
  readonly words: string;
}

const WIDTH = 640;
const HEIGHT = 280;

/** A metric of less than that is drawn as that much: a logarithm has no zero. */
const LEAST_SECONDS = 1;

/**
 * "What does a faster recovery cost?" and "What does losing less cost?"; one that all combinations answer alike is left out.
 *
 * @param requirements those of the sizing: a limit on P95 is drawn.
 */
export function frontierFigures(sizing: Sizing, requirements: readonly Requirement[]): readonly Figure[] {
  return (['rto', 'rpo'] as const).flatMap((metric) => {
    const points = pointsOf(sizing, metric);
    return isTold(points) ? [frontierFigure(sizing, metric, points, limitOf(requirements, metric))] : [];
  });
}

/** Times that differ by less are the same to whoever waits. */
const WORTH_DRAWING = 1.05;

function isTold(points: readonly Point[]): boolean {
  const times = points.map(({ seconds }) => seconds);
  return points.length >= 2 && Math.max(...times) >= Math.min(...times) * WORTH_DRAWING;
}

/** The most that P95 may be; undefined where nothing is asked of it. */
function limitOf(requirements: readonly Requirement[], metric: Metric): number | undefined {
  const limits = requirements.flatMap(({ quantity, comparison, limit }) =>
    quantity.kind === 'quantile' &&
    quantity.probability === 0.95 &&
    quantity.of.metric === metric &&
    quantity.of.disaster === undefined &&
    (comparison === '<=' || comparison === '<')
      ? [limit]
      : [],
  );
  return limits.length === 0 ? undefined : Math.min(...limits);
}

function pointsOf(sizing: Sizing, metric: Metric): readonly Point[] {
  return sizing.candidates
    .flatMap((candidate): Point[] => {
      const { value } = candidate.p95[metric];
      if (value === null) return [];
      return [
        {
          cost: digits(candidate.costPerYear.value),
          seconds: digits(Math.max(LEAST_SECONDS, value)),
          verdict: candidate.verdict,
          isChosen: candidate.standing === 'chosen',
          words: combinationWords(sizing, candidate),
        },
      ];
    })
    .sort((one, other) => one.cost - other.cost || one.seconds - other.seconds);
}

function frontierFigure(sizing: Sizing, metric: Metric, points: readonly Point[], limit: number | undefined): Figure {
  const { scenarios, candidates, currency } = sizing;
  const line = lowest(points);
  const money = printable(currency);
  return {
    name: `frontier-${metric}`,
    title: QUESTION[metric],
    source: `${countText(candidates.length)} combinations, ${scenarios.map(({ name }) => printable(name)).join(' and ')}; P95 of ${metric.toUpperCase()}`,
    alternative: line
      .map(({ cost, words, isChosen }) => {
        const candidate = candidates.find((each) => combinationWords(sizing, each) === words);
        const p95 = candidate === undefined ? '' : p95Words(candidate.p95[metric]);
        return `${words}: ${money} ${moneyText(cost)} a year, ${p95}${isChosen ? ', chosen' : ''}`;
      })
      .join('; ')
      .concat('.'),
    table: {
      head: ['Combination', `${money} a year`, 'P95', 'Keeps what is asked'],
      rows: candidates
        .filter(({ p95 }) => p95[metric].value !== null)
        .sort((one, other) => one.costPerYear.value - other.costPerYear.value)
        .map((each) => [
          combinationWords(sizing, each),
          moneyText(each.costPerYear.value),
          p95Words(each.p95[metric]),
          each.standing === 'chosen' ? 'chosen' : each.verdict,
        ]),
    },
    draw: (palette) => drawn({ points, line, limit, money }, palette),
  };
}

/** From the cheapest on, those that are faster than all that are cheaper. */
function lowest(points: readonly Point[]): readonly Point[] {
  const line: Point[] = [];
  for (const point of points) {
    const last = line.at(-1);
    if (last === undefined || point.seconds < last.seconds) line.push(point);
  }
  return line;
}

interface Drawing {
  readonly points: readonly Point[];
  /** Those that are faster than all that are cheaper. */
  readonly line: readonly Point[];
  readonly limit: number | undefined;
  readonly money: string;
}

function drawn({ points, line, limit, money }: Drawing, palette: Palette): TopLevelSpec {
  const scales = scalesOf(points, limit);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: WIDTH,
    height: HEIGHT,
    encoding: { x: costAxis(scales, money), y: durationAxis({ from: scales.times[0], to: scales.times[1] }) },
    layer: [
      ...limitLayers(limit, palette),
      {
        data: { values: line.map(({ cost, seconds }) => ({ cost, seconds })) },
        mark: { type: 'line', color: palette.first, strokeWidth: 2, interpolate: 'step-after' },
      },
      ...pointLayers(points, palette),
      ...labelLayers(points, line, scales, palette),
    ],
    config: chartStyle(palette),
  };
}

/** From and to of the axes. */
interface Scales {
  readonly costs: readonly [number, number];
  readonly times: readonly [number, number];
}

function scalesOf(points: readonly Point[], limit: number | undefined): Scales {
  const costs = points.map(({ cost }) => cost);
  const [from, to] = [Math.min(...costs), Math.max(...costs)];
  const air = Math.max((to - from) * 0.12, to * 0.01);
  const times = [...points.map(({ seconds }) => seconds), ...(limit === undefined ? [] : [limit])];
  return {
    costs: [digits(from - air), digits(to + air)],
    times: [digits(Math.min(...times) / 1.4), digits(Math.max(...times) * 1.4)],
  };
}

function costAxis({ costs: [from, to] }: Scales, money: string) {
  return {
    field: 'cost',
    type: 'quantitative' as const,
    scale: { domain: [from, to], nice: false },
    axis: { title: `${money} a year`, titleAnchor: 'end' as const, format: ',.0f', tickCount: 5 },
  };
}

/** What is asked, as a line that P95 should stay below. */
function limitLayers(limit: number | undefined, palette: Palette): readonly Layer[] {
  if (limit === undefined) return [];
  const data = { values: [{ seconds: digits(limit) }] };
  return [
    {
      data,
      mark: { type: 'rule', color: palette.second, strokeDash: [5, 3], strokeWidth: 1.5 },
      encoding: { x: { value: 0 }, x2: { value: WIDTH } },
    },
    {
      data,
      mark: { type: 'text', align: 'right', baseline: 'bottom', dy: -4, fontWeight: 600, color: palette.second },
      encoding: { x: { value: WIDTH }, text: { value: `asked: within ${durationText(limit)}` } },
    },
  ];
}

/** Filled where all that is asked is certainly kept; hollow where it is not. */
function pointLayers(points: readonly Point[], palette: Palette): readonly Layer[] {
  const layers = [
    { values: points.filter(({ verdict }) => verdict !== 'met'), filled: false, size: 60 },
    { values: points.filter(({ verdict, isChosen }) => verdict === 'met' && !isChosen), filled: true, size: 60 },
    { values: points.filter(({ isChosen }) => isChosen), filled: true, size: 160 },
  ];
  return layers
    .filter(({ values }) => values.length > 0)
    .map(({ values, filled, size }) => ({
      data: { values: values.map(({ cost, seconds }) => ({ cost, seconds })) },
      mark: {
        type: 'point' as const,
        size,
        stroke: palette.first,
        fill: filled ? palette.first : palette.ground,
        strokeWidth: 2,
        opacity: 1,
      },
    }));
}

/** The chosen one always, and those of the frontier that find room. */
function labelLayers(
  points: readonly Point[],
  line: readonly Point[],
  scales: Scales,
  palette: Palette,
): readonly Layer[] {
  const chosen = points.filter(({ isChosen }) => isChosen);
  const others = line.filter(({ isChosen }) => !isChosen);
  return placed([...chosen, ...others], scales).map(({ cost, seconds, label, isLeft, isChosen }) => ({
    data: { values: [{ cost, seconds, label }] },
    mark: {
      type: 'text',
      align: isLeft ? 'right' : 'left',
      dx: isLeft ? -9 : 9,
      dy: -11,
      fontWeight: isChosen ? 700 : 400,
      color: isChosen ? palette.first : palette.soft,
    },
    encoding: { text: { field: 'label' } },
  }));
}

/** A label where it stands, with the box that it takes, in pixels. */
interface Label extends Point {
  readonly label: string;
  readonly isLeft: boolean;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** About what a letter of the chart takes. */
const LETTER = 6.6;
const LINE = 16;

/** Labels that do not cover one another: whoever comes first has its place. */
function placed(points: readonly Point[], { costs, times }: Scales): readonly Label[] {
  const labels: Label[] = [];
  for (const point of points) {
    const x = (WIDTH * (point.cost - costs[0])) / (costs[1] - costs[0]);
    const y = (HEIGHT * Math.log(times[1] / point.seconds)) / Math.log(times[1] / times[0]);
    const label = `${point.words}${point.isChosen ? ', chosen' : point.verdict === 'met' ? '' : `, ${point.verdict}`}`;
    const width = LETTER * label.length;
    const isLeft = x + width > WIDTH;
    const left = isLeft ? x - 9 - width : x + 9;
    const box = { ...point, label, isLeft, left, right: left + width, y };
    const isFree = labels.every(
      (other) => Math.abs(other.y - y) > LINE || other.left > box.right || other.right < box.left,
    );
    if (isFree) labels.push(box);
  }
  return labels;
}
