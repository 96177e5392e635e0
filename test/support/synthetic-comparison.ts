import { compare } from '../../src/study/compare.js';
import type { Comparison } from '../../src/study/comparison.js';
import type { Outcomes } from '../../src/study/outcomes.js';
import { summarise } from '../../src/study/summarise.js';
import { instant } from '../../src/units/quantity.js';
import { syntheticContext, syntheticOutcomes } from './synthetic-outcomes.js';

const PERIOD = { from: instant(1_767_225_600), to: instant(1_798_761_600) };

/** How a variant is made of the synthetic outcomes. */
export interface SyntheticVariant {
  readonly name?: string;
  readonly file?: string;
  /** A value of it from that of the baseline. */
  readonly change?: (value: number, metric: string, incident: number) => number;
  readonly perYear?: number;
  readonly timezone?: string;
  readonly period?: typeof PERIOD;
  readonly without?: string;
}

/** Variants of the synthetic outcomes, the first of which is the baseline, each held against it. */
export function syntheticComparison(
  variants: readonly SyntheticVariant[],
  { incidents = 4000, lost = 0 } = {},
): Comparison {
  return compare(syntheticRuns(variants, { incidents, lost }));
}

/** The runs of that comparison. */
export function syntheticRuns(variants: readonly SyntheticVariant[], size: { incidents?: number; lost?: number } = {}) {
  return variants.map((variant) => {
    const outcomes = changed(syntheticOutcomes(size), variant);
    const { scenario, incidents } = syntheticContext;
    const context = {
      ...syntheticContext,
      scenario: { ...scenario, name: variant.name ?? scenario.name, file: variant.file ?? scenario.file },
      incidents:
        variant.perYear === undefined
          ? incidents
          : incidents.map((incident) => ({ ...incident, frequency: (variant.perYear ?? 0) / 31_557_600 })),
    };
    const around = { timezone: variant.timezone ?? 'Europe/Brussels', period: variant.period ?? PERIOD };
    return { scenario: around, outcomes, summary: summarise(outcomes, context) };
  });
}

function changed(outcomes: Outcomes, { change = (value) => value, without }: SyntheticVariant): Outcomes {
  const metrics = outcomes.metrics
    .filter(({ name }) => name !== without)
    .map(({ name, values }) => ({ name, values: values.map((value, incident) => change(value, name, incident)) }));
  return { ...outcomes, metrics };
}
