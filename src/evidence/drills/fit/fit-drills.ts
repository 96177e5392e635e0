import { DURATIONS, RATES, writtenLaw } from '../../../scenario/write/written-law.js';
import type { Scenario, Step } from '../../../scenario/scenario.js';
import { exactShare } from '../../../units/exact-text.js';
import { instantIso } from '../../../units/parse-instant.js';
import type { PartEntry } from '../../tools/part/surface-entries.js';
import type { Drill } from '../drill.js';
import { drillWarnings } from '../drill-warnings.js';
import { attemptTimes, type AttemptTimes } from './attempt-times.js';
import type { DrillFit, FittedFailure } from './drill-fit.js';
import { fitStep, type StepFit } from './fit-step.js';
import { fittedPart } from './fitted-part.js';

/** A fit, and what is written into the scenario for it. */
export interface FitResult {
  readonly fit: DrillFit;
  readonly entries: readonly PartEntry[];
}

/**
 * A scenario's steps, corrected by drills: each one's own assumption is what was known before, and counts as
 * `priorWeight` measured values; for probabilities of failure, as that many attempts. A value that says what it counts as
 * counts as that, so that drills may be learned from one after the other.
 *
 * @param drills at least one.
 */
export function fitDrills(drills: readonly Drill[], { scenario, priorWeight, origin }: FitQuestion): FitResult {
  const results = scenario.steps.map((step) =>
    fitOne(step, attemptTimes(drills, step.name), { scenario, priorWeight }),
  );
  const source = sourceOf(drills);
  const fit: DrillFit = {
    format: 'drillcast-fit/1',
    tool: { name: 'drillcast', version: origin.version },
    scenario: { name: scenario.name, file: origin.file, sha256: origin.sha256 },
    unit: 'seconds',
    priorWeight,
    drills: drills.map(({ name, began }) => ({ name, began: instantIso(began) })),
    steps: results.flatMap(({ time }) => ('fitted' in time ? [time.fitted] : [])),
    failures: results.flatMap(({ failure }) => (failure === undefined ? [] : [failure])),
    left: results.flatMap(({ step, time }) => ('reason' in time ? [{ step: step.name, reason: time.reason }] : [])),
    warnings: [...drillWarnings(drills, scenario), ...countedTwice(results, scenario)],
  };
  return { fit, entries: results.flatMap((result) => entriesOf(result, source)) };
}

/** What the drills correct, and by how much a single one may. */
export interface FitQuestion {
  readonly scenario: Scenario;
  readonly priorWeight: number;
  readonly origin: { readonly version: string; readonly file: string; readonly sha256: string };
}

interface StepResult {
  readonly step: Step;
  readonly time: StepFit | { readonly reason: string };
  readonly failure: FittedFailure | undefined;
}

function fitOne(step: Step, times: AttemptTimes, { scenario, priorWeight }: Omit<FitQuestion, 'origin'>): StepResult {
  const weightAt = (paths: readonly string[]): number =>
    scenario.provenance.find(({ path, countsAs }) => paths.includes(path) && countsAs !== undefined)?.countsAs ??
    priorWeight;
  const failure = failureOf(step, times, weightAt);
  const isMeasured = times.logs.known.length + times.logs.censored.length > 0;
  if (!isMeasured) return { step, time: { reason: 'no drill measured it' }, failure };
  const found = fittedPart(step, (name) => scenario.surfaces.find((surface) => surface.name === name)?.size);
  if ('reason' in found) return { step, time: found, failure };
  const path = ['runbook', step.name, ...found.part.keys].join('.');
  return { step, time: fitStep({ step: step.name, path, weight: weightAt([path]) }, found.part, times), failure };
}

/**
 * Beta-binomial: the mean of the posterior. A step that never fails in the scenario keeps that until one has.
 *
 * @source Gelman et al.: Bayesian Data Analysis, third edition (2013), section 2.4.
 */
function failureOf(
  { name, fails }: Step,
  { failed, ended }: AttemptTimes,
  weightAt: (paths: readonly string[]) => number,
): FittedFailure | undefined {
  if (ended === 0 || (fails === undefined && failed === 0)) return undefined;
  const before = fails?.probability ?? 0;
  const path = `runbook.${name}.fails${hasMore(fails) ? '.probability' : ''}`;
  // A map with nothing but a probability has its source beside the one or the other.
  const weight = weightAt(hasMore(fails) ? [path] : [path, `${path}.probability`]);
  const after = (weight * before + failed) / (weight + ended);
  return { step: name, path, attempts: ended, failed, before, after, countsAs: digits(weight + ended) };
}

/** Four digits, which is more than drills can know. */
function digits(value: number): number {
  return Number(value.toPrecision(4));
}

/** Whether keys stand beside the probability, which must stay. */
function hasMore(fails: Step['fails']): boolean {
  return fails?.rework !== undefined || fails?.backTo !== undefined;
}

/** Where the values come from: the day of the last drill, and how many there were. */
function sourceOf(drills: readonly Drill[]): { readonly asOf: string; readonly span: string } {
  const days = drills.map(({ began }) => instantIso(began).slice(0, 10)).sort();
  const [first, last] = [days[0], days[days.length - 1]];
  return { asOf: last, span: first === last ? `of ${first}` : `from ${first} to ${last}` };
}

function entriesOf(
  { step, time, failure }: StepResult,
  { asOf, span }: { readonly asOf: string; readonly span: string },
): readonly PartEntry[] {
  const entries: PartEntry[] = [];
  const sourced = (countsAs: number, note: string) => ({ source: 'drill', 'as-of': asOf, 'counts-as': countsAs, note });
  if ('fitted' in time) {
    const { measured, censored, path, quantity, countsAs } = time.fitted;
    const written = writtenLaw(time.law, quantity === 'rate' ? RATES : DURATIONS);
    const brokeOff = censored === 0 ? '' : `, ${String(censored)} broken off`;
    entries.push({
      path: ['runbook', step.name, ...path.slice(`runbook.${step.name}.`.length).split('.')],
      value: {
        ...(typeof written === 'object' ? written : { value: written }),
        ...sourced(countsAs, `fitted to ${counted(measured, 'time')} in drills ${span}${brokeOff}`),
      },
    });
  }
  if (failure !== undefined) {
    const { failed, attempts, after, countsAs } = failure;
    const words = `${String(failed)} of ${counted(attempts, 'attempt')} in drills ${span} failed`;
    const value = { value: exactShare(Number(after.toPrecision(4))), ...sourced(countsAs, words) };
    const path = ['runbook', step.name, 'fails'];
    entries.push(
      hasMore(step.fails) ? { path: [...path, 'probability'], value } : { path, value: { probability: value } },
    );
  }
  return entries;
}

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? '' : 's'}`;
}

/** A value that comes from drills already may come from these. */
function countedTwice(results: readonly StepResult[], { provenance }: Scenario): readonly string[] {
  const paths = results.flatMap(({ time }) => ('fitted' in time ? [time.fitted.path] : []));
  return provenance
    .filter(({ path, source }) => source === 'drill' && paths.includes(path))
    .map(({ path, asOf }) => {
      const since = asOf === undefined ? '' : `, as of ${asOf}`;
      return `${path} comes from drills already${since}: those among them that are given here count twice (--since)`;
    });
}
