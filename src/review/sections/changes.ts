import { metricLabel } from '../../report/metric-label.js';
import { checkAgainst } from '../../study/check/check-against.js';
import type { Change, CheckedAgainst } from '../../study/check/check-report.js';
import { differenceText, durationText } from '../../units/duration-text.js';
import { withCode } from '../cells.js';
import { inlineCode, numbers, paragraph, strong, subheading, table, type Block } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import { changedSettings, type EarlierReview } from '../earlier-review.js';
import type { Review } from '../review.js';
import { WrittenValues } from '../written-values.js';

/** What became of the answer since an earlier review, and what in the scenario made it so; undefined without one. */
export function changesSection({ since, summary, scenario }: Review): Section | undefined {
  if (since === undefined) return undefined;
  const against = checkAgainst(since.file, since.result, summary);
  return {
    name: 'changes',
    title: 'What changed since the last review',
    blocks: [
      paragraph(luckWords(against)),
      ...table(
        ['Metric', ...['P50 then', 'P50 now', 'Moved by', 'P95 then', 'P95 now', 'Moved by'].map(numbers)],
        Object.entries(against.metrics).map(([name, { p50, p95 }]) => [
          metricLabel(name),
          ...changeCells(p50),
          ...changeCells(p95),
        ]),
      ),
      ...comings(against),
      ...reasons(since, scenario, against),
    ],
  };
}

function luckWords({ file, version, isSameLuck }: CheckedAgainst): string {
  const lead = `Held against ${file}, made by version ${version}`;
  return isSameLuck
    ? `${lead}, on the same incidents with the same luck: what moved was moved by the scenario.`
    : `${lead}, with another seed, number of incidents or version: part of what moved is chance.`;
}

function changeCells({ before, after }: Change): readonly string[] {
  const cell = (value: number | null): string => (value === null ? 'never or not known' : durationText(value));
  const moved = before === null || after === null ? '–' : differenceText(after - before);
  return [cell(before), cell(after), moved];
}

function comings({ added, removed }: CheckedAgainst): readonly Block[] {
  return [
    ...(added.length === 0 ? [] : [paragraph(strong('New:'), ' ', added.map(metricLabel).join(', '), '.')]),
    ...(removed.length === 0 ? [] : [paragraph(strong('Gone:'), ' ', removed.map(metricLabel).join(', '), '.')]),
  ];
}

function reasons(
  { settings }: EarlierReview,
  scenario: Review['scenario'],
  { sha256 }: CheckedAgainst,
): readonly Block[] {
  if (settings === undefined) {
    return [
      paragraph(
        `Why it moved is not known: the earlier file keeps the result only (scenario ${sha256.slice(0, 12)}). Keep the ` +
          'JSON of this review for the next one.',
      ),
    ];
  }
  const changes = changedSettings(settings, new WrittenValues(scenario).all());
  if (changes.length === 0) return [paragraph('The scenario says the same as then.')];
  return [
    subheading('Why: what the scenario says otherwise'),
    ...table(
      ['Where', 'Then', 'Now'],
      changes.map(({ path, before, now }) => [
        [inlineCode(path)],
        withCode(before ?? '(not said)'),
        withCode(now ?? '(not said)'),
      ]),
    ),
  ];
}
