import * as z from 'zod';

/**
 * A map with known keys only. The message of an unknown key lists the known ones, with blanks between them, so that
 * the wording can offer the nearest.
 */
export function keyed<Keys extends z.core.$ZodLooseShape>(keys: Keys): z.ZodObject<Keys, z.core.$strict> {
  const known = Object.keys(keys).join(' ');
  return z.strictObject(keys, { error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined) });
}

/**
 * A map that a file may give in part, because what it extends gives the rest: every key is optional for an
 * editor, and `key: null` removes. What is missing after merging is found by the reader.
 */
export function mergeable<Keys extends z.core.$ZodLooseShape>(keys: Keys): z.ZodObject<Keys, z.core.$strict> {
  return keyed(keys).meta({ [MERGEABLE]: true });
}

/** Marks the schema of a map that a file may give in part; taken out again before the schema is written. */
export const MERGEABLE = 'x-mergeable';
