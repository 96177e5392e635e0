import { frontierFigures } from '../../report/charts/frontier.js';
import { countText } from '../../report/count-text.js';
import { moneyText } from '../../report/money-text.js';
import { namedCombination, p95Words } from '../../report/size/sizing-words.js';
import { charts, numbers, paragraph, strong, table, type Block } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { Review, ReviewedSizing } from '../review.js';

/** What a sizing found: the cheapest combination that keeps what is asked, and the frontier; undefined without one. */
export function sizingSection({ sizing: reviewed, summary }: Review): Section | undefined {
  if (reviewed === undefined) return undefined;
  const { file, sizing, requirements } = reviewed;
  const isSame = sizing.scenarios.some(({ sha256 }) => sha256 === summary.scenario.sha256);
  return {
    name: 'sizing',
    title: 'What keeps the promises at the lowest cost',
    blocks: [
      paragraph(
        `From ${file}: ${countText(sizing.candidates.length)} combinations, each struck by the same incidents (at most ` +
          `${countText(sizing.incidents)}), were asked to keep ${sizing.requirements.join(', ')}. `,
        ...chosenWords(sizing),
      ),
      ...(isSame
        ? []
        : [
            paragraph(
              strong('It was made of another state of the scenario'),
              ' than the one under review: size it again.',
            ),
          ]),
      ...frontierTable(sizing),
      ...charts(frontierFigures(sizing, requirements)),
    ],
  };
}

function chosenWords(sizing: ReviewedSizing['sizing']) {
  const chosen = sizing.chosen === null ? undefined : sizing.candidates[sizing.chosen];
  if (chosen === undefined) return [strong('None of them certainly keeps it.')];
  return [
    'Chosen: ',
    strong(namedCombination(sizing, chosen)),
    `, for ${sizing.currency} ${moneyText(chosen.costPerYear.value)} a year.`,
  ];
}

/** Those that nothing cheaper beats, the cheapest first. */
function frontierTable(sizing: ReviewedSizing['sizing']): readonly Block[] {
  const { candidates, currency, chosen } = sizing;
  return table(
    ['On the frontier', numbers(`${currency} a year`), numbers('RTO P95'), numbers('RPO P95'), 'Keeps what is asked'],
    candidates
      .map((candidate, number) => ({ candidate, number }))
      .filter(({ candidate, number }) => candidate.isOnFrontier || number === chosen)
      .sort((one, other) => one.candidate.costPerYear.value - other.candidate.costPerYear.value)
      .map(({ candidate, number }) => [
        namedCombination(sizing, candidate),
        moneyText(candidate.costPerYear.value),
        p95Words(candidate.p95.rto),
        p95Words(candidate.p95.rpo),
        number === chosen ? [strong('chosen')] : candidate.verdict,
      ]),
  );
}
