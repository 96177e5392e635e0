/** A piece of JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * An object that has exactly the keys of a type, all of them. The compiler holds the schema to the type: a key
 * too many or too few does not compile.
 */
export function exactly<Described extends object>(
  properties: Readonly<Record<keyof Described & string, JsonSchema>>,
  description?: string,
): JsonSchema {
  return {
    ...(description === undefined ? {} : { description }),
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  };
}

/** A definition that stands once, in `$defs`, with words for this use of it. */
export function defined(name: string, description?: string): JsonSchema {
  return { $ref: `#/$defs/${name}`, ...(description === undefined ? {} : { description }) };
}
