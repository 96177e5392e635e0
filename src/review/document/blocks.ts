import type { Blockquote, Code, Heading, List, Paragraph, PhrasingContent, Root, Table, TableCell, Text } from 'mdast';
import type { Figure } from '../../report/charts/figure.js';
import { printable } from '../../report/printable.js';

/** A chart in its place among the words: a node of Markdown's tree that Markdown itself does not have. */
export interface FigureNode {
  readonly type: 'figure';
  readonly figure: Figure;
}

/** What a section is made of, one below the other. */
export type Block = Blockquote | Code | Heading | List | Paragraph | Table | FigureNode | Root['children'][number];

/** A run of words: as it stands, or marked. */
export type Words = string | PhrasingContent;

/** Plain words. Whatever they came from they are text and nothing else, and steer neither terminal nor page. */
function plain(text: string): Text {
  return { type: 'text', value: printable(text) };
}

function marked(words: readonly Words[]): PhrasingContent[] {
  return words.map((each) => (typeof each === 'string' ? plain(each) : each));
}

/** Words that are not to be missed. A space beside them stands outside: inside, Markdown would have to write it by its number. */
export function strong(...words: readonly Words[]): PhrasingContent {
  return { type: 'strong', children: marked(words) };
}

/** A name, path or value as it stands in a file. */
export function inlineCode(text: string): PhrasingContent {
  return { type: 'inlineCode', value: printable(text) };
}

/** Sentences. */
export function paragraph(...words: readonly Words[]): Paragraph {
  return { type: 'paragraph', children: marked(words) };
}

/** A heading inside of a section. */
export function subheading(text: string): Heading {
  return { type: 'heading', depth: 3, children: [plain(text)] };
}

/** A list without order; of no items none is made. */
export function bullets(items: readonly (Words | readonly Words[])[], { isOrdered = false } = {}): Block[] {
  if (items.length === 0) return [];
  const children = items.map((item) => ({
    type: 'listItem' as const,
    spread: false,
    children: [paragraph(...(Array.isArray(item) ? (item as readonly Words[]) : [item as Words]))],
  }));
  return [{ type: 'list', ordered: isOrdered, spread: false, children }];
}

/** Commands that can be copied as they stand. */
export function shell(lines: readonly string[]): Code {
  return { type: 'code', lang: 'sh', value: lines.map(printable).join('\n') };
}

/** What must not be read past; `tone` decides on its colour on the page. */
export function callout(tone: 'bad' | 'warning' | 'good', ...words: readonly Words[]): Blockquote {
  return { type: 'blockquote', children: [paragraph(...words)], data: { hProperties: { className: [tone] } } };
}

/** A column of a table: its title, and whether numbers stand in it, which are set to the right. */
export type Column = string | { readonly title: string; readonly isNumber: true };

/** A column of numbers. */
export function numbers(title: string): Column {
  return { title, isNumber: true };
}

export type Cell = Words | readonly Words[];

/** A table; without rows none is made. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Block[] {
  if (rows.length === 0) return [];
  const cells = (row: readonly Cell[]): TableCell[] =>
    row.map((cell) => ({
      type: 'tableCell',
      children: marked(Array.isArray(cell) ? (cell as readonly Words[]) : [cell as Words]),
    }));
  const titles = columns.map((column) => (typeof column === 'string' ? column : column.title));
  return [
    {
      type: 'table',
      align: columns.map((column) => (typeof column === 'string' ? 'left' : 'right')),
      children: [titles, ...rows].map((row) => ({ type: 'tableRow', children: cells(row) })),
    },
  ];
}

/** A chart, in the place where it is to stand. */
export function chart(figure: Figure): FigureNode {
  return { type: 'figure', figure };
}

/** Those charts that there is something to draw for. */
export function charts(figures: readonly (Figure | undefined)[]): readonly FigureNode[] {
  return figures.filter((figure) => figure !== undefined).map(chart);
}
