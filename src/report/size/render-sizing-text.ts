import type { Requirement } from '../../study/check/requirement.js';
import type { Candidate, CandidateFinding, Sizing } from '../../study/size/sizing.js';
import { durationText } from '../../units/duration-text.js';
import { countText } from '../count-text.js';
import { moneyText } from '../money-text.js';
import { printable } from '../printable.js';
import { replayCommand } from '../replay-command.js';
import { shareText } from '../share-text.js';
import { plainStyle, type Style } from '../style.js';
import { wrapWords } from '../text-width.js';

const COLUMNS = 80;

/**
 * A sizing for the terminal: the choice, then every combination from the cheapest to the dearest.
 *
 * @param requirements those of the sizing, in its order.
 * @param meet what was asked for on the command line, as it must be asked again.
 * @returns lines, each ended by a newline.
 */
export function renderSizingText(
  sizing: Sizing,
  {
    style = plainStyle,
    requirements,
    meet,
  }: { readonly style?: Style; readonly requirements: readonly Requirement[]; readonly meet: readonly string[] },
): string {
  const { scenario, incidents, seed, varied, candidates, confidence } = sizing;
  const cheapestFirst = candidates
    .map((_, i) => i)
    .sort((a, b) => candidates[a].costPerYear - candidates[b].costPerYear);
  const options = [
    ...varied.flatMap(({ path, values }) => ['--vary', `${path.join('.')}=${values.join('|')}`]),
    ...meet.flatMap((text) => ['--meet', text]),
  ];
  const lines = [
    ...wrapWords(`${printable(scenario.name)} · ${printable(scenario.file)}`, COLUMNS).map((line) => style.bold(line)),
    ...wrapWords(
      `${countText(candidates.length)} combinations, each struck by the same ${countText(incidents)} incidents. ` +
        `All verdicts are right together with ${shareText(confidence)} confidence; costs are estimates without an interval.`,
      COLUMNS,
    ),
    '',
    ...choiceWords(sizing).flatMap((words) => wrapWords(words, COLUMNS)),
    '',
    ...cheapestFirst.flatMap((i) => candidateLines(sizing, candidates[i], requirements)),
    '',
    ...replayCommand({ verb: 'size', files: [scenario.file], incidents, seed, options }, COLUMNS),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function choiceWords({ chosen, candidates, requirements, varied, currency }: Sizing): readonly string[] {
  const settings = ({ values }: Candidate): string =>
    varied.map(({ path }, i) => `${printable(path.join('.'))}: ${printable(values[i])}`).join(', ');
  if (chosen === null) {
    const never = requirements.filter((_, i) => candidates.every(({ findings }) => findings[i].verdict === 'missed'));
    return [
      'No combination certainly keeps all that is asked.',
      ...never.map((text) => `Every combination misses ${printable(text)}.`),
    ];
  }
  const best = candidates[chosen];
  const open = candidates.filter(
    ({ verdict, costPerYear }) => verdict === 'undecided' && costPerYear < best.costPerYear,
  );
  return [
    `Choose ${settings(best)}: ${moneyText(best.costPerYear)} ${printable(currency)} a year, the least of all that certainly keep what is asked.`,
    ...open.map((each) => `Undecided and cheaper: ${settings(each)}. More incidents may tell.`),
  ];
}

function candidateLines(
  { currency }: Sizing,
  { values, costPerYear, verdict, findings }: Candidate,
  requirements: readonly Requirement[],
): readonly string[] {
  return [
    ...wrapWords(
      `${values.map(printable).join(' · ')}: ${moneyText(costPerYear)} ${printable(currency)} a year, ${verdict}`,
      COLUMNS,
    ),
    ...requirements.flatMap((requirement, i) =>
      wrapWords(
        `${printable(requirement.text)}: ${foundText(findings[i], requirement)}, ${findings[i].verdict}`,
        COLUMNS - 2,
      ).map((line) => `  ${line}`),
    ),
  ];
}

function foundText({ value }: CandidateFinding, { quantity }: Requirement): string {
  if (value === null) return 'no number';
  switch (quantity.kind) {
    case 'quantile':
    case 'mean':
      return quantity.of.metric === 'cost' ? moneyText(value) : durationText(value);
    case 'share':
    case 'unrecoverable':
    case 'assumed':
      return shareText(value);
    case 'cost-per-year':
      return moneyText(value);
    case 'restore-test-age':
      return durationText(value);
    default:
      return quantity satisfies never;
  }
}
