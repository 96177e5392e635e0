import { quantile } from '../../distributions/families.js';
import type { Law } from '../../distributions/law.js';
import type { BackupPlan, Plan } from '../../plan/plan.js';
import type { Scenario, SilentlyBroken } from '../../scenario/scenario.js';
import type { Alert, GuardedObjective } from './alerts-report.js';
import type { WatchedSignal } from './watched-signal.js';

/** Where a signal may go before an objective is broken, and how long it takes to bring it back. */
export type SignalLimit = Pick<Alert, 'limit' | 'limitBy' | 'mends'>;

/** What limits follow from besides the plan. */
export interface LimitQuestion {
  readonly objective: GuardedObjective;
  /** Limit of an objective on RTO, in seconds; Infinity without one. */
  readonly rto: number;
  /** Seconds from an alert until people have mended what had stopped. */
  readonly mendWithin: number;
}

/** What takes longer than this in one of twenty times is not counted on. */
const USUAL = 0.95;

/**
 * The limit of a signal and the time that mending takes, by arithmetic alone. What is lost counts from the instant that
 * a copy stands for, what is measured counts from the end of a run or the arrival of a segment: the limit allows for the
 * time between, at its P95.
 *
 * - Backups without a log, scheduled copies, replicas and the log: what may be lost, `limit` of the objective.
 * - Backups with a log: older than the log is kept they are worth no more than themselves; and they are too old when
 *   reading the log alone takes all of the RTO.
 * - Restore tests: so old that backups have become bad unnoticed, all that the objective lets one lose, with as much
 *   probability as the objective lets incidents miss it: P(T ≤ age − limit) = 1 − quantile.
 */
export function limitOf(watched: WatchedSignal, plan: Plan, scenario: Scenario, question: LimitQuestion): SignalLimit {
  const { protection } = plan.surfaces[watched.surface].copies[watched.copy];
  const { objective, mendWithin } = question;
  switch (protection.kind) {
    case 'backup':
      return limitOfBackup(watched, protection, { plan, scenario, question });
    case 'replication': {
      const mends = mendWithin + usual(protection.runs.takes);
      return { limit: objective.limit, limitBy: 'rpo', mends };
    }
    case 'replica':
      return {
        limit: objective.limit,
        limitBy: 'rpo',
        mends: mendTime(brokenReplica(watched, scenario), mendWithin),
      };
    default:
      throw new Error(`limitOf: ${protection.kind} has no signal`);
  }
}

interface Asked {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly question: LimitQuestion;
}

function limitOfBackup(watched: WatchedSignal, backup: BackupPlan, asked: Asked): SignalLimit {
  const { objective, mendWithin } = asked.question;
  const { log, silentlyUnrestorable } = backup;
  if (watched.kind === 'log-archive-age' && log !== undefined) {
    const lag = log.lagColumn < 0 ? 0 : usual(lawOf(asked.plan, log.lagColumn));
    const broken = brokenLog(watched, asked.scenario);
    return { limit: objective.limit - lag, limitBy: 'rpo', mends: mendTime(broken, mendWithin) };
  }
  if (watched.kind === 'restore-test-age' && silentlyUnrestorable !== undefined) {
    const untilBad = quantile(silentlyUnrestorable.after, 1 - objective.quantile);
    return { limit: objective.limit + untilBad, limitBy: 'silently-unrestorable', mends: 0 };
  }
  const [full] = backup.runs;
  const takes = usual(full.takes);
  const mends = mendWithin + takes + (full.copiedAfter === undefined ? 0 : usual(full.copiedAfter));
  if (log === undefined) {
    return { limit: objective.limit - (backup.isConsistentAtEnd ? 0 : takes), limitBy: 'rpo', mends };
  }
  const replay = asked.question.rto * logSecondsPerSecond(watched.surface, log.volume, asked.plan);
  return replay < log.keep
    ? { limit: replay - takes, limitBy: 'log-replay', mends }
    : { limit: log.keep - takes, limitBy: 'log-keep', mends };
}

/** How many seconds' worth of log are replayed in a second, at a rate that is seldom lower; Infinity when none is. */
function logSecondsPerSecond(surface: number, volume: number, { steps }: Plan): number {
  const replays = steps.flatMap(({ transfer }) =>
    transfer?.surface === surface && transfer.part === 'log-to-replay' ? [quantile(transfer.rate, 1 - USUAL)] : [],
  );
  return Math.min(Infinity, ...replays) / volume;
}

function lawOf({ columns }: Plan, column: number): Law {
  const { law } = columns[column];
  if (law === 'uniform') throw new Error(`limitOf: ${columns[column].name} has no law`);
  return law;
}

function brokenLog({ surface, copy }: WatchedSignal, { surfaces }: Scenario): SilentlyBroken | undefined {
  const { protection } = surfaces[surface].copies[copy];
  return protection.kind === 'backup' ? protection.logArchive?.silentlyBroken : undefined;
}

function brokenReplica({ surface, copy }: WatchedSignal, { surfaces }: Scenario): SilentlyBroken | undefined {
  const { protection } = surfaces[surface].copies[copy];
  return protection.kind === 'replica' ? protection.silentlyBroken : undefined;
}

/** As long as the scenario says that mending takes, where it does. */
function mendTime(broken: SilentlyBroken | undefined, mendWithin: number): number {
  return broken?.kind === 'recurring' ? usual(broken.mendedAfter) : mendWithin;
}

function usual(law: Law): number {
  return quantile(law, USUAL);
}
