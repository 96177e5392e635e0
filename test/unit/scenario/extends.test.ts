import { describe, expect, test } from 'vitest';
import { readScenario } from '../../../src/scenario/read-scenario.js';
import { problemsOf, readFiles } from '../../support/read-files.js';
import { SMALL_SCENARIO } from '../../support/small-scenario.js';

/** The small scenario with some lines on top of it. */
function extended(...lines: readonly string[]) {
  return readFiles({
    'child.yaml': ['drillcast: 1', 'extends: ./small.yaml', ...lines, ''].join('\n'),
    './small.yaml': SMALL_SCENARIO,
  });
}

function scenarioOf(...lines: readonly string[]) {
  const read = extended(...lines);
  if (read.kind === 'problems') throw new Error(problemsOf(read).join('\n'));
  return read.scenario;
}

describe('A file that extends another', () => {
  test('is told the pattern that it probably meant', () => {
    const text = 'drillcast: 1\nextends: patterns/hotcold\n';
    const read = readScenario(text, { file: 'a.yaml', load: () => undefined, patterns: ['dalp', 'patterns/hot-cold'] });
    const mends = read.kind === 'problems' ? read.problems.map(({ mend }) => mend) : [];
    expect(mends).toEqual(['did you mean "patterns/hot-cold"?']);
  });

  test.each([
    ['runbook: { provison: { takes: 9h } }', 'runbook.provison', 'provision'],
    ['people: { engineer: { count: 9 } }', 'people.engineer', 'engineers'],
    ['links: { restores: { rate: 1 GiB/s } }', 'links.restores', 'restore'],
  ])('may not add what nothing uses and is nearly inherited: %s', (line, path, meant) => {
    const read = extended(line);
    const problems = read.kind === 'problems' ? read.problems : [];
    expect(problems.map((problem) => [problem.path, problem.mend])).toEqual([[path, `did you mean "${meant}"?`]]);
  });

  test('may add what nothing uses and is like nothing inherited, and what is used however near it is', () => {
    expect(scenarioOf('people: { auditors: { count: 1 } }').roles).toHaveLength(3);
    const more = 'runbook: { provision-2: { follows: provision, takes: 1h }, restore: { follows: provision-2 } }';
    expect(scenarioOf(more).steps).toHaveLength(7);
  });

  test('may add a surface that no step names, however near it is to another: its loss counts', () => {
    const surfaces = scenarioOf('surfaces: { database-2: { replication: { every: 1h, takes: 1m } } }').surfaces;
    expect(surfaces.map(({ name }) => name)).toContain('database-2');
  });

  test('inherits what it does not say, the name included', () => {
    expect(scenarioOf()).toMatchObject({ name: 'Small', timezone: 'Europe/Brussels' });
  });

  test('overrides single keys of a map', () => {
    const [engineers] = scenarioOf('people: { engineers: { count: 5 } }').roles;
    expect(engineers).toMatchObject({ count: 5, callOut: { kind: 'lognormal' } });
  });

  test('replaces a law whole', () => {
    const { steps } = scenarioOf('runbook: { provision: { takes: { uniform: { min: 1h, max: 2h } } } }');
    expect(steps[1].takes).toEqual({ kind: 'uniform', min: 3600, max: 7200 });
  });

  test('replaces a list whole', () => {
    const { steps } = scenarioOf('runbook: { reconcile: { catches-up: { behind: rpo } } }');
    expect(steps[5].catchesUp?.behind).toEqual([{ kind: 'rpo' }]);
  });

  test('removes what it gives as null', () => {
    const { steps, links } = scenarioOf('links: null', 'runbook: { restore: { transfers: { over: null } } }');
    expect(links).toEqual([]);
    expect(steps[2].transfers).not.toHaveProperty('over');
  });

  test('adds its steps after the inherited ones, and overrides in their place', () => {
    const { steps } = scenarioOf('runbook: { detect: { takes: 1m }, declare: { follows: detect } }');
    expect(steps.map(({ name }) => name)).toEqual([
      ...['declare', 'provision', 'restore', 'replay', 'validate', 'reconcile'],
      'detect',
    ]);
  });

  test('may call a role by the name of a law', () => {
    const { roles } = scenarioOf('people: { uniform: { count: 2 }, value: { count: 3 } }');
    expect(roles.map(({ name, count }) => [name, count])).toContainEqual(['value', 3]);
  });

  test('is shown its problems where the text stands', () => {
    const read = extended('runbook:', '  declare: { takes: soon }', 'surfaces: { database: { size: 3 } }');
    expect(problemsOf(read).map((line) => line.split(':').slice(0, 3).join(':'))).toEqual([
      'child.yaml:4:21 runbook.declare.takes',
      'child.yaml:5:31 surfaces.database.size',
    ]);
  });

  test('is shown the problems of its base in the base', () => {
    const read = readFiles({
      'child.yaml': 'drillcast: 1\nextends: base\n',
      base: SMALL_SCENARIO.replace('size: 500 GiB', 'size: many'),
    });
    expect(problemsOf(read)).toEqual([
      'base:14:11 surfaces.database.size: expected a size such as "500 GiB" or "1.5 TB", found "many"',
    ]);
  });

  test('does not lead back to itself', () => {
    const read = readFiles({
      a: 'drillcast: 1\nextends: b\n',
      b: 'drillcast: 1\nextends: c\n',
      c: 'drillcast: 1\nextends: b\n',
    });
    expect(problemsOf(read)).toEqual(['c:2:10 extends: expected a file that does not lead back here, found b → c → b']);
  });
});

describe('Anchors', () => {
  test('are resolved, and a problem of theirs is told once, where the text stands', () => {
    const text = SMALL_SCENARIO.replace('takes: 15m }', 'takes: &span soon }').replace('rework: 2h', 'rework: *span');
    expect(problemsOf(readFiles({ 'small.yaml': text }))).toEqual([
      'small.yaml:30:27 runbook.declare.takes: expected a duration such as "45m" or "1h30m", or a range such as "30m to 2h", found "soon"',
    ]);
  });

  test('are merged below the keys of the map itself', () => {
    const text = SMALL_SCENARIO.replace('declare: { takes: 15m }', 'declare: &base { takes: 15m, fails: 5% }').replace(
      '    needs: engineers\n    takes: { triangular: { min: 1h, mode: 2h, max: 8h } }\n    fails: 10%\n',
      '    <<: *base\n    fails: 10%\n',
    );
    const read = readFiles({ a: text });
    expect(read.kind === 'scenario' ? read.scenario.steps[1] : problemsOf(read)).toEqual({
      name: 'provision',
      follows: ['declare'],
      needs: [],
      takes: { kind: 'fixed', value: 900 },
      fails: { probability: 0.1 },
      when: [],
    });
  });
});
