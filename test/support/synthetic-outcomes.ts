import type { Outcomes, StepOutcomes } from '../../src/study/outcomes.js';
import type { SummaryContext } from '../../src/study/summarise.js';
import type { Incident } from '../../src/scenario/disaster.js';
import { days, hours } from '../../src/units/quantity.js';

/** Uniform numbers strictly between 0 and 1 from a small generator, good enough to make material to render. */
function uniformsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

/** Lognormal numbers with that median and log standard deviation. */
function lognormals(options: { count: number; seed: number; median: number; sigma: number }): Float64Array {
  const uniform = uniformsFrom(options.seed);
  return Float64Array.from({ length: options.count }, () => {
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    return options.median * Math.exp(options.sigma * radius * Math.cos(2 * Math.PI * uniform()));
  });
}

/** Outcomes of no model at all, but shaped like those of a cold recovery: skewed, the first `lost` unrecoverable. */
export function syntheticOutcomes({ incidents = 20_000, lost = 0, seed = 7 } = {}): Outcomes {
  const column = (name: string, medianHours: number, sigma: number, stream: number) => {
    const values = lognormals({ count: incidents, seed: seed + stream, median: medianHours * 3600, sigma });
    return { name, values: values.fill(NaN, 0, lost) };
  };
  const rto = column('rto', 16, 0.4, 1);
  const postgresql = column('rpo.postgresql', 0.08, 0.7, 2);
  const objects = column('rpo.object-storage', 3.6, 0.5, 3);
  const rpo = postgresql.values.map((value, incident) => Math.max(value, objects.values[incident]));
  const after = lognormals({ count: incidents, seed: seed + 4, median: 10 * 3600, sigma: 0.4 });
  const rtt = rto.values.map((value, incident) => value + after[incident]);
  const looked = Math.min(incidents, 5000);
  return {
    seed,
    incidents,
    metrics: [rto, { name: 'rpo', values: rpo }, { name: 'rtt', values: rtt }, postgresql, objects],
    kinds: { names: ['region-loss'], values: new Float64Array(incidents) },
    steps: {
      incidents: looked,
      decisions: [],
      people: [
        {
          name: 'custody-officer',
          secondsOnPathToReopen: rto.values.slice(0, looked).map((value) => (value > 72_000 ? 0.08 * value : 0)),
          secondsOnPathToClose: new Float64Array(looked),
        },
      ],
      steps: [
        ['detect', 0.02],
        ['declare', 0.07],
        ['provision', 0.38],
        ['restore-postgresql', 0.21],
        ['restore-objects', 0.05],
        ['validate', 0.27],
      ].map(([name, share], position) =>
        syntheticStep(name as string, share as number, position, rto.values.subarray(0, looked)),
      ),
    },
  };
}

/** A step that takes a fixed share of each recovery, on the critical path in all incidents but every seventh. */
function syntheticStep(name: string, share: number, position: number, rto: Float64Array): StepOutcomes {
  const durations = rto.map((value) => value * share);
  const onPath = durations.map((duration, incident) => ((incident + position) % 7 === 0 ? 0 : duration));
  return {
    name,
    durations,
    waits: durations.map((duration) => (position % 2) * 0.1 * duration),
    attempts: durations.map((duration, incident) => (Number.isNaN(duration) ? NaN : 1 + (incident % 10 === 0 ? 1 : 0))),
    secondsOnPathToReopen: onPath,
    secondsOnPathToClose: onPath,
  };
}

/** The loss of a region, in a scenario that does not say where things live. */
export function regionLoss(given: Partial<Incident> = {}): Incident {
  return {
    name: 'region-loss',
    destroys: [],
    cutsOff: [],
    corrupts: [],
    deletes: [],
    isOnsetKnown: true,
    delays: [],
    setsOff: [],
    ...given,
  };
}

export const syntheticContext: SummaryContext = {
  version: '0.1.0',
  scenario: {
    name: 'DALP hot-cold, nightly base backup',
    file: 'scenarios/hot-cold.yaml',
    sha256: '3f2a9c1e5b7d4086aa01c5d2e9f8b7463f2a9c1e5b7d4086aa01c5d2e9f8b746',
  },
  planning: {
    rto: { low: hours(8), high: hours(24) },
    rpo: { low: hours(1), high: hours(8) },
    rtt: { low: days(1), high: days(3) },
  },
  objectives: [
    { metric: 'rto', quantile: 0.95, limit: hours(24) },
    { metric: 'rpo', quantile: 0.95, limit: hours(8) },
    { metric: 'rtt', quantile: 0.999, limit: hours(72) },
  ],
  incidents: [regionLoss({ frequency: 1 / (20 * 31_557_600) })],
  standingCosts: null,
  standsOn: 'partly-drilled',
  footings: {
    steps: [
      { name: 'detect', basis: 'assumed', oldest: null },
      { name: 'declare', basis: 'assumed', oldest: '2025-03-01' },
      { name: 'provision', basis: 'drill', oldest: '2025-06-14' },
      { name: 'restore-postgresql', basis: 'vendor', oldest: '2024-11-01' },
      { name: 'restore-objects', basis: 'unsourced', oldest: null },
      { name: 'validate', basis: 'assumed', oldest: '2024-12-24' },
    ],
    roles: [{ name: 'custody-officer', basis: 'roster', oldest: null }],
    surfaces: [
      { name: 'postgresql', basis: 'measured', oldest: '2025-09-30' },
      { name: 'object-storage', basis: 'assumed', oldest: null },
    ],
  },
  readiness: null,
  inputs: { drill: 1, measured: 0, imported: 0, vendor: 1, assumed: 3, unsourced: 31 },
};
