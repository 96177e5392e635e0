import type { Nodes, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block } from '../document/blocks.js';

/** Headings of a section begin below its own. */
const HIGHEST_HEADING = 3;

/**
 * GitHub-flavoured Markdown as blocks of a section. HTML and pictures in it are left out: the one could be alive, the others
 * would have to be fetched. Of links that lead neither to a page nor to mail the words stay.
 */
export function markdownBlocks(text: string): readonly Block[] {
  const root = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  sift(root);
  return root.children;
}

function sift(parent: Root | Parents): void {
  const kept = (parent.children as Nodes[])
    .filter(({ type }) => !LEFT_OUT.has(type))
    .flatMap((child): Nodes[] => (child.type === 'link' && !SAFE_LINK.test(child.url) ? child.children : [child]));
  for (const child of kept) {
    if (child.type === 'heading') child.depth = Math.min(6, child.depth + HIGHEST_HEADING - 1) as typeof child.depth;
    if ('children' in child) sift(child);
  }
  parent.children = kept as typeof parent.children;
}

const SAFE_LINK = /^(https?:\/\/|mailto:)/i;

const LEFT_OUT: ReadonlySet<string> = new Set(['html', 'image', 'imageReference', 'definition']);
