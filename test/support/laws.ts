import { clamped } from '../../src/distributions/clamped.js';
import { empirical } from '../../src/distributions/empirical.js';
import { exponential } from '../../src/distributions/exponential.js';
import { fixed } from '../../src/distributions/fixed.js';
import { gamma } from '../../src/distributions/gamma.js';
import type { Law } from '../../src/distributions/law.js';
import { lognormal } from '../../src/distributions/lognormal.js';
import { mixture } from '../../src/distributions/mixture.js';
import { pert } from '../../src/distributions/pert.js';
import { triangular } from '../../src/distributions/triangular.js';
import { uniform } from '../../src/distributions/uniform.js';
import { weibull } from '../../src/distributions/weibull.js';

const hour = lognormal({ p50: 3600, sigma: 0.5 });
const outage = mixture([
  { weight: 3, law: hour },
  { weight: 1, law: weibull({ shape: 1.5, scale: 20_000 }) },
]);

/** One law of each kind, and of each way that a kind is drawn. */
export const LAWS: Readonly<Record<string, Law>> = {
  fixed: fixed(900),
  uniform: uniform({ min: 60, max: 300 }),
  triangular: triangular({ min: 900, mode: 2700, max: 10_800 }),
  'triangular from its mode': triangular({ min: 0, mode: 0, max: 1 }),
  pert: pert({ min: 600, mode: 900, max: 7200 }),
  'pert up to its mode': pert({ min: -1, mode: 1, max: 1 }),
  exponential: exponential({ mean: 120 }),
  lognormal: hour,
  gamma: gamma({ shape: 2.5, scale: 600 }),
  'gamma of shape below 1': gamma({ shape: 0.4, scale: 600 }),
  weibull: weibull({ shape: 0.8, scale: 3600 }),
  empirical: empirical([1260, 900, 5400, 1260, 2400, 14_400, 1200]),
  mixture: outage,
  clamped: clamped({ law: hour, atLeast: 1800, atMost: 7200 }),
  'clamped mixture': clamped({ law: outage, atMost: 15_000 }),
};
