import { describe, expect, it } from 'vitest';
import type { Drill, Measured } from '../../../src/evidence/drills/drill.js';
import { achievedBy, stepObservations } from '../../../src/evidence/drills/observations.js';
import { percentileOf } from '../../../src/evidence/drills/percentile.js';
import { readDrills } from '../../../src/evidence/drills/read-drill.js';
import { writeDrill } from '../../../src/evidence/drills/write-drill.js';
import { scoreDrills } from '../../../src/evidence/drills/score-drills.js';
import { testUniform } from '../../../src/evidence/drills/test-uniform.js';
import { compile } from '../../../src/plan/compile.js';
import { stream } from '../../../src/random/stream.js';
import { replicate } from '../../../src/study/replicate.js';
import { instant } from '../../../src/units/quantity.js';
import { scenarioOf } from '../../support/plan-of.js';

const SCENARIO = scenarioOf(`drillcast: 1
name: Two steps
planning: { rto: 100s to 400s }
surfaces:
  database: { replication: { every: 1h, takes: 1m } }
  files: { replication: { every: 2h, takes: 1m } }
incidents: { loss: {} }
runbook:
  restore: { takes: 100s to 400s }
  close: { follows: restore, takes: 10s to 40s }
milestones: { service-reopened: restore, incident-closed: close }
`);
const OUTCOMES = replicate(compile(SCENARIO), { seed: 1, incidents: 20_000 });
const ORIGIN = { version: '0.0.0', file: 'two.yaml', sha256: '0'.repeat(64) };

function drill(index: number, rto: Measured, changes: Partial<Drill> = {}): Drill {
  const began = instant(1_800_000_000 + 86_400 * index);
  return {
    name: `drill-${String(index)}`,
    kind: 'full-restore',
    began,
    environment: '',
    restored: [],
    ended: 'completed',
    achieved: { rto, rpo: {} },
    steps: [],
    failures: [],
    note: '',
    ...changes,
  };
}

/** Drills whose RTO stands at these places of the forecast. */
function drillsAt(places: readonly number[]): readonly Drill[] {
  const ascending = OUTCOMES.metrics[0].values.slice().sort();
  return places.map((place, index) =>
    drill(index, { seconds: ascending[Math.floor(place * ascending.length)], isCensored: false }),
  );
}

const score = (drills: readonly Drill[]) =>
  scoreDrills(drills, { scenario: SCENARIO, outcomes: OUTCOMES, origin: ORIGIN });
const EVEN = Array.from({ length: 20 }, (_, index) => (index + 0.5) / 20);

describe('the score of a forecast', () => {
  it('finds nothing suspicious in drills that stand evenly over it', () => {
    const { metrics, verdict } = score(drillsAt(EVEN));
    expect(metrics.rto.meanPercentile).toBeCloseTo(0.5, 2);
    expect(metrics.rto.coverage.map(({ inside }) => inside)).toEqual([10, 16, 18]);
    expect(metrics.rto.histogram.every((count) => Math.abs(count - 2) < 0.01)).toBe(true);
    expect(metrics.rto.standing).toBe('unsuspicious');
    expect(verdict).toEqual({ standing: 'unsuspicious', drills: 20 });
  });

  it.each([
    ['longer', EVEN.map((place) => 0.6 + place * 0.39)],
    ['shorter', EVEN.map((place) => place * 0.4)],
    ['spread', EVEN.map((place) => (place < 0.5 ? place * 0.06 : 1 - (1 - place) * 0.06))],
  ])('finds drills that came out %s', (standing, places) => {
    const { metrics, verdict } = score(drillsAt(places));
    expect(metrics.rto.standing).toBe(standing);
    expect(verdict.standing).toBe('contradicted');
  });

  it('says nothing with three drills, wherever they stand, and makes no test', () => {
    for (const places of [
      [0.99, 0.995, 0.999],
      [0.4, 0.5, 0.6],
    ]) {
      const { metrics, verdict } = score(drillsAt(places));
      expect(metrics.rto.tests).toBeNull();
      expect(verdict).toEqual({ standing: 'undecided', drills: 3 });
    }
  });

  it('counts a drill that broke off beyond the interval as outside, one within as unknown', () => {
    const early = drill(20, { seconds: 150, isCensored: true });
    const late = drill(21, { seconds: 5000, isCensored: true });
    const { metrics } = score([...drillsAt(EVEN), early, late]);
    expect(metrics.rto).toMatchObject({ measured: 22, censored: 2 });
    expect(metrics.rto.coverage[2]).toMatchObject({ inside: 18, outside: 3, unknown: 1 });
  });

  it('is told to be worth more than the planning range where it is narrower and right', () => {
    const narrow = { seconds: 200, isCensored: false };
    const wide = scenarioOf(`drillcast: 1
name: Wide range
planning: { rto: 10s to 4000s }
incidents: { loss: {} }
runbook: { restore: { takes: 190s to 210s } }
milestones: { service-reopened: restore, incident-closed: restore }
`);
    const outcomes = replicate(compile(wide), { seed: 1, incidents: 2000 });
    const drills = Array.from({ length: 8 }, (_, index) => drill(index, narrow));
    const { metrics } = scoreDrills(drills, { scenario: wide, outcomes, origin: ORIGIN });
    expect(metrics.rto.crps?.planning).toMatchObject({ better: 8, signTest: expect.closeTo(2 / 256, 12) as number });
    expect(metrics.rto.crps?.planning?.skill).toBeGreaterThan(0.9);
  });

  it('leaves out what the scenario does not have, and says so once', () => {
    const attempts = [{ start: instant(1), end: instant(2), outcome: 'done' as const, paused: 0, note: '' }];
    const strange = drillsAt([0.5, 0.5]).map((one) => ({ ...one, steps: [{ name: 'restor', attempts }] }));
    expect(score(strange).warnings).toEqual([
      'drill-0 and 1 more: the scenario has no step "restor" (did you mean "restore"?): it is left out',
    ]);
  });
});

describe('a drill that says which kind of incident it was', () => {
  const kinds = scenarioOf(`drillcast: 1
name: Two kinds
incidents: { quick: { frequency: 1 per year }, slow: { frequency: 1 per year } }
runbook:
  restore: { takes: 100s to 110s }
  rebuild: { when: slow, follows: restore, takes: 1000s to 1100s }
milestones: { service-reopened: [restore, rebuild], incident-closed: [restore, rebuild] }
`);
  const outcomes = replicate(compile(kinds), { seed: 1, incidents: 4000 });
  const placeOf = (incident?: string): number => {
    const one = drill(0, { seconds: 1155, isCensored: false }, incident === undefined ? {} : { incident });
    const scored = scoreDrills([one], { scenario: kinds, outcomes, origin: ORIGIN });
    return scored.drills[0].metrics['rto'].percentileLow;
  };

  it('is held against the forecast of that kind, else against that of all', () => {
    // The middle of one of the two kinds, and all of the other below it.
    expect(placeOf('slow')).toBeGreaterThan(0.4);
    expect(placeOf('slow')).toBeLessThan(0.6);
    expect(placeOf()).toBeGreaterThan(0.7);
    expect(placeOf()).toBeLessThan(0.8);
    expect(placeOf('quick')).toBeGreaterThan(0.99);
  });

  it('of a kind that is not played is held against all, and this is said', () => {
    expect(placeOf('slaw')).toBe(placeOf());
    const one = drill(0, { seconds: 1, isCensored: false }, { incident: 'slaw' });
    expect(scoreDrills([one], { scenario: kinds, outcomes, origin: ORIGIN }).warnings).toEqual([
      'drill-0: the scenario plays no incident "slaw" (did you mean "slow"?): it is held against the forecast of all',
    ]);
  });

  it('reads back from a file and from a table', () => {
    const one = drill(0, { seconds: 60, isCensored: false }, { incident: 'slow' });
    expect(readDrills({ file: 'a.yaml', text: writeDrill(one) })).toEqual({ kind: 'drills', drills: [one] });
    const text = 'drill,kind,began,incident\na,partial,2026-11-23T08:00:00Z,slow\n';
    expect(readDrills({ file: 'a.csv', text })).toMatchObject({ kind: 'drills', drills: [{ incident: 'slow' }] });
  });
});

describe('what a drill achieved', () => {
  const attempt = (start: number, end: number, outcome: 'done' | 'failed' | 'cancelled' = 'done', paused = 0) => {
    return { start: instant(start), end: instant(end), outcome, paused, note: '' };
  };
  const NONE = { rpo: {} };

  it('follows from the steps of the milestones, without pauses', () => {
    const one = drill(0, { seconds: 1, isCensored: false });
    const steps = [
      { name: 'restore', attempts: [attempt(one.began + 5, one.began + 105, 'done', 20)] },
      { name: 'close', attempts: [attempt(one.began + 105, one.began + 125)] },
    ];
    const timed = { ...one, achieved: NONE, steps };
    expect(achievedBy(timed, 'rto', SCENARIO)).toEqual({ seconds: 85, isCensored: false });
    expect(achievedBy(timed, 'rtt', SCENARIO)).toEqual({ seconds: 105, isCensored: false });
    const broken = { ...timed, ended: 'cancelled' as const, steps: steps.slice(0, 1) };
    expect(achievedBy(broken, 'rtt', SCENARIO)).toEqual({ seconds: 85, isCensored: true });
    expect(achievedBy({ ...timed, kind: 'partial' }, 'rto', SCENARIO)).toBeUndefined();
  });

  it('has an RPO only when every data-bearing surface has, and a censored one is never certain', () => {
    const loss = (seconds: number, isCensored = false) => ({ seconds, isCensored });
    const withLosses = (rpo: Drill['achieved']['rpo']) =>
      drill(0, loss(1), { achieved: { rpo }, restored: ['database', 'files'] });
    expect(achievedBy(withLosses({ database: loss(5) }), 'rpo', SCENARIO)).toBeUndefined();
    expect(achievedBy(withLosses({ database: loss(5), files: loss(9) }), 'rpo', SCENARIO)).toEqual(loss(9));
    expect(achievedBy(withLosses({ database: loss(5, true), files: loss(9) }), 'rpo', SCENARIO)).toEqual(loss(9, true));
    expect(achievedBy(withLosses({ database: loss(5) }), 'rpo.database', SCENARIO)).toEqual(loss(5));
    const unrestored = { ...withLosses({ database: loss(5) }), restored: [] };
    expect(achievedBy(unrestored, 'rpo.database', SCENARIO)).toBeUndefined();
    expect(achievedBy({ ...unrestored, kind: 'partial' }, 'rpo.database', SCENARIO)).toEqual(loss(5));
  });

  it('counts mending between attempts, and not what others do before a step is done again', () => {
    const steps = [
      { name: 'restore', attempts: [attempt(0, 10, 'failed'), attempt(15, 30), attempt(100, 107)] },
      { name: 'close', attempts: [attempt(40, 50, 'failed'), attempt(60, 61, 'cancelled')] },
    ];
    const observed = stepObservations([drill(0, { seconds: 1, isCensored: false }, { steps })]);
    expect(observed.map(({ seconds, isCensored, attempts }) => [seconds, isCensored, attempts])).toEqual([
      [37, false, 3],
      [21, true, 2],
    ]);
  });
});

describe('places in a forecast', () => {
  it('are uniform when the value is one of the forecast, ties and all', () => {
    const chance = stream(1, 'test', 0);
    const forecast = Float64Array.of(1, 1, 1, 2, 3, 3, 4, Infinity);
    expect(percentileOf({ seconds: 1, isCensored: false }, forecast)).toEqual({ low: 0, high: 4 / 9 });
    expect(percentileOf({ seconds: 3, isCensored: true }, forecast)).toEqual({ low: 4 / 9, high: 1 });
    // Places of censored values are filled in: of a right forecast few are told to be wrong.
    const wrong = Array.from({ length: 400 }, () => {
      const places = Array.from({ length: 10 }, () => {
        const place = chance.uniform();
        return place > 0.6 ? { low: 0.6, high: 1 } : { low: place - 1e-9, high: place + 1e-9 };
      });
      return testUniform(places, chance);
    }).filter((tests) => (tests?.andersonDarling.pValue ?? 1) < 0.05).length;
    // Valid at 5 %: more than 47 of 400 come with a probability below 1e-6.
    expect(wrong).toBeLessThanOrEqual(47);
  });

  it('of fewer than five drills are not tested', () => {
    expect(
      testUniform(
        Array.from({ length: 4 }, () => ({ low: 0.1, high: 0.1001 })),
        stream(1, 'test', 0),
      ),
    ).toBeUndefined();
  });
});
