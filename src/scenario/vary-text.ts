import { isMap, isNode, parseDocument } from 'yaml';

/** A value to be written, by its keys from the top of the file. */
export interface WrittenValue {
  readonly path: readonly string[];
  /** As one writes it in the file: `4`, `every 2h`. */
  readonly value: string;
}

/**
 * The text of a scenario in which these values stand instead of those it has, or has from what it extends. Whether the
 * values do is for the reader of the text to say.
 *
 * @returns undefined where a key above one of the values has no keys of its own, such as one that is an alias.
 */
export function varyText(text: string, values: readonly WrittenValue[]): string | undefined {
  const document = parseDocument(text);
  for (const { path, value } of values) {
    for (let length = 1; length < path.length; length++) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && !isMap(node)) return undefined;
    }
    document.setIn(path, scalarOf(value));
  }
  return document.toString();
}

/** Numbers as numbers; all else as text, quoted where YAML would read it otherwise, such as a cron expression. */
function scalarOf(value: string): string | number {
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}
