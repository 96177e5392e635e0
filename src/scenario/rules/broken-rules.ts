import type { Complaint } from '../problem.js';
import { countsAsRules } from './counts-as-rules.js';
import { decisionRules } from './decision-rules.js';
import { disasterRules } from './disaster-rules.js';
import { fileRules } from './file-rules.js';
import { outlineOf } from './outline.js';
import { peopleRules } from './people-rules.js';
import { unknownReferences } from './references.js';
import { readinessRules } from './readiness-rules.js';
import { stepRules } from './step-rules.js';
import { surfaceRules } from './surface-rules.js';

/** Everything in a file that is well-shaped by itself and does not go together. */
export function brokenRules(data: unknown): Complaint[] {
  const outline = outlineOf(data);
  return [
    ...fileRules(data),
    ...countsAsRules(data),
    ...unknownReferences(outline),
    ...peopleRules(outline),
    ...stepRules(outline),
    ...surfaceRules(outline),
    ...disasterRules(outline),
    ...decisionRules(outline),
    ...readinessRules(outline),
  ];
}
