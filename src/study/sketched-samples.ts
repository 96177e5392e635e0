import { countAtMost, countBelow } from '../statistics/count-at-most.js';
import type { Histogram } from '../statistics/histogram.js';
import { QuantileSketch, SKETCH_ERROR } from '../statistics/quantile-sketch.js';
import type { Sample } from '../statistics/sample.js';
import { copyOfRange } from './outcomes-of-range.js';
import type { Outcomes } from './outcomes.js';
import { METRICS_BY_KIND, type MetricByKind, type RunSamples } from './run-samples.js';

/**
 * A run that is too long to keep every value: its incidents are taken in piece by piece, in their order, and counted in
 * bins. The pieces leave no trace: the same incidents give the same numbers, however they were cut.
 */
export class SketchedSamples implements RunSamples {
  readonly relativeError = SKETCH_ERROR;
  readonly head: Outcomes;
  readonly metrics: readonly string[];
  readonly kindCounts: number[];
  readonly #metrics: readonly QuantileSketch[];
  /** By metric and kind; empty where there is but one kind, of which the metric itself tells. */
  readonly #byKind: Readonly<Record<MetricByKind, readonly QuantileSketch[]>>;
  readonly #costs: QuantileSketch | undefined;
  readonly #costsByKind: readonly QuantileSketch[];
  #incidents = 0;

  /** @param first the first piece of the run, which holds all that was looked at in detail. */
  constructor(first: Outcomes) {
    const head = copyOfRange(first, { from: 0, to: Math.max(1, first.steps.incidents) });
    this.head = head;
    this.metrics = head.metrics.map(({ name }) => name);
    this.kindCounts = head.kinds.names.map(() => 0);
    this.#metrics = head.metrics.map(() => new QuantileSketch());
    const ofKinds = (): readonly QuantileSketch[] =>
      head.kinds.names.length === 1 ? [] : head.kinds.names.map(() => new QuantileSketch());
    this.#byKind = { rto: ofKinds(), rpo: ofKinds(), rtt: ofKinds() };
    this.#costs = head.costs && new QuantileSketch();
    this.#costsByKind = head.costs === undefined ? [] : ofKinds();
    this.add(first);
  }

  get seed(): number {
    return this.head.seed;
  }

  get incidents(): number {
    return this.#incidents;
  }

  /** Takes in the incidents that follow those that were taken in before; nothing of them is kept. */
  add({ incidents, metrics, kinds, costs }: Outcomes): void {
    this.#incidents += incidents;
    metrics.forEach(({ values }, metric) => {
      this.#metrics[metric].add(values);
    });
    if (costs !== undefined) this.#costs?.add(costs);
    for (const kind of kinds.names.keys()) {
      const isOfKind = (_: number, incident: number): boolean => kinds.values[incident] === kind;
      this.kindCounts[kind] += kinds.values.reduce((sum, value) => sum + (value === kind ? 1 : 0), 0);
      if (costs !== undefined) this.#costsByKind.at(kind)?.add(costs.filter(isOfKind));
      for (const name of METRICS_BY_KIND) {
        const values = metrics.find((metric) => metric.name === name)?.values ?? new Float64Array();
        this.#byKind[name].at(kind)?.add(values.filter(isOfKind));
      }
    }
  }

  metric(name: string): Sample {
    return this.#sketchOf(name);
  }

  metricOfKind(name: MetricByKind, kind: number): Sample {
    return this.#byKind[name].at(kind) ?? this.#sketchOf(name);
  }

  costs(): Sample | undefined {
    return this.#costs;
  }

  costsOfKind(kind: number): Sample | undefined {
    return this.#costsByKind.at(kind) ?? this.#costs;
  }

  histogram(metric: string, edges: readonly number[]): Histogram {
    const sketch = this.#sketchOf(metric);
    const below = countBelow(sketch, edges[0]);
    const reached = edges.map((edge) => countAtMost(sketch, edge));
    return {
      edges,
      counts: edges.slice(1).map((_, bin) => reached[bin + 1] - (bin === 0 ? below : reached[bin])),
      below,
      atFirstEdge: reached[0] - below,
      above: sketch.length - reached[reached.length - 1],
    };
  }

  #sketchOf(name: string): QuantileSketch {
    const metric = this.metrics.indexOf(name);
    if (metric < 0) throw new RangeError(`SketchedSamples: the run has no metric ${name}`);
    return this.#metrics[metric];
  }
}
