import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../src/plan/compile.js';
import { formatProblem } from '../../src/scenario/format-problem.js';
import { readScenario } from '../../src/scenario/read-scenario.js';
import type { ReadResult } from '../../src/scenario/read-scenario.js';
import { replicate } from '../../src/study/replicate.js';
import { fencedBlocks } from './markdown.js';
import type { FencedBlock, Page } from './markdown.js';

/**
 * How the YAML of the documentation is marked:
 *
 * - a block that says `drillcast: 1` is a complete scenario;
 * - ` ```yaml part ` is read as a file that extends the first complete scenario of its page;
 * - ` ```yaml broken ` is a scenario that must have a problem;
 * - ` ```yaml other ` is no scenario (a workflow of a CI service, say).
 *
 * `file=NAME` behind that puts the block, of whatever language, under that name beside the others of its page.
 */
const MARKS = ['part', 'broken', 'other'];

/** Enough to meet most of what an example describes, and quick. */
const FEW_INCIDENTS = 50;

/** Blocks of YAML that are not what they say they are, as `path:line what is wrong`. */
export function faultsOfScenarios(page: Page): readonly string[] {
  const files = namedBlocks(page);
  const base = fencedBlocks(page).find(isComplete);
  return fencedBlocks(page)
    .filter(({ language }) => language === 'yaml')
    .flatMap((block) => {
      const fault = faultOf(block, files, base);
      return fault === undefined ? [] : [`${page.path}:${String(block.line)} ${fault}`];
    });
}

/** The texts of the named blocks of a page, by their names. */
export function namedBlocks(page: Page): Readonly<Record<string, string>> {
  return Object.fromEntries(fencedBlocks(page).flatMap(({ file, text }) => (file === undefined ? [] : [[file, text]])));
}

function isComplete({ language, marks, text }: FencedBlock): boolean {
  return language === 'yaml' && !MARKS.some((mark) => marks.includes(mark)) && /^drillcast: 1$/m.test(text);
}

function faultOf(
  block: FencedBlock,
  files: Readonly<Record<string, string>>,
  base: FencedBlock | undefined,
): string | undefined {
  if (block.marks.includes('other')) return undefined;
  if (block.marks.includes('broken')) {
    return read(block.text, files).kind === 'problems' ? undefined : 'is marked as broken, and has no problem';
  }
  if (isComplete(block)) return faultOfPlaying(read(block.text, files));
  if (!block.marks.includes('part')) return `is neither complete nor marked as ${MARKS.join(', ')}`;
  if (base === undefined) return 'is a part on a page without a complete scenario';
  return faultOfPlaying(
    read(`drillcast: 1\nextends: the-complete-one\n${block.text}`, { ...files, 'the-complete-one': base.text }),
  );
}

function read(text: string, files: Readonly<Record<string, string>>): ReadResult {
  return readScenario(text, {
    file: 'example.yaml',
    load: (reference) => {
      const name = reference.replace(/^\.\//, '');
      const shipped = join('scenarios', `${name}.yaml`);
      if (Object.hasOwn(files, name)) return { file: name, text: files[name] };
      return existsSync(shipped) ? { file: name, text: readFileSync(shipped, 'utf8') } : undefined;
    },
  });
}

/** An example must not only be read but also be played: some faults show no earlier. */
function faultOfPlaying(result: ReadResult): string | undefined {
  if (result.kind === 'problems') return `has problems:\n${result.problems.map(formatProblem).join('\n')}`;
  const { metrics } = replicate(compile(result.scenario), { seed: 1, incidents: FEW_INCIDENTS });
  const isRecovered = metrics.every(({ values }) => values.some((value) => Number.isFinite(value)));
  return isRecovered ? undefined : 'has a metric without any value';
}
