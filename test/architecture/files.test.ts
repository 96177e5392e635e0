import { describe, expect, test } from 'vitest';
import { brokenRules, FILE_RULES, sourceFiles } from './file-rules.js';

const files = sourceFiles('src', 'test', 'tools', 'kernels');

describe('The rules for files', () => {
  test('are kept by every file', () => {
    const broken = files.flatMap(({ path, text }) => brokenRules(path, text).map((rule) => `${path}: ${rule}`));
    expect(broken).toEqual([]);
  });

  test('look at the source, the tests, the tools and the kernels', () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'src/units/quantity.ts',
        'test/architecture/files.test.ts',
        'tools/check.ts',
        'kernels/draws.ts',
      ]),
    );
  });
});

describe('Each rule bites on a planted violation', () => {
  // Put together here, so that this file keeps the rules that it plants violations of.
  const joined = (...parts: string[]): string => parts.join('');
  const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
    ['a file has at most 300 lines', 'src/plan/compile.ts', '// a line\n'.repeat(301)],
    ['a file name is in kebab-case', 'src/plan/flatPlan.ts', ''],
    ['a name says what is inside', 'src/plan/plan-utils.ts', ''],
    ['a name says what is inside', 'test/helpers/chance.ts', ''],
    ['nothing is left for later', 'src/plan/compile.ts', joined('// TO', 'DO: later')],
    ['every test runs', 'test/unit/plan.test.ts', joined('test.', "only('a', () => {})")],
    ['a silenced rule gives its reason', 'src/plan/compile.ts', joined('// eslint-', 'disable-next-line eqeqeq')],
  ];

  test.each(planted)('%s: %s', (rule, path, text) => {
    expect(brokenRules(path, text)).toEqual([rule]);
  });

  test('each of them, and on none in a sound file', () => {
    expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(FILE_RULES.map(({ rule }) => rule)));
    const reasoned = joined('// eslint-', 'disable-next-line eqeqeq -- null and undefined both mean absent');
    expect(brokenRules('src/plan/compile.ts', `${reasoned}\n${'// a line\n'.repeat(299)}`)).toEqual([]);
  });
});
