import { describe, expect, it } from 'vitest';
import type { ReviewDocument } from '../../../src/review/document/review-document.js';
import { renderReviewPage } from '../../../src/review/render-review-page.js';
import { renderReviewMarkdown } from '../../../src/review/render-review-markdown.js';
import { readTemplate } from '../../../src/review/template/read-template.js';

const read = (text: string) => readTemplate({ file: 'house.yaml', text });

const HOUSE = `review: 1
title: Quarterly review
organisation: Example Bank
logo: { file: logo.svg, alternative: Example Bank }
titles: { answer: For the board }
sections:
  - { title: Foreword, markdown: Read this first. }
  - { after: readiness, title: Open risks, markdown: "# Risks\\n\\n| a | b |\\n| - | - |\\n| 1 | 2 |" }
`;

describe('readTemplate', () => {
  it('reads title, organisation, logo, titles and sections in their places', () => {
    const template = read(HOUSE);
    if (template.kind !== 'template') throw new Error('it has problems');
    expect(template.logo).toEqual({ file: 'logo.svg', alternative: 'Example Bank' });
    expect(template.template).toMatchObject({
      title: 'Quarterly review',
      organisation: 'Example Bank',
      titles: { answer: 'For the board' },
      first: [{ name: 'own-1', title: 'Foreword' }],
      behind: { readiness: [{ name: 'own-2', title: 'Open risks' }], answer: [] },
    });
  });

  it.each([
    ['', 1, 'a template of a review'],
    ['title: x', 1, 'the key "review"'],
    ['review: 2', 1, '1, the version of the format'],
    ['review: 1\nlogo: { file: a.png }', 2, 'the key "alternative"'],
    ['review: 1\ntitles: { anser: x }', 2, 'one of'],
    ['review: 1\nsections:\n  - { after: end, title: x, markdown: y }', 3, 'answer'],
    ['review: 1\ncolour: red', 2, 'one of the keys'],
  ])('tells what is wrong with %j at its place', (text, line, expected) => {
    const found = read(text);
    if (found.kind !== 'problems') throw new Error('it has no problems');
    expect(found.problems[0].line).toBe(line);
    expect(`${found.problems[0].expected} ${found.problems[0].mend ?? ''}`).toContain(expected);
  });

  it('finds all problems at once', () => {
    const found = read('review: 1\ncolour: red\nlogo: { file: a.png }\nsections: [{ title: x }]');
    expect(found.kind === 'problems' ? found.problems.map(({ line }) => line) : []).toEqual([2, 3, 4]);
  });
});

describe('Markdown of a template', () => {
  const documentOf = (markdown: string): ReviewDocument => {
    const found = read(`review: 1\nsections:\n  - { title: Own, markdown: ${JSON.stringify(markdown)} }\n`);
    if (found.kind !== 'template') throw new Error('it has problems');
    const facts = [] as const;
    return { title: 't', organisation: '', logo: undefined, subject: 's', facts, sections: found.template.first };
  };

  it('keeps words, tables and links, with headings below the title of their section', () => {
    const page = renderReviewPage(documentOf('# Head\n\n*soft* [policy](https://example.org)\n\n| a |\n| - |\n| 1 |'));
    expect(page).toContain('<h3>Head</h3>');
    expect(page).toContain('<em>soft</em>');
    expect(page).toContain('<a href="https://example.org">policy</a>');
    expect(page).toContain('<td>1</td>');
  });

  it.each([
    ['<script>alert(1)</script>'],
    ['text <img src=x onerror=alert(1)> text'],
    ['![picture](https://example.org/pixel.png)'],
    ['[x](javascript:alert(1))'],
    ['[x](data:text/html,<script>alert(1)</script>)'],
    ['<a href="javascript:alert(1)">x</a>'],
  ])('lets nothing of %s come alive', (markdown) => {
    const document = documentOf(markdown);
    expect(renderReviewPage(document)).not.toMatch(/<script|<img|onerror|href="(javascript|data):/i);
    expect(renderReviewMarkdown(document)).not.toMatch(/<script|<img|<a |!\[/i);
  });
});
