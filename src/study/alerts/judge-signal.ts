import { ascendingCopy } from '../../statistics/ascending-copy.js';
import { quantile } from '../../statistics/quantile.js';
import { wilsonInterval } from '../../statistics/wilson-interval.js';
import type { Alert, PlayedShare } from './alerts-report.js';
import type { PlayedSignal } from './signal-player.js';
import type { SignalLimit } from './signal-limit.js';

/** What an alert is judged by. */
export interface SignalQuestion extends SignalLimit {
  /** What an incident may lose, in seconds. */
  readonly lossLimit: number;
  readonly hold: number;
  readonly confidence: number;
}

/** What a signal may exceed for so much of the time without anything being wrong. */
const RARE = 0.001;

type Judgement = Omit<Alert, 'surface' | 'copy' | 'signal' | 'step' | keyof SignalLimit>;

/**
 * The threshold of a signal and how an alert at it does, from what was played. The threshold lies as late as the limit
 * lets it, mending and `hold` taken off; but not where the signal is while nothing is wrong, because an alert that cries
 * wolf is soon turned off.
 *
 * An incident was **hurt** when something had gone wrong with a copy that it needed, that copy alone would have lost
 * more than the objective allows, and so would every other that was left. The alert came **in time** when it fired so
 * long before the strike as mending takes.
 */
export class SignalJudge {
  readonly #question: SignalQuestion;
  readonly #healthy: number[] = [];
  readonly #hurt: number[] = [];
  #incidents = 0;

  constructor(question: SignalQuestion) {
    this.#question = question;
  }

  /** Takes one incident down. */
  add({ value, isWrong, loss, otherLoss, isNeeded }: PlayedSignal): void {
    const { lossLimit } = this.#question;
    this.#incidents++;
    if (!isWrong) this.#healthy.push(value);
    else if (isNeeded && loss > lossLimit && otherLoss > lossLimit) this.#hurt.push(value);
  }

  /** Over all incidents that were added; at least one. */
  judge(): Judgement {
    const { limit, mends, hold, confidence } = this.#question;
    const share = (count: number, of: number): PlayedShare | null =>
      of === 0
        ? null
        : { count, of, share: count / of, ...wilsonInterval({ successes: count, trials: of, confidence }) };
    const healthyValues = ascending(this.#healthy);
    const healthy = healthyValues.length === 0 ? null : quantile(healthyValues, 1 - RARE);
    const latest = limit - mends - hold;
    const isLateEnough = latest >= (healthy ?? 0);
    const threshold = isLateEnough ? latest : (healthy ?? 0);
    // How long before the strike it fired; below 0 when it had not.
    const leads = this.#hurt.map((value) => value - threshold - hold);
    const warnings = ascending(leads.map((lead) => Math.max(lead, 0)));
    const fired = leads.filter((lead) => lead >= 0).length;
    return {
      threshold,
      boundBy: isLateEnough ? 'objective' : (healthy ?? 0) > limit ? 'hopeless' : 'healthy',
      latest,
      healthy,
      falseAlarms: share(this.#healthy.filter((value) => value > threshold).length, this.#healthy.length),
      hurt: share(this.#hurt.length, this.#incidents) as PlayedShare,
      fired: share(fired, leads.length),
      inTime: share(leads.filter((lead) => lead >= mends).length, leads.length),
      warning: fired === 0 ? null : { p5: quantile(warnings, 0.05), p50: quantile(warnings, 0.5) },
    };
  }
}

function ascending(values: readonly number[]): Float64Array {
  return ascendingCopy(Float64Array.from(values));
}
