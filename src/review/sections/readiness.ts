import { stateText } from '../../report/text-readiness.js';
import { paragraph, strong, table } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { Review } from '../review.js';

/** The questions that a plan must answer before anybody relies on it, and how they stand. */
export function readinessSection({ summary: { readiness } }: Review): Section {
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
        ` ${met} of ${checks.length} checks are met at the start of the period.`,
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
    ],
  };
}
