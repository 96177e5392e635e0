import type { Scenario, Step } from '../../scenario/scenario.js';
import type { Drill } from './drill.js';

/** What a drill needs to say to count as a restore. */
type Carried = Pick<Drill, 'kind' | 'ended' | 'steps' | 'restored' | 'achieved'>;

/**
 * True for a drill that proves that everything can be restored: a whole recovery that came to its end, and in which every
 * surface that loses data was restored. What was noted of a loss proves nothing of the kind: a figure can be written down
 * without a restore.
 *
 * @param scenario tells which steps restore what. Without one a drill counts that carried out steps and says itself what it
 *   `restored`; its steps cannot be told apart.
 */
export function isFullRestoreTest(drill: Carried, scenario: Scenario | undefined): boolean {
  if (drill.kind !== 'full-restore' && drill.kind !== 'real-incident') return false;
  if (drill.ended !== 'completed' || !drill.steps.some(isDone)) return false;
  if (scenario === undefined) return drill.restored.length > 0;
  const surfaces = scenario.surfaces.filter(({ isDataBearing }) => isDataBearing).map(({ name }) => name);
  const told = surfaces.filter((surface) => restoringSteps(surface, scenario).length > 0);
  // Where the runbook does not say which step restores a surface, the drill itself has to.
  const asked = told.length > 0 ? told : surfaces;
  return asked.length === 0
    ? scenario.steps.every(({ name }) => drill.steps.some((step) => step.name === name && isDone(step)))
    : asked.every((surface) => isRestored(drill, surface, scenario));
}

/**
 * Whether a surface was restored in a drill: a step that restores it was done. Of a surface that no step of the runbook
 * restores, and of a drill that has no steps, the drill's own word counts.
 */
export function isRestored(drill: Pick<Drill, 'steps' | 'restored'>, surface: string, scenario: Scenario): boolean {
  const restoring = restoringSteps(surface, scenario);
  if (drill.steps.length === 0 || restoring.length === 0) return drill.restored.includes(surface);
  return drill.steps.some((step) => restoring.includes(step.name) && isDone(step));
}

/** Names of the steps that restore a surface: that say so, or move its content. A log is only rolled forward. */
export function restoringSteps(surface: string, { steps }: Pick<Scenario, 'steps'>): readonly string[] {
  return steps.filter((step) => step.restores === surface || moves(step, surface)).map(({ name }) => name);
}

function moves({ transfers }: Step, surface: string): boolean {
  const bytes = transfers?.bytes;
  return bytes?.kind === 'surface' && bytes.surface === surface && bytes.part !== 'log-to-replay';
}

function isDone({ attempts }: Drill['steps'][number]): boolean {
  return attempts.at(-1)?.outcome === 'done';
}
