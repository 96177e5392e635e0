import { describe, expect, it } from 'vitest';
import { moments } from '../../src/statistics/moments.js';
import { livesOfFile } from '../support/stored-lives.js';

const DOCUMENTS = 10_000;
const HORIZON = 100_000;
const LIVES = 12;
/** A normal number is further out than this with a probability of 5.7e-7. */
const Z = 5;

/** Sectors of a document, and hours of which there are a million in the half-life of a sector. */
interface Cell {
  readonly sectors: number;
  readonly copies: number;
  readonly halfLife: number;
  readonly audit?: number;
  readonly horizon?: number;
  /** Documents lost by the authors' simulator, its standard deviation from seed to seed, and how many of these. */
  readonly published: readonly [mean: number, deviation: number, seeds: number];
}

/** Rows of a table: the half-lives or audits of its columns with their published means and deviations. */
function unaudited(sectors: number, copies: number, row: readonly (readonly [halfLife: number, mean: number, sd: number])[]) {
  const seeds = copies === 1 ? 101 : 21;
  return row.map(([halfLife, mean, sd]): Cell => ({ sectors, copies, halfLife, published: [mean, sd, seeds] }));
}

function audited(copies: number, halfLife: number, row: readonly (readonly [audit: number, mean: number, sd: number])[]) {
  return row.map(([audit, mean, sd]): Cell => ({ sectors: 50, copies, halfLife, audit, published: [mean, sd, 21] }));
}

// prettier-ignore
const CELLS: readonly Cell[] = [
  ...unaudited(5, 1, [[2, 1584.6, 38.5], [3, 1082.8, 33.9], [5, 663.9, 27.9], [10, 339.9, 21.1], [20, 170.8, 13.6], [50, 67.6, 7.7], [100, 34.4, 5.9]]),
  ...unaudited(50, 1, [[2, 8228.5, 34.3], [3, 6848.3, 50.2], [5, 5001.1, 51.2], [10, 2929.4, 43.7], [20, 1590.3, 33.4], [50, 670.2, 25.8], [100, 341.2, 18.1]]),
  ...unaudited(50, 2, [[2, 6768.6, 46.5], [3, 4680.1, 55.4], [5, 2498.2, 36.1], [10, 855.6, 23.8], [20, 250.7, 12.7], [50, 42.8, 6.1], [100, 11.9, 4.3]]),
  ...unaudited(50, 3, [[2, 5573, 57.2], [3, 3220, 43.8], [5, 1258.1, 29.2], [10, 250.2, 17.4], [20, 41.3, 8.5], [50, 2.9, 1.9], [100, 0.5, 0.9]]),
  ...unaudited(50, 5, [[2, 3766.2, 35.4], [3, 1506.8, 26.6], [5, 313.4, 15.9], [10, 21.2, 4.7], [20, 1.2, 0.8], [50, 0, 0]]),
  ...unaudited(50, 10, [[2, 1428.6, 29.3], [3, 225.1, 12.5], [5, 10, 3.4], [10, 0, 0]]),
  ...audited(3, 2, [[1000, 5, 2.5], [2500, 29.1, 6.5], [5000, 112.5, 9.4], [10_000, 393.4, 17.7], [20_000, 1194.7, 30.2]]),
  ...audited(3, 3, [[1000, 1.5, 1.2], [2500, 9.1, 3.2], [5000, 34.8, 6.1], [10_000, 130.4, 15.3], [20_000, 430.1, 20.7]]),
  ...audited(3, 5, [[1000, 0.4, 0.7], [2500, 1.8, 1.3], [5000, 7.1, 3.5], [10_000, 30.1, 7.4], [20_000, 106, 10.6]]),
  ...audited(4, 2, [[1000, 0, 0.2], [2500, 1.5, 0.9], [5000, 8.7, 4], [10_000, 61.2, 6.9], [20_000, 361.3, 19.3]]),
  ...audited(4, 3, [[2500, 0.1, 0.3], [5000, 2.4, 1.3], [10_000, 13.5, 3.5], [20_000, 87.8, 9.5]]),
  ...audited(5, 2, [[2500, 0.1, 0.3], [5000, 0.8, 0.7], [10_000, 10.3, 4], [20_000, 108.4, 9.5]]),
  ...audited(5, 3, [[5000, 0.2, 0.5], [10_000, 1.6, 1.4], [20_000, 20.2, 4]]),
  ...[[2, 613.3], [3, 143.6]].map(([halfLife, mean]): Cell => (
    { sectors: 50, copies: 4, halfLife, audit: 10_000, horizon: 1_000_000, published: [mean, Math.sqrt(mean), 21] }
  )),
];

/** The probability that a document is lost: all its copies between two audits, in one of the times between two. */
function lossOf({ sectors, copies, halfLife, audit, horizon = HORIZON }: Cell): number {
  const between = audit ?? horizon;
  const spoilt = -Math.expm1((-Math.LN2 * sectors * between) / (halfLife * 1e6));
  return -Math.expm1((horizon / between) * Math.log1p(-(spoilt ** copies)));
}

function playedLosses(cell: Cell): Float64Array {
  const { sectors, copies, halfLife, audit, horizon = HORIZON } = cell;
  const life = `${String((halfLife * 1e6) / (sectors * Math.LN2))}h`;
  // The documents of 5 sectors are not audited in their file either.
  const audits = audit !== undefined ? `, audited-every: ${String(audit)}h` : sectors === 50 ? ', audited-every: null' : '';
  const latent = `latent-faults: { every: { exponential: { mean: ${life} } }${audits} }`;
  const change = `{ copies: ${String(copies)}, horizon: ${String(horizon)}h, ${latent} }`;
  return livesOfFile(`cases/altman-landau-2020-${String(sectors)}mb`, { lives: LIVES, change }).unitsLost;
}

/**
 * By Bernstein's inequality a binomial count is further from its mean with a probability of at most 1e-6.
 *
 * @source S. Boucheron, G. Lugosi, P. Massart, "Concentration Inequalities" (2013), theorem 2.10.
 */
function reachOf(trials: number, probability: number): number {
  const exponent = Math.log(2 / 1e-6);
  return exponent / 3 + Math.sqrt(2 * trials * probability * (1 - probability) * exponent + (exponent / 3) ** 2);
}

/**
 * Documents whose sectors rot, by M. Altman and R. Landau, "Selecting Efficient and Reliable Preservation Strategies",
 * International Journal of Digital Curation 15 (2020). The published numbers are those of their own simulator, in SimPy.
 */
describe('The documents of Altman and Landau 2020 are lost', () => {
  it.each(CELLS)('$sectors sectors, $copies copies, half-life $halfLife Mh, audits $audit h: as often as by formula', (cell) => {
    const losses = playedLosses(cell);
    const trials = LIVES * DOCUMENTS;
    const lost = losses.reduce((sum, each) => sum + each, 0);
    expect(Math.abs(lost - trials * lossOf(cell))).toBeLessThan(reachOf(trials, lossOf(cell)));
    const [mean, deviation, seeds] = cell.published;
    const played = moments(losses);
    // Below 10 their mean is no normal number.
    if (mean < 10) return;
    const error = Math.hypot(deviation / Math.sqrt(seeds), played.standardError ?? NaN);
    expect(Math.abs((played.mean ?? NaN) - mean)).toBeLessThan(Z * error);
  });

  it.each(['50mb', '5mb'])('as the file of %s says, whose numbers are those of a cell', (series) => {
    const sectors = series === '50mb' ? 50 : 5;
    const cell = CELLS.find((each) => each.sectors === sectors && each.halfLife === 2 && each.copies === (sectors === 50 ? 3 : 1) && each.audit === (sectors === 50 ? 10_000 : undefined));
    if (cell === undefined) throw new Error('the cell of the file is in no table');
    expect(livesOfFile(`cases/altman-landau-2020-${series}`, { lives: 3 }).unitsLost).toEqual(playedLosses(cell).subarray(0, 3));
  });
});
