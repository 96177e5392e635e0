import type { Words } from '../problem.js';
import { both, meant } from './phrases.js';

/** Problems of names that are used in one place and defined in another. */

export type NamedKind = 'step' | 'role' | 'link' | 'site' | 'surface' | 'incident';

/** Where the names of each kind are defined. */
export const SECTIONS: Readonly<Record<NamedKind, string>> = {
  step: 'runbook',
  role: 'people',
  link: 'links',
  site: 'sites',
  surface: 'surfaces',
  incident: 'incidents',
};

const MOST_NAMES = 8;
const LONGEST_CIRCLE = 12;

/** A name that is used and defined nowhere; some of those that are defined are shown. */
export function unknownName(kind: NamedKind, name: string, known: readonly string[]): Words {
  const shown = known.slice(0, MOST_NAMES).join(', ');
  const more = known.length > MOST_NAMES ? ', …' : '';
  const list = known.length === 0 ? `there are none under "${SECTIONS[kind]}"` : `${shown}${more}`;
  const noun = kind === 'incident' ? 'an incident' : `a ${kind}`;
  return { expected: `the name of ${noun} (${list})`, ...meant(name, known) };
}

/** What can stand in a file without being of any use. */
export type StrayKind = Extract<NamedKind, 'step' | 'role' | 'link'>;

const USES: Readonly<Record<StrayKind, string>> = {
  step: 'a step that a milestone waits for',
  role: 'a role that a step needs',
  link: 'a link that a step uses',
};

/** A name that nothing uses and that is nearly an inherited one that is used. */
export const strayName = (kind: StrayKind, used: readonly string[], name: string): Words => ({
  expected: USES[kind],
  found: `"${name}", which none does`,
  ...meant(name, used),
});

export const namedTwice = (name: string): Words => ({ expected: 'each name once', found: `"${name}" again` });

/** Steps that wait for one another; of a long circle the beginning and the end are shown. */
export function followsItself(circle: readonly string[]): Words {
  const isLong = circle.length > LONGEST_CIRCLE;
  const shown = isLong ? [...circle.slice(0, LONGEST_CIRCLE - 2), '…', ...circle.slice(-1)] : circle;
  return {
    expected: 'steps that can be put in order',
    found: shown.join(' → '),
    mend: 'remove one "follows" of the circle',
  };
}

export const tooFewPeople = (role: string, count: number): Words => ({
  expected: `at most ${String(count)}, the count of role "${role}"`,
  mend: `need fewer, or raise people.${role}.count`,
});

export const backToNoPredecessor = (step: string, predecessors: readonly string[]): Words => ({
  expected:
    predecessors.length === 0
      ? `nothing: "${step}" follows no step`
      : `a step that "${step}" follows (${predecessors.slice(0, MOST_NAMES).join(', ')})`,
  mend: 'leave "back-to" out to repeat the step itself',
});

export const noMilestones = (required: readonly string[]): Words => ({
  expected: `${both(required)}, each with the steps that reach it`,
  mend: 'name the last step before reopening, and the last of all',
});

export const milestoneMissing = (): Words => ({ expected: 'the steps that reach this milestone' });

export const rtoTooEarly = (step: string, reopening: string): Words => ({
  expected: `"rto" only in a step that comes after service-reopened`,
  found: `"rto" in "${step}", which does not follow "${reopening}"`,
  mend: 'write "elapsed" for the time from the strike to the start of this step',
});

export const closedTooEarly = (reopening: string, closing: readonly string[]): Words => ({
  expected: `steps that follow service-reopened, and "${reopening}" comes before none of them`,
  found: both(closing.slice(0, MOST_NAMES)),
  mend: `name the last step of all, or let it follow "${reopening}"`,
});
