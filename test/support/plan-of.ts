import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '../../src/plan/compile.js';
import type { Plan } from '../../src/plan/plan.js';
import { readScenario } from '../../src/scenario/read-scenario.js';
import type { Scenario } from '../../src/scenario/scenario.js';

const scenarios = fileURLToPath(new URL('../../scenarios', import.meta.url));

/** The scenario of a text that is expected to be without problems. */
export function scenarioOf(text: string, file = 'test.yaml'): Scenario {
  const result = readScenario(text, {
    file,
    load: (reference) => {
      const path = reference.startsWith('.') ? join(dirname(file), reference) : join(scenarios, `${reference}.yaml`);
      return { file: path, text: readFileSync(path, 'utf8') };
    },
  });
  if (result.kind === 'scenario') return result.scenario;
  throw new Error(result.problems.map((problem) => JSON.stringify(problem)).join('\n'));
}

export function planOf(text: string): Plan {
  return compile(scenarioOf(text));
}

/** A scenario that ships with the package, by its name. */
export function shippedScenario(name: string): Scenario {
  const file = join(scenarios, `${name}.yaml`);
  return scenarioOf(readFileSync(file, 'utf8'), file);
}
