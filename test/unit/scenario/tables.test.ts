import { describe, expect, test } from 'vitest';
import type { Law } from '../../../src/distributions/law.js';
import { problemsOf, readFiles } from '../../support/read-files.js';
import { changed } from '../../support/small-scenario.js';

const DRILLS = `drill,provision_minutes,restore,notify_s
2025-03,45,2h,90
2025-09,,90m,30

2026-03,-60,,12.5
`;

/** What a step takes that draws from a table, or what is wrong with it. */
function takes(table: string): Law | readonly string[] | undefined {
  const text = changed('declare: { takes: 15m }', `declare: { takes: { empirical: { file: drills.csv, ${table} } } }`);
  const read = readFiles({ 'small.yaml': text, 'drills.csv': DRILLS });
  return read.kind === 'scenario' ? read.scenario.steps[0].takes : problemsOf(read);
}

describe('A column of a table', () => {
  test('takes its unit from its heading', () => {
    expect(takes('column: notify')).toEqual({ kind: 'empirical', values: [12.5, 30, 90] });
    expect(takes('column: notify_s')).toEqual({ kind: 'empirical', values: [12.5, 30, 90] });
  });

  test('takes the unit that the scenario gives before that of its heading', () => {
    expect(takes('column: notify, unit: h')).toEqual({ kind: 'empirical', values: [45_000, 108_000, 324_000] });
  });

  test('may have units in its cells, and cells without a value', () => {
    expect(takes('column: restore')).toEqual({ kind: 'empirical', values: [5400, 7200] });
  });

  test('has its problems in the table', () => {
    expect(takes('column: provision')).toEqual([
      'drills.csv:5:1 runbook.declare.takes.empirical.values[1]: expected a duration that is not negative, found "-60 minutes"',
    ]);
  });

  test('exists', () => {
    expect(takes('column: provisions')).toEqual([
      'small.yaml:30:62 runbook.declare.takes.empirical.column: expected a column of the table (drill, provision_minutes, restore, notify_s), found "provisions"',
    ]);
  });

  test('without a unit is one problem, not one per line', () => {
    const text = changed('takes: 15m }', 'takes: { empirical: { file: bare.csv, column: hours } } }');
    const read = readFiles({ 'small.yaml': text, 'bare.csv': 'hours\n1\n2\n3\n' });
    expect(problemsOf(read)).toEqual([
      'bare.csv:2:1 runbook.declare.takes.empirical.values[0]: expected a duration with its unit, found 1',
    ]);
  });

  test('of bare numbers is what a speed needs', () => {
    const text = changed('speed: 20 }', 'speed: { empirical: { file: t.csv, column: speed } } }');
    const read = readFiles({ 'small.yaml': text, 't.csv': 'speed\n20\n10\n' });
    expect(read.kind === 'scenario' && read.scenario.steps[5].catchesUp?.speed).toEqual({
      kind: 'empirical',
      values: [10, 20],
    });
  });

  test('keeps the table among the sources of the scenario', () => {
    const text = changed('takes: 15m }', 'takes: { empirical: { file: t.csv, column: x_h } } }');
    const read = readFiles({ 'small.yaml': text, 't.csv': 'x_h\n1\n' });
    expect(read.kind === 'scenario' && read.scenario.sources.map(({ file }) => file)).toEqual(['small.yaml', 't.csv']);
  });

  test('is read from a table that is well-formed', () => {
    const text = changed('takes: 15m }', 'takes: { empirical: { file: t.csv, column: x } } }');
    const [problem] = problemsOf(readFiles({ 'small.yaml': text, 't.csv': 'x\n"1\n' }));
    expect(problem).toMatch(/^small\.yaml:30:42 runbook\.declare\.takes\.empirical\.file: expected a table of comma-/);
  });
});
