import { autocompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { offerCompletions } from './editor/offer-completions.js';
import type { ShownProblem } from './engine/protocol.js';
import type { ExplorerStore } from './explorer-store.js';

/** By the palette of the charts, so that they are right in the dark as well. */
const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--chart-first)' },
  { tag: [tags.string, tags.content], color: 'var(--chart-ink)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--chart-soft)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.bracket, tags.brace], color: 'var(--chart-soft)' },
  { tag: tags.invalid, color: 'var(--chart-missed)' },
]);

/** The scenario as the text that it is, with its problems where they stand. */
export function YamlEditor({ store }: { readonly store: ExplorerStore }) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  useEffect(() => {
    if (place.current === null) return undefined;
    const editor = new EditorView({ parent: place.current, state: stateOf(store) });
    view.current = editor;
    return () => {
      editor.destroy();
      view.current = undefined;
    };
  }, [store]);
  useSignalEffect(() => {
    const { text } = store.scenario.value;
    const editor = view.current;
    if (editor === undefined || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  });
  useSignalEffect(() => {
    const { name } = store.scenario.value;
    const problems = store.problems.value.filter(({ file }) => file === name);
    const editor = view.current;
    if (editor === undefined) return;
    editor.dispatch(
      setDiagnostics(
        editor.state,
        problems.flatMap((problem) => diagnosticOf(problem, editor.state)),
      ),
    );
  });
  return <div ref={place} class="editor" />;
}

function stateOf(store: ExplorerStore): EditorState {
  return EditorState.create({
    doc: store.scenario.peek().text,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      highlightActiveLine(),
      autocompletion({ override: [offerCompletions(store)] }),
      lintGutter(),
      yaml(),
      syntaxHighlighting(COLOURS),
      keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': 'Scenario as YAML' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) store.write(update.state.doc.toString(), 'the editor');
      }),
    ],
  });
}

/** Where a problem stands in the text that is edited; nowhere when the text has become shorter since. */
function diagnosticOf({ line, column, length, message }: ShownProblem, { doc }: EditorState): Diagnostic[] {
  if (line > doc.lines) return [];
  const { from, text } = doc.line(line);
  const characters = [...text];
  const before = characters.slice(0, column - 1).join('').length;
  const meant = characters.slice(column - 1, column - 1 + length).join('').length;
  return [{ from: from + before, to: from + before + meant, severity: 'error', message }];
}
