import type { Scenario } from '../../scenario/scenario.js';
import type { Drill, DrilledStep, DrillKind, Measured } from './drill.js';
import { isRestored } from './restored-by.js';

/** One measured duration of a step, with what it was measured under: what scoring and fitting work on. */
export interface StepObservation extends Measured {
  readonly step: string;
  /** The drill, by its place among those that were given. */
  readonly drill: number;
  readonly kind: DrillKind;
  /** How often it was tried, the last attempt included. */
  readonly attempts: number;
}

/** Drills in which a whole recovery was carried out, so that its metrics can be held against a forecast. */
export function isWhole({ kind }: Drill): boolean {
  return kind === 'full-restore' || kind === 'real-incident';
}

/**
 * Every step of every drill: the time of all its attempts and of the mending between a failed one and the next, without
 * pauses. Between an attempt that was done and a later one, when a failure further on had sent people back, others
 * worked: that time is not counted. A step that was broken off, or that failed and was not tried again, is censored: it
 * would have taken longer.
 */
export function stepObservations(drills: readonly Drill[]): readonly StepObservation[] {
  return drills.flatMap(({ kind, steps }, drill) =>
    steps.map((step): StepObservation => {
      return { step: step.name, drill, kind, attempts: step.attempts.length, ...stepTime(step) };
    }),
  );
}

function stepTime({ attempts }: DrilledStep): Measured {
  let seconds = 0;
  attempts.forEach(({ start, end, outcome, paused }, index) => {
    const isMendedAfter = outcome === 'failed' && index + 1 < attempts.length;
    seconds += (isMendedAfter ? attempts[index + 1].start : end) - start - paused;
  });
  // Instants are seconds since 1970, whose difference has digits beyond the microsecond that nobody measured.
  return {
    seconds: Math.max(0, Math.round(seconds * 1e6) / 1e6),
    isCensored: attempts[attempts.length - 1].outcome !== 'done',
  };
}

/**
 * What a drill achieved by a metric (`rto`, `rtt`, `rpo`, `rpo.<surface>`), or undefined when it does not say.
 *
 * RTO and RTT that the drill does not give follow from its steps: from the beginning to the last end among the steps of
 * the milestone, without the pauses until then; of a drill that was broken off before, at least until its last instant.
 * RPO is the largest over the data-bearing surfaces, and known only when each of them is. Only a whole recovery has an
 * RTO, an RTT and an RPO; a part of one can still say how much of a surface was lost. A loss that was noted in a whole
 * recovery counts only where the surface did come back.
 */
export function achievedBy(drill: Drill, metric: string, scenario: Scenario): Measured | undefined {
  if (metric.startsWith('rpo.')) return lossOf(drill, metric.slice(4), scenario);
  if (!isWhole(drill)) return undefined;
  if (metric === 'rto') return drill.achieved.rto ?? timeTo(drill, 'service-reopened', scenario);
  if (metric === 'rtt') return drill.achieved.rtt ?? timeTo(drill, 'incident-closed', scenario);
  return largestLoss(drill, scenario);
}

/** What a drill says of the loss of a surface, unless it is a whole recovery in which that surface did not come back. */
function lossOf(drill: Drill, surface: string, scenario: Scenario): Measured | undefined {
  return isUnrestoredLoss(drill, surface, scenario) ? undefined : ownValue(drill.achieved.rpo, surface);
}

/** A loss that was noted in a whole recovery although the surface was not restored, nor the service reopened without that. */
export function isUnrestoredLoss(drill: Drill, surface: string, scenario: Scenario): boolean {
  if (!isWhole(drill) || isRestored(drill, surface, scenario)) return false;
  const reopened = drill.achieved.rto ?? timeTo(drill, 'service-reopened', scenario);
  return reopened === undefined || reopened.isCensored;
}

function ownValue(values: Readonly<Record<string, Measured>>, name: string): Measured | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** The larger of a known and a censored loss is not known: the censored one may be larger still. */
function largestLoss(drill: Drill, scenario: Scenario): Measured | undefined {
  const bearing = scenario.surfaces.filter(({ isDataBearing }) => isDataBearing);
  const losses = bearing.map(({ name }) => lossOf(drill, name, scenario));
  if (losses.length === 0) return undefined;
  const known = losses.filter((loss) => loss !== undefined);
  if (known.length < losses.length) return undefined;
  return {
    seconds: Math.max(...known.map(({ seconds }) => seconds)),
    isCensored: known.some(({ isCensored }) => isCensored),
  };
}

function timeTo(drill: Drill, milestone: string, { milestones }: Scenario): Measured | undefined {
  const names = milestones.find(({ name }) => name === milestone)?.steps ?? [];
  const lasts = names.map((name) => drill.steps.find((step) => step.name === name)?.attempts.at(-1));
  const isReached = lasts.length > 0 && lasts.every((last) => last?.outcome === 'done');
  if (!isReached && drill.ended === 'completed') return undefined;
  const ends = isReached ? lasts : drill.steps.map(({ attempts }) => attempts.at(-1));
  const end = Math.max(...ends.map((attempt) => attempt?.end ?? drill.began));
  if (!(end > drill.began)) return undefined;
  const pauses = drill.steps
    .flatMap(({ attempts }) => attempts)
    .filter(({ start }) => start < end)
    .reduce((sum, { paused }) => sum + paused, 0);
  const seconds = Math.round((end - drill.began - pauses) * 1e6) / 1e6;
  return { seconds: Math.max(0, seconds), isCensored: !isReached };
}
