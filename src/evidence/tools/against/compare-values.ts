import { quantile } from '../../../distributions/families.js';
import type { Law } from '../../../distributions/law.js';
import type { Retention, Schedule } from '../../../scenario/scenario.js';
import { clopperPearson } from '../../../statistics/clopper-pearson.js';
import { quantile as sampleQuantile } from '../../../statistics/quantile.js';
import { DAY } from '../../../units/quantity.js';
import { dueTimes } from '../infer/due-runs.js';
import type { Observed, ObservedLaw, ObservedShare } from '../infer/observed.js';
import { keepText, lawText, scheduleText, writtenDuration, writtenShare } from '../part/written-value.js';
import type { Assumption } from './assumption.js';

/** A comparison before it is known whose. */
export type Compared = Omit<Assumption, 'path'>;

/** Amounts that differ by less than this part of the assumed one agree. */
const NEAR = 0.1;

/** The ends of the middle nine tenths of a law, and the share between them. */
const [LOW, HIGH, BETWEEN] = [0.05, 0.95, 0.9];

const CONFIDENCE = 0.95;

/** So long schedules must be due at the same instants to be the same. */
const SCHEDULE_DAYS = 35;

/** Two amounts of one unit. */
export function compareAmounts(
  assumed: number | undefined,
  observed: Observed<number> | undefined,
  text: (amount: number) => string,
): Compared | undefined {
  if (observed === undefined || assumed === undefined) return oneSided(assumed, observed, text);
  const ratio = observed.value / assumed;
  const isNear = Math.abs(ratio - 1) <= NEAR;
  const words = isNear ? 'within a tenth' : `${String(Number(ratio.toPrecision(3)))} times what is assumed`;
  return { assumed: text(assumed), observed: text(observed.value), verdict: isNear ? 'agrees' : 'differs', words };
}

/**
 * A law of durations beside observed ones: the median must lie within its middle nine tenths, and the share of values that
 * lie there must be one under which nine tenths is possible (exact interval, 95 %).
 */
export function compareLaws(assumed: Law | undefined, observed: ObservedLaw | undefined): Compared | undefined {
  if (observed === undefined || assumed === undefined) return oneSided(assumed, observed, lawText);
  const [low, high] = [quantile(assumed, LOW), quantile(assumed, HIGH)];
  const { values } = observed;
  const middle = sampleQuantile(Float64Array.from(values), 0.5);
  const inside = values.filter((value) => value >= low && value <= high).length;
  const interval = clopperPearson({ successes: inside, trials: values.length, confidence: CONFIDENCE });
  const count = `${String(inside)} of ${String(values.length)} within it`;
  const texts = { assumed: lawText(assumed), observed: observedText(observed) };
  const median = `median ${writtenDuration(middle)}`;
  if (middle < low) return { ...texts, verdict: 'differs', words: `${median}, shorter than assumed; ${count}` };
  if (middle > high) return { ...texts, verdict: 'differs', words: `${median}, longer than assumed; ${count}` };
  if (interval.high < BETWEEN)
    return { ...texts, verdict: 'differs', words: `${median}, more spread than assumed; ${count}` };
  return { ...texts, verdict: 'agrees', words: `${median}; ${count}` };
}

/** The range of few values, the middle nine tenths of their law when they are more. */
function observedText({ value, values }: ObservedLaw): string {
  if (value.kind !== 'empirical') return lawText(value);
  const [low, high] = [values[0], values[values.length - 1]].map(writtenDuration) as [string, string];
  return low === high ? low : `${low} to ${high}`;
}

/** A probability beside counts. */
export function compareShares(assumed: number | undefined, observed: ObservedShare | undefined): Compared | undefined {
  if (observed === undefined || assumed === undefined) return oneSided(assumed, observed, writtenShare);
  const { successes, trials } = observed;
  const { low, high } = clopperPearson({ successes, trials, confidence: CONFIDENCE });
  const isInside = assumed >= low && assumed <= high;
  const words = `${String(successes)} of ${String(trials)}: between ${writtenShare(low)} and ${writtenShare(high)}`;
  return {
    assumed: writtenShare(assumed),
    observed: writtenShare(observed.value),
    verdict: isInside ? 'agrees' : 'differs',
    words,
  };
}

/** Two schedules are the same when they are due at the same instants. */
export function compareSchedules(
  assumed: Schedule | undefined,
  observed: Observed<Schedule> | undefined,
  asOf: number,
): Compared | undefined {
  if (observed === undefined || assumed === undefined) return oneSided(assumed, observed, scheduleText);
  const span = { from: asOf - SCHEDULE_DAYS * DAY, to: asOf };
  const [ours, theirs] = [dueTimes(assumed, span)?.times, dueTimes(observed.value, span)?.times];
  const texts = { assumed: scheduleText(assumed), observed: scheduleText(observed.value) };
  if (ours === undefined || theirs === undefined)
    return { ...texts, verdict: 'undecided', words: 'due too often to be compared' };
  const isSame = ours.length === theirs.length && ours.every((time, index) => time === theirs[index]);
  if (isSame) return { ...texts, verdict: 'agrees', words: 'due at the same instants' };
  const isAsOften = Math.abs(ours.length - theirs.length) <= 1;
  const words = isAsOften
    ? 'as often, at other times'
    : `due ${String(theirs.length)} times in ${String(SCHEDULE_DAYS)} days, assumed ${String(ours.length)}`;
  return { ...texts, verdict: 'differs', words };
}

/** Rules of retention; a number of backups is an age only by their schedule. */
export function compareKeeps(
  assumed: Retention,
  observed: Observed<Retention> | undefined,
  { schedule, asOf }: { readonly schedule: Schedule | undefined; readonly asOf: number },
): Compared | undefined {
  const isAssumed = Object.keys(assumed).length > 0;
  if (observed === undefined || !isAssumed) return oneSided(isAssumed ? assumed : undefined, observed, keepText);
  const texts = { assumed: keepText(assumed), observed: keepText(observed.value) };
  if (texts.assumed === texts.observed) return { ...texts, verdict: 'agrees', words: 'the same rule' };
  const period = schedule === undefined ? undefined : periodOf(schedule, asOf);
  const [ours, theirs] = [reachOf(assumed, period), reachOf(observed.value, period)];
  if (ours === undefined || theirs === undefined || period === undefined) {
    return { ...texts, verdict: 'undecided', words: 'rules of different kinds' };
  }
  const isNear = Math.abs(ours - theirs) <= period + NEAR * ours;
  const words = `${writtenDuration(theirs)} of backups, assumed ${writtenDuration(ours)}`;
  return { ...texts, verdict: isNear ? 'agrees' : 'differs', words };
}

/** Seconds from one run to the next, on average. */
function periodOf(schedule: Schedule, asOf: number): number | undefined {
  const times = dueTimes(schedule, { from: asOf - SCHEDULE_DAYS * DAY, to: asOf })?.times ?? [];
  return times.length < 2 ? undefined : (times[times.length - 1] - times[0]) / (times.length - 1);
}

/** How far back a rule of age or number keeps backups; undefined for rules of the calendar. */
function reachOf({ age, count, ...calendar }: Retention, period: number | undefined): number | undefined {
  if (Object.keys(calendar).length > 0) return undefined;
  const ofCount = count === undefined || period === undefined ? undefined : count * period;
  const reaches = [age, ofCount].filter((reach) => reach !== undefined);
  return reaches.length === 0 ? undefined : Math.min(...reaches);
}

function oneSided<Value>(
  assumed: Value | undefined,
  observed: Observed<Value> | undefined,
  text: (value: Value) => string,
): Compared | undefined {
  if (assumed !== undefined) {
    return { assumed: text(assumed), observed: null, verdict: 'only-assumed', words: 'the history does not show it' };
  }
  if (observed === undefined) return undefined;
  return {
    assumed: null,
    observed: text(observed.value),
    verdict: 'only-observed',
    words: 'the scenario does not say it',
  };
}
