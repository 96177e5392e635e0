import type { Standing } from '../summary.js';

/** Estimates of years with their intervals, as they stand in the JSON document: times in seconds, storage in bytes. */
export interface YearsSummary extends Standing {
  readonly format: 'drillcast-years/1';
  readonly tool: { readonly name: 'drillcast'; readonly version: string };
  readonly scenario: { readonly name: string; readonly file: string; readonly sha256: string };
  readonly seed: number;
  readonly years: number;
  readonly end: { readonly reason: 'count' | 'interrupted'; readonly asked: number };
  readonly unit: 'seconds';
  readonly confidence: number;
  /** Length of a year, and the time before each that was played for what the year remembers. */
  readonly yearSeconds: number;
  readonly warmUpSeconds: number;
  /** Years with an incident that was not recovered from. They have no availability, downtime and loss. */
  readonly unrecoverable: YearShare;
  /** Share of the time of a year in which the service was open. */
  readonly availability: YearMean;
  readonly downtime: YearEstimate;
  /** Time of which what was written was lost: of any data-bearing surface, and by surface. */
  readonly loss: YearEstimate;
  readonly surfaceLoss: Readonly<Record<string, YearEstimate>>;
  /** Incidents in a year, of all kinds and of each. */
  readonly incidents: YearMean;
  readonly incidentKinds: Readonly<Record<string, YearMean>>;
  readonly overlaps: OverlapSummary;
  /** What the copies of each surface keep. */
  readonly storage: Readonly<Record<string, StorageSummary>>;
  /** What becomes of stored data that goes bad by itself, by surface; of those that say how it does. */
  readonly durability: Readonly<Record<string, DurabilitySummary>>;
  /** In the currency of the scenario; null when it has no prices. */
  readonly costs: YearCosts | null;
}

/** A mean over the years, with its interval by the central limit theorem. */
export interface YearMean {
  /** Null when there is nothing to average. */
  readonly mean: number | null;
  readonly standardError: number | null;
  /** Null when fewer than 30 years have more than the least: then that theorem promises nothing. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A mean, and how the years spread about it. */
export interface YearEstimate extends YearMean {
  readonly quantiles: Readonly<Record<YearQuantileName, YearQuantile>>;
}

export interface YearQuantile {
  /** `unrecoverable`: it falls among the years that have no number; `unsupported`: there are too few years. */
  readonly state: 'estimated' | 'unrecoverable' | 'unsupported';
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A share of the years, with Wilson's interval. */
export interface YearShare {
  readonly years: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** How often an incident struck while another was being recovered from. */
export interface OverlapSummary {
  readonly perYear: YearMean;
  /** Of all incidents that were played. */
  readonly incidents: number;
  readonly overlapping: number;
  /** Years in which it happened. */
  readonly years: YearShare;
}

/** Bytes. */
export interface StorageSummary {
  readonly mean: YearMean;
  /** The most that was kept at any time of a year: on average, and in the year in which it was the most. */
  readonly peak: YearMean;
  readonly highest: number;
}

/** What became of the stored data of a surface, in as many lives as years were played. */
export interface DurabilitySummary {
  readonly copies: number;
  readonly units: number;
  /** The time within which a loss is asked about, and how long a life was played at most. */
  readonly horizonSeconds: number;
  readonly boundSeconds: number;
  readonly lives: number;
  /** Lives in which a unit was lost within the horizon, with Wilson's interval. */
  readonly lost: { readonly lives: number; readonly share: number; readonly low: number; readonly high: number };
  /** Units lost within the horizon. */
  readonly unitsLost: YearMean;
  readonly timeToLoss: TimeToLoss;
}

/** The mean time until a first unit is lost, in seconds. */
export interface TimeToLoss {
  /** Whether all lives came to a loss within the bound: only then is the mean one of times that were seen. */
  readonly state: 'all-lost' | 'some-lost' | 'none-lost';
  /** Null when nothing was lost. */
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly losses: number;
  /** Time until the first loss or the bound, of all lives together. */
  readonly playedSeconds: number;
}

/** What a year costs. */
export interface YearCosts {
  readonly currency: string;
  /** Years with an unrecoverable incident that has no price: they have no cost, and no part in any mean. */
  readonly unpricedYears: number;
  readonly total: YearEstimate;
  /** In the order in which they are told: downtime, data loss, unrecoverable, people, egress, what decisions cost afterwards, storage, then what stands by. */
  readonly parts: Readonly<Record<string, YearMean>>;
  /** For each probability the amount that a year costs more than with it, from the most likely to the least. */
  readonly exceedance: readonly ExceedancePoint[];
}

export interface ExceedancePoint extends YearQuantile {
  readonly probability: number;
}

/** The quantiles of years, by the names of their keys. */
export const YEAR_QUANTILES = { p5: 0.05, p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;

export type YearQuantileName = keyof typeof YEAR_QUANTILES;

/** The exceedance curve is told at these probabilities. */
export const EXCEEDANCE_PROBABILITIES = [
  0.99, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0001,
] as const;
