import { standingWord, verdictSentences } from '../../report/score-words.js';
import { countOf } from '../../report/count-text.js';
import { metricLabel } from '../../report/metric-label.js';
import { shareText } from '../../report/share-text.js';
import type { Measured } from '../../evidence/drills/drill.js';
import { achievedBy } from '../../evidence/drills/observations.js';
import { drillPlaces } from '../../report/charts/drill-places.js';
import { exceedance } from '../../report/charts/exceedance.js';
import type { PictureRow } from '../../report/charts/picture-row.js';
import { plannedForecastProven } from '../../report/charts/planned-forecast-proven.js';
import { metricCurve } from '../../report/metric-curve.js';
import { durationText, limitText } from '../../units/duration-text.js';
import { timeCell } from '../cells.js';
import { chart, charts, numbers, paragraph, subheading, table, type Block } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { Review, ReviewedDrills } from '../review.js';

/** Planning range, forecast and drills of RTO, RPO and RTT beside each other. */
export function pictureSection(review: Review): Section {
  const { summary, drills } = review;
  return {
    name: 'picture',
    title: 'Planned, forecast, proven',
    blocks: [
      chart(
        plannedForecastProven(
          summary,
          METRICS.map((name) => rowOf(name, review)),
        ),
      ),
      ...table(
        ['Metric', 'Planning range', ...['P5', 'P50', 'P95', 'P99', 'Below', 'Within', 'Above'].map(numbers)],
        METRICS.map((name) => {
          const { planning, quantiles } = summary.metrics[name];
          return [
            metricLabel(name),
            planning === null ? 'none' : `${limitText(planning.low)} to ${limitText(planning.high)}`,
            ...[quantiles.p5, quantiles.p50, quantiles.p95, quantiles.p99].map(timeCell),
            ...(planning === null ? ['–', '–', '–'] : [planning.below, planning.within, planning.above].map(shareText)),
          ];
        }),
      ),
      ...METRICS.map((name) => {
        const { curve, drills: drawn } = rowOf(name, review);
        return chart(exceedance(summary, curve, drawn));
      }),
      ...(drills === undefined
        ? [paragraph('No drill was given: nothing in this review has been proven by one.')]
        : drilled(drills)),
    ],
  };
}

const METRICS = ['rto', 'rpo', 'rtt'] as const;

function rowOf(metric: string, { summary, samples, scenario, drills }: Review): PictureRow {
  return {
    metric,
    curve: metricCurve(summary, samples, metric),
    drills: (drills?.drills ?? []).flatMap((drill) => {
      const achieved = achievedBy(drill, metric, scenario);
      return achieved === undefined ? [] : [{ ...achieved, name: drill.name }];
    }),
  };
}

/** More drills than these are told by their number only. */
const MOST_DRILLS = 12;

function drilled({ overview, score }: ReviewedDrills): readonly Block[] {
  const { drills, lastFullRestore } = overview;
  const latest = drills.slice(-MOST_DRILLS);
  const last =
    lastFullRestore === null
      ? 'Everything was never restored in one go.'
      : `Everything was last restored in ${lastFullRestore.name}, ${countOf(Math.floor(lastFullRestore.ageDays), 'day')} before the day of this review.`;
  return [
    subheading(`What ${countOf(drills.length, 'drill')} showed`),
    paragraph(`${verdictSentences(score)} ${last}`),
    ...table(
      ['Drill', 'Kind', 'Began', 'Ended', numbers('RTO'), numbers('RTT')],
      latest.map(({ name, kind, began, ended, isFullRestore, rto, rtt }) => [
        name,
        kind === 'full-restore' && ended === 'completed' && !isFullRestore ? `${kind}, but not of everything` : kind,
        began.slice(0, 10),
        ended,
        measuredCell(rto),
        measuredCell(rtt),
      ]),
    ),
    ...(latest.length < drills.length
      ? [paragraph(`Of ${drills.length} drills the latest ${latest.length} are listed.`)]
      : []),
    ...charts([drillPlaces(score)]),
    ...standings(score),
  ];
}

function measuredCell(measured: Measured | null): string {
  if (measured === null) return '–';
  return `${measured.isCensored ? 'at least ' : ''}${durationText(measured.seconds)}`;
}

function standings({ metrics, steps }: ReviewedDrills['score']): readonly Block[] {
  const subjects = [
    ...Object.entries(metrics).map(([name, subject]) => [metricLabel(name), subject] as const),
    ...steps.map(({ name, ...subject }) => [name, subject] as const),
  ];
  return table(
    [
      'Against the forecast',
      ...['Drills', 'Median of them', 'Forecast P50', 'Inside its 80%'].map(numbers),
      'They came out',
    ],
    subjects.map(([label, subject]) => {
      const { measured, median, forecast, coverage, standing } = subject;
      const middle = coverage.find(({ level }) => level === 0.8);
      return [
        label,
        String(measured),
        ...[median, forecast.p50].map((value) => (value === null ? '–' : durationText(value))),
        middle === undefined ? '–' : `${middle.inside} of ${middle.inside + middle.outside}`,
        standingWord(standing),
      ];
    }),
  );
}
