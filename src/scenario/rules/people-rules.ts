import { complain } from '../problem.js';
import type { Complaint } from '../problem.js';
import * as wording from '../wording.js';
import { bare } from './outline.js';
import type { Outline } from './outline.js';

/** What does not go together within a role. */
export function peopleRules({ roles }: Outline): Complaint[] {
  return [...roles].flatMap(([name, role]) =>
    bare(role['count']) === 'unlimited' && role['call-out'] !== undefined
      ? [complain(['people', name, 'count'], wording.unlimitedCallOut())]
      : [],
  );
}
