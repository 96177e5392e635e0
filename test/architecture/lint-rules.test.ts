import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

// A planted file is on no disk, so the rules that need its types are off; the rules of the house need none.
const eslint = new ESLint({
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

async function complaintsAbout(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return result.messages.map(({ ruleId, message }) => ruleId ?? message);
}

describe('The linter holds the rules of the house', () => {
  test.each([
    ['chance outside random/', 'src/report/planted.ts', 'export const x = Math.random();', 'no-restricted-properties'],
    ['chance in a test', 'test/unit/planted.test.ts', 'export const x = Math.random();', 'no-restricted-properties'],
    ['the clock', 'src/study/planted.ts', 'export const x = Date.now();', 'no-restricted-properties'],
    ['the clock by new Date()', 'src/report/planted.ts', 'export const x = new Date();', 'no-restricted-syntax'],
    ['the console', 'src/study/planted.ts', "console.log('x');", 'no-restricted-globals'],
    ['the process', 'src/report/planted.ts', 'export const x = process.argv;', 'no-restricted-globals'],
    ['a timer', 'src/simulation/planted.ts', 'setTimeout(() => 1, 2);', 'no-restricted-globals'],
    [
      'Math.exp in the engine',
      'src/simulation/planted.ts',
      'export const x = Math.exp(2);',
      'no-restricted-properties',
    ],
    ['Math.log in a law', 'src/distributions/planted.ts', 'export const x = Math.log(2);', 'no-restricted-properties'],
    ['Math.cos in chance', 'src/random/planted.ts', 'export const x = Math.cos(2);', 'no-restricted-properties'],
    ['a power in the plan', 'src/plan/planted.ts', 'export const x = (y: number) => y ** 1.5;', 'no-restricted-syntax'],
    ['an enum', 'src/units/planted.ts', 'export enum X { A }', 'no-restricted-syntax'],
    [
      'a non-null assertion',
      'src/cli/planted.ts',
      'export const x = (y?: string) => y!.length;',
      '@typescript-eslint/no-non-null-assertion',
    ],
  ])('and bites on %s', async (_, path, text, rule) => {
    expect(await complaintsAbout(path, text)).toEqual([rule]);
  });

  test.each([
    ['the clock and the console in cli/', 'src/cli/planted.ts', 'console.log(Date.now(), new Date());'],
    ['Math.log in statistics/', 'src/statistics/planted.ts', 'export const x = Math.log(2);'],
    [
      'a square root and a power of two in the engine',
      'src/random/planted.ts',
      'export const x = Math.sqrt(2) * 2 ** 32;',
    ],
    ['a date made of a given instant', 'src/report/planted.ts', 'export const x = new Date(0);'],
  ])('and lets %s be', async (_, path, text) => {
    expect(await complaintsAbout(path, text)).toEqual([]);
  });
});
