import type { Heading, Root } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { bullets, paragraph, strong, table, type Block, type FigureNode } from './document/blocks.js';
import type { ReviewDocument, Section } from './document/review-document.js';

/**
 * A review as GitHub-flavoured Markdown, for a pull request or a wiki. A chart becomes its question, its answer in words
 * and the table behind it.
 *
 * @returns lines, each ended by a newline.
 */
export function renderReviewMarkdown({ title, organisation, subject, facts, sections }: ReviewDocument): string {
  const root: Root = {
    type: 'root',
    children: [
      heading(1, `${title}: ${subject}`),
      ...(organisation === '' ? [] : [paragraph(strong(organisation))]),
      ...bullets(facts.map(([term, value]) => [strong(`${term}:`), ` ${value}`])),
      ...sections.flatMap(sectionNodes),
    ].filter((block) => block.type !== 'html') as Root['children'],
  };
  return toMarkdown(root, { extensions: [gfmTableToMarkdown({ tablePipeAlign: false })], bullet: '-', emphasis: '_' });
}

function sectionNodes({ title, blocks }: Section): readonly Block[] {
  return [heading(2, title), ...blocks.flatMap((block) => (block.type === 'figure' ? figureNodes(block) : [block]))];
}

function figureNodes({ figure: { title, alternative, table: data } }: FigureNode): readonly Block[] {
  return [paragraph(strong(title)), paragraph(alternative), ...table(data.head, data.rows)];
}

function heading(depth: Heading['depth'], text: string): Heading {
  const [line] = paragraph(text).children;
  return { type: 'heading', depth, children: [line] };
}
