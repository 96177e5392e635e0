import type { Scenario } from '../../scenario/scenario.js';
import { theilSen, type Trend } from '../../statistics/theil-sen.js';
import { instantIso } from '../../units/parse-instant.js';
import { DAY, type Instant } from '../../units/quantity.js';
import type { Drill, DrillKind, Measured } from './drill.js';
import { isWhole, stepObservations } from './observations.js';
import { isFullRestoreTest } from './restored-by.js';

/** What there is of drills, as it stands in the JSON document: durations in seconds. */
export interface DrillOverview {
  readonly format: 'drillcast-drills/1';
  readonly tool: { readonly name: 'drillcast'; readonly version: string };
  /** The instant to which ages are counted, RFC 3339. */
  readonly asOf: string;
  readonly unit: 'seconds';
  readonly confidence: number;
  /** In the order of their beginnings. */
  readonly drills: readonly ListedDrill[];
  /** The last drill in which everything was restored; null when there was none. */
  readonly lastFullRestore: { readonly name: string; readonly began: string; readonly ageDays: number } | null;
  /** Steps that were measured, and with a scenario those of its runbook, in its order, first. */
  readonly steps: readonly StepCoverage[];
  /** Whether the scenario was given, so that steps that were never measured are known. */
  readonly isAgainstRunbook: boolean;
  /** Of the RTO of whole recoveries, in seconds per year; null where nothing can be said. */
  readonly trend: Trend | null;
}

export interface ListedDrill {
  readonly name: string;
  readonly kind: DrillKind;
  readonly began: string;
  readonly environment: string;
  /** The kind of incident; null when the drill does not say. */
  readonly incident: string | null;
  readonly ended: Drill['ended'];
  /** Whether it counts as a test of a full restore, whatever its kind says. */
  readonly isFullRestore: boolean;
  readonly rto: Measured | null;
  readonly rtt: Measured | null;
  readonly failures: readonly string[];
}

export interface StepCoverage {
  readonly name: string;
  readonly measured: number;
  /** Of these, how often it broke off. */
  readonly censored: number;
  /** RFC 3339; null when it never was. */
  readonly last: string | null;
  readonly isInRunbook: boolean | null;
}

const CONFIDENCE = 0.95;
const YEAR = 365.25 * DAY;

/** A trend goes through the latest so many drills: all pairs of them are looked at. */
const MOST_IN_TREND = 500;

/**
 * What there is of drills: how old the last restore of everything is, which steps have been measured, how often and when
 * last, and whether recoveries become quicker or slower. What was broken off has no place in a trend, and is told in the
 * list.
 */
export function drillOverview(
  drills: readonly Drill[],
  context: { readonly asOf: Instant; readonly version: string; readonly scenario: Scenario | undefined },
): DrillOverview {
  const ordered = [...drills].sort((a, b) => a.began - b.began);
  const isTest = (drill: Drill): boolean => isFullRestoreTest(drill, context.scenario);
  const last = ordered.findLast((drill) => drill.began <= context.asOf && isTest(drill));
  return {
    format: 'drillcast-drills/1',
    tool: { name: 'drillcast', version: context.version },
    asOf: instantIso(context.asOf),
    unit: 'seconds',
    confidence: CONFIDENCE,
    drills: ordered.map((drill) => {
      const { name, kind, began, environment, incident = null, ended, achieved, failures } = drill;
      const { rto = null, rtt = null } = achieved;
      const isFullRestore = isTest(drill);
      return { name, kind, began: instantIso(began), environment, incident, ended, isFullRestore, rto, rtt, failures };
    }),
    lastFullRestore:
      last === undefined
        ? null
        : { name: last.name, began: instantIso(last.began), ageDays: (context.asOf - last.began) / DAY },
    steps: coverageOf(ordered, context.scenario),
    isAgainstRunbook: context.scenario !== undefined,
    trend: trendOf(ordered) ?? null,
  };
}

function coverageOf(drills: readonly Drill[], scenario: Scenario | undefined): readonly StepCoverage[] {
  const runbook = scenario?.steps.map(({ name }) => name) ?? [];
  const met = new Map<string, { measured: number; censored: number; last: Instant | undefined }>(
    runbook.map((name) => [name, { measured: 0, censored: 0, last: undefined }]),
  );
  for (const { step, drill, isCensored } of stepObservations(drills)) {
    const known = met.get(step) ?? { measured: 0, censored: 0, last: undefined };
    known.measured += 1;
    known.censored += isCensored ? 1 : 0;
    known.last = drills[drill].began;
    met.set(step, known);
  }
  return [...met].map(([name, { measured, censored, last }]): StepCoverage => {
    const isInRunbook = scenario === undefined ? null : runbook.includes(name);
    return { name, measured, censored, last: last === undefined ? null : instantIso(last), isInRunbook };
  });
}

function trendOf(drills: readonly Drill[]): Trend | undefined {
  const points = drills.flatMap((drill) => {
    const { rto } = drill.achieved;
    if (!isWhole(drill) || rto === undefined || rto.isCensored) return [];
    return [{ time: drill.began / YEAR, value: rto.seconds }];
  });
  return theilSen(points.slice(-MOST_IN_TREND), CONFIDENCE);
}
