import type { VersionsPlan } from '../plan/plan.js';
import type { VersionsAtStrike } from './copy-history.js';
import type { Strike } from './strike.js';
import type { CopyLife } from './years/copy-life.js';

/** Older states kept beside the newest: whatever was overwritten lately is there as it was before. */
export class VersionStore implements VersionsAtStrike {
  readonly kind = 'versions';
  /** The instant to which the content can be turned back, relative to the period; NaN when that is not kept. */
  recoveryPoint = NaN;
  readonly plan: VersionsPlan;

  readonly #life: CopyLife | undefined;

  /** @param life since when there are versions, where that has been played; always when absent. */
  constructor(plan: VersionsPlan, life?: CopyLife) {
    this.plan = plan;
    this.#life = life;
  }

  /** Finds the state before the onset; false when it is no longer kept. */
  begin(strike: Strike): boolean {
    const isKept =
      strike.at - strike.onset <= this.plan.keep && (this.#life === undefined || strike.onset >= this.#life.since);
    this.recoveryPoint = isKept ? strike.onset : NaN;
    return isKept;
  }
}
