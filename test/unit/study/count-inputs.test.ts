import { describe, expect, test } from 'vitest';
import { readScenario } from '../../../src/scenario/read-scenario.js';
import { countInputs } from '../../../src/study/count-inputs.js';

/** The inputs of a small scenario whose one step takes what is given. */
function inputsWith(takes: string, more = '') {
  const text = `
drillcast: 1
name: Two inputs and a step
people:
  engineers: { count: 2 }
surfaces:
  configuration: { versioned: true }
incidents:
  region-loss: { frequency: 1 per 20y }
${more}
runbook:
  rebuild: { needs: engineers, takes: ${takes} }
milestones: { service-reopened: rebuild, incident-closed: rebuild }
`;
  const read = readScenario(text, { file: 'planted.yaml', load: () => undefined });
  if (read.kind !== 'scenario') throw new Error(JSON.stringify(read.problems, null, 2));
  return countInputs(read.scenario);
}

describe('Inputs are counted by their source', () => {
  const none = { assumed: 0, vendor: 0, drill: 0, measured: 0, imported: 0 };

  test('a frequency, a count and a law are three; whom a step needs is none', () => {
    expect(inputsWith('1h to 2h')).toEqual({ ...none, unsourced: 3 });
  });

  test('a law made of others is one input', () => {
    expect(inputsWith('{ lognormal: { p50: 1h, p95: 3h }, at-most: 5h }')).toEqual({ ...none, unsourced: 3 });
  });

  test('a source takes its input from those without one', () => {
    expect(inputsWith('{ value: 1h to 2h, source: drill }')).toEqual({ ...none, drill: 1, unsourced: 2 });
    expect(inputsWith('{ value: 1h to 2h, source: vendor }')).toEqual({ ...none, vendor: 1, unsourced: 2 });
  });

  test('of a kind that is not asked about nothing counts; of one that is, its frequency, its law and its rush', () => {
    const release = `  release:
    frequency: { value: 1 per year, source: vendor }
    rush: { hours: Mon-Fri 08:00-18:00, times: 6 }
    delays: { rebuild: { value: 1h, source: drill } }`;
    expect(inputsWith('1h to 2h', `${release}\nasks-about: region-loss`)).toEqual({ ...none, unsourced: 3 });
    expect(inputsWith('1h to 2h', release)).toEqual({ ...none, vendor: 1, drill: 1, unsourced: 4 });
  });
});
