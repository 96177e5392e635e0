import { z } from 'zod';
import { MERGEABLE } from '../../scenario/shape/keyed.js';
import { drillShape } from './drill-shape.js';

/** The JSON Schema (2020-12) of a drill file, by which editors complete and check it, made from the shape that reads it. */
export function drillSchema(): Readonly<Record<string, unknown>> {
  return {
    ...(unmarked(z.toJSONSchema(drillShape, { io: 'input' })) as object),
    title: 'Drillcast drill',
    description: 'A recovery that was really carried out: when each step started and ended, and what was achieved.',
    required: ['drill', 'kind', 'began'],
  };
}

/** The same schema without the mark of maps that another file may complete: no file completes this one. */
function unmarked(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(unmarked);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => (key === MERGEABLE ? [] : [[key, unmarked(value)]])),
  );
}
