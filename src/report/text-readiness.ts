import type { ReadinessSummary, Summary } from '../study/summary.js';
import type { Comparison } from '../study/comparison.js';
import { letterOf } from './compared-names.js';
import { printable } from './printable.js';
import type { Style } from './style.js';
import { wrapWords } from './text-width.js';

type Check = ReadinessSummary['checks'][number];

/** The compared plans that nobody may rely on, whatever their numbers say, a line each; no lines when there are none. */
export function textComparedReadiness({ results }: Comparison, columns: number, style: Style): readonly string[] {
  return results.flatMap(({ readiness }, result) => {
    if (readiness === null || readiness.isReady) return [];
    return [
      `${style.bold('Readiness')}  ${style.red(`${letterOf(result)}: THIS PLAN IS NOT READY`)}: ${countWords(readiness)}.`,
      ...neverLines(readiness, columns, style),
    ];
  });
}

function countWords({ checks }: ReadinessSummary): string {
  return `${checks.filter(({ state }) => state === 'met').length} of ${checks.length} checks are met`;
}

/** Whether the plan may be relied on at all, and what it lacks; no lines when the scenario asks nothing. */
export function textReadiness(
  { readiness }: Pick<Summary, 'readiness'>,
  columns: number,
  style: Style,
): readonly string[] {
  if (readiness === null) return [];
  const { checks, isReady, neverRecovered } = readiness;
  const open = checks.filter(({ state }) => state !== 'met');
  const count = countWords(readiness);
  if (open.length === 0 && neverRecovered.length === 0)
    return [`${style.bold('Readiness')}  ${style.green('ready')}: all ${checks.length} checks are met.`];
  const verdict = isReady
    ? `${style.bold('Readiness')}  ${style.green('ready')}: ${count}, and none of the others is required.`
    : `${style.bold('Readiness')}  ${style.red('THIS PLAN IS NOT READY')}: ${count}.`;
  return [
    verdict,
    ...neverLines(readiness, columns, style),
    ...open.flatMap((check) => checkLines(check, columns, style)),
  ];
}

/** What no answer can outweigh. */
function neverLines({ neverRecovered }: ReadinessSummary, columns: number, style: Style): readonly string[] {
  return neverRecovered.flatMap((kind) => {
    const words = `${printable(kind)}: none that was played is recovered from, whatever is answered.`;
    const [first, ...rest] = wrapWords(words, columns - 4);
    return [`  ${style.red('✗')} ${first}`, ...rest.map((line) => `    ${line}`)];
  });
}

function checkLines(check: Check, columns: number, style: Style): readonly string[] {
  const [first, ...rest] = wrapWords(`${printable(check.asks)} ${stateText(check)}`, columns - 4);
  const mark = check.isRequired ? style.red('✗') : style.yellow('○');
  return [`  ${mark} ${first}`, ...rest.map((line) => `    ${line}`)];
}

/** How a check stands, in words; what follows from it is said where the numbers know it. */
export function stateText({ state, answer, isModelled }: Check): string {
  const modelled = isModelled ? ', and the numbers above take that into account' : '';
  switch (state) {
    case 'unanswered':
      return 'Not answered.';
    case 'not-met':
      return `No${modelled}.`;
    case 'outdated':
      return `${String(answer)}, too long ago${modelled}.`;
    case 'met':
      return 'Yes.';
    default:
      return state satisfies never;
  }
}
