import { describe, expect, it } from 'vitest';
import type { Outcomes, StepOutcomes } from '../../../src/study/outcomes.js';
import { summariseSteps } from '../../../src/study/summarise-steps.js';

const column = (...values: number[]) => Float64Array.from(values);

/** A step that was reached at once and took no time, but for what is given. */
function step(incidents: number, given: Partial<StepOutcomes>): StepOutcomes {
  const zeros = new Float64Array(incidents);
  return {
    name: 'provision',
    durations: zeros,
    waits: zeros,
    attempts: zeros,
    secondsOnPathToReopen: zeros,
    secondsOnPathToClose: zeros,
    ...given,
  };
}

function runOf(rto: Float64Array, steps: readonly StepOutcomes[], looked = rto.length): Outcomes {
  const metrics = ['rto', 'rtt'].map((name) => ({ name, values: rto }));
  const kinds = { names: ['region-loss'], values: new Float64Array(rto.length) };
  return {
    seed: 1,
    incidents: rto.length,
    metrics,
    kinds,
    steps: { incidents: looked, steps, people: [], decisions: [] },
  };
}

describe('summariseSteps', () => {
  it('takes times over the incidents in which the step was reached', () => {
    const {
      steps: [found],
    } = summariseSteps(
      runOf(column(9, 9, 9, NaN), [
        step(4, { durations: column(2, 4, 6, NaN), waits: column(0, 3, 3, NaN), attempts: column(1, 1, 2, NaN) }),
      ]),
    );
    expect(found).toMatchObject({ mean: 4, waiting: 2, attempts: 4 / 3 });
    expect(found.quantiles.p50).toBe(4);
    expect(found.quantiles.p95).toBeCloseTo(5.8, 12);
  });

  it('is all zeros for a step that was never reached', () => {
    const never = column(NaN, NaN);
    const {
      steps: [found],
    } = summariseSteps(
      runOf(column(5, 6), [step(2, { durations: never, waits: never, attempts: never, secondsOnPathToReopen: never })]),
    );
    expect(found).toEqual({
      name: 'provision',
      mean: 0,
      quantiles: { p5: 0, p50: 0, p95: 0 },
      waiting: 0,
      attempts: 0,
      criticality: 0,
      tailShare: 0,
      rtt: { criticality: 0, tailShare: 0 },
    });
  });

  it('counts criticality over all incidents looked at', () => {
    const {
      steps: [found],
    } = summariseSteps(
      runOf(column(5, 5, 5, 5), [
        step(4, { secondsOnPathToReopen: column(1, 0, 2, NaN), secondsOnPathToClose: column(1, 1, 1, 0) }),
      ]),
    );
    expect(found.criticality).toBe(0.5);
    expect(found.rtt.criticality).toBe(0.75);
  });

  it('shares out the time of the slowest twentieth, and of no other incident', () => {
    // P95 of 1 … 41 is 39: the tail is 39, 40 and 41, the first of which the step had no part in.
    const rto = Float64Array.from({ length: 41 }, (_, index) => index + 1);
    const onPath = new Float64Array(41).fill(1);
    onPath.set([NaN, 20, 10], 38);
    const {
      steps: [found],
    } = summariseSteps(runOf(rto, [step(41, { secondsOnPathToReopen: onPath })]));
    expect(found.tailShare).toBe(30 / 120);
  });

  it('keeps unrecoverable incidents out of the tail', () => {
    const rto = column(NaN, 10, NaN, 20);
    const {
      steps: [found],
    } = summariseSteps(runOf(rto, [step(4, { secondsOnPathToReopen: column(99, 1, 99, 5) })]));
    expect(found.tailShare).toBe(5 / 20);
  });

  it('looks at the first incidents only, where the run is longer', () => {
    const {
      steps: [found],
    } = summariseSteps(runOf(column(10, 20, 1000), [step(2, { secondsOnPathToReopen: column(1, 4) })], 2));
    expect(found.tailShare).toBe(4 / 20);
  });

  it('refuses columns of another length and more incidents than the run has', () => {
    expect(() => summariseSteps(runOf(column(1, 2), [step(3, {})]))).toThrow(
      new RangeError('summarise: the columns of step provision must have 2 values each'),
    );
    expect(() => summariseSteps(runOf(column(1, 2), [], 3))).toThrow(
      new RangeError('summarise: steps of 3 incidents in a run of 2'),
    );
  });

  it('tells how long the critical path waited for people, and what that is of the slowest twentieth', () => {
    const outcomes = runOf(column(10, 20, 40, 40), [step(4, {})]);
    const officer = {
      name: 'custody-officer',
      secondsOnPathToReopen: column(0, 0, 30, 10),
      secondsOnPathToClose: column(0, 2, 30, 10),
    };
    const { people } = summariseSteps({ ...outcomes, steps: { ...outcomes.steps, people: [officer] } });
    expect(people).toEqual([
      {
        role: 'custody-officer',
        mean: 10,
        criticality: 0.5,
        tailShare: 0.5,
        rtt: { mean: 10.5, criticality: 0.75, tailShare: 0.5 },
      },
    ]);
  });
});
