import { stateText } from '../../report/text-readiness.js';
import { dayText } from '../age-text.js';
import { inlineCode, paragraph, strong, table, type Block } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { Review } from '../review.js';

type Checks = NonNullable<Review['readiness']>['checks'];

/** The questions that a plan must answer before anybody relies on it, and how they stand. */
export function readinessSection({ readiness, summary, scenario, asOf }: Review): Section {
  const title = 'Readiness';
  if (readiness === null) {
    return {
      name: 'readiness',
      title,
      blocks: [
        paragraph(
          'The scenario asks no questions about the plan (readiness), so nothing is known of whether backups were ever ' +
            'restored, steps are written down, or anybody knows when to stay offline.',
        ),
      ],
    };
  }
  const { checks, isReady } = readiness;
  const met = checks.filter(({ state }) => state === 'met').length;
  return {
    name: 'readiness',
    title,
    blocks: [
      paragraph(
        strong(isReady ? 'The plan is ready.' : 'The plan is not ready.'),
        ` ${met} of ${checks.length} checks ${met === 1 ? 'is' : 'are'} met on the day of the review, ${dayText(asOf, scenario.timezone)}.`,
      ),
      ...table(
        ['Check', 'Answer', 'Stands', 'Needed'],
        checks.map((check) => [
          check.asks,
          check.answer ?? '–',
          check.state === 'met' ? 'Met.' : [strong(stateText(check))],
          check.isRequired ? 'required' : 'advised',
        ]),
      ),
      ...playedOtherwise(checks, summary.readiness?.checks ?? [], dayText(scenario.period.from, scenario.timezone)),
    ],
  };
}

/** The numbers are of a period, and take what stands on its first day: where that is something else, the reader must know. */
function playedOtherwise(now: Checks, played: Checks, from: string): readonly Block[] {
  const others = played.filter(({ state }, i) => state !== now[i]?.state).map(({ name }) => inlineCode(name));
  if (others.length === 0) return [];
  return [
    paragraph(
      `The numbers are of the period from ${from} on and take what stands on that day, which is something else for: `,
      ...others.flatMap((name, place) => (place === 0 ? [name] : [', ', name])),
      '.',
    ),
  ];
}
