import { sliderScale } from '../slider-scale.js';
import { problemsAt, type FormDesk } from './form-desk.js';
import { backToPattern, withFieldBeside, withFieldValue, without } from './form-edits.js';
import { ChoiceInput, TextInput, TruthInput, type SaidOfInput } from './form-input.js';
import type { FormField, Standing } from './form-tree.js';
import { namesFor } from './names-for.js';
import { ProblemLines } from './problem-lines.js';
import { PROVENANCE_SOURCES } from '../../scenario/shape/provenance-keys.js';

/** Without these a file is none. */
const NEVER_REMOVED = new Set(['extends', 'name']);

/** A value with its name, its help, what is wrong with it, where it comes from, and what can be done about it. */
export function FieldRow({
  desk,
  field,
  isWhole,
}: {
  readonly desk: FormDesk;
  readonly field: FormField;
  readonly isWhole: boolean;
}) {
  const { path, keys, help, shape, standing } = field;
  const problems = problemsAt(desk, path, true);
  const id = `form ${path}`.replaceAll(' ', '_');
  const said: SaidOfInput = { id, name: path, describedBy: `${id}-help ${id}-problems`, isWrong: problems.length > 0 };
  const example = shape.input === 'truth' || shape.input === 'choice' ? '' : exampleWords(field);
  return (
    <div class={standing.isOwn ? 'field' : 'field is-inherited'}>
      <label for={id}>{isWhole ? path : keys[keys.length - 1]}</label> <StandingWords standing={standing} />
      <div class="value">
        <ValueInput desk={desk} field={field} said={said} />
        <FieldDeeds desk={desk} field={field} />
      </div>
      <small id={`${id}-help`}>
        {help}
        {example}
      </small>
      <ProblemLines id={`${id}-problems`} problems={problems} />
      {shape.besides.length === 0 ? null : <Besides desk={desk} field={field} />}
    </div>
  );
}

function ValueInput({
  desk,
  field,
  said,
}: {
  readonly desk: FormDesk;
  readonly field: FormField;
  readonly said: SaidOfInput;
}) {
  const { shape, written, path, keys } = field;
  const commit = (value: string): void => desk.edit((text) => withFieldValue(text, field, value), path);
  if (shape.input === 'truth' && /^(true|false)$/.test(written)) return <TruthInput {...{ said, written, commit }} />;
  if (shape.input === 'choice') return <ChoiceInput {...{ said, written, commit }} choices={shape.choices} />;
  const names = namesFor(desk.tree, keys);
  return <TextInput {...{ said, written, commit }} examples={names.length > 0 ? names : shape.examples} />;
}

function FieldDeeds({ desk, field }: { readonly desk: FormDesk; readonly field: FormField }) {
  const { path, keys, standing, written } = field;
  const { isOwn, isInPattern } = standing;
  return (
    <>
      {isOwn && isInPattern && !NEVER_REMOVED.has(path) ? (
        <button
          type="button"
          class="quiet"
          aria-label={`Back to the pattern: ${path}`}
          onClick={() => desk.edit((text) => backToPattern(text, desk.tree, keys), path)}
        >
          Back to the pattern
        </button>
      ) : null}
      {isPinnable(field) && !desk.isPinned(path) ? (
        <button type="button" class="quiet" aria-label={`Pin as slider: ${path}`} onClick={() => desk.pin(path)}>
          Pin as slider
        </button>
      ) : null}
      {(isOwn && isInPattern) || NEVER_REMOVED.has(path) || written === '' ? null : (
        <button
          type="button"
          class="quiet"
          aria-label={`Remove ${path}`}
          onClick={() => desk.edit((text) => without(text, desk.tree, keys), path)}
        >
          Remove
        </button>
      )}
    </>
  );
}

function isPinnable({ shape: { input }, path, written }: FormField): boolean {
  return input === 'value' && path !== 'drillcast' && sliderScale(written) !== undefined;
}

/** Where a value comes from: a line that opens. */
function Besides({ desk, field }: { readonly desk: FormDesk; readonly field: FormField }) {
  const { besides, shape, path } = field;
  const key = `${path} source`;
  const { source = 'no source', 'as-of': day, note } = besides;
  return (
    <details
      class="besides"
      open={desk.isOpen(key)}
      onToggle={({ currentTarget }) => desk.setOpen(key, currentTarget.open)}
    >
      <summary>
        <span class="hidden">Source of {path}: </span>
        {[source, day, note].filter((words) => words !== undefined).join(' · ')}
      </summary>
      {desk.isOpen(key)
        ? shape.besides.map((name) => <Beside key={name} desk={desk} field={field} name={name} />)
        : null}
    </details>
  );
}

const BESIDE_HELP: Readonly<Record<string, string>> = {
  source: 'where this value comes from',
  'as-of': 'the day on which it was true: 2026-01-14',
  note: 'what a reader should know about it',
  'counts-as': 'by how many measurements it is known',
};

function Beside({ desk, field, name }: { readonly desk: FormDesk; readonly field: FormField; readonly name: string }) {
  const { path, besides } = field;
  const id = `form ${path} ${name}`.replaceAll(' ', '_');
  const problems = problemsAt(desk, `${path}.${name}`, true);
  const said = { id, name: `${path} ${name}`, describedBy: `${id}-help`, isWrong: problems.length > 0 };
  const written = besides[name] ?? '';
  const commit = (value: string): void =>
    desk.edit((text) => withFieldBeside(text, field, name, value), `${path} ${name}`);
  return (
    <div class="beside">
      <label for={id}>{name}</label>
      {name === 'source' ? (
        <ChoiceInput {...{ said, written, commit }} choices={['', ...PROVENANCE_SOURCES]} />
      ) : (
        <TextInput {...{ said, written, commit }} examples={[]} />
      )}
      <small id={`${id}-help`}>{BESIDE_HELP[name]}</small>
    </div>
  );
}

/** Whether a value is the file's own, or which file it comes from. */
export function StandingWords({ standing: { isOwn, isInPattern, file } }: { readonly standing: Standing }) {
  if (!isOwn) return <small class="standing">from {file}</small>;
  return isInPattern ? <small class="standing">changed here</small> : null;
}

function exampleWords({ shape: { examples, format } }: FormField): string {
  const few = examples.slice(0, 2).join(', or ');
  return few === '' || format.includes(examples[0]) ? (format === '' ? '' : ` (${format})`) : ` (such as ${few})`;
}
