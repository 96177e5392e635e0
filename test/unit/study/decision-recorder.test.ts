import { afterEach, expect, test, vi } from 'vitest';
import { compile } from '../../../src/plan/compile.js';
import { IncidentSimulator } from '../../../src/simulation/incident-simulator.js';
import { replicate } from '../../../src/study/replicate.js';
import { shippedScenario } from '../../support/plan-of.js';

afterEach(() => vi.restoreAllMocks());

test('An incident is not played again with alternatives that its kind does not offer', () => {
  const plan = compile(shippedScenario('dalp-hot-cold-all'));
  const again = vi.spyOn(IncidentSimulator.prototype, 'playOtherwise');
  const { kinds } = replicate(plan, { seed: 1, incidents: 500 });
  const asked = again.mock.calls.map(([incident, decision, alternative]) => {
    const { isForKind, waits } = plan.decisions[decision].alternatives[alternative];
    const kind = kinds.values[incident];
    return isForKind[kind] === 1 && (waits < 0 || plan.kinds[kind].returnsColumn >= 0);
  });
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.every(Boolean)).toBe(true);
});
