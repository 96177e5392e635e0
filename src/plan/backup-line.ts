import { mean, quantile, variance } from '../distributions/families.js';
import type { BackupProtection } from '../scenario/scenario.js';
import { DAY } from '../units/quantity.js';
import { workUnderLoad } from './load-hours.js';
import { latestRun, runTime } from './occurrences.js';
import type { LinePlan, RunsPlan } from './runs-plan.js';
import { UnplayableError } from './unplayable-error.js';

/** How unlikely something must be to be left out of what the line may have been doing. */
const TOO_UNLIKELY = 1e-9;
/** An exponential time is longer than so many means with that probability. */
const MEANS = 9 * Math.LN10;

/** Long enough for every weekly rhythm, and for the changes of the clocks not to matter. */
const SAMPLE_WEEKS = 8 * 7 * DAY;

/**
 * How runs that are due while an earlier one still runs wait for it; undefined when they do not.
 *
 * A queue of runs is behind by more than `backlog` about as seldom as one run takes longer than `longest`: beyond that one
 * run it is behind for a time that is, under load, exponential, with the mean of heavy traffic.
 *
 * @throws UnplayableError when runs queue that take more time, on average, than there is between them: they would fall
 *   behind for ever.
 * @source Kingman: On queues in heavy traffic, Journal of the Royal Statistical Society B 24 (1962).
 */
export function compileLine(
  overlap: BackupProtection['overlap'],
  runs: readonly RunsPlan[],
  { name, periodLength }: { readonly name: string; readonly periodLength: number },
): LinePlan | undefined {
  if (overlap === undefined || overlap === 'allow') return undefined;
  const slowest = Math.max(1, runs[0].load?.times ?? 1);
  const longest = slowest * Math.max(...runs.map(({ takes }) => quantile(takes, 1 - TOO_UNLIKELY)));
  if (overlap === 'skip') return { overlap, longest, backlog: longest, reach: longest };
  const traffic = trafficOf(runs, Math.min(periodLength, SAMPLE_WEEKS));
  if (!(traffic.share < 1)) {
    throw new UnplayableError(
      `"${name}": backups that queue take ${String(Math.round(traffic.share * 100))} % of the time there is, and would fall behind for ever`,
    );
  }
  const idle = 1 - traffic.share;
  const meanWait = traffic.work === 0 ? 0 : (slowest * traffic.spread) / (2 * traffic.work * idle);
  const backlog = longest + MEANS * meanWait;
  return { overlap, longest, backlog, reach: (2 * backlog) / idle };
}

/** The share of the time that the runs of a span take, their work in all, and the sum of its variances. */
function trafficOf(
  runs: readonly RunsPlan[],
  span: number,
): { readonly share: number; readonly work: number; readonly spread: number } {
  let work = 0;
  let spread = 0;
  runs.forEach(({ occurrences, takes }, level) => {
    let due = 0;
    for (let index = latestRun(occurrences, span); runTime(occurrences, index) > 0; index--) {
      if (!isFullerDue(runs, level, runTime(occurrences, index))) due++;
    }
    work += due * mean(takes);
    spread += due * variance(takes);
  });
  const [{ load }] = runs;
  return { share: work / (load === undefined ? span : workUnderLoad(load, 0, span)), work, spread };
}

/** Of several runs that are due at one instant only the fullest runs. */
function isFullerDue(runs: readonly RunsPlan[], level: number, due: number): boolean {
  return runs.slice(0, level).some(({ occurrences }) => runTime(occurrences, latestRun(occurrences, due)) === due);
}
