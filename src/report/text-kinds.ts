import type { KindSummary, MetricSummary, QuantileName, Summary } from '../study/summary.js';
import { durationText } from '../units/duration-text.js';
import { frequencyText } from './frequency-text.js';
import { printable } from './printable.js';
import { shareText } from './share-text.js';
import type { Style } from './style.js';
import { fitLeft, fitRight } from './text-width.js';

const NAME_WIDTH = 21;
const OFTEN_WIDTH = 17;
const CELL_WIDTH = 8;

/** Each kind of disaster by itself, the one that takes longest to recover from first; no lines when there is only one. */
export function textKinds({ incidentKinds }: Summary, style: Style): readonly string[] {
  const kinds = Object.entries(incidentKinds);
  if (kinds.length < 2) return [];
  const titles = ['P50', 'P95', 'P50', 'P95', 'lost'].map((title) => fitRight(title, CELL_WIDTH)).join('');
  const groups = ['RTO', 'RPO'].map((title) => fitRight(title, 2 * CELL_WIDTH)).join('');
  const slowestFirst = [...kinds].sort(([, one], [, other]) => medianOf(other) - medianOf(one));
  return [
    style.bold(fitLeft('By kind of incident', 2 + NAME_WIDTH + OFTEN_WIDTH)) + style.dim(groups.trimEnd()),
    style.dim(fitLeft('', 2 + NAME_WIDTH + OFTEN_WIDTH) + titles),
    ...slowestFirst.map(([name, kind]) => kindRow(name, kind, style)),
    style.dim('  Above, they are mixed by how often they are expected; lost: never recovered.'),
  ];
}

function medianOf({ metrics }: KindSummary): number {
  return metrics?.rto.quantiles.p50.value ?? Infinity;
}

function kindRow(name: string, { perYear, metrics }: KindSummary, style: Style): string {
  const head = `  ${fitLeft(printable(name), NAME_WIDTH - 1)} ${fitLeft(frequencyText(perYear), OFTEN_WIDTH)}`;
  if (metrics === null) return `${head}${fitRight('none of them was played', 5 * CELL_WIDTH)}`;
  const { rto, rpo } = metrics;
  const lost = fitRight(shareText(rto.unrecoverable), CELL_WIDTH);
  return (
    head +
    [cell(rto, 'p50'), cell(rto, 'p95'), cell(rpo, 'p50'), cell(rpo, 'p95')].join('') +
    (rto.unrecoverable > 0 ? style.red(lost) : lost)
  );
}

function cell(metric: MetricSummary, quantile: QuantileName): string {
  const { state, value } = metric.quantiles[quantile];
  if (value !== null) return fitRight(durationText(value), CELL_WIDTH);
  return fitRight(state === 'unrecoverable' ? 'never' : '–', CELL_WIDTH);
}
