import { describe, expect, it } from 'vitest';
import { moments } from '../../src/statistics/moments.js';
import { livesOfFile } from '../support/stored-lives.js';
import { meanTimeToLoss } from '../support/two-replicas.js';

/** A normal number is further out than this with a probability of 5.7e-7. */
const Z = 5;
/** Hours; the paper's year has so many. */
const YEAR = 8760;

const MIRROR = { visible: 120_000, repair: 1.4, latent: 84_972, pairs: 1 };
const ARCHIVE = { visible: 36_000, repair: 4.4, latent: 2_700_000, pairs: 1795 };
const IGNORED = 'latent-faults: null';
const UNAUDITED = 'latent-faults: { audited-every: null }';
const foundAfter = (mean: number): string =>
  `latent-faults: { audited-every: null, found-after: { exponential: { mean: ${String(mean)}h } } }`;

/** Years of a case: played, and exactly. */
function yearsOf(name: string, change: string | undefined, lives: number): { mean: number; error: number } {
  const { firstLoss } = livesOfFile(`cases/baker-2006-${name}`, { lives, ...(change === undefined ? {} : { change: `{ ${change} }` }) });
  const { mean, standardError } = moments(firstLoss);
  return { mean: (mean ?? NaN) / YEAR, error: (standardError ?? NaN) / YEAR };
}

/** The mean of what was played, that is expected to be this many years, known to within that share of it. */
function expectYears(exact: number, { mean, error }: { mean: number; error: number }, precision: number): void {
  expect(Math.abs(mean - exact)).toBeLessThan(Z * error);
  expect(error / mean).toBeLessThan(precision);
}

/**
 * Mirrored disks and two archives of M. Baker et al., "A Fresh Look at the Reliability of Long-term Digital Storage",
 * EuroSys 2006. The judge of what is played is the chain of states of two replicas, solved here; its years stand beside.
 */
describe('The two replicas of Baker et al. 2006', () => {
  it.each([
    ['without latent faults', IGNORED, { ...MIRROR, latent: Infinity }, 5.871e5, 400],
    ['without audits', UNAUDITED, MIRROR, 16.55, 10_000],
    ['with faults that are found after 1460 h', foundAfter(1460), { ...MIRROR, found: 1460 }, 414.5, 4000],
    ['with an audit each 2920 h', undefined, { ...MIRROR, audited: 2920 }, 408, 4000],
  ] as const)('keep a mirror %s as long as their chain of states', (_, change, replicas, known, lives) => {
    const exact = meanTimeToLoss(replicas, (known * YEAR) / 50) / YEAR;
    expect(exact / known).toBeCloseTo(1, 2);
    expectYears(exact, yearsOf('mirror', change, lives), 0.06);
  });

  it.each([
    ['without latent faults', IGNORED, { latent: Infinity }, 9.37, 400],
    ['with faults that are found after 1460 h', foundAfter(1460), { found: 1460 }, 1.84, 2000],
    ['with faults that are found after 168 h', foundAfter(168), { found: 168 }, 6.17, 1000],
  ] as const)('keep a pair of disks %s as long as their chain: 1,795 times this', (_, change, more, known, lives) => {
    const pair = { ...ARCHIVE, ...more, pairs: 1 };
    const exact = meanTimeToLoss(pair, (1795 * known * YEAR) / 50) / YEAR;
    expect(exact / 1795 / known).toBeCloseTo(1, 2);
    expectYears(exact, yearsOf('archive', `units: 1, ${change}`, lives), 0.06);
  });

  // From new copies on: until the first latent faults lie in wait, losses are rarer than in the long run.
  it.each([
    ['without latent faults', IGNORED, { latent: Infinity }, 9.37],
    ['without audits', UNAUDITED, {}, 0.764],
    ['with faults that are found after 1460 h', foundAfter(1460), { found: 1460 }, 1.95],
    ['with an audit each 2920 h', undefined, { audited: 2920 }, 1.84],
    ['with an audit each 336 h', 'latent-faults: { audited-every: 336h }', { audited: 336 }, 6.17],
  ] as const)('keep new archives %s as long as the survival of all pairs', (_, change, more, known) => {
    const exact = meanTimeToLoss({ ...ARCHIVE, ...more }, (known * YEAR) / 50) / YEAR;
    expect(exact).toBeCloseTo(known, known > 1 ? 2 : 3);
    expectYears(exact, yearsOf('archive', change, 400), 0.06);
  });

  /** Equations 9 and 11 of the paper, with alpha 1. */
  const withoutLatent = (mv: number, beta: number, mrv: number): number => mv ** 2 / (beta * mrv);
  const audited = ({ mv, ml, mrv, mdl, beta }: Record<'mv' | 'ml' | 'mrv' | 'mdl' | 'beta', number>): number => {
    const k = mv / ml;
    return (k ** 2 * ml ** 2) / (mrv * (beta + k * beta) + k * mdl * beta);
  };

  it.each([
    ['a mirror without latent faults', withoutLatent(120_000, 1, 1.4), 1.2e6, MIRROR, { latent: Infinity }],
    [
      'an audited mirror',
      audited({ mv: 120_000, ml: 84_972, mrv: 1.4, mdl: 1460, beta: 1 }),
      795,
      MIRROR,
      { found: 1460 },
    ],
    ['archives without latent faults', withoutLatent(20, 1 / 1795, 4.4), 18.6, ARCHIVE, { latent: Infinity }],
    [
      'archives audited each four months',
      audited({ mv: 20, ml: 1531, mrv: 4.4, mdl: 1460, beta: 1 / 1795 }),
      3.4,
      ARCHIVE,
      { found: 1460 },
    ],
    [
      'archives audited each two weeks',
      audited({ mv: 20, ml: 1531, mrv: 4.4, mdl: 168, beta: 1 / 1795 }),
      12.3,
      ARCHIVE,
      { found: 168 },
    ],
  ] as const)('last, as %s, half as long as the paper says, whose formulas know one first fault', (_, hours, published, replicas, more) => {
    // The paper rounds to two digits, and upwards.
    expect(hours / YEAR / published).toBeGreaterThan(0.97);
    expect(hours / YEAR / published).toBeLessThan(1.03);
    // In the long run, of which the paper speaks, pairs are lost as often as one, times their number.
      const exact = meanTimeToLoss({ ...replicas, ...more, pairs: 1 }, (hours * replicas.pairs) / 100) / replicas.pairs;
    expect(hours / exact).toBeGreaterThan(1.85);
    expect(hours / exact).toBeLessThan(2.05);
  });
});
