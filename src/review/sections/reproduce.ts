import { countText } from '../../report/count-text.js';
import { inlineCode, paragraph, shell, table } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { Review } from '../review.js';
import { shownFile } from '../shown-file.js';

/** What gives every number again, to the last digit. */
export function reproduceSection({
  summary,
  explanation,
  years,
  scenario,
  command,
  drills,
  compared,
}: Review): Section {
  const { tool, seed, incidents, scenario: origin } = summary;
  const rows: (readonly [string, string])[] = [
    ['Drillcast', tool.version],
    ['Seed', String(seed)],
    ['Incidents played', countText(incidents)],
    ['Incidents of each plan tried for what drives it', countText(explanation.incidents)],
    ...(years === undefined ? [] : [['Years played', countText(years.years)] as const]),
    ['SHA-256 of the scenario', origin.sha256],
    ['Read from', scenario.sources.map(({ file }) => shownFile(file)).join(', ')],
    ...(compared?.comparison.results.slice(1) ?? []).map(
      ({ scenario: other }) => [`SHA-256 of ${other.file}`, other.sha256] as const,
    ),
    ...(drills === undefined ? [] : [['Drills', drills.drills.map(({ name }) => name).join(', ')] as const]),
  ];
  return {
    name: 'reproduce',
    title: 'How to get the same again',
    blocks: [
      paragraph('The same version, scenario, seed and number of incidents give the same numbers, on any machine.'),
      shell(command),
      ...table(
        ['What', 'Which'],
        rows.map(([what, which]) => [what, which.length === 64 ? [inlineCode(which)] : which]),
      ),
    ],
  };
}
