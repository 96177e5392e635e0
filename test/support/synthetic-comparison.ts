import { compare } from '../../src/study/compare.js';
import type { Comparison } from '../../src/study/comparison.js';
import type { Outcomes } from '../../src/study/outcomes.js';
import type { StandingCosts } from '../../src/study/summarise-costs.js';
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
  /** What downtime costs per second, and what is paid all the time, per year; no prices when absent. */
  readonly prices?: SyntheticPrices;
}

interface SyntheticPrices {
  readonly downtime: number;
  readonly standing: number;
  readonly storage?: number;
  readonly currency?: string;
  /** Of an unrecoverable incident; not said when absent. */
  readonly unrecoverable?: number;
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
      standingCosts: standingCostsOf(variant.prices),
    };
    const around = {
      timezone: variant.timezone ?? 'Europe/Brussels',
      period: variant.period ?? PERIOD,
      incidents: context.incidents,
    };
    return { scenario: around, outcomes, summary: summarise(outcomes, context) };
  });
}

function standingCostsOf(prices: SyntheticPrices | undefined): StandingCosts | null {
  if (prices === undefined) return null;
  const { currency = 'EUR', standing, storage = 0 } = prices;
  return { currency, storage: { bytes: 0, perYear: storage }, standing: { standby: standing } };
}

function changed(outcomes: Outcomes, { change = (value) => value, without, prices }: SyntheticVariant): Outcomes {
  const metrics = outcomes.metrics
    .filter(({ name }) => name !== without)
    .map(({ name, values }) => ({ name, values: values.map((value, incident) => change(value, name, incident)) }));
  return { ...outcomes, metrics, costs: prices && costsOf(metrics[0].values, prices) };
}

function costsOf(rto: Float64Array, { downtime, unrecoverable = NaN }: SyntheticPrices): Float64Array {
  return rto.map((seconds) => (Number.isNaN(seconds) ? unrecoverable : downtime * seconds));
}
