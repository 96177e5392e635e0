import type { Requirement } from '../../study/check/requirement.js';
import type { Candidate, Sizing } from '../../study/size/sizing.js';
import { countText } from '../count-text.js';
import { moneyText } from '../money-text.js';
import { printable } from '../printable.js';
import { drawWords, replayCommand } from '../replay-command.js';
import { shareText } from '../share-text.js';
import { plainStyle, type Style } from '../style.js';
import { fitLeft, fitRight, textWidth, wrapWords } from '../text-width.js';
import { combinationWords, p95Words } from './sizing-words.js';
import { choiceWords } from './choice-words.js';

const COLUMNS = 80;
const NAME_COLUMNS = 30;
const CELL_COLUMNS = 10;

/** How a sizing is set. */
export interface SizingTextOptions {
  readonly style?: Style;
  /** Those of the sizing, in its order. */
  readonly requirements: readonly Requirement[];
  /** What was asked for on the command line, as it must be asked again. */
  readonly meet: readonly string[];
}

/**
 * A sizing for the terminal: the choice and what stands around it, then the frontier from the cheapest to the dearest.
 *
 * @returns lines, each ended by a newline.
 */
export function renderSizingText(
  sizing: Sizing,
  { style = plainStyle, requirements, meet }: SizingTextOptions,
): string {
  const sections = [
    sizing.scenarios.flatMap(({ name, file }) =>
      wrapWords(`${printable(name)} · ${printable(file)}`, COLUMNS).map((line) => style.bold(line)),
    ),
    endLines(sizing, style),
    wrapWords(methodWords(sizing), COLUMNS),
    choiceWords(sizing, requirements).flatMap((words) => wrapWords(words, COLUMNS)),
    frontierLines(sizing, style),
    replayLines(sizing, meet),
  ];
  const blocks = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

function endLines({ end }: Sizing, style: Style): readonly string[] {
  if (end !== 'interrupted') return [];
  return wrapWords('!! INTERRUPTED. All that follows is what was known at the last look.', COLUMNS).map((line) =>
    style.bold(style.red(line)),
  );
}

function methodWords({ candidates, confidence, requirements }: Sizing): string {
  const counts = candidates.map(({ incidents }) => incidents);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const struck =
    least === most
      ? `each by ${countText(most)}`
      : `from ${countText(least)} each to ${countText(most)} of those that stayed in question`;
  return (
    `${countText(candidates.length)} combinations struck by the same incidents, ${struck}; ` +
    `${requirements.map(printable).join(', ')} to be kept. All that is said to be met, missed or dearer is so, ` +
    `with ${shareText(confidence)} confidence for all of it together.`
  );
}

/** What nobody would leave out: all that are on the frontier, and the chosen one. */
function frontierLines(sizing: Sizing, style: Style): readonly string[] {
  const { candidates, varied, currency } = sizing;
  const shown = candidates
    .filter(({ isOnFrontier, standing }) => isOnFrontier || standing === 'chosen')
    .sort((one, other) => one.costPerYear.value - other.costPerYear.value);
  const titles = [`${printable(currency)}/year`, 'P95 RTO', 'P95 RPO', 'never', ''];
  const left = candidates.length - shown.length;
  const inputs = varied.map(({ path }) => printable(path.join('.'))).join(' · ');
  return [
    style.bold(fitLeft('What time and loss cost', NAME_COLUMNS)) +
      style.dim(
        titles
          .map((title) => fitRight(title, CELL_COLUMNS))
          .join('')
          .trimEnd(),
      ),
    ...(inputs === '' ? [] : wrapWords(inputs, COLUMNS - 2).map((line) => style.dim(`  ${line}`))),
    ...shown.flatMap((candidate) => rowsOf(sizing, candidate, style)),
    ...(left > 0
      ? wrapWords(
          `${countText(left)} more are dearer than one above that is as good, or nearly: --csv lists all.`,
          COLUMNS - 2,
        ).map((line) => `  ${line}`)
      : []),
  ];
}

/** A name that is too long has lines of its own, so that what tells it apart is not cut off. */
function rowsOf(sizing: Sizing, candidate: Candidate, style: Style): readonly string[] {
  const { costPerYear, p95, unrecoverable, standing, verdict } = candidate;
  const isChosen = standing === 'chosen';
  const name = wrapWords(combinationWords(sizing, candidate), COLUMNS - 2);
  const fits = name.length === 1 && textWidth(name[0]) < NAME_COLUMNS - 2;
  const cells = [
    moneyText(costPerYear.value),
    p95Words(p95.rto),
    p95Words(p95.rpo),
    shareText(unrecoverable),
    isChosen ? 'chosen' : verdict,
  ].map((cell) => fitRight(cell, CELL_COLUMNS));
  const rows = [
    ...(fits ? [] : name.map((line) => `  ${line}`)),
    fitLeft(fits ? `  ${name[0]}` : '', NAME_COLUMNS) + cells.join(''),
  ];
  return isChosen ? rows.map(style.bold) : rows;
}

function replayLines(
  { scenarios, incidents, seed, varied, minimise, tolerance, draws, uncertainty }: Sizing,
  meet: readonly string[],
): readonly string[] {
  const options = [
    ...varied.flatMap(({ path, values }) => ['--vary', `${path.join('.')}=${values.join('|')}`]),
    ...meet.flatMap((text) => ['--meet', text]),
    ...(minimise === null ? [] : ['--minimise', minimise]),
    ...(draws === null ? [] : drawWords([{ draws, uncertainty }])),
    ...['--tolerance', `${Number((tolerance * 100).toPrecision(12))}%`],
  ];
  return replayCommand({ verb: 'size', files: scenarios.map(({ file }) => file), incidents, seed, options }, COLUMNS);
}
