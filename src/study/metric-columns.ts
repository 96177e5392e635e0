import type { Plan } from '../plan/plan.js';
import type { BlockSimulator } from '../simulation/block-simulator.js';
import type { IncidentSimulator } from '../simulation/incident-simulator.js';
import type { MetricOutcomes, Outcomes } from './outcomes.js';

/** The metrics that a run of the plan has: `rto`, `rpo`, `rtt`, then `rpo.<surface>` of each data-bearing surface. */
export function metricNames({ surfaces }: Plan): readonly string[] {
  return [
    'rto',
    'rpo',
    'rtt',
    ...surfaces.filter(({ isDataBearing }) => isDataBearing).map(({ name }) => `rpo.${name}`),
  ];
}

/** The metrics of a run as they come in: one column each, one value per incident. */
export class MetricColumns {
  readonly #names: readonly string[];
  readonly #rto: Float64Array;
  readonly #rpo: Float64Array;
  readonly #rtt: Float64Array;
  /** The data-bearing surfaces, and the column of each. */
  readonly #surfaces: Int32Array;
  readonly #losses: readonly Float64Array[];
  readonly #costs: Float64Array | undefined;
  readonly #kindNames: readonly string[];
  readonly #kinds: Uint16Array;

  constructor(plan: Plan, incidents: number) {
    this.#surfaces = Int32Array.from(plan.surfaces.keys()).filter((surface) => plan.surfaces[surface].isDataBearing);
    this.#names = metricNames(plan);
    this.#rto = new Float64Array(incidents);
    this.#rpo = new Float64Array(incidents);
    this.#rtt = new Float64Array(incidents);
    this.#costs = plan.prices === undefined ? undefined : new Float64Array(incidents);
    this.#kindNames = plan.kinds.map(({ name }) => name);
    this.#kinds = new Uint16Array(incidents);
    this.#losses = Array.from(this.#surfaces, () => new Float64Array(incidents));
  }

  /** Takes down the incident that the simulator has just played. */
  put(simulator: IncidentSimulator, incident: number): void {
    this.#rto[incident] = simulator.rto;
    this.#rpo[incident] = simulator.rpo;
    this.#rtt[incident] = simulator.rtt;
    if (this.#costs !== undefined) this.#costs[incident] = simulator.cost;
    this.#kinds[incident] = simulator.strike.kindIndex;
    const { surfaceLoss } = simulator.protection;
    for (let i = 0; i < this.#losses.length; i++) this.#losses[i][incident] = surfaceLoss[this.#surfaces[i]];
  }

  /** What each incident cost; undefined without prices. */
  costs(): Float64Array | undefined {
    return this.#costs;
  }

  /** Which kind of disaster struck in each incident. */
  kinds(): Outcomes['kinds'] {
    return { names: this.#kindNames, values: this.#kinds };
  }

  /** Takes down the incidents from `from` on, `to` excluded: the first of the block that has just been played. */
  putBlock(block: BlockSimulator, { from, to }: { readonly from: number; readonly to: number }): void {
    const count = to - from;
    this.#rto.set(block.rto.subarray(0, count), from);
    this.#rpo.set(block.rpo.subarray(0, count), from);
    this.#rtt.set(block.rtt.subarray(0, count), from);
    for (let i = 0; i < this.#losses.length; i++) {
      this.#losses[i].set(block.surfaceLosses[this.#surfaces[i]].subarray(0, count), from);
    }
    this.#costs?.set(block.costs.subarray(0, count), from);
  }

  /** In the order of `metricNames`. */
  metrics(): readonly MetricOutcomes[] {
    const columns = [this.#rto, this.#rpo, this.#rtt, ...this.#losses];
    return this.#names.map((name, i) => ({ name, values: columns[i] }));
  }
}
