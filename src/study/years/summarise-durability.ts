import { quantile } from '../../distributions/families.js';
import { wilsonInterval } from '../../statistics/wilson-interval.js';
import { yearMean } from './estimate-years.js';
import type { DurabilityYears } from './year-outcomes.js';
import type { DurabilitySummary, TimeToLoss } from './years-summary.js';

/** What became of the stored data of one surface, life by life: one life for each year that was played. */
export function summariseDurability(lives: DurabilityYears, confidence: number): DurabilitySummary {
  const { copies, units, horizon, bound, unitsLost } = lives;
  const lost = unitsLost.reduce((count, each) => count + (each > 0 ? 1 : 0), 0);
  const trials = unitsLost.length;
  return {
    copies,
    units,
    horizonSeconds: horizon,
    boundSeconds: bound,
    lives: trials,
    lost: { lives: lost, share: lost / trials, ...wilsonInterval({ successes: lost, trials, confidence }) },
    unitsLost: yearMean(unitsLost, confidence),
    timeToLoss: timeToLoss(lives, confidence),
  };
}

/**
 * The mean time until the first loss. Where every life ended with one it is the mean of these times. Else it is the time
 * that was played over the losses in it, which is that mean when losses come without memory, as they do where they are so
 * rare; with the exact interval of a Poisson count.
 *
 * @source F. Garwood, "Fiducial Limits for the Poisson Distribution", Biometrika 28 (1936).
 */
function timeToLoss({ firstLoss, bound }: DurabilityYears, confidence: number): TimeToLoss {
  const losses = firstLoss.reduce((count, at) => count + (at < Infinity ? 1 : 0), 0);
  const played = firstLoss.reduce((sum, at) => sum + Math.min(at, bound), 0);
  if (losses === firstLoss.length) {
    const { mean, low, high } = yearMean(firstLoss, confidence);
    return { state: 'all-lost', mean, low, high, losses, playedSeconds: played };
  }
  const tail = (1 - confidence) / 2;
  const most = quantile({ kind: 'gamma', shape: losses + 1, scale: 1 }, 1 - tail);
  const least = losses === 0 ? 0 : quantile({ kind: 'gamma', shape: losses, scale: 1 }, tail);
  return {
    state: losses === 0 ? 'none-lost' : 'some-lost',
    mean: losses === 0 ? null : played / losses,
    low: played / most,
    high: losses === 0 ? null : played / least,
    losses,
    playedSeconds: played,
  };
}
