import { UnplayableError } from '../../plan/unplayable-error.js';
import { compile } from '../../plan/compile.js';
import { STEP_INCIDENTS } from '../../study/blank-outcomes.js';
import { summaryContext } from '../../study/summary-context.js';
import { VERSION } from '../../version.js';
import { answerChart, type Frame } from './answer-chart.js';
import { comparedPicture } from './compared-picture.js';
import { drawnDrills, drillsOf, type DrillsOfTexts } from './drawn-drills.js';
import { exportedReview } from './exported-review.js';
import { exportName } from '../export-name.js';
import { exportedText } from './exported-text.js';
import { FinishedRuns, playedRun, type CompiledText, type PlayedRun } from './played-run.js';
import type { AskedIncident, AskedScenario, ExportForm, FromEngine, Picture, Question, Texts } from './protocol.js';
import { retentionCalendar, type AskedDay } from './retention-calendar.js';
import { ScenarioShelf, shownProblem } from './scenario-shelf.js';
import { sha256OfTexts } from './sha256.js';
import { SharedPlay } from './shared-play.js';
import { tellIncident } from './told-incident.js';
import { writtenLeaves } from './written-leaves.js';

/** After so many incidents there is something to look at: the first within a tenth of a second. */
const LOOKS = [1024, 2 * STEP_INCIDENTS];
/** Runs that are kept for when one goes back to them: some ten megabytes each. */
const KEPT_RUNS = 6;

/** What a session needs of the worker in which it lives. */
export interface SessionWorld {
  readonly tell: (message: FromEngine) => void;
  /** Lets what the page has said meanwhile be heard. */
  readonly breathe: () => Promise<void>;
  readonly hands: readonly MessagePort[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Answers the questions of one page, one at a time: the latest. A question that comes while another is answered makes that one
 * void; what was played to its end is kept for a while, so that going back costs nothing.
 */
export class Session {
  readonly #world: SessionWorld;
  readonly #shelf: ScenarioShelf;
  readonly #finished = new FinishedRuns(KEPT_RUNS);
  readonly #frames = new Map<string, Frame>();
  #latest: Question | undefined;
  #isAnswering = false;
  /** What is shown now: incidents are told of it, and it is what is exported. */
  #shown: PlayedRun | undefined;
  /** What it is held against, when both were played to the end. */
  #behind: PlayedRun | undefined;
  /** The text whose values the page knows. */
  #told: string | undefined;
  #drills: { readonly texts: Texts; readonly read: DrillsOfTexts } | undefined;

  constructor(shipped: Texts, world: SessionWorld) {
    this.#world = world;
    this.#shelf = new ScenarioShelf(shipped);
  }

  /** Answers a question, unless a later one comes. */
  async ask(question: Question): Promise<void> {
    this.#latest = question;
    if (this.#isAnswering) return;
    this.#isAnswering = true;
    try {
      for (let next: Question | undefined = question; next !== undefined; next = this.#after(next)) {
        await this.#answer(next);
      }
    } finally {
      this.#isAnswering = false;
    }
  }

  /** One incident of the run that is shown; nothing when none is. */
  async tellIncident(asked: AskedIncident, width: number): Promise<void> {
    if (this.#shown === undefined) return;
    this.#world.tell({ kind: 'incident', told: await tellIncident(this.#shown, asked, width) });
  }

  /** Which backups of the plan that is shown exist on a day; nothing when none is shown. */
  tellDay(asked: AskedDay): void {
    if (this.#shown === undefined) return;
    this.#world.tell({ kind: 'day', calendar: retentionCalendar(this.#shown.scenario, asked) });
  }

  /** The answer that is shown, to be taken away; nothing when there is none. A review takes its time, and says so. */
  async export(form: ExportForm): Promise<void> {
    const run = this.#shown;
    if (run === undefined) return;
    if (form !== 'review') {
      this.#world.tell({ kind: 'exported', form, ...exportedText(run, form) });
      return;
    }
    const onProgress = async (words: string): Promise<void> => {
      this.#world.tell({ kind: 'progress', words });
      await this.#world.breathe();
    };
    const drills = this.#drillsOf(this.#latest?.drills ?? {}).drills;
    const [source] = run.scenario.sources;
    const name = exportName(source.file);
    // What was changed is no file until it is exported, which it then goes by.
    const file = this.#shelf.isShipped(source) ? source.file : `${name}.yaml`;
    const pinned = this.#behind;
    const text = await exportedReview({ run, file, pinned, drills, now: this.#world.now(), onProgress });
    this.#world.tell({ kind: 'exported', form, name: `${name}-review.html`, text });
  }

  #after(answered: Question): Question | undefined {
    return this.#latest === answered ? undefined : this.#latest;
  }

  async #answer(question: Question): Promise<void> {
    const { asked, pinned } = question;
    const isWanted = async (): Promise<boolean> => {
      await this.#world.breathe();
      return this.#latest === question;
    };
    const compiled = await this.#compile(asked, question.ticket);
    if (compiled === undefined) return;
    const behind = pinned === undefined ? undefined : this.#finished.find(keyOf(pinned, question));
    for await (const run of this.#play(asked, compiled, question, isWanted)) {
      await this.#show(run, behind, question, pinned !== undefined);
    }
    if (pinned === undefined || behind !== undefined || !(await isWanted())) return;
    const run = this.#shown;
    const other = await this.#compile(pinned, undefined);
    if (other === undefined || run === undefined) return;
    for await (const played of this.#play(pinned, other, question, isWanted)) {
      if (played.summary.incidents === question.incidents) await this.#show(run, played, question, false);
    }
  }

  /** @param ticket of whom problems are told; of nobody, when absent. */
  async #compile(asked: AskedScenario, ticket: number | undefined): Promise<CompiledText | undefined> {
    const read = this.#shelf.read(asked);
    if (read.kind === 'problems') {
      if (ticket !== undefined) {
        this.#world.tell({ kind: 'problems', ticket, problems: read.problems.map(shownProblem) });
      }
      return undefined;
    }
    const { scenario } = read;
    try {
      const plan = compile(scenario);
      const sha256 = await sha256OfTexts(scenario.sources.map(({ text }) => text));
      return {
        scenario,
        plan,
        context: summaryContext(scenario, { version: VERSION, file: asked.name, sha256 }, plan),
      };
    } catch (error) {
      if (!(error instanceof UnplayableError)) throw error;
      if (ticket !== undefined) this.#world.tell({ kind: 'problems', ticket, problems: [unplayable(asked, error)] });
      return undefined;
    }
  }

  /** The run after so many incidents, again and again, as long as it is wanted. */
  async *#play(
    asked: AskedScenario,
    compiled: CompiledText,
    question: Question,
    isWanted: () => Promise<boolean>,
  ): AsyncGenerator<PlayedRun> {
    const key = keyOf(asked, question);
    const known = this.#finished.find(key);
    if (known !== undefined) {
      yield known;
      return;
    }
    const play = new SharedPlay(compiled.plan, question, this.#world.hands);
    for (const look of [...LOOKS.filter((each) => each < question.incidents), question.incidents]) {
      // While a slider moves every question is soon void: each is answered once, or nothing would move.
      if (!(await play.playTo(look, look === LOOKS[0] ? wantedAnyway : isWanted))) return;
      const run = playedRun(compiled, play.outcomes);
      if (look === question.incidents) this.#finished.keep(key, run);
      yield run;
    }
  }

  async #show(run: PlayedRun, behind: PlayedRun | undefined, question: Question, waits: boolean): Promise<void> {
    const { asked, metric, width, incidents, ticket } = question;
    const { drills, problems } = this.#drillsOf(question.drills);
    const frameKey = `${asked.name} ${metric}`;
    const chart = await answerChart(
      {
        ...run,
        metric,
        width,
        drills: drawnDrills(drills, metric, run.scenario),
        ghost: behind?.samples,
      },
      this.#frames.get(frameKey),
    );
    const isFinal = run.summary.incidents === incidents;
    this.#frames.set(frameKey, chart.domain);
    const picture: Picture = {
      summary: run.summary,
      incidents: run.summary.incidents,
      isFinal: isFinal && !(waits && behind === undefined),
      chart,
      comparison: isFinal && behind !== undefined ? await comparedPicture(behind, run, metric, width) : undefined,
      values: this.#newValues(asked),
      drillProblems: problems,
    };
    this.#shown = run;
    this.#behind = isFinal ? behind : undefined;
    this.#world.tell({ kind: 'picture', ticket, picture });
  }

  #newValues(asked: AskedScenario): Picture['values'] {
    const key = JSON.stringify([asked.name, asked.text]);
    if (this.#told === key) return undefined;
    this.#told = key;
    return writtenLeaves({ file: asked.name, text: asked.text }, this.#shelf.loaderOf(asked.files));
  }

  #drillsOf(texts: Texts): DrillsOfTexts {
    if (JSON.stringify(this.#drills?.texts) !== JSON.stringify(texts)) this.#drills = { texts, read: drillsOf(texts) };
    return this.#drills?.read ?? { drills: [], problems: [] };
  }
}

const wantedAnyway = (): Promise<boolean> => Promise.resolve(true);

/** What decides the outcomes of a run. */
function keyOf({ name, text, files }: AskedScenario, { seed, incidents }: Question): string {
  return JSON.stringify([name, text, files, seed, incidents]);
}

/** What shows only in the plan, such as a schedule that runs too often to be listed, has no place in the file. */
function unplayable({ name }: AskedScenario, { message }: UnplayableError) {
  return { file: name, line: 1, column: 1, length: 1, path: '', message, text: `${name}: ${message}` };
}
