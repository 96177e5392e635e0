import type { RolePlan, StepPlan, WorkingHours } from './plan.js';
import { UnplayableError } from './unplayable-error.js';

/**
 * Makes sure that the people whom each step needs are at work together at some time: else it would wait for ever.
 *
 * @throws UnplayableError naming the first step whose people are not.
 */
export function requireSharedHours(steps: readonly StepPlan[], roles: readonly RolePlan[]): void {
  for (const step of steps) {
    const needed = [...step.roles].map((role) => roles[role]);
    const limited = needed.flatMap(({ hours }) => (hours === undefined ? [] : [hours]));
    if (limited.length > 0 && limited.reduce(overlap).opens.length === 0) {
      const names = needed.map(({ name }) => name).join(' and ');
      throw new UnplayableError(`Step "${step.name}": ${names} are never at work at the same time`);
    }
  }
}

/** The spans in which both are at work. */
function overlap(one: WorkingHours, other: WorkingHours): WorkingHours {
  const opens: number[] = [];
  const closes: number[] = [];
  for (let i = 0, j = 0; i < one.opens.length && j < other.opens.length;) {
    const from = Math.max(one.opens[i], other.opens[j]);
    const to = Math.min(one.closes[i], other.closes[j]);
    if (from < to) {
      opens.push(from);
      closes.push(to);
    }
    if (one.closes[i] < other.closes[j]) i++;
    else j++;
  }
  return { opens: Float64Array.from(opens), closes: Float64Array.from(closes) };
}
