import type { TopLevelSpec } from 'vega-lite';
import type { CounterfactualAnswer } from '../../study/explain/explanation.js';
import type { ExplainedMetric } from '../../study/explain/path-outcomes.js';
import { differenceText } from '../../units/duration-text.js';
import { changeLabel } from '../explain/change-words.js';
import { metricLabel } from '../metric-label.js';
import { chartStyle } from './chart-style.js';
import { digits } from './digits.js';
import type { Figure } from './figure.js';
import type { Palette } from './palette.js';

const ROW_HEIGHT = 34;
const WIDTH = 380;

interface Bar {
  readonly label: string;
  readonly by: number;
  readonly low: number;
  readonly high: number;
  readonly words: string;
}

/** What the changes are about. */
interface Changed {
  readonly name: ExplainedMetric;
  /** `P95`. */
  readonly quantile: string;
  /** From what it is drawn. */
  readonly source: string;
}

/**
 * "What would shorten the bad case most?": by how much each change moves the quantile, with its interval, in the order in
 * which they are given; undefined where none of them has a number.
 */
export function changesChart(
  answers: readonly CounterfactualAnswer[],
  { name, quantile, source }: Changed,
): Figure | undefined {
  const bars = answers.flatMap(barOf);
  if (bars.length === 0) return undefined;
  const label = `${quantile} of ${metricLabel(name)}`;
  return {
    name: `changes-${name}`,
    title: `Which change would shorten ${label} most?`,
    source,
    alternative: `${label} would move: ${bars.map(({ label: change, words }) => `${change}, ${words}`).join('; ')}.`,
    table: {
      head: ['Change', `Moves ${label} by`, 'Between'],
      rows: bars.map(({ label: change, by, low, high }) => [
        change,
        differenceText(by),
        `${differenceText(low)} and ${differenceText(high)}`,
      ]),
    },
    draw: (palette) => drawn(bars, palette),
  };
}

function barOf(answer: CounterfactualAnswer): readonly Bar[] {
  const { value, low, high } = answer.shift;
  if (value === null || low === null || high === null) return [];
  return [{ label: changeLabel(answer), by: value, low, high, words: differenceText(value) }];
}

function drawn(bars: readonly Bar[], palette: Palette): TopLevelSpec {
  const labels = bars.map(({ label }) => label);
  const ends = [0, ...bars.flatMap(({ low, high }) => [low, high])];
  const values = bars.map(({ label, by, low, high, words }) => ({
    label,
    by: digits(by),
    low: digits(low),
    high: digits(high),
    words,
  }));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: WIDTH,
    height: ROW_HEIGHT * bars.length,
    data: { values },
    encoding: {
      y: {
        field: 'label',
        type: 'nominal',
        sort: labels,
        scale: { domain: labels },
        axis: { title: null, labelColor: palette.ink, labelLimit: 400, labelFontSize: 13 },
      },
      // The longest bar is the one that shortens most: what falls grows to the right.
      x: {
        field: 'by',
        type: 'quantitative',
        scale: { domain: [digits(Math.min(...ends)), digits(Math.max(...ends))], reverse: true, nice: false },
        axis: null,
      },
    },
    layer: [
      { mark: { type: 'bar', color: palette.firstArea, height: { band: 0.55 } }, encoding: { x2: { datum: 0 } } },
      {
        mark: { type: 'rule', color: palette.first, strokeWidth: 1.5 },
        encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
      },
      {
        mark: { type: 'text', align: 'left', dx: 7, fontWeight: 600, color: palette.first },
        encoding: { x: { field: 'low', type: 'quantitative' }, text: { field: 'words' } },
      },
    ],
    config: chartStyle(palette),
  };
}
