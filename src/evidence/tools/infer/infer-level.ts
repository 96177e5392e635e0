import { present } from '../../../scenario/present.js';
import type { Schedule } from '../../../scenario/scenario.js';
import { quantile } from '../../../statistics/quantile.js';
import { writtenDuration } from '../part/written-value.js';
import { LEVELS, type BackupLevel, type BackupLog, type BackupRun } from '../backup-log.js';
import { TOOL_TITLES } from '../tool-name.js';
import { dueTimes, type Span } from './due-runs.js';
import { inferLaw } from './infer-law.js';
import { fitSchedule, inferSchedule, LEAST_RUNS, type FittedSchedule } from './infer-schedule.js';
import type { Observed, ObservedLevel, ObservedShare } from './observed.js';

/** What inferring the levels of a log needs besides the log. */
export interface LevelContext {
  readonly spans: readonly Span[];
  /** Of whose clocks times of the day are looked for, the likeliest first. */
  readonly timezones: readonly string[];
}

/** A level with the sentences on what cannot be seen of it. */
export interface InferredLevel {
  readonly level: ObservedLevel;
  readonly fit: FittedSchedule | undefined;
  readonly unseen: readonly string[];
}

/** Every level that has runs or a stated schedule, from the full on. */
export function inferLevels(log: BackupLog, context: LevelContext): readonly InferredLevel[] {
  const found: InferredLevel[] = [];
  for (const level of LEVELS) {
    const isStated = log.stated.schedules.some((stated) => stated.level === level);
    if (isStated || log.runs.some((run) => run.level === level))
      found.push(inferLevel(log, level, { ...context, fuller: found }));
  }
  return found;
}

function inferLevel(
  log: BackupLog,
  level: BackupLevel,
  context: LevelContext & { readonly fuller: readonly InferredLevel[] },
): InferredLevel {
  const runs = log.runs.filter((run) => run.level === level);
  const { schedule, fit, unseen } = scheduleOf(log, level, context);
  const missing = (fit?.missing ?? []).filter((time) => !isMissedBy(context.fuller, time, context.spans));
  const succeeds = shareOf(log, runs, { fit, missing, spans: context.spans });
  const takes = inferLaw(runs.flatMap(lengthOf), 'runs');
  const stored = runs.flatMap(({ outcome, storedBytes }) =>
    outcome === 'succeeded' && storedBytes !== undefined ? [storedBytes] : [],
  );
  return {
    level: present({ level, runs: runs.length, schedule, takes, succeeds, size: sizeOf(stored), missing }),
    fit,
    unseen: [
      ...unseen,
      ...(takes === undefined && runs.length > 0
        ? [`How long ${level} runs take is not seen: none has both a start and an end.`]
        : []),
      ...(succeeds === undefined && runs.length > 0
        ? [`How many ${level} runs fail is not seen: ${TOOL_TITLES[log.tool]} lists those that succeeded.`]
        : []),
    ],
  };
}

/** Seconds from the start to the end of a run that succeeded; none where the clock went back. */
function lengthOf({ startedAt, stoppedAt, outcome }: BackupRun): readonly number[] {
  const isWhole =
    startedAt !== undefined && stoppedAt !== undefined && stoppedAt >= startedAt && outcome === 'succeeded';
  return isWhole ? [stoppedAt - startedAt] : [];
}

function startsOf(runs: readonly BackupRun[], spans: readonly Span[]): readonly number[] {
  return runs
    .flatMap(({ startedAt }) => (startedAt === undefined ? [] : [startedAt]))
    .filter((start) => spans.some(({ from, to }) => start >= from && start <= to))
    .sort((a, b) => a - b);
}

interface ScheduleFound {
  readonly schedule: Observed<Schedule> | undefined;
  readonly fit: FittedSchedule | undefined;
  readonly unseen: readonly string[];
}

function scheduleOf(log: BackupLog, level: BackupLevel, { spans, timezones }: LevelContext): ScheduleFound {
  const own = startsOf(
    log.runs.filter((run) => run.level === level),
    spans,
  );
  const isFuller = (run: BackupRun): boolean => LEVELS.indexOf(run.level) < LEVELS.indexOf(level);
  const seen = { own, fuller: startsOf(log.runs.filter(isFuller), spans), spans };
  const stated = log.stated.schedules.filter((given) => given.level === level);
  const active = stated.filter(({ isPaused }) => !isPaused);
  const paused = stated.filter(({ isPaused }) => isPaused).map(({ by }) => `${by} is paused: nothing runs by it.`);
  if (active.length > 0) {
    const [{ schedule, by }] = active;
    const others = active.slice(1).map((other) => `${other.by} is left out: a surface has one schedule of each level.`);
    return {
      schedule: { value: schedule, origin: 'stated', words: by },
      fit: fitSchedule(schedule, seen),
      unseen: [...paused, ...others],
    };
  }
  const fit = inferSchedule(seen, timezones);
  if (fit === undefined) return { schedule: undefined, fit, unseen: [...paused, noSchedule(level, own)] };
  const words = `inferred from ${String(fit.runs)} runs; ${String(fit.explained)} began within ${writtenDuration(fit.late)} of when it was due`;
  return { schedule: { value: fit.schedule, origin: 'inferred', words }, fit, unseen: paused };
}

function noSchedule(level: BackupLevel, starts: readonly number[]): string {
  if (starts.length < LEAST_RUNS) {
    const count = `${String(starts.length)} ${starts.length === 1 ? 'run is' : 'runs are'}`;
    return `The schedule of ${level} runs is not seen: ${count} too few, ${String(LEAST_RUNS)} are needed.`;
  }
  const gaps = Float64Array.from(starts.slice(1).map((start, index) => start - starts[index])).sort();
  const [low, middle, high] = [gaps[0], quantile(gaps, 0.5), gaps[gaps.length - 1]].map(writtenDuration);
  return `No schedule explains the ${String(starts.length)} ${level} runs: they are from ${low} to ${high} apart, ${middle} in the middle.`;
}

/** A due time of two levels without a run is missing once, at the fuller level. */
function isMissedBy(fuller: readonly InferredLevel[], time: number, spans: readonly Span[]): boolean {
  return fuller.some(({ fit }) => {
    if (fit === undefined) return false;
    const span = spans.find(({ from, to }) => time >= from && time <= to);
    const late = span === undefined ? 0 : (dueTimes(fit.schedule, span)?.late ?? 0);
    return fit.missing.some((other) => Math.abs(other - time) <= late);
  });
}

/** The share of runs that succeeded; one that is missing counts as failed, as it leaves no backup either. */
function shareOf(
  log: BackupLog,
  runs: readonly BackupRun[],
  {
    fit,
    missing,
    spans,
  }: { readonly fit: FittedSchedule | undefined; readonly missing: readonly number[]; readonly spans: readonly Span[] },
): ObservedShare | undefined {
  if (fit === undefined && !log.listsFailures) return undefined;
  const inside = runs.filter(
    ({ startedAt }) => startedAt === undefined || spans.some(({ from, to }) => startedAt >= from && startedAt <= to),
  );
  const ended = inside.filter(({ outcome }) => outcome !== 'running');
  const successes = ended.filter(({ outcome }) => outcome === 'succeeded').length;
  const trials = ended.length + missing.length;
  if (trials === 0) return undefined;
  const failed = ended.length - successes;
  const faults = [
    failed > 0 ? `${String(failed)} failed` : '',
    missing.length > 0 ? `${String(missing.length)} missing` : '',
  ];
  const words = [`${String(successes)} of ${String(trials)} runs`, ...faults].filter((part) => part !== '').join(', ');
  return { value: successes / trials, origin: 'inferred', words, successes, trials };
}

function sizeOf(stored: readonly number[]): Observed<number> | undefined {
  if (stored.length === 0) return undefined;
  const value = Math.round(quantile(Float64Array.from(stored).sort(), 0.5));
  const words = `what ${String(stored.length)} ${stored.length === 1 ? 'run' : 'runs'} put into the repository, the middle one`;
  return { value, origin: 'inferred', words };
}
