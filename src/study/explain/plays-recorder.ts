import type { Plan } from '../../plan/plan.js';
import { IncidentSimulator } from '../../simulation/incident-simulator.js';
import type { Allocate } from '../blank-outcomes.js';
import type { IncidentRange } from '../incident-range.js';
import { EXPLAINED_METRICS, blankPaths, type ExplainedMetric, type PathOutcomes } from './path-outcomes.js';
import { PathRecorder } from './path-recorder.js';

/** Plans that are all struck by the same incidents, with the same luck wherever they share a name. */
export interface Plays {
  readonly seed: number;
  /** How many incidents each plan is struck by: numbers 0 and on. */
  readonly incidents: number;
  readonly plans: readonly Plan[];
  /** Whether it is taken down what the metrics of the incidents are made of; for the first plan only. */
  readonly isInDetail: boolean;
}

/** Per metric one value per incident, in seconds; NaN where the incident was not recovered from. */
export type MetricOutcomesOfPlay = Readonly<Record<ExplainedMetric, Float64Array>>;

export interface PlaysOutcomes {
  /** In the order of the plans. */
  readonly plays: readonly MetricOutcomesOfPlay[];
  /** Of the first plan; empty columns unless it was played in detail. */
  readonly paths: PathOutcomes;
}

/**
 * Plays any part of many plans at any time: plan `p` and incident `i` are number p × incidents + i, so that threads can be
 * dealt ranges of one long row. What a part leaves does not depend on what was played before it.
 */
export class PlaysRecorder {
  readonly outcomes: PlaysOutcomes;
  readonly #plays: Plays;
  readonly #paths: PathRecorder;
  /** The one at hand: ranges come in order, so an earlier plan is hardly ever asked for again. */
  #simulator: IncidentSimulator | undefined;
  #play = -1;

  constructor(plays: Plays, allocate: Allocate = (values) => new Float64Array(values)) {
    const [plan] = plays.plans;
    const column = (): Float64Array => allocate(plays.incidents);
    this.#plays = plays;
    this.outcomes = {
      plays: plays.plans.map(() => ({ rto: column(), rpo: column(), rtt: column() })),
      paths: blankPaths(plan, plays.isInDetail ? plays.incidents : 0, allocate),
    };
    this.#paths = new PathRecorder(plan, this.outcomes.paths);
  }

  /** Plays a range of the row. */
  play({ from, to }: IncidentRange): void {
    const { incidents, isInDetail } = this.#plays;
    for (let next = from; next < to; next++) {
      const play = Math.floor(next / incidents);
      const incident = next - play * incidents;
      const simulator = this.#simulatorOf(play);
      if (isInDetail && play === 0) {
        simulator.playInDetail(incident);
        this.#paths.record(simulator, incident);
      } else simulator.play(incident);
      for (const metric of EXPLAINED_METRICS) this.outcomes.plays[play][metric][incident] = simulator[metric];
    }
  }

  #simulatorOf(play: number): IncidentSimulator {
    if (this.#simulator === undefined || this.#play !== play) {
      this.#simulator = new IncidentSimulator(this.#plays.plans[play], this.#plays.seed);
      this.#play = play;
    }
    return this.#simulator;
  }
}
