import { askedAbout } from '../scenario/asked-about.js';
import type { Scenario } from '../scenario/scenario.js';
import { countIn } from './count-in.js';
import type { Summary } from './summary.js';

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
