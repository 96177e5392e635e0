import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/version.js';
import { layersAsMarkdown } from './layers.js';

test('CONTRIBUTING.md prints the table of layers that is checked', () => {
  expect(asOneLine(readFileSync('CONTRIBUTING.md', 'utf8'))).toContain(asOneLine(layersAsMarkdown()));
});

test('the version in the source is the version of the package, and the changelog has a chapter on it', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(VERSION).toBe(manifest.version);
  expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`## [${VERSION}]`);
});

/** Tables padded by the formatter say the same as bare ones. */
function asOneLine(markdown: string): string {
  return markdown.replace(/-{3,}/g, '---').replace(/[^\S\n]+/g, ' ');
}
