import { useState } from 'preact/hooks';

/** What an input says of itself to those who do not see it. */
export interface SaidOfInput {
  readonly id: string;
  readonly name: string;
  readonly describedBy: string;
  readonly isWrong: boolean;
}

/** A text that is taken over when one leaves it or presses Enter; Escape brings back what was written. */
export function TextInput({
  said,
  written,
  examples,
  commit,
}: {
  readonly said: SaidOfInput;
  readonly written: string;
  readonly examples: readonly string[];
  readonly commit: (value: string) => void;
}) {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const list = `${said.id}-examples`;
  return (
    <>
      <input
        type="text"
        id={said.id}
        value={draft ?? written}
        aria-label={said.name}
        aria-describedby={said.describedBy}
        aria-invalid={said.isWrong}
        list={examples.length > 0 ? list : undefined}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => setDraft(currentTarget.value)}
        onChange={({ currentTarget }) => {
          setDraft(undefined);
          if (currentTarget.value !== written) commit(currentTarget.value);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setDraft(undefined);
        }}
      />
      {examples.length > 0 ? (
        <datalist id={list}>
          {examples.slice(0, MOST_EXAMPLES).map((example) => (
            <option key={example} value={example} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

/** More are no help to choose from. */
const MOST_EXAMPLES = 200;

/** One of several; what is written and none of them stays the first. */
export function ChoiceInput({
  said,
  written,
  choices,
  commit,
}: {
  readonly said: SaidOfInput;
  readonly written: string;
  readonly choices: readonly string[];
  readonly commit: (value: string) => void;
}) {
  const all = choices.includes(written) ? choices : [written, ...choices];
  return (
    <select
      id={said.id}
      value={written}
      aria-label={said.name}
      aria-describedby={said.describedBy}
      aria-invalid={said.isWrong}
      onChange={({ currentTarget }) => commit(currentTarget.value)}
    >
      {all.map((choice) => (
        <option key={choice} value={choice}>
          {choice === '' ? '–' : choice}
        </option>
      ))}
    </select>
  );
}

/** Yes or no. */
export function TruthInput({
  said,
  written,
  commit,
}: {
  readonly said: SaidOfInput;
  readonly written: string;
  readonly commit: (value: string) => void;
}) {
  return (
    <input
      type="checkbox"
      id={said.id}
      checked={written === 'true'}
      aria-label={said.name}
      aria-describedby={said.describedBy}
      aria-invalid={said.isWrong}
      onChange={({ currentTarget }) => commit(String(currentTarget.checked))}
    />
  );
}
