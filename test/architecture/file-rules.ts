import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

interface FileRule {
  readonly rule: string;
  readonly isBroken: (path: string, text: string) => boolean;
}

const LINES_AT_MOST = 300;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.bench|\.config|\.d)?\.tsx?$/;
const NAME_OF_NOTHING = /(^|[/.-])(utils?|helpers?|misc|common|part-?\d)([/.-]|$)/;
// Brackets, so that it does not find itself.
const LEFT_FOR_LATER = /\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b/;
const SKIPPED_OR_FOCUSED = /\b(describe|test|it)\.(skip|only|todo|fails)\b/;
const SILENCED_WITHOUT_REASON = /eslint-disable(?!.* -- \S)/;

/** What a file of the project keeps, whatever it holds. */
export const FILE_RULES: readonly FileRule[] = [
  { rule: `a file has at most ${LINES_AT_MOST} lines`, isBroken: (_, text) => lineCount(text) > LINES_AT_MOST },
  { rule: 'a file name is in kebab-case', isBroken: (path) => !KEBAB_CASE.test(basename(path)) },
  { rule: 'a name says what is inside', isBroken: (path) => NAME_OF_NOTHING.test(path) },
  { rule: 'nothing is left for later', isBroken: (_, text) => LEFT_FOR_LATER.test(text) },
  { rule: 'every test runs', isBroken: (_, text) => SKIPPED_OR_FOCUSED.test(text) },
  { rule: 'a silenced rule gives its reason', isBroken: (_, text) => SILENCED_WITHOUT_REASON.test(text) },
];

/** The names of the rules that this file breaks. */
export function brokenRules(path: string, text: string): string[] {
  return FILE_RULES.filter(({ isBroken }) => isBroken(path, text)).map(({ rule }) => rule);
}

/** Every TypeScript file below these folders, by its path. */
export function sourceFiles(...folders: string[]): { readonly path: string; readonly text: string }[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name).replaceAll('\\', '/'),
      ),
    )
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}
