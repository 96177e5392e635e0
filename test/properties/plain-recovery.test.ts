import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/plan/compile.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { isPlain } from '../../src/simulation/plain-recovery.js';
import { shippedScenario } from '../support/plan-of.js';
import { NO_LOSS, smallPlan } from '../support/small-plan.js';

/** Plays incidents by both ways and compares every metric to the last bit. */
function expectSameBits(plan: ReturnType<typeof compile>, incidents: number, seed: number): void {
  expect(isPlain(plan)).toBe(true);
  const quick = new IncidentSimulator(plan, seed);
  const judge = new IncidentSimulator(plan, seed);
  for (let incident = 0; incident < incidents; incident++) {
    quick.play(incident);
    judge.playInDetail(incident);
    expect([incident, quick.rto, quick.rpo, quick.rtt]).toEqual([incident, judge.rto, judge.rpo, judge.rtt]);
  }
}

/** A runbook as lines of YAML: each step follows some earlier ones, and durations tie often. */
const runbook = fc
  .array(
    fc.record({
      follows: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
      engineers: fc.nat({ max: 3 }),
      officers: fc.boolean(),
      takes: fc.constantFrom('0s', '1h', '2h', '{ exponential: { mean: 1h } }', '30m to 2h'),
      fails: fc.constantFrom('0%', '0%', '20%', '{ probability: 30%, rework: 1h }'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((steps) => {
    const lines = steps.map(({ follows, engineers, officers, takes, fails }, i) => {
      const earlier = i === 0 ? [] : [...new Set(follows.map((step) => `step-${String(step % i)}`))];
      const needs = officers
        ? 'needs: officers, '
        : engineers > 0
          ? `needs: { engineers: ${String(engineers)} }, `
          : '';
      return `  step-${String(i)}: { follows: [${earlier.join(', ')}], ${needs}takes: ${takes}, fails: ${fails} }`;
    });
    const names = steps.map((_, i) => `step-${String(i)}`);
    return `runbook:\n${lines.join('\n')}\n  last: { follows: [${names.join(', ')}], takes: 0s }`;
  });

describe('PlainRecovery', () => {
  it.each(['reference-r1', 'reference-r1-unlimited'])(
    'plays %s as the general recovery does, to the last bit',
    (name) => {
      expectSameBits(compile(shippedScenario(name)), 3000, 5);
    },
  );

  it('plays any plain runbook as the general recovery does, to the last bit', () => {
    fc.assert(
      fc.property(runbook, fc.integer({ min: 3, max: 5 }), fc.nat(), (steps, engineers, seed) => {
        const people = `people: { engineers: { count: ${String(engineers)} }, officers: { count: 1 } }`;
        expectSameBits(smallPlan(`${NO_LOSS}\n${people}\n${steps}`), 20, seed);
      }),
      { numRuns: 200 },
    );
  });

  it('is not for plans in which people must come, links are shared, a replay stops or a failure sends people back', () => {
    const isPlainWith = (sections: string): boolean => isPlain(smallPlan(NO_LOSS + sections));
    const last = 'runbook: { last: { needs: a, takes: 1h } }';
    expect(isPlainWith(`people: { a: { count: 1 } }\n${last}`)).toBe(true);
    expect(isPlainWith(`people: { a: { count: 1, call-out: 5m } }\n${last}`)).toBe(false);
    expect(isPlainWith(`people: { a: { count: 1, hours: "Mon-Fri 08:00-18:00" } }\n${last}`)).toBe(false);
    const replay = (limit: string): string => `
surfaces: { db: { base-backup: { schedule: every 1d, takes: 0s }, log-archive: { every: 1m, volume: 1 MB/s } } }
runbook: { last: { transfers: { bytes: db.log-to-replay, rate: 1 MB/s${limit} } } }`;
    expect(isPlain(smallPlan(replay('')))).toBe(true);
    expect(isPlain(smallPlan(replay(', stops-after: 1h')))).toBe(false);
    expect(
      isPlainWith(
        'links: { wire: { rate: 1 MiB/s } }\nrunbook: { last: { transfers: { bytes: 1 GiB, rate: 1 MiB/s, over: wire } } }',
      ),
    ).toBe(false);
    expect(
      isPlainWith(
        'runbook: { a: { takes: 1h }, last: { follows: a, takes: 1h, fails: { probability: 1%, back-to: a } } }',
      ),
    ).toBe(false);
  });
});
