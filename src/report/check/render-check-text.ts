import type { Change, CheckItem, CheckReport } from '../../study/check/check-report.js';
import { differenceText, durationText } from '../../units/duration-text.js';
import { countText } from '../count-text.js';
import { metricLabel } from '../metric-label.js';
import { printable } from '../printable.js';
import { playedRun, replayCommand } from '../replay-command.js';
import { plainStyle, type Style } from '../style.js';
import { fitLeft, fitRight, wrapWords } from '../text-width.js';
import { foundWords } from './check-words.js';

const COLUMNS = 80;

/**
 * A check for the terminal: a line or two for each item, what moved since an earlier result, and a verdict at the end.
 *
 * @returns lines, each ended by a newline.
 */
export function renderCheckText(report: CheckReport, style: Style = plainStyle): string {
  const { scenario, incidents, items, against } = report;
  const lines = [
    ...wrapWords(`${printable(scenario.name)} · ${printable(scenario.file)}`, COLUMNS).map((line) => style.bold(line)),
    `${countText(incidents)} incidents played.`,
    '',
    ...items.flatMap((item) => itemLines(item, style)),
    ...(items.length === 0 ? ['Nothing is asked: the file has no objectives and no readiness checks.'] : []),
    ...(against === null ? [] : ['', ...againstLines(report, style)]),
    '',
    ...wrapWords(verdictWords(report), COLUMNS).map((line) => markOf(report.verdict, style)(line)),
    '',
    ...replayCommand({ ...playedRun(report), verb: 'check', requirements: requirementsOf(report) }, COLUMNS),
    style.dim(`drillcast ${report.tool.version}, scenario sha256 ${scenario.sha256.slice(0, 12)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function requirementsOf({ items }: CheckReport): readonly string[] {
  return items.filter(({ kind }) => kind === 'requirement').map(({ text }) => text);
}

function itemLines(item: CheckItem, style: Style): readonly string[] {
  const isNote = item.kind === 'readiness' && !item.isRequired && item.verdict === 'missed';
  const word = isNote ? style.yellow(fitLeft('noted', 10)) : markOf(item.verdict, style)(fitLeft(item.verdict, 10));
  const [first, ...rest] = wrapWords(printable(item.text), COLUMNS - 12);
  const place = item.place === null ? '' : `  ${printable(item.place.file)}:${item.place.line}`;
  return [
    `  ${word}${first}`,
    ...rest.map((line) => `${' '.repeat(12)}${line}`),
    style.dim(`${' '.repeat(12)}${foundWords(item)}${place}`),
  ];
}

function againstLines({ against }: CheckReport, style: Style): readonly string[] {
  if (against === null) return [];
  const luck = against.isSameLuck
    ? 'Same seed, incidents and version: what moved, moved by the change alone.'
    : 'Not the same seed, incidents or version: some of what moved is luck.';
  const rows = Object.entries(against.metrics).flatMap(([metric, changes]) =>
    Object.entries(changes).map(([quantile, change]) =>
      changeRow(`${metricLabel(metric)} ${quantile.toUpperCase()}`, change),
    ),
  );
  const title = fitLeft(`Against ${printable(against.file)}`, 44);
  return [
    style.bold(title) + style.dim(['before', 'after', 'change'].map((word) => fitRight(word, 12)).join('')),
    ...rows,
    ...[...against.added, ...against.removed].map((name) => `  ${metricLabel(name)}: only one of the two has it`),
    style.dim(`  ${luck}`),
  ];
}

function changeRow(label: string, { before, after }: Change): string {
  const told = (value: number | null): string => (value === null ? 'never' : durationText(value));
  const change = before === null || after === null ? (before === after ? 'none' : '–') : changeText(after - before);
  return `  ${fitLeft(label, 42)}${[told(before), told(after), change].map((text) => fitRight(text, 12)).join('')}`;
}

function changeText(seconds: number): string {
  return seconds === 0 ? 'none' : differenceText(seconds);
}

function markOf(verdict: CheckReport['verdict'], { green, red, yellow }: Style): (text: string) => string {
  return { met: green, missed: red, undecided: yellow }[verdict];
}

/** What would decide them. */
function openWords(items: readonly CheckItem[]): string {
  const waits = (reason: 'incidents' | 'drills'): boolean =>
    items.some((item) => item.kind !== 'readiness' && item.undecidedFor === reason);
  const more = waits('incidents') ? ['the interval includes the limit. Run more incidents.'] : [];
  const drills = waits('drills') ? ['the inputs are not known well enough. Only a drill can tell.'] : [];
  return [...more, ...drills].join(' And where ');
}

/** The verdict over all items in a sentence. */
export function verdictWords({ verdict, items }: CheckReport): string {
  const counted = items.filter((item) => item.kind !== 'readiness' || item.isRequired);
  const countOf = (wanted: CheckReport['verdict']): number => counted.filter((item) => item.verdict === wanted).length;
  switch (verdict) {
    case 'met':
      return `Passed: all of ${counted.length} met. A forecast from the inputs, not a commitment.`;
    case 'missed':
      return `Failed: ${countOf('missed')} of ${counted.length} missed.`;
    case 'undecided':
      return `Undecided: ${countOf('undecided')} of ${counted.length}; ${openWords(counted)}`;
    default:
      return verdict satisfies never;
  }
}
