import type { Scenario } from '../../scenario/scenario.js';
import type { Instant } from '../../units/quantity.js';
import type { Broken, Drill, DrilledAttempt, DrilledStep, Measured } from './drill.js';
import type { DrillLog, LogHeader, StepMark } from './drill-log.js';
import { isRestored, restoringSteps } from './restored-by.js';

/** A drill as its log tells it, while it runs or after. */
export interface RunningDrill {
  readonly header: LogHeader;
  /** By step, in the order in which they were first marked. */
  readonly steps: ReadonlyMap<string, RunningStep>;
  readonly rpo: Readonly<Record<string, Measured>>;
  readonly notes: readonly string[];
  readonly ended: { readonly at: Instant; readonly how: Drill['ended'] } | undefined;
  /** What was assumed where marks do not fit together, in sentences. */
  readonly warnings: readonly string[];
}

export interface RunningStep {
  readonly attempts: readonly DrilledAttempt[];
  /** When the attempt that is under way began. */
  readonly runningSince: Instant | undefined;
}

/** A clock that is set back by less is no wonder: marks come from several processes. */
const SLACK = 1;

/**
 * Puts the marks of a log together. Nothing that was marked is dropped: a step that is done without having been started
 * began when the mark before it was made; a second start of what is under way changes nothing; and where the clock was
 * set back, a mark was made no earlier than the one before it in the log. Each of these is told.
 *
 * @throws RangeError when the log has no header.
 */
export function runningDrill({ header, entries, faults }: DrillLog): RunningDrill {
  if (header === undefined) throw new RangeError('runningDrill: the log has no header');
  const steps = new Map<string, { attempts: DrilledAttempt[]; runningSince: Instant | undefined }>();
  const rpo: Record<string, Measured> = {};
  const notes: string[] = [];
  const warnings = faults.map(({ line, words }) => `line ${String(line)} of the log: ${words}`);
  let now = header.began;
  let ended: RunningDrill['ended'];
  for (const entry of entries) {
    if (entry.at < now - SLACK) warnings.push(clockWords(now - entry.at, entry.entry));
    const before = now;
    if (entry.at > now) now = entry.at;
    if (entry.entry === 'end') ended ??= { at: now, how: entry.ended };
    else if (entry.entry === 'rpo') rpo[entry.surface] = { seconds: entry.seconds, isCensored: entry.isCensored };
    else if (entry.entry === 'note') notes.push(entry.step === '' ? entry.note : `${entry.step}: ${entry.note}`);
    else {
      const step = steps.get(entry.step) ?? { attempts: [], runningSince: undefined };
      steps.set(entry.step, step);
      mark(step, entry, { before, now, warnings });
    }
  }
  return { header, steps, rpo, notes, ended, warnings };
}

function mark(
  step: { attempts: DrilledAttempt[]; runningSince: Instant | undefined },
  { entry, step: name, note }: StepMark,
  { before, now, warnings }: { readonly before: Instant; readonly now: Instant; readonly warnings: string[] },
): void {
  if (entry === 'start') {
    if (step.runningSince === undefined) step.runningSince = now;
    else warnings.push(`"${name}" was started twice: the first time counts`);
    return;
  }
  let start = step.runningSince;
  if (start === undefined) {
    start = before;
    warnings.push(`"${name}" is ${entry} without having been started: it is taken to have begun with the mark before`);
  }
  step.attempts.push({ start, end: now, outcome: entry, paused: 0, note });
  step.runningSince = undefined;
}

function clockWords(seconds: number, entry: string): string {
  return `the clock was set back by ${seconds.toFixed(1)} s before a mark (${entry}): it counts as made with the one before`;
}

/**
 * The drill that a log gives once it has ended: what is still under way then was broken off. A surface was restored when a
 * step that restores it was done; where the runbook has no such step, when its loss was noted and the service was back.
 */
export function drillOfLog(running: RunningDrill, until: Instant, scenario: Scenario): Drill {
  const { header, rpo, notes, ended } = running;
  const how = ended?.how ?? 'cancelled';
  const steps = stepsUntil(running, ended?.at ?? until, how === 'timed-out' ? how : 'cancelled');
  return {
    name: header.name,
    kind: header.kind,
    began: header.began,
    environment: header.environment,
    ...(header.incident === undefined ? {} : { incident: header.incident }),
    restored: header.surfaces.filter((surface) => {
      if (restoringSteps(surface, scenario).length > 0) return isRestored({ steps, restored: [] }, surface, scenario);
      return Object.hasOwn(rpo, surface) && isReopened(steps, scenario);
    }),
    ended: how,
    achieved: { rpo },
    steps,
    failures: [...running.steps].flatMap(([name, { attempts }]) =>
      attempts.flatMap(({ outcome, note }) => (outcome === 'failed' ? [note === '' ? name : `${name}: ${note}`] : [])),
    ),
    note: notes.join('\n'),
  };
}

function stepsUntil({ steps }: RunningDrill, end: Instant, outcome: Broken): readonly DrilledStep[] {
  return [...steps].map(([name, { attempts, runningSince }]) => {
    const last: readonly DrilledAttempt[] =
      runningSince === undefined ? [] : [{ start: runningSince, end, outcome, paused: 0, note: '' }];
    return { name, attempts: [...attempts, ...last] };
  });
}

function isReopened(steps: readonly DrilledStep[], { milestones }: Scenario): boolean {
  const names = milestones.find(({ name }) => name === 'service-reopened')?.steps ?? [];
  return names.every((name) => steps.find((step) => step.name === name)?.attempts.at(-1)?.outcome === 'done');
}
