import type { Costs } from '../../scenario/costs.js';
import type { Origin } from '../summary-context.js';
import { CONFIDENCE } from '../summarise.js';
import type { AnsweredReadiness } from '../summarise-readiness.js';
import type { Standing } from '../summary.js';
import { estimateCosts } from './estimate-costs.js';
import { summariseDurability } from './summarise-durability.js';
import { yearEstimate, yearMean, yearShare } from './estimate-years.js';
import type { YearOutcomes } from './year-outcomes.js';
import type { YearsSummary } from './years-summary.js';

/** What the outcomes do not carry. */
export interface YearsContext {
  readonly origin: Origin;
  /** Name of the scenario. */
  readonly name: string;
  readonly costs: Costs | undefined;
  readonly standsOn: Standing['standsOn'];
  readonly readiness: AnsweredReadiness | null;
  readonly inputs: Standing['inputs'];
  /** How many years were asked for; as many as were played when absent. */
  readonly asked?: number;
}

/**
 * Estimates with their intervals, from what happened year by year. Years are independent of each other, so that means
 * have the error of independent values, shares Wilson's interval, and quantiles that of order statistics.
 */
export function summariseYears(
  outcomes: YearOutcomes,
  { origin, name, costs, asked, ...standing }: YearsContext,
): YearsSummary {
  const { years, seed, yearSeconds, warmUpSeconds } = outcomes;
  const confidence = CONFIDENCE;
  const recovered = (column: Float64Array): Float64Array =>
    column.map((value, year) => (outcomes.unrecoverable[year] > 0 ? NaN : value));
  const downtime = recovered(outcomes.downtime);
  const all = Float64Array.from(downtime, (_, year) =>
    outcomes.kinds.reduce((sum, kind) => sum + kind.counts[year], 0),
  );
  const kindsThatStrike = outcomes.kinds.filter(({ canStrike }) => canStrike);
  return {
    format: 'drillcast-years/1',
    tool: { name: 'drillcast', version: origin.version },
    scenario: { name, file: origin.file, sha256: origin.sha256 },
    seed,
    years,
    end: { reason: asked === undefined || asked === years ? 'count' : 'interrupted', asked: asked ?? years },
    unit: 'seconds',
    confidence,
    yearSeconds,
    warmUpSeconds,
    unrecoverable: yearShare(outcomes.unrecoverable, confidence),
    availability: yearMean(
      downtime.map((seconds) => 1 - seconds / yearSeconds),
      confidence,
    ),
    downtime: yearEstimate(downtime, confidence),
    loss: yearEstimate(recovered(outcomes.lost), confidence),
    surfaceLoss: Object.fromEntries(
      outcomes.surfaces
        .filter(({ isDataBearing }) => isDataBearing)
        .map((surface) => [surface.name, yearEstimate(recovered(surface.lost), confidence)]),
    ),
    incidents: yearMean(all, confidence),
    incidentKinds: Object.fromEntries(kindsThatStrike.map((kind) => [kind.name, yearMean(kind.counts, confidence)])),
    overlaps: {
      perYear: yearMean(outcomes.overlapping, confidence),
      incidents: sum(all),
      overlapping: sum(outcomes.overlapping),
      years: yearShare(outcomes.overlapping, confidence),
    },
    storage: storageOf(outcomes, confidence),
    durability: Object.fromEntries(
      outcomes.durability.map((lives) => [lives.surface, summariseDurability(lives, confidence)]),
    ),
    standsOn: standing.standsOn,
    readiness: readinessOf(standing.readiness, kindsThatStrike),
    inputs: standing.inputs,
    costs: costs === undefined ? null : estimateCosts(outcomes, costs, confidence),
  };
}

function storageOf({ surfaces }: YearOutcomes, confidence: number): YearsSummary['storage'] {
  return Object.fromEntries(
    surfaces.map(({ name, storageMean, storagePeak }) => [
      name,
      {
        mean: yearMean(storageMean, confidence),
        peak: yearMean(storagePeak, confidence),
        highest: storagePeak.reduce((highest, peak) => Math.max(highest, peak), 0),
      },
    ]),
  );
}

/** A plan with which nothing comes back from a kind of incident is not ready, whatever was answered. */
function readinessOf(answered: AnsweredReadiness | null, kinds: YearOutcomes['kinds']): Standing['readiness'] {
  if (answered === null) return null;
  const neverRecovered = kinds
    .filter(({ counts, unrecovered }) => sum(counts) > 0 && sum(unrecovered) === sum(counts))
    .map(({ name }) => name);
  return { ...answered, isReady: answered.isReady && neverRecovered.length === 0, neverRecovered };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
