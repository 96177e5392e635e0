import type { Plan } from '../plan/plan.js';
import type { IncidentSimulator } from '../simulation/incident-simulator.js';
import type { MetricOutcomes } from './outcomes.js';

/** The metrics that a run of the plan has: `rto`, `rpo`, `rtt`, then `rpo.<surface>` of each data-bearing surface. */
export function metricNames({ surfaces }: Plan): readonly string[] {
  return [
    'rto',
    'rpo',
    'rtt',
    ...surfaces.filter(({ isDataBearing }) => isDataBearing).map(({ name }) => `rpo.${name}`),
  ];
}

/** Takes the metrics of incidents down: one column each, one row per incident. */
export class MetricColumns {
  readonly #rto: Float64Array;
  readonly #rpo: Float64Array;
  readonly #rtt: Float64Array;
  /** The data-bearing surfaces, and the column of each. */
  readonly #surfaces: Int32Array;
  readonly #losses: readonly Float64Array[];

  /** @param metrics the columns to fill in, in the order of `metricNames`. */
  constructor(plan: Plan, metrics: readonly MetricOutcomes[]) {
    this.#surfaces = Int32Array.from(plan.surfaces.keys()).filter((surface) => plan.surfaces[surface].isDataBearing);
    [this.#rto, this.#rpo, this.#rtt, ...this.#losses] = metrics.map(({ values }) => values);
  }

  /** Takes down the incident that the simulator has just played. */
  put(simulator: IncidentSimulator, row: number): void {
    this.#rto[row] = simulator.rto;
    this.#rpo[row] = simulator.rpo;
    this.#rtt[row] = simulator.rtt;
    const { surfaceLoss } = simulator.protection;
    for (let i = 0; i < this.#losses.length; i++) this.#losses[i][row] = surfaceLoss[this.#surfaces[i]];
  }
}
