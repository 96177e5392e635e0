import * as z from 'zod';
import type { Path } from '../document/located-tree.js';
import type { Words } from '../problem.js';

/** What a reader gives when it has refused its data. */
export const REFUSED = Symbol('refused');

/** Says what is wrong with a value, or with a part of it. */
export type Refuse = (words: Words, path?: Path, at?: 'key' | 'value') => typeof REFUSED;

/** Reads a value from bare data, or refuses it. */
export type Reader<Value> = (data: unknown, refuse: Refuse) => Value | typeof REFUSED;

/** What an editor is told about a value, as JSON Schema: a description, examples, the pattern of its text. */
export type SchemaNotes = Readonly<Record<string, unknown>>;

/** A shape that gives a value of one type, whatever it is read from. */
export type Shape<Value> = z.ZodType<Value>;

/** What an issue of ours carries beside its path. */
export interface IssueParams {
  readonly words: Words;
  readonly at: 'key' | 'value';
  /** The value has another form (a map where a text was read): in a union another branch may fit. */
  readonly isOtherForm: boolean;
}

/** How a value of one form is read. */
export interface LeafOptions<Value> {
  readonly form: 'scalar' | 'map' | 'list';
  /** What is said when the value has another form, or is missing. */
  readonly wanted: Words;
  readonly reader: Reader<Value>;
  readonly notes: SchemaNotes;
}

/** A shape whose values we read ourselves, because what is right about them is more than zod can say. */
export function leaf<Value>({ form, wanted, reader, notes }: LeafOptions<Value>): Shape<Value> {
  const shape = z.unknown().transform((data, context): Value => {
    const say = (path: Path, params: IssueParams): typeof REFUSED => {
      context.issues.push({ code: 'custom', input: data, path: [...path], params: { ...params } });
      return REFUSED;
    };
    if (formOf(data) !== form) {
      say([], { words: wanted, at: 'value', isOtherForm: true });
      return z.NEVER;
    }
    const value = reader(data, (words, path = [], at = 'value') => say(path, { words, at, isOtherForm: false }));
    return value === REFUSED ? z.NEVER : value;
  });
  return shape.meta(notes);
}

/** A check on a map as it was written, made whatever is wrong inside of it. */
export function checkedAlways<Checked extends z.ZodType>(
  shape: Checked,
  check: (data: Readonly<Record<string, unknown>>, refuse: Refuse) => void,
): Checked {
  const whatever = z.core._check(
    (payload) => {
      const { value } = payload;
      if (!isMap(value)) return;
      check(value, (words, path = [], at = 'value') => {
        const params = { words, at, isOtherForm: false } satisfies IssueParams;
        payload.issues.push({ code: 'custom', input: value, path: [...path], params, continue: true });
        return REFUSED;
      });
    },
    { when: () => true },
  );
  return shape.check(whatever);
}

/** True for the bare data of a map. */
export function isMap(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function formOf(data: unknown): 'scalar' | 'map' | 'list' | 'nothing' {
  if (isMap(data)) return 'map';
  if (Array.isArray(data)) return 'list';
  return data === undefined || data === null ? 'nothing' : 'scalar';
}
