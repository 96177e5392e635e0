import * as z from 'zod';
import { MERGEABLE } from './shape/keyed.js';
import { scenarioShape } from './shape/scenario-shape.js';

type JsonSchema = Record<string, unknown>;

/**
 * The JSON Schema (2020-12) of a scenario file, by which editors complete and check it, made from the shape that reads
 * the file. Because a file may extend another, its maps may be given in part, and `key: null` removes what is
 * inherited; what must be there after all is asked only of a file that extends nothing.
 */
export function scenarioSchema(): JsonSchema {
  const schema = loosened(z.toJSONSchema(scenarioShape, { io: 'input', override: withExamples })) as JsonSchema;
  return {
    ...schema,
    title: 'Drillcast scenario',
    description: 'How a deployment is protected, what strikes it, and how people and machines bring it back.',
    required: ['drillcast'],
    if: { not: { required: ['extends'] } },
    then: {
      required: ['name', 'incidents', 'runbook', 'milestones'],
      properties: { milestones: { type: 'object', required: ['service-reopened', 'incident-closed'] } },
    },
  };
}

/** Our examples are of what is written; the package takes those of a shape that transforms for what comes of it, and drops them. */
function withExamples({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: JsonSchema }): void {
  const examples = z.globalRegistry.get(zodSchema)?.examples;
  if (examples !== undefined && jsonSchema.$ref === undefined) Object.assign(jsonSchema, { examples });
}

/** The same schema with every map that a file may give in part accepting that, and without our mark. */
function loosened(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(loosened);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { [MERGEABLE]: isMergeable, ...rest } = schema as JsonSchema;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, loosened(value)]));
  return isMergeable === true ? partial(inner) : inner;
}

function partial({ required: _, properties, additionalProperties, ...rest }: JsonSchema): JsonSchema {
  const keys = Object.entries((properties ?? {}) as Record<string, JsonSchema>);
  return {
    ...rest,
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(keys.map(([key, value]) => [key, removable(value)])) }),
    additionalProperties: additionalProperties === false ? false : removable(additionalProperties as JsonSchema),
  };
}

/** A description stays where an editor looks for it: on the key. */
function removable({ description, ...value }: JsonSchema): JsonSchema {
  return { ...(description === undefined ? {} : { description }), anyOf: [value, { type: 'null' }] };
}
