import { isWithSource } from './form-schema.js';
import type { FormSchema, JsonSchema, ValueForm } from './form-schema.js';

/** How a value is asked for. */
export interface FieldShape {
  /** A box to tick, one of several, names with commas, words for people, or a text that the reader understands. */
  readonly input: 'truth' | 'choice' | 'names' | 'words' | 'value';
  /** What can be chosen, where it is one of several. */
  readonly choices: readonly string[];
  /** Values that show how it is written, the likeliest first. */
  readonly examples: readonly string[];
  /** In which form it is written, in words; empty where the examples say it. */
  readonly format: string;
  /** Keys that may stand beside it: where it comes from, since when, what to know. */
  readonly besides: readonly string[];
  /** A list even where it has one item. */
  readonly isAlwaysList: boolean;
}

const BESIDES = ['source', 'as-of', 'note', 'counts-as'];

/** How the value of a schema is asked for, as a line of a form. */
export function fieldShape(schema: JsonSchema, asked: FormSchema): FieldShape {
  const forms = asked.formsOf(schema);
  const plain = forms.filter(({ schema: { type } }) => type !== 'object' && type !== 'array');
  const withSource = forms.find((form) => isWithSource(form.schema))?.schema.properties as object | undefined;
  const isList = forms.some(({ schema: { type } }) => type === 'array');
  const choices = plain.flatMap(choicesOf);
  return {
    input: inputOf(plain, {
      isList,
      isChoice: choices.length > 0 && plain.every((form) => choicesOf(form).length > 0),
    }),
    choices,
    examples: [...new Set([...plain.flatMap(examplesOf), ...choices])],
    format: plain.map((form) => form.schema.description).find((words) => typeof words === 'string') ?? '',
    besides: BESIDES.filter((key) => withSource !== undefined && key in withSource),
    isAlwaysList: isList && plain.length === 0,
  };
}

function inputOf(
  plain: readonly ValueForm[],
  { isList, isChoice }: { readonly isList: boolean; readonly isChoice: boolean },
): FieldShape['input'] {
  if (isList) return 'names';
  if (plain.some(({ names }) => names.includes('text'))) return 'words';
  if (plain.length > 0 && plain.every(({ schema: { type } }) => type === 'boolean')) return 'truth';
  return isChoice ? 'choice' : 'value';
}

function choicesOf({ schema }: ValueForm): readonly string[] {
  if (Array.isArray(schema.enum)) return schema.enum.map(String);
  return 'const' in schema ? [String(schema.const)] : [];
}

/** Examples of the schema, or what its description has in quotation marks. */
function examplesOf({ schema }: ValueForm): readonly string[] {
  if (Array.isArray(schema.examples)) return schema.examples.map(String);
  const { description } = schema;
  if (typeof description !== 'string') return [];
  return [...description.matchAll(/"([^"]+)"/g)].map(([, example]) => example);
}
