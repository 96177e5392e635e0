import { describe, expect, test } from 'vitest';
import { readScenario } from '../../../src/scenario/read-scenario.js';
import type { Outcomes } from '../../../src/study/outcomes.js';
import { footingsOf, type Footings } from '../../../src/study/rests-on/footings.js';
import { restsOn } from '../../../src/study/rests-on/rests-on.js';

const TEXT = `
drillcast: 1
name: Every footing
people:
  engineers: { count: 2, call-out: { value: 10m to 1h, source: vendor, as-of: 2024-05-01 } }
  officer: { count: 1, hours: Mon-Fri 09:00-17:00, call-out: { value: 5m, source: assumed } }
links:
  wire: { rate: { value: 100 MiB/s, source: measured, as-of: 2025-01-31 } }
surfaces:
  database:
    size: { value: 100 GiB, source: imported, as-of: 2025-02-02 }
    base-backup: { schedule: { value: every 1d, source: measured }, takes: { value: 1h, source: drill, as-of: 2025-03-03 } }
    log-archive: { every: { value: 5m, source: measured }, volume: { value: 1 GiB/h, source: assumed, as-of: 2024-04-04 } }
  objects: { replication: { schedule: every 6h, takes: 10m } }
incidents:
  region-loss: { frequency: 1 per 20y }
runbook:
  declare: { needs: officer, takes: { value: 10m, source: drill, as-of: 2025-06-01 } }
  restore:
    follows: declare
    needs: engineers
    takes: { value: 5m, source: drill, as-of: 2025-06-01 }
    transfers: { bytes: database.to-restore, rate: { value: 50 MiB/s, source: drill }, over: wire }
  replay: { follows: restore, restores: database, transfers: { bytes: database.log-to-replay, rate: { value: 50 MiB/s, source: drill } } }
  check: { follows: replay, takes: 5m }
milestones: { service-reopened: check, incident-closed: check }
`;

function footingsIn(text: string): Footings {
  const read = readScenario(text, { file: 'planted.yaml', load: () => undefined });
  if (read.kind !== 'scenario') throw new Error(JSON.stringify(read.problems, null, 2));
  return footingsOf(read.scenario);
}

describe('Every part rests on the weakest of its values that name a source', () => {
  const { steps, roles, surfaces } = footingsIn(TEXT);

  test('steps on their own values, the link they share and the size of what they move', () => {
    expect(steps).toEqual([
      { name: 'declare', basis: 'drill', oldest: '2025-06-01' },
      { name: 'restore', basis: 'imported', oldest: '2025-02-02' },
      { name: 'replay', basis: 'assumed', oldest: '2024-04-04' },
      { name: 'check', basis: 'unsourced', oldest: null },
    ]);
  });

  test('and on none where one of them names none: whoever says less does not stand better', () => {
    const text = TEXT.replace('takes: { value: 5m, source: drill, as-of: 2025-06-01 }', 'takes: 5m');
    const { steps: found } = footingsIn(text);
    expect(found[1]).toEqual({ name: 'restore', basis: 'unsourced', oldest: null });
  });

  test('whoever has working hours on these, all others on their call-out', () => {
    expect(roles).toEqual([
      { name: 'engineers', basis: 'vendor', oldest: '2024-05-01' },
      { name: 'officer', basis: 'roster', oldest: null },
    ]);
  });

  test('surfaces on all that is said of their copies', () => {
    expect(surfaces).toEqual([
      { name: 'database', basis: 'assumed', oldest: '2024-04-04' },
      { name: 'objects', basis: 'unsourced', oldest: null },
    ]);
  });
});

/** Forty incidents of which the last two are the worst; of these the RTO is 100 s and 300 s, the RPO 10 s and 30 s. */
function fortyIncidents({ losses = [10, 30] } = {}): Outcomes {
  const column = (worst: readonly number[], rest: number) =>
    Float64Array.from({ length: 40 }, (_, i) => (i < 38 ? rest : worst[i - 38]));
  const [a, b] = losses;
  const step = (name: string, onPath: Float64Array) => ({
    name,
    durations: onPath,
    waits: column([0, 0], 0),
    attempts: column([1, 1], 1),
    secondsOnPathToReopen: onPath,
    secondsOnPathToClose: onPath,
  });
  const waited = column([20, 120], 0);
  return {
    seed: 1,
    incidents: 40,
    metrics: [
      { name: 'rto', values: column([100, 300], 50) },
      { name: 'rpo', values: column([a, b], 0) },
      { name: 'rtt', values: column([100, 300], 50) },
      { name: 'rpo.database', values: column([a, 0], 0) },
      { name: 'rpo.objects', values: column([a, b], 0) },
    ],
    kinds: { names: ['region-loss'], values: new Float64Array(40) },
    steps: {
      incidents: 40,
      decisions: [],
      // The second was never reached in the last incident.
      steps: [step('restore', column([50, 180], 50)), step('check', column([30, NaN], 0))],
      people: [{ name: 'officer', secondsOnPathToReopen: waited, secondsOnPathToClose: waited }],
    },
  };
}

const FOOTINGS: Footings = {
  steps: [
    { name: 'restore', basis: 'drill', oldest: '2025-06-01' },
    { name: 'check', basis: 'unsourced', oldest: null },
  ],
  roles: [{ name: 'officer', basis: 'roster', oldest: null }],
  surfaces: [
    { name: 'database', basis: 'assumed', oldest: '2025-05-05' },
    { name: 'objects', basis: 'measured', oldest: null },
  ],
};

describe('The worst incidents are shared out among what they rest on', () => {
  test('by the seconds of the critical path, the largest share first', () => {
    const rto = restsOn(fortyIncidents(), FOOTINGS, 0.95).rto;
    expect(rto?.incidents).toBe(2);
    expect(rto?.bases.map(({ basis, share, oldest, parts }) => ({ basis, share, oldest, parts }))).toEqual([
      {
        basis: 'drill',
        share: 230 / 400,
        oldest: '2025-06-01',
        parts: [{ kind: 'step', name: 'restore', share: 230 / 400 }],
      },
      {
        basis: 'roster',
        share: 140 / 400,
        oldest: null,
        parts: [{ kind: 'people', name: 'officer', share: 140 / 400 }],
      },
      { basis: 'unsourced', share: 30 / 400, oldest: null, parts: [{ kind: 'step', name: 'check', share: 30 / 400 }] },
    ]);
  });

  test('what names no source counts as assumed', () => {
    expect(restsOn(fortyIncidents(), FOOTINGS, 0.95).rto?.assumed.share).toBe(30 / 400);
  });

  test('a loss belongs to the surface that lost most, the first of equals', () => {
    const rpo = restsOn(fortyIncidents(), FOOTINGS, 0.95).rpo;
    expect(rpo?.bases.map(({ basis, share, parts }) => [basis, share, parts[0].name])).toEqual([
      ['measured', 30 / 40, 'objects'],
      ['assumed', 10 / 40, 'database'],
    ]);
    expect(rpo?.assumed.share).toBe(10 / 40);
  });

  test('nothing can be shared out where nothing is lost, or nothing is recovered', () => {
    expect(restsOn(fortyIncidents({ losses: [0, 0] }), FOOTINGS, 0.95).rpo).toBeNull();
    const lost = fortyIncidents();
    for (const { values } of lost.metrics) values.fill(NaN);
    expect(restsOn(lost, FOOTINGS, 0.95)).toEqual({ rto: null, rpo: null, rtt: null });
  });

  test('a metric or a part of which nothing is known is a fault of the caller', () => {
    const { metrics, ...rest } = fortyIncidents();
    expect(() => restsOn({ ...rest, metrics: metrics.slice(1) }, FOOTINGS, 0.95)).toThrow(/no metric rto/);
    expect(() => restsOn(fortyIncidents(), { ...FOOTINGS, roles: [] }, 0.95)).toThrow(/nothing is said of officer/);
  });
});
