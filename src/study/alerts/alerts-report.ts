/** What an alert watches: the age of something, or how far it is behind. */
export type AlertSignal = 'backup-age' | 'copy-age' | 'log-archive-age' | 'replica-lag' | 'restore-test-age';

/** The alerts of a plan, as they stand in the JSON document; every duration is in seconds. */
export interface AlertsReport {
  readonly format: 'drillcast-alerts/1';
  readonly tool: { readonly name: 'drillcast'; readonly version: string };
  readonly scenario: { readonly name: string; readonly file: string; readonly sha256: string };
  readonly seed: number;
  readonly incidents: number;
  readonly unit: 'seconds';
  /** Confidence level of every interval. */
  readonly confidence: number;
  /** The objective on RPO that the thresholds follow from. */
  readonly objective: GuardedObjective;
  /** From the alert until people have mended what had stopped. */
  readonly mendWithin: number;
  /** For so long a signal is above its threshold before the alert fires: Prometheus' `for`. */
  readonly hold: number;
  /** What an hour of data lost costs; null when the scenario has no prices. */
  readonly dataLossPrice: { readonly currency: string; readonly perHour: number } | null;
  readonly alerts: readonly Alert[];
}

/** At least `quantile` of the incidents lose no more than `limit`. */
export interface GuardedObjective {
  readonly quantile: number;
  readonly limit: number;
}

/** One alert: its threshold, why it follows, and how it does on the incidents that were played. */
export interface Alert {
  readonly surface: string;
  /** As the file calls it: `base-backup`, `replica`. */
  readonly copy: string;
  readonly signal: AlertSignal;
  readonly threshold: number;
  /**
   * `objective`: the threshold leaves as much time as mending takes. `healthy`: it would have to lie where the signal is
   * while nothing is wrong, so it lies above that, and people have less time. `hopeless`: while nothing is wrong the
   * signal is beyond the limit, and the copy by itself does not keep the objective.
   */
  readonly boundBy: 'objective' | 'healthy' | 'hopeless';
  /** Where the signal may go and the objective is still kept, and what says so. */
  readonly limit: number;
  readonly limitBy: 'rpo' | 'log-keep' | 'log-replay' | 'silently-unrestorable';
  /** What is taken off the limit, besides `hold`: how long it takes from the alert until there is a good copy again. */
  readonly mends: number;
  /** The latest threshold that keeps the objective; below 0 when none does. */
  readonly latest: number;
  /** What the signal exceeds for a thousandth of the time while nothing is wrong; null when something always is. */
  readonly healthy: number | null;
  /** How often the signal is above the threshold at an instant at which nothing is wrong; null when something always is. */
  readonly falseAlarms: PlayedShare | null;
  /** Incidents that something that had gone wrong unnoticed made lose more than the objective allows. */
  readonly hurt: PlayedShare;
  /** Of those, the ones in which the alert fired early enough to mend it; null when there were none. */
  readonly inTime: PlayedShare | null;
  /** Of those, the ones in which it fired at all. */
  readonly fired: PlayedShare | null;
  /** How long before the strike it fired, where it did, at P5 and P50 of the incidents that were hurt; null when it never did. */
  readonly warning: { readonly p5: number; readonly p50: number } | null;
  /** The step of the runbook that brings the surface back; null when none says that it does. */
  readonly step: string | null;
}

/** So many of so many, with the Wilson interval of the share. */
export interface PlayedShare {
  readonly count: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
