import { nearestName } from '../nearest-name.js';

/** Names in quotation marks, as a list that ends in "or": `"a", "b" or "c"`. */
export function either(names: readonly string[]): string {
  return joined(names, 'or');
}

/** The same with "and". */
export function both(names: readonly string[]): string {
  return joined(names, 'and');
}

function joined(names: readonly string[], word: string): string {
  const quoted = names.map((name) => `"${name}"`);
  if (quoted.length <= 1) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} ${word} ${quoted[quoted.length - 1]}`;
}

/** Says which known name was probably meant; nothing when none is near. */
export function meant(text: string, known: Iterable<string>): { mend?: string; meant?: string } {
  const nearest = nearestName(text, known);
  return nearest === undefined ? {} : { mend: `did you mean "${nearest}"?`, meant: nearest };
}
