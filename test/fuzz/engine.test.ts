import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/plan/compile.js';
import { CUT_OFF } from '../../src/plan/disaster-plan.js';
import type { KindPlan } from '../../src/plan/disaster-plan.js';
import type { Plan } from '../../src/plan/plan.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { replicate } from '../../src/study/replicate.js';
import { traceIncident } from '../../src/study/trace-incident.js';
import { scenarioArbitrary } from '../support/scenario-arbitrary.js';

/** On a failure fast-check prints the seed and the smallest scenario that fails. */
const RUNS = { numRuns: 60, interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true };
const INCIDENTS = 12;

/** The plan of a scenario; one whose people never meet is passed over, as `compile` refuses it. */
function planOrSkip(scenario: Scenario): Plan {
  // Catching up with all the time that has passed, again and again, doubles it each time: past the largest number.
  const isEndless = scenario.steps.some(({ fails }) => fails?.backTo !== undefined);
  fc.pre(
    !isEndless || !scenario.steps.some(({ catchesUp }) => catchesUp?.behind.some(({ kind }) => kind === 'elapsed')),
  );
  try {
    return compile(scenario);
  } catch (error) {
    fc.pre(!(error instanceof RangeError && error.message.endsWith('are never at work at the same time')));
    throw error;
  }
}

/** Whether a provider returns, and what was cut off with him. */
function bringsBack({ returnsColumn, live, copies }: KindPlan): boolean {
  return returnsColumn >= 0 && [live, ...copies].some((left) => left.includes(CUT_OFF));
}

describe('any valid scenario', () => {
  it('is played to its end, with numbers that make sense or an honest "unrecoverable"', () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.nat(), (scenario, seed) => {
        const plan = planOrSkip(scenario);
        const { metrics, steps } = replicate(plan, { seed, incidents: INCIDENTS });
        const [rto, rpo, rtt, ...losses] = metrics.map(({ values }) => values);
        for (let incident = 0; incident < INCIDENTS; incident++) {
          const isRecovered = !Number.isNaN(rto[incident]);
          expect(Number.isNaN(rpo[incident])).toBe(!isRecovered);
          expect(Number.isNaN(rtt[incident])).toBe(!isRecovered);
          if (!isRecovered) continue;
          expect(rto[incident]).toBeGreaterThanOrEqual(0);
          expect(rtt[incident]).toBeLessThan(Infinity);
          expect(rpo[incident]).toBe(Math.max(0, ...losses.map((loss) => loss[incident])));
          for (const [index, step] of steps.steps.entries()) {
            if (scenario.steps[index].when.length > 0 && Number.isNaN(step.durations[incident])) continue;
            expect(step.durations[incident]).toBeGreaterThanOrEqual(0);
            expect(step.waits[incident]).toBeGreaterThanOrEqual(0);
            // One that waited for a provider may have become needless with his return.
            const isNeedless = scenario.steps[index].when.length > 0 && plan.kinds.some(bringsBack);
            expect(step.attempts[incident]).toBeGreaterThanOrEqual(isNeedless ? 0 : 1);
          }
        }
      }),
      RUNS,
    );
  });

  it('has a critical path that adds up to its metrics', () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.nat(), (scenario, seed) => {
        const { metrics, steps } = replicate(planOrSkip(scenario), { seed, incidents: INCIDENTS });
        const [rto, , rtt] = metrics.map(({ values }) => values);
        for (let incident = 0; incident < INCIDENTS; incident++) {
          if (Number.isNaN(rto[incident])) continue;
          const all = [...steps.steps, ...steps.people];
          const toReopen = all.reduce((sum, part) => sum + part.secondsOnPathToReopen[incident], 0);
          const toClose = all.reduce((sum, part) => sum + part.secondsOnPathToClose[incident], 0);
          expect(Math.abs(toReopen - rto[incident])).toBeLessThan(1e-6 * (1 + rto[incident]));
          expect(Math.abs(toClose - rtt[incident])).toBeLessThan(1e-6 * (1 + rtt[incident]));
        }
      }),
      RUNS,
    );
  });

  it('gives an incident the same fate alone as in a run, however it is played', () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.nat(), (scenario, seed) => {
        const plan = planOrSkip(scenario);
        const { metrics } = replicate(plan, { seed, incidents: INCIDENTS });
        const simulator = new IncidentSimulator(plan, seed);
        for (const incident of [INCIDENTS - 1, 3, 0]) {
          simulator.play(incident);
          expect([simulator.rto, simulator.rpo, simulator.rtt]).toEqual(
            metrics.slice(0, 3).map(({ values }) => values[incident]),
          );
          const trace = traceIncident(plan, { seed, incident });
          expect(trace.metrics.map(({ seconds }) => seconds ?? NaN).slice(0, 3)).toEqual(
            metrics.slice(0, 3).map(({ values }) => values[incident]),
          );
        }
      }),
      RUNS,
    );
  });

  it('tells steps that start after what they follow and hold no more people than there are', () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.nat(), (scenario, seed) => {
        const plan = planOrSkip(scenario);
        const trace = traceIncident(plan, { seed, incident: 1 });
        for (const step of trace.steps) {
          expect(step.start).toBeGreaterThanOrEqual(step.ready);
          expect(step.end).toBeGreaterThanOrEqual(step.start);
          for (const { name, count } of plan.roles) {
            const atItsStart = trace.steps.filter((other) => other.start <= step.start && other.end > step.start);
            const held = atItsStart.flatMap(({ people }) => people).filter((person) => person === name).length;
            expect(held).toBeLessThanOrEqual(count);
          }
        }
      }),
      RUNS,
    );
  });
});
