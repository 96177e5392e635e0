import type { Trace, TracedDecision, TracedStep, TracedSurface } from '../study/trace.js';
import { durationText } from '../units/duration-text.js';
import type { Strip } from './gantt-bar.js';
import { BAR_LEGEND, ganttBar, ganttMark } from './gantt-bar.js';
import { instantText } from './instant-text.js';
import { metricLabel } from './metric-label.js';
import { printable } from './printable.js';
import type { Style } from './style.js';
import { plainStyle } from './style.js';
import { fitLeft, fitRight, wrapWords } from './text-width.js';

const NAME_WIDTH = 22;
const TIME_WIDTH = 7;
const BEFORE_BAR = 2 + NAME_WIDTH + 3 * TIME_WIDTH + 2;

/** How the timeline is set. */
export interface TimelineOptions {
  /** No line is wider; at least 80. 80 when absent. */
  readonly columns?: number;
  /** No marks when absent. */
  readonly style?: Style;
}

/**
 * One incident as a Gantt chart for the terminal: first what could be restored and from where, then every step with
 * its times, its bar, who did it and what it waited for, and the milestones in their place.
 *
 * @returns lines, each ended by a newline.
 * @throws RangeError when `columns` is below 80.
 */
export function renderTimeline(trace: Trace, options: TimelineOptions = {}): string {
  const { columns = 80, style = plainStyle } = options;
  if (!(columns >= 80)) throw new RangeError(`renderTimeline: columns must be at least 80, is ${columns}`);
  const sections = [
    headerLines(trace, columns, style),
    trace.surfaces.flatMap((surface) => surfaceLines(surface, trace, columns, style)),
    ganttLines(trace, columns, style),
    [style.dim(`${BAR_LEGEND}   ● critical path   ◆ milestone`)],
  ];
  const written = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${written.join('\n\n')}\n`;
}

function headerLines(trace: Trace, columns: number, style: Style): readonly string[] {
  const { incident, seed, kind, strikesAt, timezone, metrics } = trace;
  const values = metrics
    .filter(({ name }) => !name.startsWith('rpo.'))
    .map(({ name, seconds }) => `${metricLabel(name)} ${seconds === null ? 'never' : durationText(seconds)}`);
  return [
    style.bold(`Incident ${incident} of seed ${seed}, striking at ${instantText(strikesAt, timezone)}`),
    ...wrapWords(values.join('   '), columns),
    ...wrapWords(`What struck: ${printable(kind)}`, columns),
    ...trace.decisions.flatMap((decision) => wrapWords(decisionText(decision), columns)),
  ];
}

function decisionText({ name, alternative, waitedSeconds }: TracedDecision): string {
  const waited = waitedSeconds === 0 ? '' : `, after waiting ${durationText(waitedSeconds)} for the provider`;
  return `${printable(name)}: ${printable(alternative)}${waited}`;
}

function surfaceLines(surface: TracedSurface, { timezone }: Trace, columns: number, style: Style): readonly string[] {
  const { name, recoveryPoint, rpoSeconds, from } = surface;
  const age =
    recoveryPoint === null || rpoSeconds === null
      ? style.red('nothing usable is left')
      : `${durationText(rpoSeconds)} old, of ${instantText(recoveryPoint, timezone)}`;
  const words = from === '' ? [] : wrapWords(printable(from), columns - 4);
  return [
    `${style.bold(fitLeft(printable(name), NAME_WIDTH + 2))}${age}`,
    ...words.map((line) => style.dim(`    ${line}`)),
  ];
}

/** Steps and milestones in the order of time; a milestone after the steps that end with it. */
function ganttLines({ steps, milestones, metrics }: Trace, columns: number, style: Style): readonly string[] {
  const last = Math.max(...steps.map(({ end }) => end), ...milestones.map(({ at }) => at), 0);
  if (last === 0) return [];
  const strip: Strip = { width: columns - BEFORE_BAR, seconds: last };
  const rows = [
    ...steps.map((step) => ({ at: step.ready, rank: 0, lines: stepLines(step, strip, columns, style) })),
    ...milestones.map(({ name, at }) => ({ at, rank: -1, lines: [milestoneLine(name, at, strip, style)] })),
  ].sort((one, other) => one.at - other.at || one.rank - other.rank);
  const titles = ['start', 'end', 'took'].map((title) => fitRight(title, TIME_WIDTH)).join('');
  const scale = `0${fitRight(durationText(last), strip.width - 1)}`;
  return [
    style.dim(`  ${fitLeft('', NAME_WIDTH)}${titles}  ${scale}`),
    ...rows.flatMap(({ lines }) => lines),
    ...(metrics.some(({ seconds }) => seconds === null)
      ? [style.red('The recovery ends here: no usable recovery point is left.')]
      : []),
  ];
}

function stepLines(step: TracedStep, strip: Strip, columns: number, style: Style): readonly string[] {
  const { name, start, end, isOnCriticalPath } = step;
  const times = [start, end, end - start].map((seconds) => fitRight(durationText(seconds), TIME_WIDTH)).join('');
  const label = fitLeft(printable(name), NAME_WIDTH);
  const head = isOnCriticalPath ? `● ${style.bold(label)}` : `  ${label}`;
  const details = wrapWords(detailWords(step).join(' · '), columns - 4);
  return [`${head}${times}  ${ganttBar(step, strip)}`, ...details.map((line) => style.dim(`    ${line}`))];
}

/** Why it began when it did, who did it, and what went wrong. */
function detailWords(step: TracedStep): readonly string[] {
  const { startedAfter, ready, start, waitedFor, people, attempts } = step;
  const failures = attempts.flatMap(({ outcome, start: begun, end, note }, index) => {
    if (outcome === 'done') return [];
    const what = outcome === 'failed' ? 'failed' : 'found the backup bad';
    return [`attempt ${index + 1} ${what} after ${durationText(end - begun)}${note === '' ? '' : ` (${note})`}`];
  });
  return [
    `after ${startedAfter}`,
    ...(start > ready ? [`waited ${durationText(start - ready)}${waitedFor === '' ? '' : ` for ${waitedFor}`}`] : []),
    ...(people.length > 0 ? [people.join(', ')] : []),
    ...failures,
  ].map(printable);
}

function milestoneLine(name: string, at: number, strip: Strip, style: Style): string {
  const time = fitRight(durationText(at), 2 * TIME_WIDTH);
  const label = style.green(`◆ ${fitLeft(printable(name), NAME_WIDTH)}`);
  return `${label}${time}${' '.repeat(TIME_WIDTH + 2)}${ganttMark(at, '◆', strip)}`;
}
