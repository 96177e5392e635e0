import { planOf } from './plan-of.js';
import type { Plan } from '../../src/plan/plan.js';

/** A scenario around a few lines: a week from Monday 2026-01-05 in UTC, and milestones on `last`. */
export function disasterPlan(sections: string, last = 'last'): Plan {
  return planOf(`
drillcast: 1
name: small
period: { from: 2026-01-05, to: 2026-01-12 }
milestones: { service-reopened: ${last}, incident-closed: ${last} }
${sections}`);
}

/** The same with one incident, which takes all that is live. */
export function smallPlan(sections: string, last = 'last'): Plan {
  return disasterPlan(`incidents: { loss: {} }\n${sections}`, last);
}

/** A surface that nothing is lost with, for scenarios that are about their runbook. */
export const NO_LOSS = `
surfaces:
  settings: { versioned: true }
`;
