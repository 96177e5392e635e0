import { bracesText, dataOfText } from '../../scenario/braces-text.js';
import { nodeAt } from '../../scenario/document/located-tree.js';
import { varyText, withoutValue } from '../../scenario/vary-text.js';
import { fieldShape } from './field-shape.js';
import type { KnownKey } from './form-schema.js';
import type { FormField, FormGroup, FormTree } from './form-tree.js';
import { namesFor } from './names-for.js';

/**
 * What a form does to the text of a scenario. Each gives the new text, or undefined where an alias stands in the way or the text
 * is not well-formed; comments, order and all else stay.
 */

/** A value in place of another. What stands beside it in the own file stays; what the pattern says beside its value was of that one. */
export function withFieldValue(text: string, field: FormField, value: string): string | undefined {
  const { keys, shape, standing, form, besides } = field;
  if (standing.isOwn && value.trim() === field.written) return text;
  const written = shape.input === 'names' ? listText(value, shape.isAlwaysList) : value.trim();
  const isText = shape.input === 'words';
  if (!standing.isOwn || form === 'alone') return varyText(text, [{ path: keys, value: written, isText }]);
  if (form === 'value') return varyText(text, [{ path: [...keys, 'value'], value: written, isText }]);
  return varyText(text, [{ path: keys, value: bracesText({ ...asMap(dataOfText(written)), ...besides }) }]);
}

/** Where a value comes from, since when, or a note; an empty one is taken away. An inherited value becomes the file's own. */
export function withFieldBeside(text: string, field: FormField, key: string, value: string): string | undefined {
  const { keys, form, besides, data, standing } = field;
  const said = value.trim();
  if (standing.isOwn && form !== 'alone') {
    const path = [...keys, key];
    return said === '' ? withoutValue(text, path) : varyText(text, [{ path, value: said, isText: key === 'note' }]);
  }
  const all = Object.entries({ ...besides, [key]: said }).filter(([, each]) => each !== '');
  if (all.length === 0) return text;
  const beside = Object.fromEntries(all.map(([name, each]) => [name, name === 'counts-as' ? Number(each) : each]));
  return varyText(text, [{ path: keys, value: bracesText({ ...asMap(data), ...beside }) }]);
}

/** Without what the file itself says at a place, so that what it extends gives it, if anything does. */
export function backToPattern(text: string, { own, base }: FormTree, keys: readonly string[]): string | undefined {
  let path = keys;
  // Maps that had only this and are inherited would stay behind, empty.
  while (path.length > 1) {
    const above = path.slice(0, -1);
    const map = nodeAt(own, above)?.node;
    const isInherited = base !== undefined && nodeAt(base, above) !== undefined;
    if (map?.kind !== 'map' || map.entries.size > 1 || !isInherited) break;
    path = above;
  }
  return withoutValue(text, path);
}

/** Without a key or an entry: taken out of the file, and out of what it extends by a key with nothing after it. */
export function without(text: string, tree: FormTree, keys: readonly string[]): string | undefined {
  const isInherited = tree.base !== undefined && nodeAt(tree.base, keys) !== undefined;
  return isInherited ? varyText(text, [{ path: keys, value: 'null' }]) : withoutValue(text, keys);
}

/** With a key of a group, or an entry of a name of the author's choosing, that begins with an example; or with what had been taken away. */
export function withKey(text: string, tree: FormTree, group: FormGroup, known: KnownKey): string | undefined {
  const path = [...group.keys, known.key];
  if (tree.removedFrom(group).includes(known.key)) return backToPattern(text, tree, path);
  return varyText(text, [{ path, value: firstValue(tree, known, path) }]);
}

function firstValue(tree: FormTree, { key, schema }: KnownKey, path: readonly string[]): string {
  if (tree.schema.groupOf(schema) !== undefined && !isPlainToo(tree, schema)) return '{}';
  const shape = fieldShape(schema, tree.schema);
  if (shape.input === 'truth') return 'true';
  const first = [...namesFor(tree, path), ...shape.examples].at(0) ?? (shape.input === 'words' ? key : '1');
  return shape.isAlwaysList ? `[${first}]` : first;
}

/** True where a map is not the only form: retention as `30d`, a failure as `5%`. */
function isPlainToo(tree: FormTree, schema: KnownKey['schema']): boolean {
  return tree.schema.formsOf(schema).some((form) => form.schema.type !== 'object');
}

function listText(value: string, isAlwaysList: boolean): string {
  if (/^\s*[[{]/.test(value)) return value.trim();
  const items = value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.length === 1 && !isAlwaysList ? items[0] : `[${items.join(', ')}]`;
}

/** A law in braces as it is; any other value behind `value`. */
function asMap(data: unknown): object {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? data : { value: data };
}
