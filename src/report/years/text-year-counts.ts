import type { YearMean, YearsSummary } from '../../study/years/years-summary.js';
import { countText } from '../count-text.js';
import { frequencyText } from '../frequency-text.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';
import { sizeText } from '../size-text.js';
import type { Style } from '../style.js';
import { fitLeft, fitRight, wrapWords } from '../text-width.js';

const NAME_WIDTH = 28;
const CELL_WIDTH = 16;

/** How often each kind struck, the most frequent first, and how often one met another. */
export function textYearIncidents(summary: YearsSummary, columns: number, style: Style): readonly string[] {
  const { incidents, overlaps } = summary;
  const kinds = Object.entries(summary.incidentKinds).sort(([, a], [, b]) => (b.mean ?? 0) - (a.mean ?? 0));
  const met = overlaps.years;
  const meetings =
    overlaps.overlapping === 0
      ? `None of ${countText(overlaps.incidents)} incidents struck while another was being recovered from.`
      : `${countText(overlaps.overlapping)} of ${countText(overlaps.incidents)} incidents struck while another was being ` +
        `recovered from: in ${shareText(met.share)} of years, between ${shareText(met.low)} and ${shareText(met.high)}.`;
  return [
    style.bold(fitLeft('Incidents', NAME_WIDTH + 2)) + style.dim(`${fitRight('a year', CELL_WIDTH)}  that is`),
    ...kinds.map(([name, kind]) => countRow(name, kind, style)),
    ...(kinds.length > 1 ? [style.bold(countRow('in all', incidents, style))] : []),
    ...wrapWords(meetings, columns - 2).map((line) => style.dim(`  ${line}`)),
  ];
}

function countRow(name: string, { mean, high }: YearMean, style: Style): string {
  const value = mean ?? 0;
  const reach = high === null ? '' : `±${Number((high - value).toPrecision(2))}`;
  const told = `${Number(value.toPrecision(3))}${reach === '' ? '' : ` ${reach}`}`;
  return `  ${fitLeft(printable(name), NAME_WIDTH)}${fitRight(told, CELL_WIDTH)}  ${style.dim(value === 0 ? 'never, in these years' : frequencyText(value))}`;
}

/** What the copies of each surface keep; no lines when nothing has a size. */
export function textYearStorage({ storage }: YearsSummary, style: Style): readonly string[] {
  const kept = Object.entries(storage).filter(([, { highest }]) => highest > 0);
  if (kept.length === 0) return [];
  const titles = ['on average', 'peak of a year', 'highest'].map((each) => fitRight(each, CELL_WIDTH)).join('');
  return [
    style.bold(fitLeft('Storage of the copies', NAME_WIDTH + 2)) + style.dim(titles),
    ...kept.map(([name, { mean, peak, highest }]) => {
      const cells = [mean.mean ?? 0, peak.mean ?? 0, highest].map((bytes) => fitRight(sizeText(bytes), CELL_WIDTH));
      return `  ${fitLeft(printable(name), NAME_WIDTH)}${cells.join('')}`;
    }),
  ];
}
