import type { Plan } from '../plan/plan.js';
import type { BlockSimulator } from '../simulation/block-simulator.js';
import type { IncidentSimulator } from '../simulation/incident-simulator.js';
import type { Outcomes } from './outcomes.js';

/** The metrics that a run of the plan has: `rto`, `rpo`, `rtt`, then `rpo.<surface>` of each data-bearing surface. */
export function metricNames({ surfaces }: Plan): readonly string[] {
  return [
    'rto',
    'rpo',
    'rtt',
    ...surfaces.filter(({ isDataBearing }) => isDataBearing).map(({ name }) => `rpo.${name}`),
  ];
}

/** Takes down what incidents achieved, what struck, and what it cost: one column each, one row per incident. */
export class MetricColumns {
  readonly #rto: Float64Array;
  readonly #rpo: Float64Array;
  readonly #rtt: Float64Array;
  /** The data-bearing surfaces, and the column of each. */
  readonly #surfaces: Int32Array;
  readonly #losses: readonly Float64Array[];
  readonly #kinds: Float64Array;
  readonly #costs: Float64Array | undefined;

  /** @param outcomes the columns to fill in, those of the metrics in the order of `metricNames`. */
  constructor(plan: Plan, { metrics, kinds, costs }: Pick<Outcomes, 'metrics' | 'kinds' | 'costs'>) {
    this.#surfaces = Int32Array.from(plan.surfaces.keys()).filter((surface) => plan.surfaces[surface].isDataBearing);
    [this.#rto, this.#rpo, this.#rtt, ...this.#losses] = metrics.map(({ values }) => values);
    this.#kinds = kinds.values;
    this.#costs = costs;
  }

  /** Takes down the incident that the simulator has just played. */
  put(simulator: IncidentSimulator, row: number): void {
    this.#rto[row] = simulator.rto;
    this.#rpo[row] = simulator.rpo;
    this.#rtt[row] = simulator.rtt;
    this.#kinds[row] = simulator.strike.kindIndex;
    if (this.#costs !== undefined) this.#costs[row] = simulator.cost;
    const { surfaceLoss } = simulator.protection;
    for (let i = 0; i < this.#losses.length; i++) this.#losses[i][row] = surfaceLoss[this.#surfaces[i]];
  }

  /**
   * Takes down incidents of the block that has just been played: places `from` to `to` in it, `to` excluded.
   *
   * @param row where the first of them goes.
   */
  putBlock(block: BlockSimulator, { from, to }: { readonly from: number; readonly to: number }, row: number): void {
    this.#rto.set(block.rto.subarray(from, to), row);
    this.#rpo.set(block.rpo.subarray(from, to), row);
    this.#rtt.set(block.rtt.subarray(from, to), row);
    // Only where a single kind strikes are incidents played in blocks, and its number stands there already: 0.
    this.#costs?.set(block.costs.subarray(from, to), row);
    for (let i = 0; i < this.#losses.length; i++) {
      this.#losses[i].set(block.surfaceLosses[this.#surfaces[i]].subarray(from, to), row);
    }
  }
}
