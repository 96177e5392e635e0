/** Told of what a recovery has reached, in seconds by its clock. */
export interface RecoveryListener {
  /** All that the reopening of the service waits for has ended; again when a later failure had undone it. */
  reopened(now: number): void;
  /** Its last step has ended, or nothing usable was left. */
  over(now: number): void;
}
