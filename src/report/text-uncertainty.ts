import type { Summary } from '../study/summary.js';
import {
  BANDS,
  type BandName,
  type ObjectiveBand,
  type UncertaintySummary,
} from '../study/uncertainty/uncertainty-summary.js';
import { durationText, limitText } from '../units/duration-text.js';
import { countText } from './count-text.js';
import { metricLabel, quantileLabel } from './metric-label.js';
import { shareText } from './share-text.js';
import type { Style } from './style.js';
import { fitLeft, fitRight, wrapWords } from './text-width.js';

const METRICS = ['rto', 'rpo', 'rtt'] as const;
const COLUMNS: readonly BandName[] = ['p50', 'p90', 'p95'];
const NAME = 10;
const CELL = 22;

/** Between which numbers the true quantiles lie, by what is known of the inputs; no lines where no draws were played. */
export function textUncertainty({ uncertainty }: Summary, columns: number, style: Style): readonly string[] {
  if (uncertainty === null) return [];
  const titles = COLUMNS.map((name) => fitRight(quantileLabel(BANDS[name]), CELL)).join('');
  const objectives = METRICS.flatMap((metric) =>
    uncertainty.metrics[metric].objectives.map((objective) => objectiveRow(metricLabel(metric), objective)),
  );
  return [
    style.bold('What drills have not settled'),
    style.dim(`  ${' '.repeat(NAME)}${titles}`),
    ...METRICS.map((metric) => bandRow(metric, uncertainty)),
    ...objectives,
    ...wrapWords(uncertaintyWords(uncertainty), columns - 2).map((line) => style.dim(`  ${line}`)),
  ];
}

function bandRow(metric: (typeof METRICS)[number], { metrics }: UncertaintySummary): string {
  const cells = COLUMNS.map((name) => {
    const { low, high } = metrics[metric].quantiles[name];
    return fitRight(`${timeText(low)} to ${timeText(high)}`, CELL);
  });
  return `  ${fitLeft(metricLabel(metric), NAME)}${cells.join('')}`;
}

function objectiveRow(label: string, { quantile, limit, share, met }: ObjectiveBand): string {
  const promise = `${label} ${quantileLabel(quantile)} within ${limitText(limit)}`;
  const kept = `kept in ${shareText(share.low ?? 0)} to ${shareText(share.high ?? 0)} of incidents`;
  return `  ${fitLeft(promise, 26)}${fitLeft(kept, 36)}met by ${shareText(met)}`;
}

/** What a band is, of what it is made, and what it is not. */
function uncertaintyWords({ draws, incidents, credibility, inputs, assumptionsCount }: UncertaintySummary): string {
  const { measured, assumed } = inputs;
  const known = measured === 0 ? [] : [`${countText(measured)} known by measurements`];
  const guessed =
    assumed === 0 ? [] : [`${countText(assumed)} assumed, each as good as ${String(assumptionsCount)} measured times`];
  return (
    `The true value lies in such a band with ${String(Number((credibility * 100).toPrecision(6)))}%, by what is known of ` +
    `${countText(measured + assumed)} inputs: ${[...known, ...guessed].join(', ')}. Drills narrow it, more incidents do not. ` +
    `${countText(draws)} draws of the inputs, each struck by the same ${countText(incidents)} incidents; "met by" is the share of draws.`
  );
}

function timeText(seconds: number | null): string {
  return seconds === null ? 'never' : durationText(seconds);
}
