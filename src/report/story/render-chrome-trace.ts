import type { Trace, TracedStep } from '../../study/trace.js';
import { timestamp } from '../instant-text.js';
import { jsonText } from '../json-text.js';
import { metricLabel } from '../metric-label.js';
import { printable } from '../printable.js';
import { heldLanes } from './held-lanes.js';
import { TraceTracks, type TraceTrack } from './trace-tracks.js';

/** One event of the format; `ts` and `dur` in whole microseconds from the strike. */
type ChromeEvent = Readonly<Record<string, unknown>> & { readonly ph: string };

const MICROSECONDS = 1e6;

/**
 * One incident in the Chrome trace event format, which Perfetto and chrome://tracing open. It has three processes: the
 * steps, the people and the links; each step, person and place on a link is a thread of its own. Work and waiting are complete
 * events (`X`); arrows (flow events) lead from the step that ended to the one that it made ready or gave people to;
 * milestones are instant events. A step counts as using its link for as long as it lasts.
 *
 * @source "Trace Event Format", Chromium project (docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU).
 */
export function renderChromeTrace(trace: Trace): string {
  const { incident, seed, kind, strikesAt, metrics, steps, milestones } = trace;
  const tracks = new TraceTracks();
  const trackOf = (step: TracedStep): TraceTrack => tracks.track('Steps', printable(step.name));
  const events: ChromeEvent[] = [
    ...steps.flatMap((step) => stepEvents(step, trackOf(step))),
    ...heldEvents(steps, tracks, { process: 'People', category: 'people', holds: ({ people }) => people }),
    ...heldEvents(steps, tracks, {
      process: 'Links',
      category: 'link',
      holds: ({ link }) => (link === '' ? [] : [link]),
    }),
    ...steps.flatMap((step) => arrowsTo(step, steps, trackOf)).flatMap(flowEvents),
    ...milestones.map(({ name, at }) => ({
      name: printable(name),
      cat: 'milestone',
      ph: 'i',
      s: 'g',
      ts: micros(at),
      ...tracks.track('Steps', 'milestones'),
    })),
  ];
  const told = metrics.map(({ name, seconds }) => [metricLabel(name), seconds]);
  return jsonText({
    displayTimeUnit: 'ms',
    otherData: {
      incident,
      seed,
      kind: printable(kind),
      strikesAt: timestamp(strikesAt),
      seconds: Object.fromEntries(told) as Record<string, number | null>,
    },
    traceEvents: [...tracks.events(), ...events],
  });
}

/** Its waiting, its work, and inside of that its attempts, when there was more than one. */
function stepEvents(step: TracedStep, track: TraceTrack): readonly ChromeEvent[] {
  const { ready, start, waitedFor, attempts } = step;
  const waiting = waitedFor === '' ? 'waiting' : `waiting for ${printable(waitedFor)}`;
  return [
    ...(start > ready ? [spanEvent(waiting, 'wait', { start: ready, end: start }, track)] : []),
    workEvent(step, track, 'step'),
    ...(attempts.length > 1 || attempts.some(({ outcome }) => outcome !== 'done')
      ? attempts.map((attempt, i) => spanEvent(`attempt ${i + 1}: ${attempt.outcome}`, 'attempt', attempt, track))
      : []),
  ];
}

/** The steps once more, in a row for each thing that they hold. */
function heldEvents(
  steps: readonly TracedStep[],
  tracks: TraceTracks,
  { process, category, holds }: HeldThings,
): readonly ChromeEvent[] {
  return heldLanes(steps, holds).flatMap((lanes, index) =>
    lanes.map(({ name, number }) =>
      workEvent(steps[index], tracks.track(process, `${printable(name)} ${number}`), category),
    ),
  );
}

interface HeldThings {
  readonly process: string;
  readonly category: string;
  readonly holds: (step: TracedStep) => readonly string[];
}

function workEvent(step: TracedStep, track: TraceTrack, cat: string): ChromeEvent {
  const { name, startedAfter, isOnCriticalPath } = step;
  return {
    ...spanEvent(printable(name), isOnCriticalPath ? `${cat},critical-path` : cat, step, track),
    args: { startedAfter: printable(startedAfter), isOnCriticalPath },
  };
}

/** Both ends are rounded, and not the duration, so that what follows without a gap does so here. */
function spanEvent(
  name: string,
  cat: string,
  { start, end }: { readonly start: number; readonly end: number },
  track: TraceTrack,
): ChromeEvent {
  return { name, cat, ph: 'X', ts: micros(start), dur: micros(end) - micros(start), ...track };
}

/** From the end of one step to the beginning of the waiting or the work of another. */
interface Arrow {
  readonly name: string;
  readonly from: TracedStep;
  readonly fromTrack: TraceTrack;
  readonly at: number;
  readonly toTrack: TraceTrack;
}

function arrowsTo(
  step: TracedStep,
  steps: readonly TracedStep[],
  trackOf: (step: TracedStep) => TraceTrack,
): readonly Arrow[] {
  const arrow = (name: string, by: string, at: number): readonly Arrow[] => {
    // A step that was played several times ended several times.
    const from = steps.find((other) => other.name === by && other.end === at);
    return from === undefined ? [] : [{ name, from, fromTrack: trackOf(from), at, toTrack: trackOf(step) }];
  };
  return [
    ...arrow('makes ready', step.startedAfter, step.ready),
    ...arrow('gives people', step.releasedBy, step.start),
  ];
}

/** An arrow ties itself to the span around it, so it leaves a microsecond before the span that it comes from has ended. */
function flowEvents({ name, from, fromTrack, at, toTrack }: Arrow, place: number): readonly ChromeEvent[] {
  const leaves = Math.max(micros(from.start), micros(from.end) - 1);
  const shared = { name, cat: 'flow', id: place };
  return [
    { ...shared, ph: 's', ts: leaves, ...fromTrack },
    { ...shared, ph: 'f', bp: 'e', ts: micros(at), ...toTrack },
  ];
}

function micros(seconds: number): number {
  return Math.round(seconds * MICROSECONDS);
}
