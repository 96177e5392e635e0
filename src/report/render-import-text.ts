import type { Assumption } from '../evidence/tools/against/assumption.js';
import type { ImportAnswer, ImportedSurface } from '../evidence/tools/import-answer.js';
import { TOOL_TITLES } from '../evidence/tools/tool-name.js';
import { countText } from './count-text.js';
import { instantText } from './instant-text.js';
import { instant } from '../units/quantity.js';
import { printable } from './printable.js';
import type { Style } from './style.js';
import { plainStyle } from './style.js';
import { fitLeft, wrapWords } from './text-width.js';

/**
 * What was read of backup tools, for the terminal: per surface what its history shows, what is wrong in it, what cannot
 * be seen, and what a scenario assumes of it; then what was assumed while reading.
 *
 * @returns lines, each ended by a newline.
 * @throws RangeError when `columns` is below 80, for which the tables are made.
 */
export function renderImportText(
  answer: ImportAnswer,
  { columns = 80, style = plainStyle }: { readonly columns?: number; readonly style?: Style } = {},
): string {
  if (!(columns >= 80)) throw new RangeError(`renderImportText: columns must be at least 80, is ${columns}`);
  const sections = [
    ...answer.surfaces.flatMap((surface) => surfaceSections(surface, answer, columns, style)),
    remarkLines(answer, columns, style),
  ];
  const lines = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function surfaceSections(
  surface: ImportedSurface,
  { timezone, against }: ImportAnswer,
  columns: number,
  style: Style,
): readonly (readonly string[])[] {
  const asOf = instantText(instant(Date.parse(surface.asOf) / 1000), timezone);
  const restores = surface.restores === 0 ? '' : `, ${plural(surface.restores, 'restore')}`;
  const subject = surface.subject === null || surface.subject === surface.name ? '' : ` ${printable(surface.subject)}`;
  const head = `${printable(surface.name)}: ${TOOL_TITLES[surface.tool]}${subject}, ${plural(surface.runs, 'run')}${restores}, as of ${asOf}`;
  return [
    [...wrapWords(head, columns).map(style.bold), ...valueLines(surface, columns, style)],
    findingLines(surface, columns, style),
    assumptionLines(surface, against, columns, style),
    listed('What the history does not show', surface.unseen, '–', { columns, style }),
  ];
}

/** Columns for the key of a value. */
const KEY = 18;

/** Keys stand below the part of the surface that they belong to. */
function valueLines({ values }: ImportedSurface, columns: number, style: Style): readonly string[] {
  if (values.length === 0) return ['  Nothing that a scenario could take.'];
  return withHeadings(
    values,
    ({ path }) => path,
    (key, { text, origin, words }) => {
      const said = words.startsWith(origin) ? words : `${origin}: ${words}`;
      const why = wrapWords(said, columns - KEY - 2).map((line) => ' '.repeat(KEY + 2) + style.dim(line));
      return [`  ${fitLeft(key, KEY - 1)} ${text}`, ...why];
    },
  );
}

/** Rows by their paths, a line for each part of the surface before the rows that belong to it. */
function withHeadings<Row>(
  rows: readonly Row[],
  pathOf: (row: Row) => string,
  linesOf: (key: string, row: Row) => readonly string[],
): readonly string[] {
  let heading = '';
  return rows.flatMap((row) => {
    const path = pathOf(row);
    const cut = path.lastIndexOf('.');
    const own = cut < 0 ? '' : path.slice(0, cut);
    const title = own !== heading && own !== '' ? [`  ${own}`] : [];
    heading = own;
    return [...title, ...linesOf(cut < 0 ? path : `  ${path.slice(cut + 1)}`, row)];
  });
}

function findingLines({ findings }: ImportedSurface, columns: number, style: Style): readonly string[] {
  if (findings.length === 0) return [`${style.bold('What is wrong in it')}  ${style.green('nothing was found')}`];
  const lines = findings.flatMap(({ severity, text }) => {
    const mark = severity === 'problem' ? style.red('✗') : style.yellow('○');
    return hanging(mark, text, columns);
  });
  return [style.bold('What is wrong in it'), ...lines];
}

/** Columns of the table of assumptions: key, assumed, observed. */
const [ASSUMED, OBSERVED] = [25, 25];

function assumptionLines(
  { name, assumptions }: ImportedSurface,
  against: string | null,
  columns: number,
  style: Style,
): readonly string[] {
  if (against === null) return [];
  const title = `${fitLeft('Assumptions', KEY)}  ${fitLeft('assumed', ASSUMED)} observed`;
  if (assumptions.length === 0) return [style.bold(title), '  Neither says anything of it.'];
  const pathOf = ({ path }: Assumption): string => path.slice(`surfaces.${name}.`.length);
  const rows = withHeadings(assumptions, pathOf, (key, { assumed, observed, verdict, words }) => {
    const cells = `${fitLeft(assumed ?? '–', ASSUMED)} ${fitLeft(observed ?? '–', OBSERVED)}`;
    const said = wrapWords(words, columns - KEY - 2).map((line) => ' '.repeat(KEY + 2) + style.dim(line));
    return [`  ${fitLeft(key, KEY - 1)} ${cells} ${verdictText(verdict, style)}`.trimEnd(), ...said];
  });
  return [style.bold(title), ...rows];
}

/** What has nothing beside it is said in the words below. */
function verdictText(verdict: Assumption['verdict'], style: Style): string {
  switch (verdict) {
    case 'agrees':
      return style.green('agrees');
    case 'differs':
      return style.red('differs');
    case 'undecided':
      return style.yellow('?');
    case 'only-assumed':
    case 'only-observed':
      return '';
    default:
      return verdict satisfies never;
  }
}

/** A remark that many files share is said once. */
function remarkLines({ remarks }: ImportAnswer, columns: number, style: Style): readonly string[] {
  const files = new Map<string, { times: number; readonly names: string[] }>();
  for (const { file, text, times } of remarks) {
    const known = files.get(text);
    if (known === undefined) files.set(text, { times, names: [file] });
    else {
      known.times += times;
      known.names.push(file);
    }
  }
  const sentences = [...files].map(([text, { times, names }]) => {
    const where = names.length === 1 ? printable(names[0]) : `${String(names.length)} files`;
    return `${text} (${where}${times > 1 ? `, ${countText(times)} times` : ''})`;
  });
  return listed('Assumed while reading', sentences, '–', { columns, style });
}

function listed(
  title: string,
  sentences: readonly string[],
  mark: string,
  { columns, style }: { readonly columns: number; readonly style: Style },
): readonly string[] {
  if (sentences.length === 0) return [];
  return [style.bold(title), ...sentences.flatMap((sentence) => hanging(mark, sentence, columns))];
}

/** A sentence behind a mark, its further lines below its first word. */
function hanging(mark: string, text: string, columns: number): readonly string[] {
  return wrapWords(printable(text), columns - 4).map((line, index) =>
    index === 0 ? `  ${mark} ${line}` : `    ${line}`,
  );
}

function plural(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? '' : 's'}`;
}
