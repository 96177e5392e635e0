import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/plan/compile.js';
import type { Plan } from '../../src/plan/plan.js';
import { BLOCK_INCIDENTS } from '../../src/simulation/block-draws.js';
import { BlockSimulator } from '../../src/simulation/block-simulator.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { shippedScenario } from '../support/plan-of.js';
import { NO_LOSS, smallPlan } from '../support/small-plan.js';

/** Plays incidents of a block at once and one by one through the calendar, and compares every metric to the last bit. */
function expectSameBits(blocks: BlockSimulator, plan: Plan, { seed, block }: { seed: number; block: number }): void {
  const judge = new IncidentSimulator(plan, seed);
  blocks.play(block);
  for (let row = 0; row < BLOCK_INCIDENTS; row += 7) {
    judge.playInDetail(block * BLOCK_INCIDENTS + row);
    const losses = [...judge.protection.surfaceLoss];
    const found = [blocks.rto[row], blocks.rpo[row], blocks.rtt[row], ...blocks.surfaceLosses.map((each) => each[row])];
    expect([row, ...found]).toEqual([row, judge.rto, judge.rpo, judge.rtt, ...losses]);
  }
}

const law = fc.constantFrom(
  '2h',
  '{ lognormal: { p50: 1h, sigma: 0.6 } }',
  '{ exponential: { mean: 5h } }',
  '1h to 9h',
);
const schedule = fc.constantFrom('"0 1 * * *"', '"15 3 * * 1-5"', 'every 6h', 'every 1.5h');

/** A database with backups and perhaps its log, and a bucket that is copied. */
const surfaces = fc
  .record({
    backups: schedule,
    copies: schedule,
    takes: law,
    copiedAfter: fc.option(law),
    succeeds: fc.constantFrom('100%', '97%', '40%'),
    consistentAt: fc.constantFrom('start', 'end'),
    keep: fc.constantFrom('', 'keep: 30h', 'keep: { count: 2 }'),
    log: fc.constantFrom(
      '',
      'log-archive: { every: 5m, volume: 10 GiB/h }',
      `log-archive: { every: 5m, volume: 10 GiB/h, keep: 20h, lag: { exponential: { mean: 2m } },
        silently-broken: { probability: 30%, for: { exponential: { mean: 12h } } } }`,
    ),
  })
  .map(
    ({ backups, copies, takes, copiedAfter, succeeds, consistentAt, keep, log }) => `
surfaces:
  database:
    size: 500 GiB
    base-backup:
      schedule: ${backups}
      takes: ${takes}
      succeeds: ${succeeds}
      consistent-at: ${consistentAt}
      ${copiedAfter === null ? '' : `copied-after: ${copiedAfter}`}
      ${keep}
    ${log}
  bucket:
    size: 1 TiB
    replication: { schedule: ${copies}, takes: ${takes}, succeeds: ${succeeds} }
  settings: { versioned: true }`,
  );

const rate = '{ lognormal: { p50: 100 MiB/s, sigma: 0.4 } }';
const work = fc.constantFrom(
  'takes: 0s',
  'takes: 1h',
  'takes: { lognormal: { p50: 2h, sigma: 0.5 } }',
  'takes: { exponential: { mean: 1h } }',
  `transfers: { bytes: database.size, rate: ${rate} }`,
  `takes: 10m, transfers: { bytes: database.to-restore, rate: ${rate} }`,
  `transfers: { bytes: database.log-to-replay, rate: ${rate} }`,
  `transfers: { bytes: { lognormal: { p50: 1 TiB, sigma: 1 } }, rate: ${rate} }`,
  'takes: 1m, catches-up: { behind: [rpo, rpo.bucket], speed: 4 }',
  'catches-up: { behind: elapsed, speed: { lognormal: { p50: 20, sigma: 0.3 } } }',
);

/** A runbook in which each step follows some of the last few, so that the order of service is often settled. */
const runbook = fc
  .array(
    fc.record({
      follows: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
      needs: fc.constantFrom(
        '',
        'needs: engineers, ',
        'needs: { engineers: 2 }, ',
        'needs: officers, ',
        'needs: crowd, ',
      ),
      work,
      fails: fc.constantFrom('0%', '0%', '20%', '{ probability: 30%, rework: { exponential: { mean: 1h } } }'),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((steps) => {
    const lines = steps.map((step, i) => {
      const follows = [...new Set(step.follows)].filter((back) => back <= i).map((back) => `step-${String(i - back)}`);
      return `  step-${String(i)}: { follows: [${follows.join(', ')}], ${step.needs}${step.work}, fails: ${step.fails} }`;
    });
    const names = steps.map((_, i) => `step-${String(i)}`).join(', ');
    return `runbook:
${lines.join('\n')}
  last: { follows: [${names}], takes: 0s }
  after: { follows: last, takes: 1h, catches-up: { behind: [rpo.bucket, rto], speed: 20 }, fails: 10% }`;
  });

const people = 'people: { engineers: { count: 3 }, officers: { count: 1 }, crowd: { count: unlimited } }';

describe('BlockSimulator', () => {
  it.each(['reference-r1', 'reference-r1-unlimited'])('plays %s as the calendar does, to the last bit', (name) => {
    const plan = compile(shippedScenario(name));
    const blocks = BlockSimulator.of(plan, 5);
    if (blocks === undefined) throw new Error(`${name} is not played in blocks`);
    for (const block of [0, 1, 4_194_303]) expectSameBits(blocks, plan, { seed: 5, block });
  });

  it('plays any plan that it takes as the calendar does, to the last bit', () => {
    let taken = 0;
    fc.assert(
      fc.property(surfaces, runbook, fc.nat(), fc.nat({ max: 100 }), (protection, steps, seed, block) => {
        const plan = smallPlan(`${people}\n${protection}\n${steps}`);
        const blocks = BlockSimulator.of(plan, seed);
        if (blocks === undefined) return;
        taken++;
        expectSameBits(blocks, plan, { seed, block });
      }),
      { numRuns: 150 },
    );
    expect(taken).toBeGreaterThan(30);
  });

  it('plays a block the same whatever it played before', () => {
    const plan = compile(shippedScenario('reference-r1'));
    const [fresh, used] = [BlockSimulator.of(plan, 5), BlockSimulator.of(plan, 5)];
    used?.play(9);
    used?.play(2);
    fresh?.play(2);
    expect(used?.rtt).toEqual(fresh?.rtt);
  });

  it('is not for plans in which durations decide who is served first, nor for backups that build on one another', () => {
    const isTaken = (sections: string): boolean => BlockSimulator.of(smallPlan(sections), 1) !== undefined;
    const fork = (last: string): string => `${NO_LOSS}
people: { a: { count: 1 } }
runbook:
  one: { takes: 1h }
  two: { takes: 1h }
  three: { follows: one, needs: a, takes: 1h }
  four: { follows: two, ${last} }
  last: { follows: [three, four], takes: 1h }`;
    expect(isTaken(fork('needs: a, takes: 1h'))).toBe(false);
    expect(isTaken(fork('takes: 1h'))).toBe(true);
    const backups = `
surfaces:
  disk:
    size: 1 GiB
    base-backup: { schedule: every 1d, takes: 1h, incremental: { schedule: every 1h, takes: 1m } }
runbook: { last: { takes: 1h } }`;
    expect(isTaken(backups)).toBe(false);
  });
});
