/**
 * What would be gained by drawing incidents otherwise than independently: how many incidents it takes to know P50 and P95
 * within 1 %, for each way of drawing, beside independent draws. `npx tsx test/bench/variance.ts [scenario…] [--write]`;
 * with `--write` the table goes into docs/performance.md.
 *
 * Each way plays the same number of runs of one block; the variance of the estimate between runs tells its worth. What
 * looks further back than one draw per incident (backups before the last, attempts after the first) is drawn
 * independently by all.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { sampleRankCorrelation, sampleVariance } from 'simple-statistics';
import { quantile as lawQuantile } from '../../src/distributions/families.js';
import { compile } from '../../src/plan/compile.js';
import type { ColumnPlan, Plan } from '../../src/plan/plan.js';
import { stream, type Stream } from '../../src/random/stream.js';
import { BLOCK_INCIDENTS, BlockDraws } from '../../src/simulation/block-draws.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { sortedSample } from '../../src/statistics/sorted-sample.js';
import { quantile } from '../../src/statistics/quantile.js';
import { shippedScenario } from '../support/plan-of.js';

const RUNS = 200;
const METRICS = ['rto', 'rpo', 'rtt'] as const;
const PROBABILITIES = [0.5, 0.95];
const PAGE = 'docs/performance.md';
const BEGIN = '<!-- variance: written by `npx tsx test/bench/variance.ts --write` -->';
const END = '<!-- end of variance -->';

/** Fills the uniform numbers of one column for a block of incidents, by a source of its own for each run. */
type Uniforms = (run: { readonly source: Stream; readonly column: number }, out: Float64Array) => void;

/** Draws whose columns are all made from uniform numbers, by the inverse of each law. */
class InvertedDraws extends BlockDraws {
  readonly #plans: readonly ColumnPlan[];
  readonly #seed: number;
  readonly #uniforms: Uniforms;
  readonly uniforms = new Map<number, Float64Array>();

  constructor(plan: Plan, seed: number, uniforms: Uniforms) {
    super(plan.columns, seed);
    this.#plans = plan.columns;
    this.#seed = seed;
    this.#uniforms = uniforms;
  }

  override draw(block: number): void {
    for (const [column, { name, law }] of this.#plans.entries()) {
      const out = new Float64Array(BLOCK_INCIDENTS);
      this.#uniforms({ source: stream(this.#seed, `variance/${name}`, block), column }, out);
      this.uniforms.set(column, out);
      this.columns[column].set(law === 'uniform' ? out : out.map((u) => lawQuantile(law, u)));
    }
  }
}

const independent: Uniforms = ({ source }, out) => source.fillUniform(out, out.length);

/** One number in each of as many equal parts as there are incidents, in random order. */
const stratified: Uniforms = ({ source }, out) => {
  source.fillUniform(out, out.length);
  const order = new Float64Array(out.length);
  source.fillUniform(order, order.length);
  const places = [...order.keys()].sort((one, other) => order[one] - order[other]);
  for (const [stratum, place] of places.entries()) out[place] = (stratum + out[place]) / out.length;
};

/** The strike alone, or all columns at once: a Latin hypercube. */
const stratifiedIn =
  (columns: readonly number[]): Uniforms =>
  (run, out) =>
    (columns.includes(run.column) ? stratified : independent)(run, out);

/**
 * An additive sequence in as many dimensions as there are columns, shifted at random in each.
 *
 * @source Niederreiter, Random Number Generation and Quasi-Monte Carlo Methods (1992), 3.1; the generalized golden ratio.
 */
function latticeIn(columns: readonly number[]): Uniforms {
  let ratio = 2;
  for (let i = 0; i < 60; i++) ratio = (1 + ratio) ** (1 / (columns.length + 1));
  return (run, out) => {
    const dimension = columns.indexOf(run.column);
    if (dimension < 0) return independent(run, out);
    const shift = new Float64Array(1);
    run.source.fillUniform(shift, 1);
    const step = ratio ** -(dimension + 1);
    for (let i = 0; i < out.length; i++) {
      const at = (shift[0] + (i + 1) * step) % 1;
      out[i] = Math.min(1 - 1e-12, Math.max(1e-12, at));
    }
  };
}

type Block = Readonly<Record<(typeof METRICS)[number], Float64Array>>;

/** One run of each number, and the uniform numbers that it was made from. */
function* playRuns(plan: Plan, uniforms: Uniforms): Generator<{ block: Block; draws: InvertedDraws }> {
  const draws = new InvertedDraws(plan, 1, uniforms);
  const simulator = new IncidentSimulator(plan, 1, draws);
  const block: Block = {
    rto: new Float64Array(BLOCK_INCIDENTS),
    rpo: new Float64Array(BLOCK_INCIDENTS),
    rtt: new Float64Array(BLOCK_INCIDENTS),
  };
  for (let run = 0; run < RUNS; run++) {
    for (let row = 0; row < BLOCK_INCIDENTS; row++) {
      simulator.play(run * BLOCK_INCIDENTS + row);
      for (const metric of METRICS) block[metric][row] = simulator[metric];
    }
    yield { block, draws };
  }
}

/** By metric and probability, the variance of the estimate between runs. */
function variances(plan: Plan, uniforms: Uniforms): Map<string, { variance: number; value: number }> {
  const estimates = new Map<string, number[]>();
  for (const { block } of playRuns(plan, uniforms)) {
    for (const metric of METRICS) {
      const { ascending } = sortedSample(block[metric]);
      for (const p of PROBABILITIES) {
        const name = `${metric} P${p * 100}`;
        estimates.set(name, [...(estimates.get(name) ?? []), quantile(ascending, p)]);
      }
    }
  }
  return new Map(
    [...estimates].map(([name, values]) => [
      name,
      { variance: sampleVariance(values), value: values.reduce((sum, v) => sum + v, 0) / values.length },
    ]),
  );
}

/** The columns that go with a metric most, by rank correlation, the strongest first. */
function leadingColumns(plan: Plan, metric: (typeof METRICS)[number], most: number): readonly number[] {
  const { block, draws } = playRuns(plan, independent).next().value as { block: Block; draws: InvertedDraws };
  const values = [...block[metric]].map((value) => (Number.isNaN(value) ? 1e12 : value));
  const strength = (column: number): number =>
    Math.abs(sampleRankCorrelation([...(draws.uniforms.get(column) ?? [])], values)) || 0;
  return [...plan.columns.keys()].sort((one, other) => strength(other) - strength(one)).slice(0, most);
}

/**
 * Of the variance of the share below a quantile this much is left when it is corrected by the shares of the leading
 * columns below their own quantiles, which are known: 1 − R² of the regression on the single best one.
 */
function leftByControl(plan: Plan, metric: (typeof METRICS)[number], p: number): number {
  const controls = leadingColumns(plan, metric, 8);
  const best = new Map<number, number>();
  let runs = 0;
  for (const { block, draws } of playRuns(plan, independent)) {
    const at = quantile(sortedSample(block[metric]).ascending, p);
    const isBelow = [...block[metric]].map((value) => (value <= at ? 1 : 0));
    for (const column of controls) {
      for (const cut of [p, 1 - p]) {
        const isControl = [...(draws.uniforms.get(column) ?? [])].map((u) => (u <= cut ? 1 : 0));
        const key = column + (cut === p ? 0 : 0.5);
        best.set(key, (best.get(key) ?? 0) + correlation(isBelow, isControl) ** 2);
      }
    }
    if (++runs === 40) break;
  }
  return 1 - Math.max(...[...best.values()].map((sum) => sum / runs));
}

function correlation(one: readonly number[], other: readonly number[]): number {
  const meanOf = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [a, b] = [meanOf(one), meanOf(other)];
  const covariance = one.reduce((sum, value, i) => sum + (value - a) * (other[i] - b), 0) / one.length;
  return covariance / Math.sqrt(a * (1 - a) * b * (1 - b) || 1);
}

function tableOf(name: string): string {
  const plan = compile(shippedScenario(name));
  const strike = plan.strikeColumn;
  const leading = [...new Set([strike, ...METRICS.flatMap((metric) => leadingColumns(plan, metric, 4))])].slice(0, 6);
  const ways: readonly (readonly [string, Uniforms])[] = [
    ['strike in strata', stratifiedIn([strike])],
    ['Latin hypercube', stratified],
    [`lattice in ${leading.length} inputs`, latticeIn(leading)],
  ];
  const plain = variances(plan, independent);
  const others = ways.map(([title, uniforms]) => ({ title, found: variances(plan, uniforms) }));
  const rows = METRICS.flatMap((metric) =>
    PROBABILITIES.map((p) => {
      const key = `${metric} P${p * 100}`;
      const { variance, value } = plain.get(key) ?? { variance: NaN, value: NaN };
      // Half of a 95 % interval is 1.96 standard errors; variance falls with the number of incidents.
      const needed = (from: number): string =>
        Math.round((BLOCK_INCIDENTS * from * 1.96 ** 2) / (0.01 * value) ** 2).toLocaleString('en-US');
      const cells = others.map(({ found }) => needed(found.get(key)?.variance ?? NaN));
      return [key, needed(variance), ...cells, needed(variance * leftByControl(plan, metric, p))];
    }),
  );
  const titles = [`\`${name}\``, 'independent', ...ways.map(([title]) => title), 'control variate'];
  return [titles, ['---', ...titles.slice(1).map(() => '---:')], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

const names = process.argv.slice(2).filter((word) => word !== '--write');
const tables = (names.length > 0 ? names : ['reference-r1', 'dalp-hot-cold', 'dalp-hot-warm'])
  .map(tableOf)
  .join('\n\n');
console.log(tables);
if (process.argv.includes('--write')) {
  const page = readFileSync(PAGE, 'utf8');
  writeFileSync(PAGE, `${page.split(BEGIN)[0]}${BEGIN}\n\n${tables}\n\n${END}${page.split(END)[1]}`);
}
