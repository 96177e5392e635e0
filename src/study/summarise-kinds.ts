import { YEAR } from '../units/unit-table.js';
import type { Incident } from '../scenario/disaster.js';
import type { MetricByKind, RunSamples } from './run-samples.js';
import type { Sample } from '../statistics/sample.js';
import type { KindCost, KindSummary, MetricSummary, Summary } from './summary.js';

/**
 * The kinds of disaster, by name, with the metrics of each by itself where there are several.
 *
 * @param summarise gives the estimates of one metric of some incidents of the run.
 */
export function summariseKinds(
  samples: RunSamples,
  incidents: readonly Incident[],
  summarise: (metric: MetricByKind, sample: Sample) => MetricSummary,
): Summary['incidentKinds'] {
  const { names } = samples.head.kinds;
  return Object.fromEntries(
    incidents.map(({ name, frequency }): [string, KindSummary] => {
      const kind = names.indexOf(name);
      const count = samples.kindCounts.at(kind) ?? 0;
      const of = (metric: MetricByKind): MetricSummary => summarise(metric, samples.metricOfKind(metric, kind));
      const isOnly = incidents.length === 1 || count === 0;
      return [
        name,
        {
          perYear: frequency === undefined ? null : frequency * YEAR,
          share: count / samples.incidents,
          incidents: count,
          metrics: isOnly ? null : { rto: of('rto'), rpo: of('rpo'), rtt: of('rtt') },
          cost: count === 0 ? null : costOf(samples.costsOfKind(kind), frequency),
        },
      ];
    }),
  );
}

/** An incident without a recovery and without a price leaves no mean. */
function costOf(costs: Sample | undefined, frequency: number | undefined): KindCost | null {
  if (costs === undefined || costs.ascending.at(costs.ascending.length - 1) === Infinity) return null;
  const { mean, standardError } = costs.moments;
  if (mean === null) return null;
  return { mean, standardError, perYear: frequency === undefined ? null : frequency * YEAR * mean };
}
