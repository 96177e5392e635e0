import type { ImportResult } from '../evidence/tools/import-answer.js';
import type { PartEntry } from '../evidence/tools/part/surface-entries.js';
import { writeInto, writePart, type PartHead } from '../evidence/tools/part/write-part.js';
import { TOOL_TITLES } from '../evidence/tools/tool-name.js';
import { wrapWords } from '../report/text-width.js';
import type { Scenario } from '../scenario/scenario.js';
import { Refusal } from './refusal.js';
import { requireSound } from './sound-file.js';
import type { World } from './world.js';

const COLUMNS = 100;

/** What a part builds on: the reference to it, and a name by which the two are told apart. */
export function partOfBase({
  file,
  scenario,
}: {
  readonly file: string;
  readonly scenario: Scenario;
}): NonNullable<PartHead['base']> {
  return { reference: file, name: `${scenario.name}, as its backup tools show it` };
}

/** The part as a file: at its head where it comes from, what is wrong, and what it cannot show. */
export function partText({ answer, entries }: ImportResult, base: PartHead['base']): string {
  const comment = answer.surfaces.flatMap(({ name, tool, subject, asOf, findings, unseen }) => [
    ...lines(`${name}: from ${TOOL_TITLES[tool]}${subject === null ? '' : `, ${subject}`}, as of ${asOf}.`, ''),
    ...findings.flatMap(({ text }) => lines(text, '! ')),
    ...unseen.flatMap((sentence) => lines(sentence, '- ')),
  ]);
  const head = ['Written by drillcast import. Notes say what the tool states, and what is inferred from what ran.', ''];
  return writePart(entries, { comment: [...head, ...comment], ...(base === undefined ? {} : { base }) });
}

function lines(text: string, mark: string): readonly string[] {
  return wrapWords(text, COLUMNS).map((line, index) => (index === 0 ? mark + line : ' '.repeat(mark.length) + line));
}

/**
 * A scenario file with the entries written into it.
 *
 * @throws Refusal when one of them finds no place, or the file would have problems with them.
 */
export function partIntoFile(path: string, entries: readonly PartEntry[], world: World): string {
  const written = writeInto(world.files.read(path), entries);
  if (written.kind === 'no-place') {
    const mend = 'write the part to a file of its own with --out, and let it extend this one';
    throw new Refusal(`${path}: "${written.path.join('.')}" stands in what is shared or no map`, mend);
  }
  requireSound(path, written.text, world);
  return written.text;
}
