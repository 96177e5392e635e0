/**
 * What a variant costs more than the baseline, in their common currency: variant minus baseline, so that below zero is
 * cheaper. A year has 365.25 days.
 */
export interface CostsComparison {
  readonly currency: string;
  /** Storage and whatever is paid all the time, per year: known without playing anything. */
  readonly upkeep: number;
  /** Expected cost of the incidents of a year; null where one of the two does not know it. */
  readonly incidents: AmountDifference | null;
  /** Both together; null when the incidents are. */
  readonly perYear: AmountDifference | null;
  /** What it costs per year that RTO is an hour shorter: its mean, and its P95. */
  readonly hourOfRto: { readonly mean: HourPrice; readonly p95: HourPrice };
}

/** An expected amount with its interval, which is null below `MEAN_PAIRS` incidents. */
export interface AmountDifference {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The price of an hour: of what is paid all the time alone, and with the incidents, whose downtime becomes cheaper as
 * it becomes shorter; the second is null where their cost is not known. It is the same from both sides: what the one
 * pays for an hour that it saves, the other saves for an hour that it gives up.
 */
export interface HourPrice {
  readonly upkeep: PriceEstimate;
  readonly perYear: PriceEstimate | null;
}

/**
 * A price per year and hour; below zero when the scenario that is sooner is cheaper too. `undecided` when the two RTO may be
 * the same, so that any price is possible; `unsupported` when one has no number there, or the sample is too small.
 */
export interface PriceEstimate {
  readonly state: 'estimated' | 'undecided' | 'unsupported';
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
