import { logMoments } from '../../distributions/log-moments.js';
import type { Law } from '../../distributions/law.js';
import type { Plan } from '../../plan/plan.js';
import type { Scenario } from '../../scenario/scenario.js';
import { normalPrior, type NormalInverseGamma } from '../../statistics/normal-posterior.js';
import { uncertainSites, type Subject, type UncertainValue } from './uncertain-sites.js';

/** A value with what is known of it. */
export interface UncertainInput {
  /** Where it stands in the scenario: `runbook.provision.takes`. */
  readonly path: string;
  readonly subject: Subject;
  /** Measured times, or attempts, that it is known by. */
  readonly countsAs: number;
  /** Whether the scenario says so, or it is merely assumed. */
  readonly isAssumption: boolean;
  readonly value: UncertainValue;
}

/**
 * The values that nobody knows exactly: those that say what they count as, and, where assumptions count as so many
 * measurements, those that are assumed, come from a vendor, or name no source. A value that was measured and does not say
 * how often is taken as known; so is a share of nothing or of all, and a time of 0. Of the share of runs that succeed an
 * assumption is no reason to doubt it: a tool's own history shows it, and two runs' worth of doubt would leave many plans
 * without any backup.
 *
 * @param assumptionsCount undefined where assumptions are taken as known.
 */
export function uncertainInputs(
  plan: Plan,
  scenario: Pick<Scenario, 'steps' | 'provenance'>,
  assumptionsCount: number | undefined,
): readonly UncertainInput[] {
  const entries = new Map(scenario.provenance.map((entry) => [entry.path, entry]));
  return uncertainSites(plan, scenario).flatMap(({ subject, paths, value }): readonly UncertainInput[] => {
    const entry = paths.map((path) => entries.get(path)).find((found) => found !== undefined);
    const isAssumption = entry?.countsAs === undefined;
    const isUnmeasured = entry === undefined || entry.source === 'assumed' || entry.source === 'vendor';
    const isOfHistory = value.kind === 'share' && subject.kind === 'surface';
    const countsAs = entry?.countsAs ?? (isUnmeasured && !isOfHistory ? assumptionsCount : undefined);
    if (countsAs === undefined || !mayVary(value)) return [];
    return [{ path: entry?.path ?? paths[0], subject, countsAs, isAssumption, value }];
  });
}

/**
 * What is known of the logarithm of a value that a law gives: a law that counts as n measurements is the middle of a
 * normal-inverse-gamma law with κ = n and α = 1 + n/2, which has the mean and the variance of the law. Bounds are no part of it.
 */
export function beliefOf(law: Law, countsAs: number): NormalInverseGamma {
  const { mean, variance } = logMoments(law.kind === 'clamped' ? law.law : law);
  return normalPrior({ mean, variance, weight: countsAs });
}

function mayVary(value: UncertainValue): boolean {
  if (value.kind === 'share') return value.share > 0 && value.share < 1;
  const law = value.law.kind === 'clamped' ? value.law.law : value.law;
  return law.kind !== 'fixed' || law.value > 0;
}
