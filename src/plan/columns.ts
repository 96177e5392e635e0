import type { Law } from '../distributions/law.js';
import type { ColumnPlan } from './plan.js';

/** The draws that every incident makes exactly once, collected while a scenario is compiled. */
export class ColumnTable {
  readonly #columns: ColumnPlan[] = [];

  /** Adds a draw under the name of its source of chance and returns its index. */
  add(name: string, law: Law | 'uniform'): number {
    this.#columns.push({ name, law });
    return this.#columns.length - 1;
  }

  /** The index of a draw that may be absent: -1 then. */
  addOptional(name: string, law: Law | undefined): number {
    return law === undefined ? -1 : this.add(name, law);
  }

  get list(): readonly ColumnPlan[] {
    return this.#columns;
  }
}
