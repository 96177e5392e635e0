import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/plan/compile.js';
import type { Plan } from '../../../src/plan/plan.js';
import { serviceOrder } from '../../../src/plan/service-order.js';
import { shippedScenario } from '../../support/plan-of.js';
import { NO_LOSS, smallPlan } from '../../support/small-plan.js';

/** Each step with its rivals and how many of their people it awaits, by name: "step < rival rival / 1". */
function served(plan: Plan): string[] | undefined {
  const nameOf = (step: number): string => plan.steps[step].name;
  return serviceOrder(plan)?.map(
    ({ step, rivals, awaited }) =>
      nameOf(step) + (awaited === 0 ? '' : ` < ${[...rivals].map(nameOf).join(' ')} / ${String(awaited)}`),
  );
}

const withEngineers = (count: number, runbook: string): Plan =>
  smallPlan(`${NO_LOSS}\npeople: { engineers: { count: ${String(count)} } }\nrunbook:\n${runbook}`);

describe('serviceOrder', () => {
  it('knows the four steps of the reference model that may wait for an engineer', () => {
    expect(served(compile(shippedScenario('reference-r1')))?.filter((each) => each.includes('<'))).toEqual([
      'restore-configuration < select-backup restore-kubernetes / 1',
      'restore-observability < select-backup restore-configuration / 1',
      'reconnect-custody < restore-observability reconnect-rpc / 1',
      'switch-dns < restore-observability reconnect-rpc reconnect-custody / 2',
    ]);
  });

  it('lets nobody wait where people are unlimited', () => {
    const order = served(compile(shippedScenario('reference-r1-unlimited')));
    expect(order?.filter((each) => each.includes('<'))).toEqual([]);
  });

  it('counts a rival once for each of its people', () => {
    const steps = `
  one: { needs: { engineers: 2 }, takes: 1h }
  two: { needs: { engineers: 2 }, takes: 1h }
  last: { follows: [one, two], needs: { engineers: 3 }, takes: 1h }`;
    // Of three people `one` holds two, so `two` can start when one of those is free.
    expect(served(withEngineers(3, steps))).toEqual(['one', 'two < one one / 1', 'last']);
  });

  it('is settled when a later step of the runbook can only become ready later', () => {
    const steps = `
  start: { takes: 1h }
  early: { follows: start, needs: engineers, takes: 1h }
  between: { follows: start, takes: 1h }
  late: { follows: between, needs: engineers, takes: 1h }
  last: { follows: [early, late], takes: 1h }`;
    expect(served(withEngineers(1, steps))).toEqual(['start', 'early', 'between', 'late < early / 1', 'last']);
  });

  it('is not settled when two steps may become ready at one instant and the runbook names the later one first', () => {
    const steps = `
  start: { takes: 1h }
  between: { follows: start, takes: 0s }
  late: { follows: between, needs: engineers, takes: 1h }
  early: { follows: start, needs: engineers, takes: 1h }
  last: { follows: [early, late], takes: 1h }`;
    expect(served(withEngineers(1, steps))).toBeUndefined();
  });

  it('is not settled when durations decide which of two steps is ready first', () => {
    const steps = `
  one: { takes: 1h }
  two: { takes: 1h }
  three: { follows: one, needs: engineers, takes: 1h }
  four: { follows: two, needs: engineers, takes: 1h }
  last: { follows: [three, four], takes: 1h }`;
    expect(served(withEngineers(1, steps))).toBeUndefined();
  });
});
