import type { FormSchema, JsonSchema } from '../form/form-schema.js';
import { namesFor } from '../form/names-for.js';
import type { FormTree } from '../form/form-tree.js';
import type { CursorPlace } from './cursor-place.js';

/** A word that could stand where one is writing. */
export interface Completion {
  readonly word: string;
  /** What it means; empty where the schema does not tell. */
  readonly help: string;
  readonly kind: 'key' | 'name' | 'value';
}

/**
 * Keys that the schema knows at a place, the names that the scenario has for one whose author names them, or the values that it
 * may have: words of a list, names of what is elsewhere in the scenario, examples.
 *
 * @param tree of the scenario; without it, when its text cannot be read, no names are offered.
 */
export function completionsAt(
  place: CursorPlace,
  schema: FormSchema,
  tree: FormTree | undefined,
): readonly Completion[] {
  const map = schemaAt(place.path, schema);
  if (map === undefined) return [];
  if (place.valueOf === undefined) return [...keysAt(map, schema), ...namesAt(place.path, map, schema, tree)];
  const known = schema.keyOf(map, place.valueOf);
  const names = tree === undefined ? [] : namesFor(tree, [...place.path, place.valueOf]);
  return [
    ...names.map((word) => ({ word, help: '', kind: 'name' as const })),
    ...(known === undefined ? [] : valuesOf(known.schema, schema)),
  ];
}

function schemaAt(path: readonly string[], schema: FormSchema): JsonSchema | undefined {
  let at: JsonSchema | undefined = schema.root;
  for (const key of path) at = at === undefined ? undefined : schema.keyOf(at, key)?.schema;
  return at;
}

/** Of every form that the map may have: also the source that may stand beside a value. */
function keysAt(map: JsonSchema, schema: FormSchema): readonly Completion[] {
  const found = new Map<string, Completion>();
  for (const { schema: form } of schema.formsOf(map)) {
    const { properties = {} } = form as { readonly properties?: Readonly<Record<string, JsonSchema>> };
    for (const [word, value] of Object.entries(properties)) {
      if (!found.has(word)) found.set(word, { word, help: schema.helpOf(value), kind: 'key' });
    }
  }
  return [...found.values()];
}

/** What is inherited under names of the author's choosing can be overridden under the same. */
function namesAt(
  path: readonly string[],
  map: JsonSchema,
  schema: FormSchema,
  tree: FormTree | undefined,
): readonly Completion[] {
  if (tree === undefined || path.length !== 1 || schema.namesOf(map) === undefined) return [];
  return tree.namesIn(path[0]).map((word) => ({ word, help: '', kind: 'name' }));
}

function valuesOf(value: JsonSchema, schema: FormSchema): readonly Completion[] {
  const words = schema.formsOf(value).flatMap(({ schema: form }) => {
    const { enum: listed = [], const: only, examples = [] } = form as Readonly<Record<string, unknown[] | undefined>>;
    return [...listed, ...(only === undefined ? [] : [only]), ...(Array.isArray(examples) ? examples : [])];
  });
  return [...new Set(words)]
    .filter((word) => typeof word === 'string' || typeof word === 'number')
    .map((word) => ({ word: String(word), help: '', kind: 'value' }));
}
