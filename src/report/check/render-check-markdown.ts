import type { CheckItem, CheckReport } from '../../study/check/check-report.js';
import { durationText, differenceText } from '../../units/duration-text.js';
import { countText } from '../count-text.js';
import { metricLabel } from '../metric-label.js';
import { printable } from '../printable.js';
import { foundWords } from './check-words.js';
import { verdictWords } from './render-check-text.js';

const MARKS = { met: '✅', missed: '❌', undecided: '❔' } as const;

/** A check in GitHub-flavoured Markdown, for the comment on a pull request. */
export function renderCheckMarkdown(report: CheckReport): string {
  const { scenario, incidents, seed, items, against, tool } = report;
  const lines = [
    `### ${MARKS[report.verdict]} ${escaped(scenario.name)}`,
    '',
    escaped(verdictWords(report)),
    '',
    ...table(['', 'asked', 'found'], items.map(itemCells)),
    ...(against === null ? [] : ['', ...againstLines(against)]),
    '',
    `<sub>${escaped(scenario.file)}, sha256 ${scenario.sha256.slice(0, 12)}: ${countText(incidents)} incidents, ` +
      `seed ${seed}, drillcast ${tool.version}.</sub>`,
  ];
  return `${lines.join('\n')}\n`;
}

function itemCells(item: CheckItem): readonly string[] {
  const isNote = item.kind === 'readiness' && !item.isRequired && item.verdict === 'missed';
  return [isNote ? '➖' : MARKS[item.verdict], escaped(item.text), escaped(foundWords(item))];
}

function againstLines({ file, isSameLuck, metrics }: NonNullable<CheckReport['against']>): readonly string[] {
  const told = (value: number | null): string => (value === null ? 'never' : durationText(value));
  const rows = Object.entries(metrics).flatMap(([metric, changes]) =>
    Object.entries(changes).map(([quantile, { before, after }]) => {
      const change = before === null || after === null || before === after ? '' : differenceText(after - before);
      return [escaped(`${metricLabel(metric)} ${quantile.toUpperCase()}`), told(before), told(after), change];
    }),
  );
  const luck = isSameLuck ? 'on the same luck' : 'not on the same luck';
  return [`Against ${escaped(file)}, ${luck}:`, '', ...table(['metric', 'before', 'after', 'change'], rows)];
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/**
 * Text by others as nothing but text: no markup, no link, no mention, no issue, no emoji, no cell of its own. What is
 * harmless where it stands stays as it is, so that the source can be read too: a hyphen inside, a colon at the end of a word.
 */
function escaped(text: string): string {
  return printable(text.replaceAll(/\s+/g, ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]#|~@]|^[-+]|:(?!\s|$)/g, '\\$&');
}
