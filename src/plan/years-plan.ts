import { mean } from '../distributions/families.js';
import type { Law } from '../distributions/law.js';
import { askedAbout } from '../scenario/asked-about.js';
import type { Incident } from '../scenario/disaster.js';
import type { Scenario, SilentlyBroken } from '../scenario/scenario.js';
import { DAY } from '../units/quantity.js';
import { compile } from './compile.js';
import { compileDurability } from './durability-plan.js';
import type { DurabilityPlan } from './durability-plan.js';
import type { Plan, WorkingHours } from './plan.js';
import { HISTORY_REACH, retentionReach } from './retention.js';
import { UnplayableError } from './unplayable-error.js';
import { weeklySpans } from './working-hours.js';

/** A plan that is played forward in time: the period, and before it what the period remembers. */
export interface YearsPlan {
  readonly plan: Plan;
  /** Seconds before the period from which on time is played. */
  readonly warmUp: number;
  /** How each kind of disaster comes, in the order of the kinds of the plan. */
  readonly arrivals: readonly ArrivalPlan[];
  /** Stored data that goes bad by itself, whatever strikes. */
  readonly durability: readonly DurabilityPlan[];
}

/** One kind of disaster as it comes in time: a Poisson process, or what another one sets off. */
export interface ArrivalPlan {
  /** Expected strikes per second outside the hours of a rush; 0 for one that does not strike by itself. */
  readonly rate: number;
  /** Hours in which that is so many times as high, from the beginning of the warm-up on. */
  readonly rush: { readonly hours: WorkingHours; readonly times: number } | undefined;
  readonly setsOff: readonly SetOffPlan[];
}

/** Another kind that one may bring with it. */
export interface SetOffPlan {
  /** Index of the other kind. */
  readonly kind: number;
  readonly probability: number;
  /** Seconds from the one strike to the other; undefined when both are at one instant. */
  readonly after: Law | undefined;
  /** Name of its source of chance. */
  readonly name: string;
}

/**
 * Seconds before the period from which on incidents find all that a copy remembers: those that are still being recovered
 * from when it begins are recovered from as any other.
 */
export const SETTLING = 60 * DAY;

/** So many incidents may be expected from the beginning of the warm-up on; more are no incidents, but a way of life. */
const MOST_EXPECTED = 10_000;

/** In so many times of what it takes to mend something, it no longer matters whether it was broken at first. */
const MENDING_TIMES = 30;

/**
 * Flattens a scenario into the plan of its years.
 *
 * @throws UnplayableError when a kind that strikes has no frequency, when more incidents than ten thousand are
 *   expected, and where `compile` does.
 */
export function compileYears(scenario: Scenario): YearsPlan {
  const warmUp = warmUpOf(scenario);
  const plan = compile(scenario, warmUp);
  const arrivals = compileArrivals(scenario, plan, warmUp);
  requireFew(arrivals, plan.periodLength + warmUp);
  return { plan, warmUp, arrivals, durability: compileDurability(scenario) };
}

/**
 * So long before the period time begins, with surfaces that are up and copies that hold nothing yet: when the period
 * begins, every rule of retention has come to prune, and what breaks and is mended has long been either.
 */
function warmUpOf({ surfaces }: Scenario): number {
  const reaches = surfaces.flatMap(({ copies }) =>
    copies.map(({ protection }): number => {
      switch (protection.kind) {
        case 'backup':
          return Math.max(retentionReach(protection.keep), timeToMend(protection.logArchive?.silentlyBroken));
        case 'replication':
          return protection.keep ?? HISTORY_REACH;
        case 'replica':
          return timeToMend(protection.silentlyBroken);
        case 'versions':
        case 'versioned':
        case 'rebuilt':
          return 0;
        default:
          return protection satisfies never;
      }
    }),
  );
  return SETTLING + Math.max(0, ...reaches);
}

function timeToMend(broken: SilentlyBroken | undefined): number {
  if (broken?.kind !== 'recurring') return 0;
  return MENDING_TIMES * (mean(broken.noticedAfter) + mean(broken.mendedAfter));
}

function compileArrivals(scenario: Scenario, { epoch, periodLength }: Plan, warmUp: number): readonly ArrivalPlan[] {
  const asked = askedAbout(scenario);
  const hoursOf = ({ rush }: Incident, before: number): WorkingHours =>
    weeklySpans(
      { hours: rush?.hours ?? [], timezone: scenario.timezone, holidays: [] },
      { epoch, periodLength, before, reach: 0 },
    );
  return scenario.incidents.map((incident): ArrivalPlan => {
    const { name, frequency, rush, setsOff } = incident;
    const strikes = asked.includes(incident);
    if (strikes && frequency === undefined) {
      throw new UnplayableError(
        `"incidents.${name}" has no frequency, which years are made of: write "frequency: 1 per 20y"`,
      );
    }
    // The frequency is that of the period, calm and rush together.
    const weight = rush === undefined ? 1 : 1 + (rush.times - 1) * shareOfPeriod(hoursOf(incident, 0), periodLength);
    return {
      rate: strikes ? (frequency ?? 0) / weight : 0,
      rush: rush && { hours: hoursOf(incident, warmUp), times: rush.times },
      setsOff: setsOff.map(({ kind, probability, after }) => ({
        kind: scenario.incidents.findIndex((other) => other.name === kind),
        probability,
        after,
        name: `incident/${name}/sets-off/${kind}`,
      })),
    };
  });
}

function shareOfPeriod({ opens, closes }: WorkingHours, periodLength: number): number {
  let within = 0;
  opens.forEach((open, i) => {
    within += Math.max(0, Math.min(closes[i], periodLength) - Math.max(open, 0));
  });
  return within / periodLength;
}

/** Which kinds can strike at all: by themselves, or set off by one that can. */
export function strikingKinds(arrivals: readonly ArrivalPlan[]): readonly boolean[] {
  const strikes = arrivals.map(({ rate }) => rate > 0);
  const bring = (kind: number): void => {
    for (const other of arrivals[kind].setsOff) {
      strikes[other.kind] = true;
      bring(other.kind);
    }
  };
  arrivals.forEach(({ rate }, kind) => {
    if (rate > 0) bring(kind);
  });
  return strikes;
}

/** Counts what is expected of every kind, by itself and through others. */
function requireFew(arrivals: readonly ArrivalPlan[], seconds: number): void {
  const brings = (kind: number): number =>
    arrivals[kind].setsOff.reduce((sum, each) => sum + each.probability * brings(each.kind), 1);
  const expected = arrivals.reduce(
    (sum, { rate, rush }, kind) => sum + rate * Math.max(1, rush?.times ?? 1) * seconds * brings(kind),
    0,
  );
  if (expected <= MOST_EXPECTED) return;
  throw new UnplayableError(
    `The scenario expects ${String(Math.round(expected))} incidents in ${String(Math.round(seconds / DAY))} days, ` +
      `at most ${String(MOST_EXPECTED)} can be played: lower the frequencies`,
  );
}
