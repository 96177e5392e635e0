import type { TopLevelSpec } from 'vega-lite';
import type { ForecastScore, SubjectScore } from '../../evidence/drills/forecast-score.js';
import { countText } from '../count-text.js';
import { metricLabel } from '../metric-label.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';
import { chartStyle } from './chart-style.js';
import { digits } from './digits.js';
import type { Figure } from './figure.js';
import type { Palette } from './palette.js';

/**
 * "Do drills fall where the forecast says?": per metric how many drills fell into each part of the forecast (PIT
 * histogram), beside the even line that a right forecast would give; undefined without a measured metric.
 */
export function drillPlaces({ metrics, scenario }: ForecastScore): Figure | undefined {
  const subjects = Object.entries(metrics).filter(([name, { measured }]) => !name.startsWith('rpo.') && measured > 0);
  if (subjects.length === 0) return undefined;
  return {
    name: 'drill-places',
    title: 'Do the drills fall where the forecast says?',
    source: `Drills by the part of the forecast that they fell into; ${printable(scenario.name)}`,
    alternative: subjects.map(sentence).join(' '),
    table: {
      head: ['Metric', 'Drills', 'Mean place', ...['50%', '80%', '90%'].map((level) => `Inside its ${level}`)],
      rows: subjects.map(([name, subject]) => [
        metricLabel(name),
        String(subject.measured),
        shareText(subject.meanPercentile),
        ...subject.coverage.map(coverageCell),
      ]),
    },
    draw: (palette) => drawn(subjects, palette),
  };
}

function sentence([name, { measured, meanPercentile, coverage }]: readonly [string, SubjectScore]): string {
  const middle = coverage.find(({ level }) => level === 0.8);
  const held = middle === undefined ? '' : `; its 80% interval held ${coverageCell(middle)}`;
  const stand = measured === 1 ? '1 drill stands' : `${countText(measured)} drills stand`;
  const average = measured === 1 ? '' : ' on average';
  return `${metricLabel(name)}: ${stand} at ${shareText(meanPercentile)} of the forecast${average}${held}.`;
}

function coverageCell({ inside, outside, low, high }: SubjectScore['coverage'][number]): string {
  const interval = low === null || high === null ? '' : ` (${shareText(low)} to ${shareText(high)})`;
  return `${inside} of ${inside + outside}${interval}`;
}

/** How often the middle of the forecast held them, and how often it should have. */
function coverageWords(coverage: SubjectScore['coverage']): string {
  const middle = coverage.find(({ level }) => level === 0.8);
  if (middle === undefined) return '';
  const { inside, outside } = middle;
  const expected = Math.round(0.8 * (inside + outside));
  return `its middle 80% holds ${inside} of ${inside + outside}; about ${expected} would be right`;
}

function drawn(subjects: readonly (readonly [string, SubjectScore])[], palette: Palette): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    hconcat: subjects.map(([name, { histogram, coverage }], place) => {
      const bins = histogram.length;
      const even = histogram.reduce((sum, count) => sum + count, 0) / bins;
      return {
        title: { text: metricLabel(name), subtitle: coverageWords(coverage), fontSize: 14, offset: 12 },
        width: 190,
        height: 130,
        layer: [
          {
            data: {
              values: histogram.map((count, bin) => ({ from: bin / bins, to: (bin + 1) / bins, count: digits(count) })),
            },
            mark: { type: 'rect' as const, color: palette.drill, opacity: 0.75, stroke: palette.ground },
            encoding: {
              x: {
                field: 'from',
                type: 'quantitative' as const,
                scale: { domain: [0, 1] },
                axis: {
                  values: [0, 0.5, 1],
                  labelExpr: "{0: 'shortest', 0.5: 'P50', 1: 'longest'}[datum.value]",
                  title: null,
                },
              },
              x2: { field: 'to' },
              y2: { datum: 0 },
              y: {
                field: 'count',
                type: 'quantitative' as const,
                axis: { title: place === 0 ? 'drills' : null, tickMinStep: 1, tickCount: 4, format: 'd' },
              },
            },
          },
          {
            data: { values: [{ count: digits(even) }] },
            mark: { type: 'rule' as const, color: palette.ink, strokeDash: [4, 3] },
            encoding: { y: { field: 'count', type: 'quantitative' as const } },
          },
        ],
      };
    }),
    config: chartStyle(palette),
  };
}
