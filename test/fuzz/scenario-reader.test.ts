import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem, readScenario } from '../../src/scenario/read-scenario.js';
import { columnsOf } from '../../src/scenario/visible-text.js';
import { SMALL_SCENARIO } from '../support/small-scenario.js';

/** Printed by fast-check with every failure, beside the path that leads back to it. */
const SEED = 20260112;

/** Pieces of the language and of YAML, and what does not belong in either. */
const PIECES = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '&a ',
    '*a',
    '<<: *a',
    '!!set ',
    '"',
    "'",
    '# ',
    '|',
    '>',
    '?',
    '---',
    '\t',
  ],
  ...[
    'null',
    'value',
    'lognormal',
    'mixture',
    '__proto__',
    'constructor',
    'toString',
    'p95',
    'every ',
    ' to ',
    '-',
    '1e400',
  ],
  ...[
    '45m',
    '90 GiB',
    '97%',
    '0 1 * * *',
    '2026-02-30',
    'rpo.',
    '.inf',
    '0x1F',
    '\u001b[31m',
    '\u202e',
    '\ud800',
    '計',
    '\0',
  ],
];

/** The small scenario with some stretches cut out, doubled, or replaced by pieces. */
const mutated = fc
  .array(
    fc.record({
      at: fc.nat(SMALL_SCENARIO.length),
      cut: fc.nat(40),
      piece: fc.constantFrom(...PIECES),
      doubled: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((edits) =>
    edits.reduce((text, { at, cut, piece, doubled }) => {
      const stretch = doubled ? text.slice(at, at + cut).repeat(2) : '';
      return text.slice(0, at) + piece + stretch + text.slice(at + cut);
    }, SMALL_SCENARIO),
  );

const noise = fc
  .array(fc.constantFrom(...PIECES, ...['a', 'b', ' ', '\n']), { maxLength: 60 })
  .map((pieces) => pieces.join(''));

/** Reads a text that may be anything, and looks at what is said about it. */
function inspect(text: string): void {
  const read = readScenario(text, { file: 'fuzz.yaml', load: () => undefined });
  if (read.kind === 'scenario') {
    expect(read.scenario.steps.length).toBeGreaterThan(0);
    return;
  }
  expect(read.problems.length).toBeGreaterThan(0);
  const lines = text.split('\n').length;
  let previous = 0;
  for (const problem of read.problems) {
    expect(problem.line).toBeGreaterThanOrEqual(Math.max(1, previous));
    expect(problem.line).toBeLessThanOrEqual(lines);
    expect(problem.column).toBeLessThanOrEqual(problem.sourceLine.length + 1);
    previous = problem.line;
    const shown = formatProblem(problem).split('\n');
    expect(shown.filter((line) => columnsOf(line) > 80)).toEqual([]);
    expect(shown.filter((line) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(line))).toEqual([]);
  }
}

describe('Whatever a file holds, the reader answers with a scenario or with problems in order', () => {
  test('when a good file is mutated', () => {
    fc.assert(fc.property(mutated, inspect), { seed: SEED, numRuns: 1500 });
  });

  test('when a good file is cut short', () => {
    const whole = fc.nat(SMALL_SCENARIO.length).map((length) => SMALL_SCENARIO.slice(0, length));
    fc.assert(fc.property(whole, inspect), { seed: SEED, numRuns: 200 });
  });

  test('when it is noise', () => {
    fc.assert(fc.property(noise, inspect), { seed: SEED, numRuns: 1500 });
  });

  test('and nothing that it holds reaches the prototype of other objects', () => {
    const text = SMALL_SCENARIO.replace(
      'runbook:',
      '__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\nrunbook:',
    );
    inspect(text);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('nor does a bomb of aliases keep it busy', () => {
    const levels = Array.from(
      { length: 40 },
      (_, level) => `a${String(level + 1)}: &a${String(level + 1)} [*a${String(level)}, *a${String(level)}]`,
    );
    const bomb = ['drillcast: 1', 'a0: &a0 [x, x]', ...levels].join('\n');
    const read = readScenario(bomb, { file: 'bomb.yaml', load: () => undefined });
    expect(read.kind === 'problems' && read.problems.map(({ expected }) => expected)).toEqual([
      'at most 20000 values, nested at most 64 deep',
    ]);
  });

  test('nor a file that is too long', () => {
    const read = readScenario(`# ${'x'.repeat(2 ** 20)}`, { file: 'long.yaml', load: () => undefined });
    expect(read.kind === 'problems' && read.problems.map(({ found }) => found)).toEqual(['1048578 characters']);
  });
});
