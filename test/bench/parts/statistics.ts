import { stream } from '../../../src/random/stream.js';
import { ascendingCopy } from '../../../src/statistics/ascending-copy.js';
import { histogram } from '../../../src/statistics/histogram.js';
import { moments } from '../../../src/statistics/moments.js';
import { quantileRanks } from '../../../src/statistics/quantile-ranks.js';
import { quantile } from '../../../src/statistics/quantile.js';
import { wilsonInterval } from '../../../src/statistics/wilson-interval.js';
import type { Parts } from './part.js';

const count = 100_000;
const values = new Float64Array(count);
stream(1, 'bench', 0).fillNormal(values, count);
const ascending = ascendingCopy(values);
const edges = Array.from({ length: 41 }, (_, i) => -4 + i / 5);
const calls = 100;

/** What a summary asks of a column of a hundred thousand outcomes, per outcome; of quantiles and intervals per call. */
export const STATISTICS: Parts = {
  'sort, per outcome': { count, run: () => ascendingCopy(values) },
  'moments, per outcome': { count, run: () => moments(values) },
  'histogram of 40 bins, per outcome': { count, run: () => histogram(values, edges) },
  'quantile, per call': {
    count: calls,
    run: () => {
      for (let i = 0; i < calls; i++) quantile(ascending, i / calls);
    },
  },
  'ranks of a quantile, per call': {
    count: calls,
    run: () => {
      for (let i = 0; i < calls; i++) quantileRanks({ count, probability: 0.95, confidence: 0.95 });
    },
  },
  'Wilson interval, per call': {
    count: calls,
    run: () => {
      for (let i = 0; i < calls; i++) wilsonInterval({ successes: 1000 * i, trials: count, confidence: 0.95 });
    },
  },
};
