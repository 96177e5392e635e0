import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { beginSharedRun } from '../../src/cli/shared-run.js';
import type { World } from '../../src/cli/world.js';
import { compile } from '../../src/plan/compile.js';
import { fingerprint } from '../support/fingerprint.js';
import { shippedScenario } from '../support/plan-of.js';
import { drillcast, MAIN } from './drillcast.js';

/** Threads of the built package, as a run starts them. */
const { startNodeThreads } = (await import(MAIN.replace('main.js', 'node-threads.js'))) as {
  startNodeThreads: World['startThreads'];
};

const plan = compile(shippedScenario('reference-r1'));
const range = { from: 0, to: 20_000 };

describe('Threads', () => {
  test('fill the memory that they share with what one thread alone would have written', async () => {
    const [alone, shared] = [1, 1].map((seed) => beginSharedRun(plan, { seed, range }));
    alone.recorder.play(range);
    const threads = await startNodeThreads(shared.run, 3);
    const pieces = [10_240, 0, 5120, 15_360].map((from) => ({ from, to: Math.min(from + 5120, range.to) }));
    await Promise.all(pieces.map((piece) => threads.play(piece)));
    await threads.stop();
    const bitsOf = ({ run }: typeof alone) => run.columns.map((column) => fingerprint(new Float64Array(column)));
    expect(bitsOf(shared)).toEqual(bitsOf(alone));
  });

  test('bring back the error of a fault, with the place where it happened', async () => {
    const { run } = beginSharedRun(plan, { seed: 1, range });
    const threads = await startNodeThreads({ ...run, study: 'incidents', plan: { ...plan, columns: [] } }, 1);
    const error = await threads.play(range).catch((fault: unknown) => fault);
    await threads.stop();
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).stack).toContain('SettledWork.settle');
  });
});

describe('drillcast run --workers', () => {
  test('prints the same bytes for any number', () => {
    const answers = ['1', '2', '3'].map((workers) =>
      drillcast(['run', 'dalp-hot-cold', '--incidents', '100000', '--workers', workers]),
    );
    expect(answers[0]).toMatchObject({ code: 0, stderr: '' });
    expect(answers.map(({ stdout }) => stdout)).toEqual(answers.map(() => answers[0].stdout));
    // And they are those that were committed, which were made without threads.
    const ofNumbers = (text: string) => text.split('\n').slice(2, 28).join('\n');
    expect(ofNumbers(answers[0].stdout)).toBe(ofNumbers(readFileSync('reports/dalp-hot-cold/answer.txt', 'utf8')));
  });

  test('is refused when it is no number of threads', () => {
    const { code, stderr } = drillcast(['run', 'dalp-hot-cold', '--workers', '0']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '--workers: expected a whole number from 1 to 1024, found 0\n  mend: write --workers 1 or more\n',
    });
  });
});
