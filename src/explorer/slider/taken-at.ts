import { dataOfText } from '../../scenario/braces-text.js';
import { readsAt } from '../../scenario/reads-at.js';

/** Whether the reader of scenarios takes a text behind these keys: what a slider may be moved to. */
export function takenAt(keys: readonly string[]): (text: string) => boolean {
  return (text) => readsAt(keys, dataOfText(text));
}
