import * as z from 'zod';
import { scenarioShape } from './shape/scenario-shape.js';

/**
 * Whether the reader of scenarios takes a value at a place, whatever stands elsewhere: what a field or a slider may offer there.
 *
 * @param path keys from the top of the file, those of a value with its source included.
 * @param data what YAML makes of the text of the value.
 */
export function readsAt(path: readonly string[], data: unknown): boolean {
  let shapes: readonly z.core.$ZodType[] = [scenarioShape];
  for (const key of path) shapes = shapes.flatMap((shape) => below(shape, key));
  return shapes.some((shape) => z.safeParse(shape, data).success);
}

/** The shapes behind a key: several, where a value can be written in several forms. */
function below(shape: z.core.$ZodType, key: string): readonly z.core.$ZodType[] {
  const { def } = (shape as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.hasOwn(def.shape, key) ? [def.shape[key]] : [];
    case 'record':
      return [def.valueType];
    case 'union':
      return def.options.flatMap((option) => below(option, key));
    case 'optional':
    case 'default':
      return below(def.innerType, key);
    case 'pipe':
      return below(def.in, key);
    case 'lazy':
      return below(def.getter(), key);
    default:
      // A leaf that we read ourselves has no parts of its own.
      return [];
  }
}
