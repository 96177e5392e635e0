import { useState } from 'preact/hooks';
import { problemsAt, type FormDesk } from './form-desk.js';
import { backToPattern, without } from './form-edits.js';
import { FieldRow, StandingWords } from './form-field-row.js';
import type { FormGroup } from './form-tree.js';
import { EntryAdder, KeyAdder } from './form-adders.js';
import { ProblemLines } from './problem-lines.js';

/** So many lines are made at once. */
const PAGE = 100;

/** A map with its name, closed until one opens it; what is closed is not made. */
function GroupBox({ desk, group }: { readonly desk: FormDesk; readonly group: FormGroup }) {
  const { path, keys, help, standing, map } = group;
  const isOpen = desk.isOpen(path);
  const wrong = problemsAt(desk, path, true).length;
  return (
    <details class="box" open={isOpen} onToggle={({ currentTarget }) => desk.setOpen(path, currentTarget.open)}>
      <summary>
        <b>{keys[keys.length - 1]}</b> <small>{map.entries.size}</small> <StandingWords standing={standing} />
        {wrong === 0 ? null : <small class="missed"> {wrong === 1 ? 'one problem' : `${wrong} problems`}</small>}
      </summary>
      {isOpen ? (
        <>
          {help === '' ? null : <p class="soft">{help}</p>}
          <GroupBody desk={desk} group={group} />
          <GroupDeeds desk={desk} group={group} />
        </>
      ) : null}
    </details>
  );
}

/** The values of a map, its maps, and what can be added. */
export function GroupBody({ desk, group }: { readonly desk: FormDesk; readonly group: FormGroup }) {
  const [most, setMost] = useState(PAGE);
  const nodes = desk.tree.childrenOf(group).filter(({ path }) => path !== 'drillcast');
  const rest = nodes.length - most;
  const names = desk.tree.schema.namesOf(group.schema);
  return (
    <div class="lines">
      {group.path === '' ? null : (
        <ProblemLines id={`${group.path}-problems`} problems={problemsAt(desk, group.path, false)} />
      )}
      {nodes
        .slice(0, most)
        .map((node) =>
          node.kind === 'field' ? (
            <FieldRow key={node.path} desk={desk} field={node} isWhole={false} />
          ) : (
            <GroupBox key={node.path} desk={desk} group={node} />
          ),
        )}
      {rest <= 0 ? null : (
        <button type="button" onClick={() => setMost(most + PAGE)}>
          Show {Math.min(PAGE, rest)} more of {rest}
        </button>
      )}
      {names === undefined ? (
        <KeyAdder desk={desk} group={group} />
      ) : (
        <EntryAdder desk={desk} group={group} names={names} />
      )}
    </div>
  );
}

function GroupDeeds({ desk, group: { path, keys, standing } }: { readonly desk: FormDesk; readonly group: FormGroup }) {
  const { isOwn, isInPattern } = standing;
  return (
    <p class="deeds">
      {isOwn && isInPattern ? (
        <button
          type="button"
          class="quiet"
          aria-label={`Back to the pattern: ${path}`}
          onClick={() => desk.edit((text) => backToPattern(text, desk.tree, keys), path)}
        >
          All of it back to the pattern
        </button>
      ) : null}
      <button
        type="button"
        class="quiet"
        aria-label={`Remove ${path}`}
        onClick={() => desk.edit((text) => without(text, desk.tree, keys), path)}
      >
        Remove {keys[keys.length - 1]}
      </button>
    </p>
  );
}
