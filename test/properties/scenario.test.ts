import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { formatProblem, readScenario } from '../../src/scenario/read-scenario.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { writeScenario } from '../../src/scenario/write-scenario.js';
import { scenarioArbitrary } from '../support/scenario-arbitrary.js';

const SEED = 20260105;

/** The scenario of a text that must have no problems, without the text itself. */
function scenarioOf(text: string): Scenario {
  const read = readScenario(text, { file: 'written.yaml', load: () => undefined });
  if (read.kind === 'problems') throw new Error(`${read.problems.map(formatProblem).join('\n')}\n${text}`);
  return { ...read.scenario, sources: [] };
}

describe('A scenario', () => {
  test('that was written reads back equal, to the last bit of every number', () => {
    fc.assert(
      fc.property(scenarioArbitrary(), (scenario) => {
        expect(scenarioOf(writeScenario(scenario))).toStrictEqual(scenario);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('does not depend on the order of keys, the runbook and what is decided apart', () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.integer(), (scenario, seed) => {
        const text = writeScenario(scenario);
        const shuffled = stringify(shuffledKeys(parse(text), seed, []), { aliasDuplicateObjects: false });
        expect(scenarioOf(shuffled)).toStrictEqual(scenarioOf(text));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

/** The same data with the keys of every map in another order, those of the runbook itself and of alternatives excepted. */
function shuffledKeys(data: unknown, seed: number, path: readonly string[]): unknown {
  if (Array.isArray(data)) return data.map((item) => shuffledKeys(item, seed, [...path, '[]']));
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).map(([key, value]) => [key, shuffledKeys(value, seed, [...path, key])] as const);
  const isOrdered = path.join('.') === 'runbook' || (path[0] === 'decisions' && path.at(-1) === 'alternatives');
  if (isOrdered) return Object.fromEntries(entries);
  const rank = (key: string) => scrambled(key, seed);
  return Object.fromEntries(entries.sort(([a], [b]) => rank(a) - rank(b)));
}

/** A number that has little to do with the text, and another for every seed. */
function scrambled(text: string, seed: number): number {
  let hash = seed | 0;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
