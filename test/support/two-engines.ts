import { compile } from '../../src/plan/compile.js';
import { compileYears } from '../../src/plan/years-plan.js';
import { askedAbout } from '../../src/scenario/asked-about.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { YearSimulator } from '../../src/simulation/years/year-simulator.js';
import type { PlayedIncident } from '../../src/simulation/years/incident-desk.js';
import { storageKept } from '../../src/study/storage-kept.js';
import { replicate } from '../../src/study/replicate.js';
import { DAY } from '../../src/units/quantity.js';
import { YEAR } from '../../src/units/unit-table.js';

/**
 * An incident counts as undisturbed when nothing else struck so long before and after it, whatever became of it: the
 * choice has nothing to do with its own luck. What an incident before it left has by then been made anew, and its own
 * recovery is over.
 */
const BEFORE = 40 * DAY;
const AFTER = 20 * DAY;
/** With so many a year the most are undisturbed: the windows hold one on average. */
const INCIDENTS_A_YEAR = (365 * DAY) / (BEFORE + AFTER);

/** What both engines have found of each metric, in all and by kind; Infinity for an incident without a recovery. */
export interface BothEngines {
  readonly name: string;
  readonly drawn: Float64Array;
  readonly played: Float64Array;
}

/** The scenario with incidents often enough to study them, every kind that strikes as often as any other. */
export function withFrequentIncidents(scenario: Scenario): Scenario {
  const asked = askedAbout(scenario);
  const frequency = INCIDENTS_A_YEAR / asked.length / YEAR;
  return { ...scenario, incidents: scenario.incidents.map((incident) => ({ ...incident, frequency, setsOff: [] })) };
}

/** Plays a scenario by both engines, on different seeds. */
export function playBoth(
  scenario: Scenario,
  { years, incidents }: { readonly years: number; readonly incidents: number },
): readonly BothEngines[] {
  const frequent = withFrequentIncidents(scenario);
  const plan = compile(frequent);
  const outcomes = replicate(plan, { seed: 31, incidents });
  const played = undisturbedIncidents(frequent, years);
  const kinds = [undefined, ...(plan.kinds.length > 1 ? plan.kinds.keys() : [])];
  return outcomes.metrics.flatMap(({ name, values }) =>
    kinds.map((kind): BothEngines => {
      const isOfKind = (index: number): boolean => kind === undefined || index === kind;
      const metric = metricOf(
        name,
        plan.surfaces.map((surface) => surface.name),
      );
      return {
        name: kind === undefined ? name : `${name} of ${plan.kinds[kind].name}`,
        drawn: numbers(values.filter((_, i) => isOfKind(outcomes.kinds.values[i]))),
        played: numbers(Float64Array.from(played.filter((incident) => isOfKind(incident.kind)).map(metric))),
      };
    }),
  );
}

/**
 * What the copies of all surfaces keep, in bytes: as a run counts it from the rules, and as each of some years has it, in
 * which nothing is destroyed.
 */
export function keptByBoth(
  scenario: Scenario,
  years: number,
): { readonly counted: number; readonly played: Float64Array } {
  const quiet = {
    ...scenario,
    incidents: scenario.incidents.map((incident) => ({ ...incident, frequency: 1e-6 / YEAR })),
  };
  const plan = compileYears(quiet);
  const simulator = new YearSimulator(plan, 53);
  const played = Float64Array.from({ length: years }, (_, year) => {
    simulator.play(year);
    return scenario.surfaces.reduce((sum, __, surface) => sum + simulator.storageOf(surface).mean, 0);
  });
  return { counted: storageKept(compile(scenario)), played };
}

/** Whether recoveries are over before the window after a strike is, but for a few. */
export function isSoonOver(scenario: Scenario): boolean {
  const outcomes = replicate(compile(scenario), { seed: 5, incidents: 1024 });
  const rtt = outcomes.metrics.find(({ name }) => name === 'rtt')?.values ?? new Float64Array();
  return rtt.filter((seconds) => seconds > AFTER).length <= 5;
}

/** The incidents of so many years that nothing else came near to. */
function undisturbedIncidents(scenario: Scenario, years: number): readonly PlayedIncident[] {
  const simulator = new YearSimulator(compileYears(scenario), 47);
  const found: PlayedIncident[] = [];
  for (let year = 0; year < years; year++) {
    simulator.play(year);
    const strikes = simulator.strikes;
    for (const incident of simulator.incidents) {
      const isNear = strikes.some((at) => at !== incident.at && at > incident.at - BEFORE && at < incident.at + AFTER);
      if (!isNear) found.push(incident);
    }
  }
  return found;
}

function metricOf(name: string, surfaces: readonly string[]): (incident: PlayedIncident) => number {
  if (name === 'rto' || name === 'rpo' || name === 'rtt') return (incident) => incident[name];
  const surface = surfaces.indexOf(name.slice('rpo.'.length));
  return (incident) => incident.surfaceLoss[surface];
}

const numbers = (values: Float64Array): Float64Array => values.map((value) => (Number.isNaN(value) ? Infinity : value));

/** The largest distance between the step curves of two samples, ties and all. */
export function twoSampleDistance(one: Float64Array, other: Float64Array): number {
  const [a, b] = [one, other].map((sample) => sample.slice().sort());
  let largest = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const at = Math.min(a[i], b[j]);
    while (i < a.length && a[i] <= at) i++;
    while (j < b.length && b[j] <= at) j++;
    largest = Math.max(largest, Math.abs(i / a.length - j / b.length));
  }
  return largest;
}
