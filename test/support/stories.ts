import { compile } from '../../src/plan/compile.js';
import { UNDECIDED } from '../../src/simulation/decisions.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { NO_COPY } from '../../src/simulation/protection.js';
import { scenarioOf } from './plan-of.js';

/** What happened in one incident, by name. */
export interface Story {
  readonly isRecovered: boolean;
  readonly rpo: number;
  /** Steps that were carried out, not skipped. */
  readonly steps: readonly string[];
  /** By surface that had to be recovered, the copy that it was recovered from; undefined when there was none. */
  readonly recoveredFrom: Readonly<Record<string, string | undefined>>;
  /** By surface and copy (`postgresql/replica`), the copies that could still be used at the end. */
  readonly usable: ReadonlySet<string>;
  /** The alternative that was taken in each decision that came up. */
  readonly taken: Readonly<Record<string, string>>;
}

/** Plays incidents of one kind of a scenario that comes with Drillcast. */
export function storiesOf(name: string, kind: string, incidents: number): readonly Story[] {
  const plan = compile(scenarioOf(`drillcast: 1\nextends: ${name}\nname: ${kind} alone\nasks-about: ${kind}\n`));
  const simulator = new IncidentSimulator(plan, 1);
  return Array.from({ length: incidents }, (_, incident): Story => {
    simulator.playInDetail(incident);
    const { protection, decisions, recovery } = simulator;
    const { visits } = recovery;
    const played = Array.from({ length: visits.count }, (__, visit) => visit);
    const carriedOut = played.filter((visit) => visits.isSkipped[visit] === 0);
    const copiesOf = (surface: number) => plan.surfaces[surface].copies.map((copy) => copy.name);
    const hit = plan.surfaces.map((surface, index) => ({ ...surface, index })).filter((s) => protection.isHit[s.index]);
    return {
      isRecovered: simulator.isRecovered,
      rpo: simulator.rpo,
      steps: [...new Set(carriedOut.map((visit) => plan.steps[visits.step[visit]].name))],
      recoveredFrom: Object.fromEntries(
        hit.map((surface) => {
          const chosen = protection.chosen[surface.index];
          return [surface.name, chosen === NO_COPY ? undefined : copiesOf(surface.index)[chosen]];
        }),
      ),
      usable: new Set(
        hit.flatMap((surface) =>
          copiesOf(surface.index)
            .filter((__, copy) => protection.isUsable(surface.index, copy))
            .map((copy) => `${surface.name}/${copy}`),
        ),
      ),
      taken: Object.fromEntries(
        plan.decisions.flatMap((decision, index) => {
          const taken = decisions.taken[index];
          return taken === UNDECIDED ? [] : [[decision.name, decision.alternatives[taken].name]];
        }),
      ),
    };
  });
}
