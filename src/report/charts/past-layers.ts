import type { TracedRun } from '../../study/trace.js';
import { digits } from './digits.js';
import type { Layer } from './labelled-point.js';
import type { Palette } from './palette.js';
import type { DrawnPast, PastRow } from './past-rows.js';

interface PastBar {
  readonly step: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The runs of copies before a strike, left of it: what could be restored pale, what was restored in full colour, what could not
 * be in red, what had not arrived in grey; thin, from its end on, the time until it was copied off; a line as far as the log took
 * what was restored; and in words, right of the strike, what each copy came to.
 */
export function pastLayers({ rows, reach }: DrawnPast, palette: Palette): readonly Layer[] {
  if (rows.length === 0) return [];
  const runsOf = (isMeant: (run: TracedRun, row: PastRow) => boolean) => (row: PastRow) =>
    row.copy.runs.filter((run) => isMeant(run, row)).map((run) => ({ row, run }));
  const drawn = (isMeant: (run: TracedRun, row: PastRow) => boolean): readonly PastBar[] =>
    rows.flatMap(runsOf(isMeant)).map(({ row, run }) => bar(row, run.start, run.end ?? run.start));
  const isLeft = ({ copy }: PastRow): boolean => copy.left === 'unharmed';
  const copied = rows.flatMap(runsOf(({ end, usableFrom }) => end !== null && usableFrom !== null && usableFrom > end));
  const rolled = rows.filter(({ copy }) => copy.isChosen && copy.reaches !== null);
  const layer = (bars: readonly PastBar[], color: string, height: number): readonly Layer[] =>
    barLayer(bars, reach, { color, height });
  return [
    ...layer(
      copied.map(({ row, run }) => bar(row, run.end ?? 0, run.usableFrom ?? 0)),
      palette.waiting,
      0.2,
    ),
    ...layer(
      rolled.map((row) => bar(row, Math.max(...restoredStarts(row)), row.copy.reaches ?? 0)),
      palette.first,
      0.12,
    ),
    ...layer(
      drawn((run, row) => !isLeft(row) || ON_THE_WAY.has(run.outcome)),
      palette.waiting,
      0.62,
    ),
    ...layer(
      drawn((run, row) => isLeft(row) && run.outcome === 'usable' && !run.isRestored),
      palette.firstArea,
      0.62,
    ),
    ...layer(
      drawn((run, row) => isLeft(row) && USELESS.has(run.outcome)),
      palette.missed,
      0.42,
    ),
    ...layer(
      drawn(({ isRestored }) => isRestored),
      palette.first,
      0.72,
    ),
    ...notes(rows, palette),
    ...strikeLine(palette),
  ];
}

const ON_THE_WAY: ReadonlySet<TracedRun['outcome']> = new Set(['not-copied', 'under-way', 'not-begun']);
const USELESS: ReadonlySet<TracedRun['outcome']> = new Set(['bad', 'corrupted', 'without-base', 'failed', 'skipped']);

/** The oldest is where a copy that is not made in runs begins to be drawn: a line as long as it is behind. */
function restoredStarts({ copy }: PastRow): readonly number[] {
  const starts = copy.runs.filter(({ isRestored }) => isRestored).map(({ start }) => start);
  return starts.length > 0 ? starts : [-Infinity];
}

function bar({ label }: PastRow, from: number, to: number): PastBar {
  return { step: label, from, to };
}

/** Bars cut off at the strike and at the left edge; one that is too short to be seen is drawn all the same. */
function barLayer(
  bars: readonly PastBar[],
  reach: number,
  { color, height }: { readonly color: string; readonly height: number },
): readonly Layer[] {
  const values = bars
    .filter(({ from, to }) => to >= -reach && from <= 0)
    .map(({ step, from, to }) => ({
      step,
      from: digits(Math.max(-reach, from)),
      to: digits(Math.min(0, Math.max(from, to))),
    }));
  if (values.length === 0) return [];
  return [
    {
      data: { values },
      mark: { type: 'bar', color, height: { band: height }, stroke: color, strokeWidth: 1 },
      encoding: { x2: { field: 'to' } },
    },
  ];
}

function notes(rows: readonly PastRow[], palette: Palette): readonly Layer[] {
  const beside = { type: 'text', align: 'left', dx: 6 } as const;
  const layer = (meant: readonly PastRow[], look: { color: string; stroke?: string }): readonly Layer[] =>
    meant.length === 0
      ? []
      : [
          {
            data: { values: meant.map(({ label, note }) => ({ step: label, from: 0, note })) },
            mark: { ...beside, ...look, ...(look.stroke && { strokeWidth: 4 }) },
            encoding: { text: { field: 'note', type: 'nominal' } },
          },
        ];
  const isLeft = ({ copy }: PastRow): boolean => copy.left === 'unharmed';
  return [
    // The ground beneath, so that the words stay readable where a milestone crosses them.
    ...layer(rows, { color: palette.ground, stroke: palette.ground }),
    ...layer(
      rows.filter(({ copy }) => copy.isChosen),
      { color: palette.first },
    ),
    ...layer(
      rows.filter((row) => !row.copy.isChosen && isLeft(row)),
      { color: palette.soft },
    ),
    ...layer(
      rows.filter((row) => !isLeft(row)),
      { color: palette.missed },
    ),
  ];
}

function strikeLine(palette: Palette): readonly Layer[] {
  const data = { values: [{ from: 0 }] };
  return [
    {
      data,
      mark: { type: 'rule', color: palette.ink, strokeWidth: 1.5 },
      encoding: { y: { value: -4 }, y2: { value: 'height' } },
    },
    {
      data,
      mark: { type: 'text', align: 'right', dx: -4, baseline: 'bottom', fontWeight: 600, color: palette.ink },
      encoding: { y: { value: -6 }, text: { value: 'strike' } },
    },
  ];
}
