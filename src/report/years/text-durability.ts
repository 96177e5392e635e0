import type { DurabilitySummary, TimeToLoss, YearsSummary } from '../../study/years/years-summary.js';
import { durationText } from '../../units/duration-text.js';
import { YEAR } from '../../units/unit-table.js';
import { countText } from '../count-text.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';
import type { Style } from '../style.js';
import { wrapWords } from '../text-width.js';

/** How likely stored data that goes bad by itself is lost, and how long until then; no lines where nobody says how. */
export function textDurability({ durability }: YearsSummary, columns: number, style: Style): readonly string[] {
  const surfaces = Object.entries(durability);
  if (surfaces.length === 0) return [];
  return [
    style.bold('Stored data that goes bad by itself') + style.dim(', with nothing striking it'),
    ...surfaces.flatMap(([name, each]) => [
      `  ${style.bold(printable(name))}, ${storedText(each)}:`,
      ...[lostText(each), timeText(each)].flatMap((words) =>
        wrapWords(words, columns - 4).map((line) => `    ${line}`),
      ),
    ]),
  ];
}

function storedText({ copies, units }: DurabilitySummary): string {
  const held = copies === 1 ? '1 copy' : `${countText(copies)} copies`;
  return units === 1 ? held : `${held} of ${countText(units)} units`;
}

function lostText({ units, horizonSeconds, lives, lost, unitsLost }: DurabilitySummary): string {
  const within = longTimeText(horizonSeconds);
  const share = `${shareText(lost.share)} (${shareText(lost.low)} to ${shareText(lost.high)})`;
  const some = `${units === 1 ? 'Lost' : 'Some unit is lost'} within ${within} in ${share} of ${countText(lives)} lives`;
  const { mean, low, high } = unitsLost;
  if (units === 1 || mean === null) return `${some}.`;
  const reach = low === null || high === null ? '' : ` (${threeDigits(low)} to ${threeDigits(high)})`;
  return `${some}; ${threeDigits(mean)}${reach} units on average.`;
}

function timeText({ timeToLoss, units, boundSeconds }: DurabilitySummary): string {
  const until = units === 1 ? 'Mean time to data loss' : 'Mean time to the first loss';
  const { mean, low, high, losses, playedSeconds } = timeToLoss;
  const played = `${longTimeText(playedSeconds)} played, at most ${longTimeText(boundSeconds)} a life`;
  if (mean === null) return `${until}: at least ${longTimeText(low ?? 0)}; nothing was lost in ${played}.`;
  return `${until}: ${longTimeText(mean)}${reachText(low, high)}${basisText(timeToLoss.state, countText(losses), played)}.`;
}

function reachText(low: number | null, high: number | null): string {
  return low === null || high === null ? '' : ` (${longTimeText(low)} to ${longTimeText(high)})`;
}

function basisText(state: TimeToLoss['state'], losses: string, played: string): string {
  return state === 'all-lost' ? '' : `, from ${losses} losses in ${played}`;
}

/** Times of which most are years. */
function longTimeText(seconds: number): string {
  const years = seconds / YEAR;
  return years < 1 ? durationText(seconds) : `${threeDigits(years)} ${years === 1 ? 'year' : 'years'}`;
}

/** To three digits, and whole numbers as they are. */
function threeDigits(value: number): string {
  const rounded = value >= 1000 && value < 1e9 ? Math.round(value) : Number(value.toPrecision(3));
  return rounded >= 1e9 ? rounded.toExponential() : countText(rounded);
}
