import type { Law } from '../distributions/law.js';
import { askedAbout } from '../scenario/asked-about.js';
import type { Scenario, Schedule } from '../scenario/scenario.js';
import type { Summary } from './summary.js';

/** What a person decided or estimated as a whole, although it is made of several numbers. */
const WHOLES: Readonly<Record<Law['kind'] | Schedule['kind'], true>> = {
  fixed: true,
  uniform: true,
  triangular: true,
  pert: true,
  exponential: true,
  lognormal: true,
  gamma: true,
  weibull: true,
  empirical: true,
  mixture: true,
  clamped: true,
  cron: true,
  every: true,
};

/** Where inputs of the model stand in a file; planning ranges and objectives, say, are what they are held against. */
const INPUT_PATH = /^(people\.[^.]+\.(count|call-out)|links\.|surfaces\.|incidents\.|runbook\.)/;

/**
 * How many inputs of the model name each source. An input is a law, a schedule or a number of a role, link, surface,
 * incident that is asked about, or step. A default counts as one without a source: nobody has vouched for it.
 */
export function countInputs(scenario: Scenario): Summary['inputs'] {
  const { roles, links, surfaces, steps, provenance } = scenario;
  const incidents = askedAbout(scenario);
  // Working hours, and whom a step needs, are decisions, not estimates.
  const staff = roles.map(({ count, callOut }) => [count, callOut]);
  const work = steps.map(({ takes, transfers, catchesUp, searches, fails }) => [
    takes,
    transfers,
    catchesUp,
    searches,
    fails,
  ]);
  const strikes = incidents.map(({ rush, delays, ...strike }) => [
    strike,
    rush?.times,
    delays.map(({ probability, takes }) => [probability === 1 ? undefined : probability, takes]),
  ]);
  const inputs = countIn([staff, links, surfaces, strikes, work]);
  const count = { assumed: 0, vendor: 0, drill: 0, measured: 0, imported: 0 };
  const left = scenario.incidents.filter((incident) => !incidents.includes(incident));
  const sourced = provenance.filter(
    ({ path }) => INPUT_PATH.test(path) && !left.some(({ name }) => path.startsWith(`incidents.${name}.`)),
  );
  for (const { source } of sourced) count[source] += 1;
  return { ...count, unsourced: Math.max(0, inputs - sourced.length) };
}

/**
 * How many inputs a part of a scenario has, said or not.
 *
 * @param isCounted which bare numbers count; all when absent.
 */
export function countIn(part: unknown, isCounted: (value: number) => boolean = () => true): number {
  if (typeof part === 'number') return isCounted(part) ? 1 : 0;
  if (typeof part !== 'object' || part === null) return 0;
  if ('kind' in part && String(part.kind) in WHOLES) return 1;
  const inner = Object.entries(part).filter(([key]) => key !== 'hours');
  return inner.reduce((sum, [, each]) => sum + countIn(each, isCounted), 0);
}
