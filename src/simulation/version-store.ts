import type { VersionsPlan } from '../plan/plan.js';
import type { VersionsAtStrike } from './copy-history.js';
import type { Strike } from './strike.js';

/** Older states kept beside the newest: whatever was overwritten lately is there as it was before. */
export class VersionStore implements VersionsAtStrike {
  readonly kind = 'versions';
  /** The instant to which the content can be turned back, relative to the period; NaN when that is not kept. */
  recoveryPoint = NaN;
  readonly plan: VersionsPlan;

  constructor(plan: VersionsPlan) {
    this.plan = plan;
  }

  /** Finds the state before the onset; false when it is no longer kept. */
  begin(strike: Strike): boolean {
    const isKept = strike.at - strike.onset <= this.plan.keep;
    this.recoveryPoint = isKept ? strike.onset : NaN;
    return isKept;
  }
}
