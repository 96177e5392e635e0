import type { Element, ElementContent } from 'hast';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Root as MarkdownRoot } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { printable } from '../report/printable.js';
import type { Block, FigureNode } from './document/blocks.js';
import type { ReviewDocument, Section } from './document/review-document.js';
import { PAGE_STYLE } from './page/page-style.js';

/** What belongs to the page besides the words. */
export interface PageParts {
  /** By the name of its figure, each chart as SVG. */
  readonly charts: ReadonlyMap<string, string>;
  /** What lets charts answer to the pointer; undefined for a page without scripts. */
  readonly live?: LiveCharts | undefined;
}

/** Charts in the grammar of Vega, and the program that plays them. */
export interface LiveCharts {
  readonly program: string;
  /** SHA-256 of the program, in Base64: the only script that the page lets run. */
  readonly sha256: string;
  /** By the name of the figure, as JSON. */
  readonly charts: ReadonlyMap<string, string>;
}

/**
 * What may become of Markdown: words, lists, tables, links that lead to pages or to mail. Whatever else stands in it is
 * dropped, so that nothing of a file that came from elsewhere becomes alive.
 */
const WORDS_ONLY: Schema = {
  ...defaultSchema,
  tagNames: 'a blockquote br code del em h2 h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul'.split(' '),
  attributes: {
    a: ['href'],
    blockquote: [['className', 'bad', 'warning', 'good']],
    th: ['align'],
    td: ['align'],
    ol: ['start'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
};

/**
 * A review as one HTML file that needs nothing else: no network, light and dark as the reader's system wants, made to be
 * printed as well. Its content security policy forbids everything that it does not bring along.
 */
export function renderReviewPage(document: ReviewDocument, parts: PageParts = { charts: new Map() }): string {
  const { title, subject, sections } = document;
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charset: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policyOf(parts) }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', printable(`${title}: ${subject}`)),
      h('style', PAGE_STYLE),
    ]),
    h('body', [
      h('a', { className: 'skip', href: '#answer' }, 'To the answer'),
      masthead(document),
      h('div', { className: 'page' }, [
        contents(sections),
        h(
          'main',
          sections.map((section) => sectionElement(section, parts)),
        ),
      ]),
      ...footer(parts),
    ]),
  ]);
  return `<!doctype html>\n${toHtml(page, { allowDangerousHtml: true })}\n`;
}

function policyOf({ live }: PageParts): string {
  const script = live === undefined ? '' : ` script-src 'sha256-${live.sha256}';`;
  return `default-src 'none';${script} style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'`;
}

/** What the page carries besides its words, so that nobody wonders at its size. */
function footer({ live }: PageParts): readonly Element[] {
  if (live === undefined) return [];
  const size = `${Math.round(live.program.length / 1000)} kB`;
  return [
    h('footer', [
      h(
        'p',
        `Curves tell their numbers under the pointer. For that the page carries Vega, ${size}; it fetches nothing.`,
      ),
      h('script', { type: 'text/javascript' }, [raw(live.program)]),
    ]),
  ];
}

/** Text that is HTML already: our own, or made by Vega, which writes names as text. */
function raw(value: string): ElementContent {
  return { type: 'raw', value } as unknown as ElementContent;
}

function masthead({ title, organisation, logo, subject, facts }: ReviewDocument): Element {
  return h('header', { className: 'masthead' }, [
    h('div', { className: 'house' }, [
      ...(logo === undefined ? [] : [h('img', { src: logo.dataUri, alt: printable(logo.alternative) })]),
      ...(organisation === '' ? [] : [h('span', printable(organisation))]),
    ]),
    h('p', { className: 'kind' }, printable(title)),
    h('h1', printable(subject)),
    h(
      'dl',
      facts.flatMap(([term, value]) => [h('dt', printable(term)), h('dd', printable(value))]),
    ),
  ]);
}

function contents(sections: readonly Section[]): Element {
  return h('nav', { ariaLabel: 'Sections' }, [
    h(
      'ol',
      sections.map(({ name, title }) => h('li', h('a', { href: `#${name}` }, printable(title)))),
    ),
  ]);
}

function sectionElement({ name, title, blocks }: Section, parts: PageParts): Element {
  return h('section', { id: name, ariaLabelledBy: `${name}-title` }, [
    h('h2', { id: `${name}-title` }, printable(title)),
    ...blocks.flatMap((block) => (block.type === 'figure' ? [figureElement(block, parts)] : wordElements(block))),
  ]);
}

/** Words go through the sieve one block at a time; tables get room to scroll in on a narrow screen. */
function wordElements(block: Exclude<Block, FigureNode>): ElementContent[] {
  const root: MarkdownRoot = { type: 'root', children: [block] };
  const clean = sanitize(toHast(root), WORDS_ONLY);
  const children = clean.type === 'root' ? clean.children : [clean];
  return children
    .filter((child): child is ElementContent => child.type === 'element' || child.type === 'text')
    .map((child) =>
      child.type === 'element' && child.tagName === 'table'
        ? h('div', { className: 'table', tabIndex: 0, role: 'region', ariaLabel: 'Table' }, [child])
        : child,
    );
}

/** A chart under its question, with the answer in words for those who do not see it, and the numbers behind it. */
function figureElement({ figure }: FigureNode, { charts, live }: PageParts): Element {
  const { name, title, alternative, table } = figure;
  const svg = charts.get(name);
  const spec = live?.charts.get(name);
  return h('figure', { id: `figure-${name}` }, [
    h('figcaption', printable(title)),
    ...(svg === undefined
      ? []
      : [h('div', { className: 'chart', role: 'img', ariaLabel: printable(alternative) }, [raw(svg)])]),
    // No script by its type; what could end it early is written otherwise.
    ...(spec === undefined
      ? []
      : [h('script', { type: 'application/json', dataChart: name }, [raw(spec.replaceAll('<', '\\u003c'))])]),
    h('p', { className: 'alternative' }, printable(alternative)),
    h('details', [
      h('summary', 'The numbers behind it'),
      h('div', { className: 'table', tabIndex: 0, role: 'region', ariaLabel: 'Table' }, [
        h('table', [
          h(
            'thead',
            h(
              'tr',
              table.head.map((cell) => h('th', { scope: 'col' }, printable(cell))),
            ),
          ),
          h(
            'tbody',
            table.rows.map((row) =>
              h(
                'tr',
                row.map((cell) => h('td', printable(cell))),
              ),
            ),
          ),
        ]),
      ]),
    ]),
  ]);
}
