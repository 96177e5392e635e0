/** What is not known of the inputs, and what follows from it: durations in seconds. */
export interface UncertaintySummary {
  /** How many times the inputs were drawn, and by how many incidents each draw was struck: the same for all. */
  readonly draws: number;
  readonly incidents: number;
  /** Probability with which the true value lies in a band, by what is known of the inputs. */
  readonly credibility: number;
  /** Measured times that a mere assumption counts as; null when assumptions were taken as known. */
  readonly assumptionsCount: number | null;
  /** How many values are uncertain: that say what they count as, and that are assumed. */
  readonly inputs: { readonly measured: number; readonly assumed: number };
  readonly metrics: Readonly<Record<'rto' | 'rpo' | 'rtt', MetricUncertainty>>;
}

export interface MetricUncertainty {
  readonly quantiles: Readonly<Record<BandName, QuantileBand>>;
  /** In the order of the scenario. */
  readonly objectives: readonly ObjectiveBand[];
}

/** The quantiles that have bands: of a draw's few incidents none further out can be told. */
export const BANDS = { p5: 0.05, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95, p99: 0.99 } as const;

export type BandName = keyof typeof BANDS;

/** Between which numbers the true value lies; null for a number that is infinite. */
export interface Band {
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
}

export interface QuantileBand extends Band {
  /** The quantile when what is not known counts as chance too: of all incidents of all draws. */
  readonly both: number | null;
}

export interface ObjectiveBand {
  readonly quantile: number;
  readonly limit: number;
  /** Of the share of incidents that stay within the limit. */
  readonly share: Band;
  /** Share of the draws in which it is met: how likely it is to be met, by what is known. */
  readonly met: number;
}
