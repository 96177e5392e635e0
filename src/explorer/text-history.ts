/** Changes of one thing that follow each other so closely are one. */
const MOST_STEPS = 200;

/** The texts that a scenario has had, and where among them one stands. */
export class TextHistory {
  readonly #texts: readonly string[];
  readonly #place: number;
  /** What the last change was of: a path, or the editor. */
  readonly #of: string;

  private constructor(texts: readonly string[], place: number, of: string) {
    this.#texts = texts;
    this.#place = place;
    this.#of = of;
  }

  /** A history that begins with this text. */
  static of(text: string): TextHistory {
    return new TextHistory([text], 0, '');
  }

  get text(): string {
    return this.#texts[this.#place];
  }

  get canUndo(): boolean {
    return this.#place > 0;
  }

  get canRedo(): boolean {
    return this.#place < this.#texts.length - 1;
  }

  /** With a change; one of the same thing as the one before takes its place, so that a slider is undone in one step. */
  with(text: string, of: string): TextHistory {
    const until = this.#of === of && of !== '' ? this.#place : this.#place + 1;
    const texts = [...this.#texts.slice(0, Math.max(1, until)), text].slice(-MOST_STEPS);
    return new TextHistory(texts, texts.length - 1, of);
  }

  /** After `undo`; the same when there is nothing to undo. */
  undone(): TextHistory {
    return this.canUndo ? new TextHistory(this.#texts, this.#place - 1, '') : this;
  }

  /** After `redo`; the same when there is nothing to redo. */
  redone(): TextHistory {
    return this.canRedo ? new TextHistory(this.#texts, this.#place + 1, '') : this;
  }
}
