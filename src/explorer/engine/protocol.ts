import type { Comparison } from '../../study/comparison.js';
import type { Summary } from '../../study/summary.js';
import type { Trace } from '../../study/trace.js';
import type { AskedDay, RetentionCalendar } from './retention-calendar.js';

/** Texts by the names under which a scenario refers to them. */
export type Texts = Readonly<Record<string, string>>;

/** What the page was opened with: a scenario, whatever it was read from, and drills. */
export interface OpenedDocument {
  /** The key of the scenario in `files`, or the name of a shipped one. */
  readonly name: string;
  readonly files: Texts;
  readonly drills: Texts;
}

/** The metrics that the page draws; the others stand in what it exports. */
export const DRAWN_METRICS = ['rto', 'rpo', 'rtt'] as const;

export type DrawnMetric = (typeof DRAWN_METRICS)[number];

/** A scenario to be played: its text as it stands in the editor now, and what it may refer to. */
export interface AskedScenario {
  readonly name: string;
  readonly text: string;
  readonly files: Texts;
}

/** One question of the page; a later one makes all earlier ones void. */
export interface Question {
  readonly ticket: number;
  readonly asked: AskedScenario;
  /** What it is held against: another text of the same scenario. */
  readonly pinned: AskedScenario | undefined;
  readonly seed: number;
  readonly incidents: number;
  readonly metric: DrawnMetric;
  /** Drill files, by their names. */
  readonly drills: Texts;
  /** How wide the picture may be, in pixels. */
  readonly width: number;
}

/** Which incident to tell: by its number, or the one at a share of all in the order of a metric. */
export type AskedIncident =
  | { readonly kind: 'number'; readonly incident: number }
  | { readonly kind: 'quantile'; readonly metric: DrawnMetric; readonly share: number };

/** What the page says to the engine. */
export type ToEngine =
  | { readonly kind: 'begin'; readonly shipped: Texts; readonly hands: readonly MessagePort[] }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'tell-incident'; readonly asked: AskedIncident; readonly width: number }
  | { readonly kind: 'tell-day'; readonly asked: AskedDay }
  | { readonly kind: 'export'; readonly form: ExportForm };

/** What the answer can be taken away as. */
export type ExportForm = 'json' | 'text' | 'csv';

/** What the engine says to the page. */
export type FromEngine =
  | { readonly kind: 'problems'; readonly ticket: number; readonly problems: readonly ShownProblem[] }
  | { readonly kind: 'picture'; readonly ticket: number; readonly picture: Picture }
  | { readonly kind: 'incident'; readonly told: ToldIncident }
  /** Undefined when the plan has no backups. */
  | { readonly kind: 'day'; readonly calendar: RetentionCalendar | undefined }
  | { readonly kind: 'exported'; readonly form: ExportForm; readonly name: string; readonly text: string }
  | { readonly kind: 'fault'; readonly message: string };

/** A problem of a scenario file, as the command line words it. */
export interface ShownProblem {
  readonly file: string;
  /** Both counted from 1, the column in characters. */
  readonly line: number;
  readonly column: number;
  /** Characters that are meant, at least 1. */
  readonly length: number;
  readonly path: string;
  readonly message: string;
  /** Place, words, line and caret: what `drillcast lint` prints. */
  readonly text: string;
}

/** The answer so far. */
export interface Picture {
  readonly summary: Summary;
  /** Incidents played of those asked for. */
  readonly incidents: number;
  readonly isFinal: boolean;
  readonly chart: Drawing;
  /** Against what is pinned; undefined until both are played to the end, or when nothing is. */
  readonly comparison: ComparedPicture | undefined;
  /** What a slider may move: whatever has a number, or a schedule, as it is written. Undefined where the text is the one of the picture before. */
  readonly values: readonly WrittenLeaf[] | undefined;
  /** Drill files that could not be read, and why. */
  readonly drillProblems: readonly string[];
}

/** A value of the scenario that one line of text can say. */
export interface WrittenLeaf {
  /** Keys from the top of the file, with dots between them. */
  readonly path: string;
  readonly keys: readonly string[];
  /** One line; a law in braces, without what says where it comes from. */
  readonly text: string;
  /** What stays beside a law in braces when it is written anew: the source that the file itself gives. */
  readonly beside: Readonly<Record<string, unknown>>;
  /** It stands in the file itself, and not in what it extends. */
  readonly isOwn: boolean;
  /** The file in which it stands. */
  readonly file: string;
  readonly source: string | undefined;
}

/** Where one draws and what one reads there. */
export interface Drawing {
  readonly svg: string;
  readonly title: string;
  /** The answer in words, for who does not see it. */
  readonly alternative: string;
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** The drawing in pixels, and in it the area between the axes. */
  readonly size: { readonly width: number; readonly height: number };
  readonly plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Seconds at both ends of the axis, which is logarithmic. */
  readonly domain: { readonly from: number; readonly to: number };
  /** Shares of all incidents at ascending durations in seconds. */
  readonly points: readonly { readonly value: number; readonly share: number }[];
}

export interface ComparedPicture {
  readonly comparison: Comparison;
  /** In sentences. */
  readonly verdict: string;
  readonly chart: Pick<Drawing, 'svg' | 'title' | 'alternative' | 'table'> | undefined;
}

/** One incident from beginning to end. */
export interface ToldIncident {
  readonly trace: Trace;
  readonly chart: Pick<Drawing, 'svg' | 'title' | 'alternative' | 'table'>;
}
