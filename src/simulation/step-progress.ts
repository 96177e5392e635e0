/** How far each step of the incident at hand has come; one entry per step, times in seconds from the strike. */
export class StepProgress {
  /** End of the latest visit; NaN, or what an earlier incident left, before the first has ended. */
  readonly endedAt: Float64Array;
  /** Attempts begun. */
  readonly attempts: Int32Array;

  constructor(stepCount: number) {
    this.endedAt = new Float64Array(stepCount);
    this.attempts = new Int32Array(stepCount);
  }

  /** End of the last of some steps: a milestone. */
  latestEnd(steps: Int32Array): number {
    let latest = 0;
    for (let i = 0; i < steps.length; i++) latest = Math.max(latest, this.endedAt[steps[i]]);
    return latest;
  }
}

/** Told of every attempt as it is played, by whoever wants to know (a trace); times in seconds from the strike. */
export interface AttemptObserver {
  attempt(step: number, attempt: { start: number; end: number; outcome: 'done' | 'failed' | 'bad-backup' }): void;
}
