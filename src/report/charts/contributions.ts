import type { TopLevelSpec } from 'vega-lite';
import type { Explanation, MetricExplanation } from '../../study/explain/explanation.js';
import type { ExplainedMetric } from '../../study/explain/path-outcomes.js';
import { QUANTILES } from '../../study/summary.js';
import { durationText } from '../../units/duration-text.js';
import { partLabel } from '../explain/part-label.js';
import { metricLabel, quantileLabel } from '../metric-label.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';
import { chartStyle } from './chart-style.js';
import { digits } from './digits.js';
import type { Figure } from './figure.js';
import type { Layer } from './labelled-point.js';
import type { Palette } from './palette.js';

const MOST_PARTS = 10;
const ROW_HEIGHT = 30;

/** Waiting is another colour than work: the one is bought with people, the other with machines. */
interface Bar {
  readonly label: string;
  readonly share: number;
  readonly words: string;
  readonly isWaiting: boolean;
}

/**
 * "What is the bad case made of?": the parts of the time of the tail, the largest first; undefined where the metric has no
 * part, or was not explained.
 */
export function contributions(explanation: Explanation, name: ExplainedMetric): Figure | undefined {
  const metric = explanation.metrics[name];
  if (metric === undefined || metric.parts.length === 0) return undefined;
  const label = `${quantileLabel(QUANTILES[explanation.quantile])} of ${metricLabel(name)}`;
  const bars = barsOf(metric);
  return {
    name: `contributions-${name}`,
    title:
      name === 'rpo'
        ? 'Which surface decides what is lost in the bad case?'
        : `What is the bad case of ${metricLabel(name)} made of?`,
    source: `Incidents at or above ${label}, ${printable(explanation.scenario.name)}`,
    alternative: `Of the time of incidents at or above ${label}: ${bars
      .slice(0, 3)
      .map(({ label: part, share }) => `${part} ${shareText(share)}`)
      .join(', ')}.`,
    table: {
      head: ['Part', 'Share of the bad cases’ time', 'Mean of all cases'],
      rows: metric.parts.map((part) => [partLabel(part), shareText(part.tailShare.share), durationText(part.mean)]),
    },
    draw: (palette) => drawn(bars, palette),
  };
}

function barsOf({ parts }: MetricExplanation): readonly Bar[] {
  return parts
    .slice(0, MOST_PARTS)
    .filter(({ tailShare }) => tailShare.share > 0)
    .map((part) => ({
      label: partLabel(part),
      share: part.tailShare.share,
      words: shareText(part.tailShare.share),
      isWaiting: part.kind === 'wait-for-people' || part.kind === 'wait-for-link',
    }));
}

function drawn(bars: readonly Bar[], palette: Palette): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 460,
    height: ROW_HEIGHT * bars.length,
    encoding: {
      y: {
        field: 'label',
        type: 'nominal',
        sort: bars.map(({ label }) => label),
        scale: { domain: bars.map(({ label }) => label) },
        axis: { title: null, labelColor: palette.ink, labelLimit: 220, labelFontSize: 13 },
      },
      x: { field: 'share', type: 'quantitative', axis: null },
    },
    layer: [
      ...barLayers(
        bars.filter(({ isWaiting }) => isWaiting),
        palette.second,
      ),
      ...barLayers(
        bars.filter(({ isWaiting }) => !isWaiting),
        palette.first,
      ),
    ],
    config: chartStyle(palette),
  };
}

function barLayers(bars: readonly Bar[], color: string): readonly Layer[] {
  if (bars.length === 0) return [];
  const data = { values: bars.map(({ label, share, words }) => ({ label, share: digits(share), words })) };
  return [
    { data, mark: { type: 'bar', color, height: { band: 0.62 } } },
    {
      data,
      mark: { type: 'text', align: 'left', dx: 6, fontWeight: 600, color },
      encoding: { text: { field: 'words' } },
    },
  ];
}
