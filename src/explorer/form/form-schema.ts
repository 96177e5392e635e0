/** Schema of a value, as JSON Schema has it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One form that a value may have, of several: a text, a number, a list, a map. */
export interface ValueForm {
  readonly schema: JsonSchema;
  /** Definitions that led to it: `duration-law`, `duration`. */
  readonly names: readonly string[];
}

/** A key that a map may have. */
export interface KnownKey {
  readonly key: string;
  /** What the value behind it says; empty where the schema does not tell. */
  readonly help: string;
  readonly schema: JsonSchema;
}

/** The schema of scenarios, as a form asks it: which forms a value may have, and which keys a map. */
export class FormSchema {
  readonly root: JsonSchema;
  readonly #definitions: Readonly<Record<string, JsonSchema>>;
  readonly #forms = new WeakMap<JsonSchema, readonly ValueForm[]>();

  constructor(root: JsonSchema) {
    this.root = root;
    this.#definitions = (root.$defs ?? {}) as Readonly<Record<string, JsonSchema>>;
  }

  /** The forms of a value; removal by `null` is none of them. */
  formsOf(schema: JsonSchema): readonly ValueForm[] {
    const known = this.#forms.get(schema);
    if (known !== undefined) return known;
    const forms = this.#collect(schema, [], new Set());
    this.#forms.set(schema, forms);
    return forms;
  }

  /** What is known of the value behind a key; undefined where no form of the map has that key. */
  keyOf(map: JsonSchema, key: string): KnownKey | undefined {
    for (const { schema } of this.formsOf(map)) {
      const schemaOfKey = schemaBehind(schema, key);
      if (schemaOfKey !== undefined) return { key, help: this.helpOf(schemaOfKey), schema: schemaOfKey };
    }
    return undefined;
  }

  /** The keys by name that a map may have, besides those that say where a value comes from. */
  keysOf(map: JsonSchema): readonly KnownKey[] {
    const { properties = {} } = (this.groupOf(map) ?? {}) as { properties?: Readonly<Record<string, JsonSchema>> };
    return Object.entries(properties).map(([key, schema]) => ({ key, help: this.helpOf(schema), schema }));
  }

  /** The form of a value as a map of its own; undefined where it is a map only together with its source. */
  groupOf(schema: JsonSchema): JsonSchema | undefined {
    return this.formsOf(schema).find((form) => form.schema.type === 'object' && !isWithSource(form.schema))?.schema;
  }

  /** What the keys of a map look like whose author names them; undefined where the schema names them. */
  namesOf(schema: JsonSchema): { readonly pattern: string; readonly entry: JsonSchema } | undefined {
    const group = this.groupOf(schema);
    const { propertyNames, additionalProperties } = (group ?? {}) as Readonly<Record<string, JsonSchema | undefined>>;
    if (propertyNames === undefined || typeof additionalProperties !== 'object') return undefined;
    return { pattern: String(propertyNames.pattern), entry: additionalProperties };
  }

  /** What a value says; what stands at the key before what stands at its definition. */
  helpOf(schema: JsonSchema): string {
    if (typeof schema.description === 'string') return schema.description;
    const { $ref } = schema;
    return typeof $ref === 'string' ? this.helpOf(this.#definition($ref)) : '';
  }

  #collect(schema: JsonSchema, names: readonly string[], seen: ReadonlySet<string>): readonly ValueForm[] {
    const { $ref, anyOf } = schema;
    if (typeof $ref === 'string') {
      if (seen.has($ref)) return [];
      const name = $ref.slice($ref.lastIndexOf('/') + 1);
      return this.#collect(this.#definition($ref), [...names, name], new Set([...seen, $ref]));
    }
    if (Array.isArray(anyOf)) {
      const forms = (anyOf as JsonSchema[]).flatMap((form) => this.#collect(form, names, seen));
      const { examples } = schema;
      // Examples of all forms are shown with those that can be written in one line.
      if (examples === undefined) return forms;
      return forms.map((form) => ({ ...form, schema: { examples, ...form.schema } }));
    }
    return schema.type === 'null' ? [] : [{ schema, names }];
  }

  #definition(reference: string): JsonSchema {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    if (!Object.hasOwn(this.#definitions, name)) throw new RangeError(`FormSchema: no definition ${reference}`);
    return this.#definitions[name];
  }
}

/** True for the map of a value beside which its source stands. */
export function isWithSource({ properties }: JsonSchema): boolean {
  return typeof properties === 'object' && properties !== null && 'source' in properties && 'value' in properties;
}

function schemaBehind(map: JsonSchema, key: string): JsonSchema | undefined {
  const { properties = {}, additionalProperties } = map as Readonly<Record<string, JsonSchema | undefined>>;
  if (Object.hasOwn(properties, key)) return properties[key] as JsonSchema;
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}
