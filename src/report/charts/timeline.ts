import type { TopLevelSpec } from 'vega-lite';
import type { Trace, TracedStep } from '../../study/trace.js';
import { durationText } from '../../units/duration-text.js';
import { countOf } from '../count-text.js';
import { printable } from '../printable.js';
import { chartStyle } from './chart-style.js';
import { digits } from './digits.js';
import type { Figure } from './figure.js';
import type { Layer } from './labelled-point.js';
import type { Palette } from './palette.js';
import { pastLayers } from './past-layers.js';
import { drawnPast, runWords, type PastRow } from './past-rows.js';
import { closeness, shareBefore, timelineAxis, timelineScale } from './timeline-axis.js';
import { timelineWords } from './timeline-words.js';

const ROW_HEIGHT = 21;
const WIDTH = 560;

/**
 * "Where does the time go?": the steps of one incident as bars on an axis of time, what they wait for in grey, failed
 * attempts in red, the critical path in full colour, milestones as lines; above them, left of the strike, the runs of the copies that
 * it could be recovered from.
 *
 * @param name what its files go by: `timeline-p95`.
 * @param title the question, with the sort of incident it is about.
 */
export function timeline(trace: Trace, { name, title }: { readonly name: string; readonly title: string }): Figure {
  const waits = trace.steps.filter(({ ready, start }) => start > ready);
  const longest = [...waits].sort((one, other) => other.start - other.ready - (one.start - one.ready)).slice(0, 1);
  const past = drawnPast(trace);
  const closer = closeness({ before: past.reach, after: lastOf(trace) });
  return {
    name,
    title,
    source: `Incident ${trace.incident} of seed ${trace.seed}: ${printable(trace.kind)}`,
    alternative: [
      ...past.rows.map(({ surface, copy, note }) => `${surface}, ${printable(copy.name)}, ${note}`),
      ...(closer >= 1.05 ? [`the time before the strike is drawn ${Number(closer.toPrecision(2))} times closer`] : []),
      countOf(trace.steps.length, 'step'),
      ...trace.milestones.map((milestone) => `${printable(milestone.name)} after ${durationText(milestone.at)}`),
      ...longest.map(
        (step) =>
          `the longest wait is ${durationText(step.start - step.ready)} before ${printable(step.name)}, for ${printable(step.waitedFor)}`,
      ),
    ]
      .join('; ')
      .concat('. Dark bars decide the end, pale ones do not; grey is waiting, red a failed attempt.'),
    table: {
      head: ['Step', 'Starts', 'Ends', 'Takes', 'Who', 'What happened'],
      rows: [...past.rows.flatMap(pastCells), ...tableRows(trace)],
    },
    draw: (palette) => drawn(trace, palette),
  };
}

function lastOf({ steps, milestones }: Trace): number {
  return Math.max(...steps.map(({ end }) => end), ...milestones.map(({ at }) => at), 1);
}

/** The runs that were restored, and those after them that could not be. */
function pastCells({ surface, copy: { name, runs } }: PastRow): readonly (readonly string[])[] {
  const head = runs.findLastIndex(({ isRestored }) => isRestored);
  return runs
    .filter(({ isRestored }, place) => isRestored || place > head)
    .map((run) => {
      const { start, end } = run;
      const times = end === null ? ['', ''] : [fromStrike(end), durationText(end - start)];
      return [`${surface}: ${printable(name)}`, fromStrike(start), ...times, '', runWords(run)];
    });
}

function fromStrike(at: number): string {
  return at < 0 ? `${durationText(-at)} before` : durationText(at);
}

/** Steps and milestones in the order of time; a milestone stands behind the steps that end with it. */
function tableRows({ steps, milestones }: Trace): readonly (readonly string[])[] {
  return [
    ...steps.map((step) => ({ at: step.ready, rank: 0, cells: stepCells(step) })),
    ...milestones.map(({ name, at }) => ({
      at,
      rank: -1,
      cells: [printable(name), '', durationText(at), '', '', 'milestone'],
    })),
  ]
    .sort((one, other) => one.at - other.at || one.rank - other.rank)
    .map(({ cells }) => cells);
}

function stepCells(step: TracedStep): readonly string[] {
  const { name, start, end, people, isOnCriticalPath } = step;
  return [
    printable(name),
    ...[start, end, end - start].map(durationText),
    people.map(printable).join(', '),
    [...happened(step), ...(isOnCriticalPath ? ['critical'] : [])].join('; '),
  ];
}

function happened({ ready, start, waitedFor, attempts }: TracedStep): readonly string[] {
  const waited = waitedFor === '' ? [] : [`waited ${durationText(start - ready)} for ${printable(waitedFor)}`];
  const told = attempts
    .filter(({ outcome, note }) => outcome !== 'done' || note !== '')
    .map(({ outcome, note }) => {
      const found = { done: [], failed: ['failed'], 'bad-backup': ['bad backup'] }[outcome];
      return [...found, ...(note === '' ? [] : [printable(note)])].join(': ');
    });
  return [...waited, ...told];
}

interface Bar {
  readonly step: string;
  readonly from: number;
  readonly to: number;
}

function drawn(trace: Trace, palette: Palette): TopLevelSpec {
  const { steps, milestones } = trace;
  const last = lastOf(trace);
  const past = drawnPast(trace);
  const span = { before: past.reach, after: last };
  const names = [...new Set([...past.rows.map(({ label }) => label), ...steps.map(labelOf)])];
  const bars = (values: readonly Bar[], color: string, height: number) => ({
    data: { values: values.map(({ step, from, to }) => ({ step, from: digits(from), to: digits(to) })) },
    mark: { type: 'bar' as const, color, height: { band: height } },
    encoding: { x2: { field: 'to' } },
  });
  const worked = (isCritical: boolean): readonly Bar[] =>
    steps
      .filter(({ isOnCriticalPath }) => isOnCriticalPath === isCritical)
      .map((step) => ({ step: labelOf(step), from: step.start, to: step.end }));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: WIDTH,
    height: ROW_HEIGHT * names.length,
    encoding: {
      y: {
        field: 'step',
        type: 'nominal',
        sort: names,
        scale: { domain: names },
        axis: { title: null, labelColor: palette.ink, labelLimit: 200, labelPadding: 10 },
      },
      x: {
        field: 'from',
        type: 'quantitative',
        scale: timelineScale(span),
        axis: timelineAxis(span, palette),
      },
    },
    layer: [
      bars(
        steps
          .filter(({ ready, start }) => start > ready)
          .map((step) => ({ step: labelOf(step), from: step.ready, to: step.start })),
        palette.waiting,
        0.3,
      ),
      bars(worked(false), palette.firstArea, 0.72),
      bars(worked(true), palette.first, 0.72),
      bars(failures(steps), palette.missed, 0.3),
      ...timelineWords({ steps }, { last, width: WIDTH * (1 - shareBefore(span)), labelOf }, palette),
      ...milestoneLayers(milestones, last, palette),
      ...pastLayers(past, palette),
    ],
    config: chartStyle(palette),
  };
}

function labelOf({ name }: TracedStep): string {
  return printable(name);
}

function failures(steps: readonly TracedStep[]): readonly Bar[] {
  return steps.flatMap((step) =>
    step.attempts
      .filter(({ outcome }) => outcome !== 'done')
      .map(({ start, end }) => ({ step: labelOf(step), from: start, to: end })),
  );
}

function milestoneLayers(milestones: Trace['milestones'], last: number, palette: Palette): readonly Layer[] {
  return milestones.flatMap(({ name, at }, place): Layer[] => {
    const data = { values: [{ from: digits(at) }] };
    return [
      {
        data,
        mark: { type: 'rule', color: palette.met, strokeDash: [3, 3] },
        encoding: { y: { value: -4 }, y2: { value: 'height' } },
      },
      {
        data,
        mark: {
          type: 'text',
          align: at > last / 2 ? 'right' : 'left',
          baseline: 'bottom',
          fontWeight: 600,
          color: palette.met,
        },
        // One above the other, as they may come close together.
        encoding: { y: { value: -6 - 15 * place }, text: { value: `${printable(name)} ${durationText(at)}` } },
      },
    ];
  });
}
