import type { KindSummary, QuantileSummary, Summary } from '../study/summary.js';
import { durationText } from '../units/duration-text.js';
import { frequencyText } from './frequency-text.js';
import { printable } from './printable.js';
import { shareText } from './share-text.js';
import type { Style } from './style.js';
import { intervalText } from './text-quantiles.js';
import { fitLeft, fitRight } from './text-width.js';

const NAME_WIDTH = 21;
const OFTEN_WIDTH = 17;
const CELL_WIDTH = 8;

/** The quantiles that are told of each kind, from left to right. */
const SHOWN = [
  ['rto', 'p50'],
  ['rto', 'p95'],
  ['rpo', 'p50'],
  ['rpo', 'p95'],
] as const;

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
    ...slowestFirst.flatMap(([name, kind]) => kindRows(name, kind, style)),
    style.dim('  Above, they are mixed by how often they are expected; lost: never recovered.'),
  ];
}

function medianOf({ metrics }: KindSummary): number {
  return metrics?.rto.quantiles.p50.value ?? Infinity;
}

/** A row of values, and below each how far the truth may be from it. */
function kindRows(name: string, { perYear, metrics }: KindSummary, style: Style): readonly string[] {
  const head = `  ${fitLeft(printable(name), NAME_WIDTH - 1)} ${fitLeft(frequencyText(perYear), OFTEN_WIDTH)}`;
  if (metrics === null) return [`${head}${fitRight('none of them was played', 5 * CELL_WIDTH)}`];
  const lost = fitRight(shareText(metrics.rto.unrecoverable), CELL_WIDTH);
  const told = SHOWN.map(([metric, quantile]) => metrics[metric].quantiles[quantile]);
  const reach = told.map((each) => fitRight(intervalText(each), CELL_WIDTH)).join('');
  return [
    head + told.map(cell).join('') + (metrics.rto.unrecoverable > 0 ? style.red(lost) : lost),
    style.dim(`${' '.repeat(2 + NAME_WIDTH + OFTEN_WIDTH)}${reach}`.trimEnd()),
  ];
}

function cell({ state, value }: QuantileSummary): string {
  if (value !== null) return fitRight(durationText(value), CELL_WIDTH);
  return fitRight(state === 'unrecoverable' ? 'never' : '–', CELL_WIDTH);
}
