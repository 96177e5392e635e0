import type { MetricExplanation, Shift } from '../../study/explain/explanation.js';
import { durationText } from '../../units/duration-text.js';
import type { Style } from '../style.js';
import { fitLeft, fitRight } from '../text-width.js';
import { pathCell } from './path-cell.js';

const SHOWN = 8;
/** Columns of the terminal for the bars. */
const BAR = 18;
const NAME_WIDTH = 38;

/** The inputs that surely move the quantile at their P10 or P90, as bars around it as it is; no inputs, no lines. */
export function textTornado({ tornado, value }: MetricExplanation, label: string, style: Style): readonly string[] {
  const sure = tornado.filter(({ low, high }) => isSure(low) || isSure(high));
  const bars = sure.slice(0, SHOWN);
  if (bars.length === 0 || value.value === null) return [];
  const ends = bars.flatMap(({ low, high }) => [low.quantile, high.quantile]).filter((end) => end !== null);
  const from = Math.min(value.value, ...ends);
  const to = Math.max(value.value, ...ends);
  const placeOf = (quantile: number): number =>
    to === from ? 0 : Math.round(((quantile - from) / (to - from)) * (BAR - 1));
  return [
    style.bold(fitLeft(`  ${label} with an input at its`, NAME_WIDTH + 2)) +
      style.dim(fitRight('P10', 10) + fitRight('P90', 10)),
    ...bars.map(({ name, low, high }) => {
      const cells = [low, high].map((end) => fitRight(endText(end), 10)).join('');
      return `  ${pathCell(name, NAME_WIDTH)}${cells}  ${barText([low, high], placeOf, placeOf(value.value ?? from))}`;
    }),
    ...(sure.length > SHOWN ? [style.dim(`  ${sure.length - SHOWN} more move it less.`)] : []),
    ...(tornado.length > sure.length ? [style.dim(`  ${tornado.length - sure.length} do not move it for sure.`)] : []),
  ];
}

function endText({ quantile }: Shift): string {
  return quantile === null ? 'never' : durationText(quantile);
}

function isSure({ state, low, high }: Shift): boolean {
  if (state === 'baseline-unrecoverable' || state === 'variant-unrecoverable') return true;
  return low !== null && high !== null && (low > 0 || high < 0);
}

/** From one end to the other, with the place of the quantile as it is. */
function barText(ends: readonly Shift[], placeOf: (quantile: number) => number, middle: number): string {
  const places = ends.map(({ quantile }) => (quantile === null ? BAR - 1 : placeOf(quantile)));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return Array.from({ length: BAR }, (_, place) => {
    if (place === middle) return '┃';
    return place >= first && place <= last ? '━' : ' ';
  })
    .join('')
    .trimEnd();
}
