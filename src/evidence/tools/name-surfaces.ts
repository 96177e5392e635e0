import { nearestName } from '../../scenario/nearest-name.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { BackupLog } from './backup-log.js';
import { TOOL_TITLES } from './tool-name.js';

/** A name in the scenario for each log, in their order, or why there is none, with its mend. */
export type NamedSurfaces =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string; readonly mend: string };

/** What a log without a name is called; everything that has none is PostgreSQL. */
const USUAL_NAME = 'postgresql';

/**
 * Decides what the surfaces are called: by the wish of the reader, `NAME` for the only log or `SUBJECT=NAME` for one of
 * several, else as the tool calls them. In a scenario there must be a surface of that name: it is not guessed which of
 * its surfaces is meant.
 */
export function nameSurfaces(
  logs: readonly BackupLog[],
  { wishes, scenario }: { readonly wishes: readonly string[]; readonly scenario: Scenario | undefined },
): NamedSurfaces {
  const subjects = logs.map(({ subject }) => subject ?? USUAL_NAME);
  const named = new Map<string, string>();
  for (const wish of wishes) {
    const [subject, name] = splitWish(wish, subjects);
    if (name === undefined) {
      return refused(
        `--surface ${wish}: ${String(logs.length)} things are in the files`,
        `write --surface '${subjects[0]}=${wish}'`,
      );
    }
    if (!subjects.includes(subject)) {
      return refused(
        `--surface ${wish}: nothing in the files is called "${subject}"`,
        `the files have ${quoted(subjects)}`,
      );
    }
    if (!NAME.test(name)) return refused(`--surface ${wish}: "${name}" is no name of a surface`, NAME_RULE);
    named.set(subject, name);
  }
  const names = subjects.map((subject) => named.get(subject) ?? nameOf(subject));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    return refused(
      `two things would be called "${twice}"`,
      `name one of them: --surface '${subjects[names.lastIndexOf(twice)]}=…'`,
    );
  }
  const unknown = names.findIndex((name) => scenario?.surfaces.some((surface) => surface.name === name) === false);
  return unknown < 0 ? { kind: 'names', names } : unknownSurface(logs[unknown], names[unknown], { subjects, scenario });
}

const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
const NAME_RULE = 'a name begins with a letter and goes on with letters, digits, - and _';

/** `SUBJECT=NAME`, where the subject may hold a `=` of its own; or a name for the only one. */
function splitWish(wish: string, subjects: readonly string[]): readonly [subject: string, name: string | undefined] {
  const cut = wish.lastIndexOf('=');
  if (cut >= 0) return [wish.slice(0, cut), wish.slice(cut + 1)];
  return subjects.length === 1 ? [subjects[0], wish] : [wish, undefined];
}

/** A name of the scenario language for whatever a tool calls something. */
function nameOf(subject: string): string {
  const plain = subject.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^[^A-Za-z]+|-+$/g, '');
  return plain === '' ? USUAL_NAME : plain;
}

function unknownSurface(
  { tool }: BackupLog,
  name: string,
  { subjects, scenario }: { readonly subjects: readonly string[]; readonly scenario: Scenario | undefined },
): NamedSurfaces {
  const surfaces = (scenario?.surfaces ?? []).map((surface) => surface.name);
  const subject = subjects.find((one) => nameOf(one) === name) ?? name;
  const nearest = nearestName(name, surfaces) ?? surfaces.at(0) ?? USUAL_NAME;
  const wish = subjects.length === 1 ? nearest : `${subject}=${nearest}`;
  return refused(
    `${TOOL_TITLES[tool]}, "${subject}": the scenario has no surface "${name}"`,
    `say which one it is, such as --surface ${/^[\w=-]+$/.test(wish) ? wish : `'${wish}'`}; the scenario has ${quoted(surfaces)}`,
  );
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

function refused(why: string, mend: string): NamedSurfaces {
  return { kind: 'refused', why, mend };
}
