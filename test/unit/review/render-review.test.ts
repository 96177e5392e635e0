import { describe, expect, it } from 'vitest';
import { bullets, callout, chart, inlineCode, paragraph, strong, table } from '../../../src/review/document/blocks.js';
import type { ReviewDocument } from '../../../src/review/document/review-document.js';
import { renderReviewMarkdown } from '../../../src/review/render-review-markdown.js';
import { renderReviewPage } from '../../../src/review/render-review-page.js';

const draw = () => ({ mark: 'point', data: { values: [] } }) as const;
const HOSTILE = '<script>alert(1)</script> [link](javascript:alert(2)) *bold* | pipe \u001b[31m';

const document: ReviewDocument = {
  title: 'Disaster recovery review',
  organisation: HOSTILE,
  logo: undefined,
  subject: HOSTILE,
  facts: [['Scenario', HOSTILE]],
  sections: [
    {
      name: 'answer',
      title: HOSTILE,
      blocks: [
        callout('bad', strong(HOSTILE)),
        paragraph(HOSTILE, inlineCode(HOSTILE)),
        ...bullets([HOSTILE]),
        ...table(['Name', { title: 'Number', isNumber: true }], [[HOSTILE, '1']]),
        chart({
          name: 'rto',
          title: HOSTILE,
          source: '',
          draw,
          alternative: HOSTILE,
          table: { head: [HOSTILE], rows: [[HOSTILE]] },
        }),
      ],
    },
  ],
};

describe('renderReviewPage', () => {
  const page = renderReviewPage(document);

  it('makes text of whatever a name holds, wherever it stands', () => {
    expect(page).not.toMatch(/<script|href="javascript|<em>/i);
    expect(page).not.toContain('\u001b');
    expect(page.match(/&#x3C;script>alert\(1\)/g)?.length).toBeGreaterThanOrEqual(10);
  });

  it('forbids by its policy everything that it does not bring along', () => {
    expect(page).toContain('content="default-src &#x27;none&#x27;;');
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it('names its language, its sections and its tables for those who hear it', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toContain('<section id="answer" aria-labelledby="answer-title">');
    expect(page).toMatch(/<div class="table" tabindex="0" role="region"/);
    expect(page).toContain('<th scope="col">');
  });

  it('keeps the tone of a callout and the side of numbers, which the sieve lets pass', () => {
    expect(page).toContain('<blockquote class="bad">');
    expect(page).toContain('<td align="right">1</td>');
  });

  it('drops HTML that came in as Markdown, and links that run something', () => {
    const block = { type: 'html', value: '<img src=x onerror=alert(3)>' } as const;
    const link = {
      type: 'paragraph',
      children: [{ type: 'link', url: 'javascript:alert(4)', children: [{ type: 'text', value: 'x' }] }],
    } as const;
    const given = { ...document, sections: [{ ...document.sections[0], blocks: [block, structuredClone(link)] }] };
    expect(renderReviewPage(given as unknown as ReviewDocument)).not.toMatch(/onerror|javascript:alert\(4\)/);
  });
});

describe('renderReviewMarkdown', () => {
  const text = renderReviewMarkdown(document);

  it('escapes what Markdown would act on', () => {
    expect(text).toContain('\\<script>');
    expect(text).toContain('\\[link]\\(javascript');
    expect(text.replaceAll(/`[^`]*`/g, '')).not.toMatch(/(^|[^\\])\[link\]\(/);
    expect(text).not.toContain('\u001b');
  });

  it('keeps a pipe inside of its cell', () => {
    const row = text.split('\n').find((line) => line.endsWith(' 1 |'));
    expect(row).toContain('\\| pipe');
  });

  it('tells a chart by its question, its answer and the numbers behind it', () => {
    const drawn = renderReviewMarkdown({
      ...document,
      sections: [
        {
          name: 'picture',
          title: 'Picture',
          blocks: [
            chart({
              name: 'rto',
              title: 'How long?',
              source: '',
              draw,
              alternative: 'Two hours.',
              table: { head: ['P50'], rows: [['2h']] },
            }),
          ],
        },
      ],
    });
    expect(drawn).toContain('## Picture\n\n**How long?**\n\nTwo hours.\n\n| P50 |\n| :- |\n| 2h |\n');
  });
});
