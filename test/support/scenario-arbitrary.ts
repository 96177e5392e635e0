import fc from 'fast-check';
import type { Site } from '../../src/scenario/disaster.js';
import type { Link, Objective, Provenance, Scenario, Step, Surface } from '../../src/scenario/scenario.js';
import { keyOfQuantile } from '../../src/scenario/shape/quantile-key.js';
import { probability, seconds } from '../../src/units/quantity.js';
import { startOfDay } from '../../src/units/time-zone.js';
import {
  costsArbitrary,
  decisionsArbitrary,
  incidentsArbitrary,
  readinessArbitrary,
  sitesArbitrary,
} from './disaster-arbitrary.js';
import { lawArbitrary, RATE_RANGE } from './law-arbitrary.js';
import { roleArbitrary } from './role-arbitrary.js';
import { stepsArbitrary } from './steps-arbitrary.js';
import { surfaceArbitrary } from './surface-arbitrary.js';

/** How large the scenarios may be. */
export interface ScenarioSize {
  readonly steps: number;
  readonly roles: number;
  readonly links: number;
  readonly surfaces: number;
}

const SMALL: ScenarioSize = { steps: 6, roles: 2, links: 2, surfaces: 3 };

const TIMEZONES = ['UTC', 'Europe/Brussels', 'America/New_York', 'Asia/Kathmandu'] as const;

/**
 * Any valid scenario: a graph of steps in any order, people, links, protected surfaces, laws of every kind. Small by
 * default, so that the engine can play many. Only what a file can say is made.
 */
export function scenarioArbitrary(size: ScenarioSize = SMALL): fc.Arbitrary<Scenario> {
  return (
    fc
      .record({
        timezone: fc.constantFrom(...TIMEZONES),
        roleNames: namesArbitrary('role', size.roles),
        linkNames: namesArbitrary('link', size.links),
        surfaceNames: namesArbitrary('surface', size.surfaces),
        sites: sitesArbitrary(),
      })
      .chain(({ timezone, roleNames, linkNames, surfaceNames, sites }) =>
        fc
          .record({
            name: fc.constantFrom('A plan', 'yes', '1: # "quoted"', 'Ünïcode 計画'),
            timezone: fc.constant(timezone),
            period: periodArbitrary(timezone),
            planning: planningArbitrary(),
            objectives: objectivesArbitrary(),
            roles: each(roleNames, (name) => roleArbitrary(name, timezone)),
            links: each(linkNames, linkArbitrary),
            surfaces: each(surfaceNames, (name) => surfaceArbitrary(name, timezone, sites)),
            sites: fc.constant<Site[]>(sites),
            readiness: readinessArbitrary(),
          })
          .chain((parts) =>
            incidentsArbitrary(parts.sites, parts.surfaces).map((incidents) => ({ ...parts, incidents })),
          )
          .chain((parts) =>
            costsArbitrary(parts.roles).map((costs) => ({ ...parts, ...(costs === undefined ? {} : { costs }) })),
          )
          .chain((parts) => decisionsArbitrary(parts).map((decisions) => ({ ...parts, decisions })))
          .chain((parts) => withSteps(parts, size.steps)),
      )
      .chain((scenario) => withProvenance(scenario))
      // Records of fast-check have no prototype; scenarios are plain objects.
      .map((scenario) => structuredClone(scenario))
  );
}

function withSteps(
  parts: Omit<Scenario, 'steps' | 'milestones' | 'provenance' | 'sources'>,
  most: number,
): fc.Arbitrary<Scenario> {
  return stepsArbitrary({ ...parts, most }).map(({ firstStep, ...runbook }) => ({
    ...parts,
    ...runbook,
    decisions: parts.decisions.map((decision) => ({ ...decision, after: firstStep })),
    surfaces: parts.surfaces.map((surface) => withGoodBackupsUnlessRestored(surface, runbook.steps)),
    provenance: [],
    sources: [],
  }));
}

/** A file may speak of bad backups only where a step restores them. */
function withGoodBackupsUnlessRestored(surface: Surface, steps: readonly Step[]): Surface {
  if (steps.some(({ restores }) => restores === surface.name)) return surface;
  return {
    ...surface,
    copies: surface.copies.map((copy) => {
      if (copy.protection.kind !== 'backup') return copy;
      const { silentlyUnrestorable: _, ...good } = copy.protection;
      return { ...copy, protection: { ...good, restorable: probability(1) } };
    }),
  };
}

/** Sources at some of the values that every step and role may have. */
function withProvenance(scenario: Scenario): fc.Arbitrary<Scenario> {
  const paths = [
    ...scenario.steps.filter(({ takes }) => takes !== undefined).map(({ name }) => `runbook.${name}.takes`),
    ...scenario.roles.map(({ name }) => `people.${name}.count`),
    ...scenario.objectives.map(({ metric, quantile }) => `objectives.${metric}.${keyOfQuantile(quantile)}`),
    ...scenario.surfaces.filter(({ size }) => size !== undefined).map(({ name }) => `surfaces.${name}.size`),
  ].sort();
  const entry = (path: string): fc.Arbitrary<Provenance> =>
    fc.record(
      {
        path: fc.constant(path),
        source: fc.constantFrom('assumed', 'vendor', 'drill', 'measured', 'imported'),
        asOf: fc.constantFrom('2026-03-14', '2025-12-31'),
        note: fc.constantFrom('a note: with a colon', 'no', '# 5'),
      },
      { requiredKeys: ['path', 'source'] },
    );
  return fc
    .subarray(paths)
    .chain((chosen) => each(chosen, entry))
    .map((provenance) => ({ ...scenario, provenance }));
}

/** Names `role-a`, `role-b`, … in order, from none up to a number. */
function namesArbitrary(stem: string, most: number): fc.Arbitrary<string[]> {
  return fc
    .integer({ min: 0, max: most })
    .map((count) => Array.from({ length: count }, (_, index) => `${stem}-${String.fromCharCode(97 + index)}`));
}

function each<Value>(
  names: readonly string[],
  arbitrary: (name: string) => fc.Arbitrary<Value>,
): fc.Arbitrary<Value[]> {
  return fc.tuple(...names.map(arbitrary));
}

function linkArbitrary(name: string): fc.Arbitrary<Link> {
  return lawArbitrary(RATE_RANGE).map((rate) => ({ name, rate }));
}

function periodArbitrary(timezone: string): fc.Arbitrary<Scenario['period']> {
  return fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([month, day]) => ({
    from: startOfDay({ year: 2026, month, day }, timezone),
    to: startOfDay({ year: 2027, month, day }, timezone),
  }));
}

function planningArbitrary(): fc.Arbitrary<Scenario['planning']> {
  const range = fc
    .tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }))
    .map(([low, width]) => ({ low: seconds(low), high: seconds(low + width) }));
  return fc.record({ rto: range, rpo: range, rtt: range }, { requiredKeys: [] });
}

function objectivesArbitrary(): fc.Arbitrary<Objective[]> {
  const all = (['rto', 'rpo', 'rtt'] as const).flatMap((metric) =>
    [0.5, 0.95, 0.999].map((quantile): Objective => ({ metric, quantile, limit: seconds(36_000) })),
  );
  return fc.subarray(all);
}
