import { paragraph, table } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';

/** Who answers for what, with room to sign. */
const SIGNATORIES = [
  ['Owner of the service', 'the objectives are what the service needs'],
  ['Owner of the recovery', 'the runbook is what would be done, by the people named'],
  ['Risk or audit', 'the evidence was seen, and its gaps are accepted or have a date'],
] as const;

/** The last page: what is signed, by whom. */
export function signOffSection(): Section {
  return {
    name: 'sign-off',
    title: 'Sign-off',
    blocks: [
      paragraph(
        'By signing, each confirms what stands beside the role. Nobody confirms a recovery time: the numbers above are ' +
          'forecasts, and drills decide.',
      ),
      ...table(
        ['Role', 'Confirms that', 'Name', 'Date', 'Signature'],
        SIGNATORIES.map(([role, confirms]) => [role, confirms, '', '', '']),
      ),
    ],
  };
}
