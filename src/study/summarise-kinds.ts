import { YEAR } from '../units/unit-table.js';
import type { Incident } from '../scenario/disaster.js';
import type { Outcomes } from './outcomes.js';
import type { KindSummary, MetricSummary, Summary } from './summary.js';

/** The metrics that are told for each kind of disaster by itself. */
const TOLD = ['rto', 'rpo', 'rtt'] as const;

/**
 * The kinds of disaster, by name, with the metrics of each by itself where there are several.
 *
 * @param summarise gives the estimates of one metric over some incidents of the run.
 */
export function summariseKinds(
  outcomes: Outcomes,
  incidents: readonly Incident[],
  summarise: (metric: (typeof TOLD)[number], values: Float64Array) => MetricSummary,
): Summary['incidentKinds'] {
  const { kinds } = outcomes;
  const counts = kinds.names.map((_, kind) => kinds.values.reduce((sum, value) => sum + (value === kind ? 1 : 0), 0));
  return Object.fromEntries(
    kinds.names.map((name, kind): [string, KindSummary] => {
      const frequency = incidents.find((incident) => incident.name === name)?.frequency;
      const isAlone = kinds.names.length === 1;
      return [
        name,
        {
          perYear: frequency === undefined ? null : frequency * YEAR,
          share: counts[kind] / outcomes.incidents,
          incidents: counts[kind],
          metrics: isAlone || counts[kind] === 0 ? null : metricsOf(outcomes, kind, summarise),
        },
      ];
    }),
  );
}

function metricsOf(
  { metrics, kinds }: Outcomes,
  kind: number,
  summarise: (metric: (typeof TOLD)[number], values: Float64Array) => MetricSummary,
): NonNullable<KindSummary['metrics']> {
  const of = (name: (typeof TOLD)[number]): MetricSummary => {
    const column = metrics.find((metric) => metric.name === name);
    if (column === undefined) throw new RangeError(`summarise: the outcomes have no metric ${name}`);
    return summarise(
      name,
      column.values.filter((_, incident) => kinds.values[incident] === kind),
    );
  };
  return { rto: of('rto'), rpo: of('rpo'), rtt: of('rtt') };
}
