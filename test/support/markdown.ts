import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A page of the documentation, by its path from the top of the project. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** A block between two fences: ` ```yaml part file=plan.yaml ` has a language, marks and the name of a file. */
export interface FencedBlock {
  /** Of its first fence, counted from 1. */
  readonly line: number;
  readonly language: string;
  readonly marks: readonly string[];
  readonly file: string | undefined;
  readonly text: string;
}

/** Folders whose Markdown is not ours, or not of this version. */
const FOREIGN = new Set(['node_modules', 'dist', '.git', 'reports']);

/** Every Markdown page of the project. */
export function markdownPages(folder = '.'): readonly Page[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): readonly Page[] => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return FOREIGN.has(entry.name) ? [] : markdownPages(path);
    return entry.name.endsWith('.md') ? [{ path, text: readFileSync(path, 'utf8') }] : [];
  });
}

/** The fenced blocks of a page, in their order. */
export function fencedBlocks({ text }: Pick<Page, 'text'>): readonly FencedBlock[] {
  return [...text.matchAll(/^( *)(`{3,})([^\n`]*)\n([^]*?)^ *\2 *$/gm)].map((match) => {
    const [, indent, , info, body] = match;
    const [language = '', ...words] = info.trim().split(/\s+/);
    return {
      line: text.slice(0, match.index).split('\n').length,
      language,
      marks: words.filter((word) => !word.includes('=')),
      file: words.find((word) => word.startsWith('file='))?.slice('file='.length),
      text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    };
  });
}

/** Every word that stands in code within the sentences and tables of a page; the fenced blocks do not count. */
export function codeWords(text: string): ReadonlySet<string> {
  const spans = [...proseOf(text).matchAll(/`([^`]+)`/g)].map(([, code]) => code);
  return new Set(spans.flatMap((code) => [code, ...code.split(/[^\p{L}\p{N}_-]+/u)]));
}

/** Links of a page to other files of the project that lead nowhere, as `path:line target`. */
export function brokenLinks(page: Page): readonly string[] {
  const prose = proseOf(page.text);
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => ({ target: match[1], line: prose.slice(0, match.index).split('\n').length }))
    .filter(({ target }) => !/^[a-z]+:/.test(target) && !leadsSomewhere(page, target))
    .map(({ target, line }) => `${page.path}:${String(line)} ${target}`);
}

function leadsSomewhere(page: Page, target: string): boolean {
  const [, file, anchor] = /^([^#]*)#?(.*)$/.exec(target) as unknown as [string, string, string];
  const path = file === '' ? page.path : normalize(join(dirname(page.path), file));
  if (file !== '' && !existsSync(path)) return false;
  return anchor === '' || anchorsOf(file === '' ? page.text : readFileSync(path, 'utf8')).has(anchor);
}

/** The names under which GitHub shows the headings of a page. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...proseOf(text).matchAll(/^#+ +(.*)$/gm)].map(([, heading]) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** The page with its fenced blocks emptied, line for line. */
function proseOf(text: string): string {
  return text.replaceAll(/^( *)(`{3,})[^]*?^ *\2 *$/gm, (block) => block.replaceAll(/[^\n]/g, ''));
}
