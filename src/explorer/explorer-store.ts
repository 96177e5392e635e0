import { batch, computed, effect, signal } from '@preact/signals';
import { bracesText, dataOfText } from '../scenario/braces-text.js';
import { varyText } from '../scenario/vary-text.js';
import { EngineClient } from './engine-client.js';
import type {
  AskedIncident,
  AskedScenario,
  DrawnMetric,
  ExportForm,
  FromEngine,
  OpenedDocument,
  Picture,
  ShownProblem,
  Texts,
  ToldIncident,
  WrittenLeaf,
} from './engine/protocol.js';
import type { AskedDay, RetentionCalendar } from './engine/retention-calendar.js';
import { saveFile } from './save-file.js';
import { TextHistory } from './text-history.js';

/** What a run of the page has, as `drillcast run --incidents 100000` has. */
const INCIDENTS = 100_000;
/** Enough for the picture of a narrow telephone. */
const USUAL_WIDTH = 640;

/** What the page brings along. */
export interface PageParts {
  readonly engineCode: string;
  readonly shipped: Texts;
}

/**
 * All that the page knows, and what can be done on it. The text of the scenario is the one source of truth: sliders and the form
 * write into it, and what is shown follows from it.
 */
export class ExplorerStore {
  readonly shipped: Texts;
  readonly scenario = signal<AskedScenario>({ name: '', text: '', files: {} });
  readonly drills = signal<Texts>({});
  readonly pinned = signal<AskedScenario | undefined>(undefined);
  readonly metric = signal<DrawnMetric>('rto');
  readonly seed = signal(1);
  readonly width = signal(USUAL_WIDTH);
  /** Paths of the values that have a slider; the usual ones, when undefined. */
  readonly sliders = signal<readonly string[] | undefined>(undefined);

  readonly picture = signal<Picture | undefined>(undefined);
  readonly problems = signal<readonly ShownProblem[]>([]);
  readonly values = signal<readonly WrittenLeaf[]>([]);
  readonly incident = signal<ToldIncident | undefined>(undefined);
  readonly asked = signal<AskedIncident>({ kind: 'quantile', metric: 'rto', share: 0.5 });
  readonly calendar = signal<RetentionCalendar | undefined>(undefined);
  readonly askedDay = signal<AskedDay>({ copy: undefined, day: undefined });
  readonly fault = signal<string | undefined>(undefined);
  readonly note = signal('');
  /** Milliseconds from what was done to the first picture of it. */
  readonly firstPicture = signal<number | undefined>(undefined);
  readonly isWorking = signal(true);

  readonly canUndo = computed(() => this.#history.value.canUndo);
  readonly canRedo = computed(() => this.#history.value.canRedo);

  readonly #history = signal(TextHistory.of(''));
  readonly #engine: EngineClient;
  #ticket = 0;
  #askedAt = 0;

  constructor({ engineCode, shipped }: PageParts) {
    this.shipped = shipped;
    this.#engine = new EngineClient(engineCode, shipped, (message) => this.#hear(message));
    effect(() => this.#ask());
    effect(() => this.#tell());
    effect(() => {
      if (this.picture.value?.isFinal === true) this.#engine.tellDay(this.askedDay.value);
    });
  }

  /** Opens a scenario, with whatever it refers to; what was open before can be had back by undoing. */
  open({ name, files, drills }: OpenedDocument): void {
    const text = Object.hasOwn(files, name) ? files[name] : this.shipped[name];
    batch(() => {
      this.scenario.value = { name, text, files };
      this.#history.value = TextHistory.of(text);
      this.pinned.value = undefined;
      this.sliders.value = undefined;
      this.picture.value = undefined;
      this.problems.value = [];
      this.incident.value = undefined;
      this.calendar.value = undefined;
      if (Object.keys(drills).length > 0) this.drills.value = drills;
    });
  }

  /** Takes over a text that was written, or changed by a slider or the form. @param of what: changes of one thing are undone as one. */
  write(text: string, of: string): void {
    if (text === this.scenario.value.text) return;
    batch(() => {
      this.scenario.value = { ...this.scenario.value, text };
      this.#history.value = this.#history.value.with(text, of);
    });
  }

  /** Writes one value into the text; the comments and the order of the file stay. */
  set({ keys, path, beside }: Pick<WrittenLeaf, 'keys' | 'path' | 'beside'>, value: string): void {
    const data = dataOfText(value);
    const isLaw = typeof data === 'object' && Object.keys(beside).length > 0;
    const written = isLaw ? bracesText({ ...data, ...beside }) : value;
    const text = varyText(this.scenario.value.text, [{ path: keys, value: written }]);
    if (text === undefined) this.note.value = `${path} cannot be written: a key above it is an alias.`;
    else this.write(text, path);
  }

  undo(): void {
    this.#go(this.#history.value.undone());
  }

  redo(): void {
    this.#go(this.#history.value.redone());
  }

  /** Keeps the plan as it is, to be held against what becomes of it. */
  pin(): void {
    this.pinned.value = this.scenario.value;
  }

  unpin(): void {
    this.pinned.value = undefined;
  }

  /** Goes back to what is pinned. */
  restorePinned(): void {
    if (this.pinned.value !== undefined) this.write(this.pinned.value.text, 'back to what is pinned');
  }

  export(form: ExportForm): void {
    this.#engine.export(form);
  }

  #go(history: TextHistory): void {
    batch(() => {
      this.#history.value = history;
      this.scenario.value = { ...this.scenario.value, text: history.text };
    });
  }

  #ask(): void {
    const asked = this.scenario.value;
    if (asked.name === '') return;
    const question = {
      ticket: ++this.#ticket,
      asked,
      pinned: this.pinned.value,
      seed: this.seed.value,
      incidents: INCIDENTS,
      metric: this.metric.value,
      drills: this.drills.value,
      width: this.width.value,
    };
    this.#askedAt = performance.now();
    this.isWorking.value = true;
    this.#engine.ask(question);
  }

  /** Of another run another incident is told, and of another width another picture. */
  #tell(): void {
    const { asked, width, picture } = this;
    if (picture.value?.isFinal === true) this.#engine.tellIncident(asked.value, width.value);
  }

  #hear(message: FromEngine): void {
    batch(() => {
      switch (message.kind) {
        case 'problems':
          if (message.ticket === this.#ticket) this.isWorking.value = false;
          this.problems.value = message.problems;
          return;
        case 'picture':
          this.#see(message.ticket, message.picture);
          return;
        case 'incident':
          this.incident.value = message.told;
          return;
        case 'day':
          this.calendar.value = message.calendar;
          return;
        case 'exported':
          saveFile(message.name, message.text);
          return;
        case 'fault':
          this.fault.value = message.message;
          this.isWorking.value = false;
          return;
        default:
          message satisfies never;
      }
    });
  }

  #see(ticket: number, picture: Picture): void {
    this.problems.value = [];
    this.picture.value = picture;
    if (picture.values !== undefined) this.values.value = picture.values;
    if (ticket !== this.#ticket) return;
    if (this.#askedAt > 0) this.firstPicture.value = Math.round(performance.now() - this.#askedAt);
    this.#askedAt = 0;
    if (picture.isFinal) this.isWorking.value = false;
  }
}
