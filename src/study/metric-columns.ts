import type { Plan } from '../plan/plan.js';
import type { IncidentSimulator } from '../simulation/incident-simulator.js';
import type { MetricOutcomes } from './outcomes.js';

/** The metrics of a run as they come in: one column each, one value per incident. */
export class MetricColumns {
  readonly #names: readonly string[];
  readonly #rto: Float64Array;
  readonly #rpo: Float64Array;
  readonly #rtt: Float64Array;
  /** The data-bearing surfaces, and the column of each. */
  readonly #surfaces: Int32Array;
  readonly #losses: readonly Float64Array[];

  constructor(plan: Plan, incidents: number) {
    this.#surfaces = Int32Array.from(plan.surfaces.keys()).filter((surface) => plan.surfaces[surface].isDataBearing);
    this.#names = Array.from(this.#surfaces, (surface) => `rpo.${plan.surfaces[surface].name}`);
    this.#rto = new Float64Array(incidents);
    this.#rpo = new Float64Array(incidents);
    this.#rtt = new Float64Array(incidents);
    this.#losses = this.#names.map(() => new Float64Array(incidents));
  }

  /** Takes down the incident that the simulator has just played. */
  put(simulator: IncidentSimulator, incident: number): void {
    this.#rto[incident] = simulator.rto;
    this.#rpo[incident] = simulator.rpo;
    this.#rtt[incident] = simulator.rtt;
    const { surfaceLoss } = simulator.protection;
    for (let i = 0; i < this.#losses.length; i++) this.#losses[i][incident] = surfaceLoss[this.#surfaces[i]];
  }

  /** `rto`, `rpo`, `rtt`, then `rpo.<surface>` of each data-bearing surface. */
  metrics(): readonly MetricOutcomes[] {
    return [
      { name: 'rto', values: this.#rto },
      { name: 'rpo', values: this.#rpo },
      { name: 'rtt', values: this.#rtt },
      ...this.#losses.map((values, i) => ({ name: this.#names[i], values })),
    ];
  }
}
