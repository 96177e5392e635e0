import type { DurabilityPlan } from '../../plan/durability-plan.js';
import { strikingKinds } from '../../plan/years-plan.js';
import type { YearsPlan } from '../../plan/years-plan.js';
import type { Allocate } from '../blank-outcomes.js';
import type { IncidentRange } from '../incident-range.js';

/** What happened, year by year: columns, one value per year. Times are in seconds, storage in bytes. */
export interface YearOutcomes {
  readonly seed: number;
  readonly years: number;
  /** Length of a year: that of the period of the scenario. */
  readonly yearSeconds: number;
  /** So long before each year time was played. */
  readonly warmUpSeconds: number;
  /** Time of the year in which the service was down, for incidents that were recovered from. */
  readonly downtime: Float64Array;
  /** Time of which what was written was lost, of any data-bearing surface. */
  readonly lost: Float64Array;
  /** In the order of the scenario. */
  readonly surfaces: readonly SurfaceYears[];
  /** How often each kind of incident struck, how often without a recovery, and whether it can at all. */
  readonly kinds: readonly {
    readonly name: string;
    readonly canStrike: boolean;
    readonly counts: Float64Array;
    readonly unrecovered: Float64Array;
  }[];
  /** Incidents that were not recovered from, and incidents that struck while another was being recovered from. */
  readonly unrecoverable: Float64Array;
  readonly overlapping: Float64Array;
  /** What people cost, in the currency of the scenario, and what recoveries moved, in bytes. */
  readonly labour: Float64Array;
  readonly movedBytes: Float64Array;
  /** What decisions still cost when their incidents are over, in that currency. */
  readonly laterCosts: Float64Array;
  /** Lives of stored data, of which one goes with each year: not years of it, and on luck of their own. */
  readonly durability: readonly DurabilityYears[];
}

/** Lives of the stored data of one surface. */
export interface DurabilityYears extends Pick<DurabilityPlan, 'surface' | 'copies' | 'units' | 'bound'> {
  readonly horizon: number;
  /** When the first unit was lost, in seconds from the first day; Infinity when none was within the bound. */
  readonly firstLoss: Float64Array;
  /** Units that were lost within the horizon. */
  readonly unitsLost: Float64Array;
}

/** Of one surface. */
export interface SurfaceYears {
  readonly name: string;
  readonly isDataBearing: boolean;
  readonly lost: Float64Array;
  /** Bytes that its copies kept on average, and at most. */
  readonly storageMean: Float64Array;
  readonly storagePeak: Float64Array;
}

/** The columns of a range of years before anything was played: every value is 0. */
export function blankYears(
  { plan, warmUp, arrivals, durability }: YearsPlan,
  { seed, range }: { readonly seed: number; readonly range: IncidentRange },
  allocate: Allocate = (values) => new Float64Array(values),
): YearOutcomes {
  const years = range.to - range.from;
  const column = (): Float64Array => allocate(years);
  const canStrike = strikingKinds(arrivals);
  return {
    seed,
    years,
    yearSeconds: plan.periodLength,
    warmUpSeconds: warmUp,
    downtime: column(),
    lost: column(),
    surfaces: plan.surfaces.map(({ name, isDataBearing }) => ({
      name,
      isDataBearing,
      lost: column(),
      storageMean: column(),
      storagePeak: column(),
    })),
    kinds: plan.kinds.map(({ name }, i) => ({
      name,
      canStrike: canStrike[i],
      counts: column(),
      unrecovered: column(),
    })),
    unrecoverable: column(),
    overlapping: column(),
    labour: column(),
    movedBytes: column(),
    laterCosts: column(),
    durability: durability.map(({ surface, copies, units, horizon, bound }) => ({
      surface,
      copies,
      units,
      horizon,
      bound,
      firstLoss: column(),
      unitsLost: column(),
    })),
  };
}

/** The first years of a study, over the same memory: what a study of so many would have given. */
export function firstYears(outcomes: YearOutcomes, years: number): YearOutcomes {
  const first = (column: Float64Array): Float64Array => column.subarray(0, years);
  return {
    ...outcomes,
    years,
    downtime: first(outcomes.downtime),
    lost: first(outcomes.lost),
    surfaces: outcomes.surfaces.map((surface) => ({
      ...surface,
      lost: first(surface.lost),
      storageMean: first(surface.storageMean),
      storagePeak: first(surface.storagePeak),
    })),
    kinds: outcomes.kinds.map((kind) => ({
      ...kind,
      counts: first(kind.counts),
      unrecovered: first(kind.unrecovered),
    })),
    unrecoverable: first(outcomes.unrecoverable),
    overlapping: first(outcomes.overlapping),
    labour: first(outcomes.labour),
    movedBytes: first(outcomes.movedBytes),
    laterCosts: first(outcomes.laterCosts),
    durability: outcomes.durability.map((lives) => ({
      ...lives,
      firstLoss: first(lives.firstLoss),
      unitsLost: first(lives.unitsLost),
    })),
  };
}
