import { isKnownGap, readinessState } from '../scenario/readiness.js';
import type { BackupGap, ReadinessCheck } from '../scenario/readiness.js';
import type { Protection, Scenario } from '../scenario/scenario.js';
import { probability } from '../units/quantity.js';
import type { ColumnTable } from './columns.js';
import type { DelayPlan } from './disaster-plan.js';

/** The checks that somebody has answered with a no, or too long ago. */
function knownGaps({ readiness, period, timezone }: Scenario): readonly ReadinessCheck[] {
  return readiness.filter((check) => isKnownGap(readinessState(check, period.from, timezone)));
}

/** The scenario with the backups as they are for what the plan lacks: what it says of them, made worse. */
export function withBackupGaps(scenario: Scenario): Scenario {
  const gaps = knownGaps(scenario).flatMap(({ ifNot }) => ifNot.backups);
  if (gaps.length === 0) return scenario;
  return {
    ...scenario,
    surfaces: scenario.surfaces.map((surface) => ({
      ...surface,
      copies: surface.copies.map((copy) => ({
        ...copy,
        protection: gaps.filter((gap) => gap.surface === surface.name).reduce(worsened, copy.protection),
      })),
    })),
  };
}

function worsened(protection: Protection, { restorable, silentlyUnrestorableAfter }: BackupGap): Protection {
  if (protection.kind !== 'backup') return protection;
  const { silentlyUnrestorable } = protection;
  return {
    ...protection,
    restorable: probability(protection.restorable * (restorable ?? 1)),
    ...(silentlyUnrestorable === undefined
      ? {}
      : {
          silentlyUnrestorable: {
            ...silentlyUnrestorable,
            after: silentlyUnrestorableAfter ?? silentlyUnrestorable.after,
          },
        }),
  };
}

/** Probability that an attempt at a step fails, be it by itself or for something that the plan lacks. */
export function failureOf(step: Scenario['steps'][number], scenario: Scenario): number {
  const besides = knownGaps(scenario).flatMap(({ ifNot }) =>
    ifNot.fails.filter((gap) => gap.step === step.name).map((gap): number => gap.probability),
  );
  const own: number = step.fails?.probability ?? 0;
  // Without anything besides, the probability stays what it was to the last bit.
  return besides.length === 0 ? own : 1 - besides.reduce((product, each) => product * (1 - each), 1 - own);
}

/** Time that steps take longer in every incident, for what the plan lacks. */
export function compileGapDelays(scenario: Scenario, columns: ColumnTable): readonly DelayPlan[] {
  return knownGaps(scenario).flatMap(({ name, ifNot }) =>
    ifNot.delays.map(({ step, takes }): DelayPlan => ({
      step: scenario.steps.findIndex((each) => each.name === step),
      probability: 1,
      chanceColumn: -1,
      takesColumn: columns.add(`readiness/${name}/delays/${step}/takes`, takes),
    })),
  );
}
