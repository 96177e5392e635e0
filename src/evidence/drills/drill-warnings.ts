import { nearestName } from '../../scenario/nearest-name.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { Drill } from './drill.js';
import { isUnrestoredLoss } from './observations.js';

/** Clocks of several machines differ by so many seconds without anybody minding. */
const CLOCK_SLACK = 1;

/**
 * What was assumed of drills where they do not fit the scenario, or left out, in sentences; each thing once, with the
 * first drill in which it was met and in how many.
 */
export function drillWarnings(drills: readonly Drill[], scenario: Scenario): readonly string[] {
  const stepNames = scenario.steps.map(({ name }) => name);
  const surfaceNames = scenario.surfaces.map(({ name }) => name);
  const met = new Map<string, { readonly first: string; count: number }>();
  for (const drill of drills) {
    const said = new Set([
      ...drill.steps.flatMap(({ name }) => unknown('step', name, stepNames)),
      ...Object.keys(drill.achieved.rpo).flatMap((name) => unknown('surface', name, surfaceNames)),
      ...unknownIncident(drill, scenario),
      ...tooEarly(drill, scenario),
      ...unrestored(drill, scenario),
      ...(drill.kind === 'table-top' ? ['nothing was measured in a table-top: it is not scored'] : []),
    ]);
    for (const words of said) {
      const known = met.get(words);
      if (known === undefined) met.set(words, { first: drill.name, count: 1 });
      else known.count += 1;
    }
  }
  return [...met].map(([words, { first, count }]) => {
    return `${first}${count === 1 ? '' : ` and ${String(count - 1)} more`}: ${words}`;
  });
}

function unknown(kind: 'step' | 'surface', name: string, known: readonly string[]): readonly string[] {
  if (known.includes(name)) return [];
  const nearest = nearestName(name, known);
  const meant = nearest === undefined ? '' : ` (did you mean "${nearest}"?)`;
  return [`the scenario has no ${kind} "${name}"${meant}: it is left out`];
}

/** A kind that the scenario does not have, or does not ask about, has no forecast of its own. */
function unknownIncident({ incident }: Drill, { incidents, asksAbout }: Scenario): readonly string[] {
  const known = incidents.map(({ name }) => name).filter((name) => asksAbout?.includes(name) ?? true);
  if (incident === undefined || known.includes(incident)) return [];
  const nearest = nearestName(incident, known);
  const meant = nearest === undefined ? '' : ` (did you mean "${nearest}"?)`;
  return [`the scenario plays no incident "${incident}"${meant}: it is held against the forecast of all`];
}

/** Losses of a whole recovery in which the surface did not come back. */
function unrestored(drill: Drill, scenario: Scenario): readonly string[] {
  return Object.keys(drill.achieved.rpo)
    .filter((surface) => isUnrestoredLoss(drill, surface, scenario))
    .map((surface) => `a loss of "${surface}" is noted, which was not restored: it is left out`);
}

/**
 * Steps that began before one that they follow was done for the first time: so it was done, and so it is counted. One
 * that was done again later, because people were sent back, is none.
 */
function tooEarly(drill: Drill, { steps }: Scenario): readonly string[] {
  const spans = new Map(drill.steps.map(({ name, attempts }) => [name, attempts]));
  return steps.flatMap(({ name, follows }) => {
    const start = spans.get(name)?.[0].start;
    return follows.flatMap((other) => {
      const attempts = spans.get(other);
      const end = (attempts?.find(({ outcome }) => outcome === 'done') ?? attempts?.at(-1))?.end;
      const isEarly = start !== undefined && end !== undefined && start < end - CLOCK_SLACK;
      return isEarly ? [`"${name}" began before "${other}" had ended, which it follows: both count as measured`] : [];
    });
  });
}
