import type { Scenario, Step } from '../scenario/scenario.js';

/**
 * By step, the surfaces without which it cannot go on, by index: where nothing of one can be reached it waits for the
 * provider. Those are the steps that restore a surface, transfer it or search its backups. Where a runbook has none of
 * these, those whose `when` names it wait, and where it has none of these either, whatever comes first: nothing tells
 * what could be done without. What catches up with lost data waits too, and so does the reopening.
 */
export function awaitedSurfaces(scenario: Scenario): readonly Int32Array[] {
  const { steps, surfaces, milestones } = scenario;
  const reopening = milestones.find(({ name }) => name === 'service-reopened')?.steps ?? [];
  const waiting = surfaces.map(({ name }) => stepsThatNeed(name, steps));
  return steps.map((step) =>
    Int32Array.from(surfaces.keys()).filter(
      (surface) =>
        waiting[surface].includes(step) || reopening.includes(step.name) || catchesUpWith(step, surfaces[surface].name),
    ),
  );
}

function stepsThatNeed(surface: string, steps: readonly Step[]): readonly Step[] {
  const working = steps.filter((step) => worksOn(step, surface));
  if (working.length > 0) return working;
  const named = steps.filter(({ when }) => when.includes(surface));
  return named.length > 0 ? named : steps.filter(({ follows }) => follows.length === 0);
}

function worksOn({ restores, searches, transfers }: Step, surface: string): boolean {
  const moved = transfers?.bytes.kind === 'drawn' ? undefined : transfers?.bytes.surface;
  return [restores, searches?.surface, moved].includes(surface);
}

function catchesUpWith({ catchesUp }: Step, surface: string): boolean {
  return (
    catchesUp?.behind.some(
      (span) => span.kind === 'rpo' || (span.kind === 'surface-rpo' && span.surface === surface),
    ) === true
  );
}
