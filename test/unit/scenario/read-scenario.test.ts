import { describe, expect, test } from 'vitest';
import type { Law } from '../../../src/distributions/law.js';
import { lognormal, lognormalFromQuantiles } from '../../../src/distributions/lognormal.js';
import type { Scenario, Step } from '../../../src/scenario/scenario.js';
import { gibibytes, mebibytesPerSecond, tebibytes } from '../../../src/units/quantity.js';
import { problemsOf, readFiles } from '../../support/read-files.js';
import { changed, SMALL_SCENARIO } from '../../support/small-scenario.js';

function scenarioOf(text: string): Scenario {
  const read = readFiles({ 'small.yaml': text });
  if (read.kind === 'problems') throw new Error(problemsOf(read).join('\n'));
  return read.scenario;
}

function stepOf(scenario: Scenario, name: string): Step {
  const step = scenario.steps.find((candidate) => candidate.name === name);
  if (step === undefined) throw new Error(`There is no step "${name}"`);
  return step;
}

/** The law that a value of `takes` is read as. */
function lawOf(takes: string): Law | undefined {
  return stepOf(scenarioOf(changed('declare: { takes: 15m }', `declare: { takes: ${takes} }`)), 'declare').takes;
}

describe('A scenario file without problems', () => {
  test('gives its numbers in seconds, bytes and bytes per second', () => {
    const { surfaces, links, planning, objectives } = scenarioOf(SMALL_SCENARIO);
    expect(surfaces.map(({ name, size }) => [name, size])).toEqual([
      ['database', gibibytes(500)],
      ['manifests', undefined],
      ['objects', tebibytes(2)],
    ]);
    expect(links).toEqual([{ name: 'restore', rate: { kind: 'fixed', value: mebibytesPerSecond(400) } }]);
    expect(planning).toEqual({ rto: { low: 28_800, high: 259_200 } });
    expect(objectives).toEqual([{ metric: 'rto', quantile: 0.95, limit: 86_400 }]);
  });

  test('gives its period as local midnights', () => {
    const { period } = scenarioOf(SMALL_SCENARIO);
    expect(new Date(period.from * 1000).toISOString()).toBe('2025-12-31T23:00:00.000Z');
    expect(new Date(period.to * 1000).toISOString()).toBe('2026-12-31T23:00:00.000Z');
  });

  test('fills in what it does not say', () => {
    const { surfaces, roles } = scenarioOf(SMALL_SCENARIO);
    const [{ protection }] = surfaces[2].copies;
    expect(protection).toEqual({
      kind: 'replication',
      schedule: { kind: 'every', period: 21_600 },
      takes: lognormalFromQuantiles({ low: { p: 0.05, value: 900 }, high: { p: 0.95, value: 3600 } }),
      succeeds: 1,
    });
    expect(surfaces.map(({ isDataBearing }) => isDataBearing)).toEqual([true, false, true]);
    expect(roles[1]).toMatchObject({ name: 'officer', timezone: 'Europe/Brussels', holidays: [] });
  });

  test('has its steps in the order of the file and everything else in the order of names', () => {
    const { steps, milestones } = scenarioOf(SMALL_SCENARIO);
    expect(steps.map(({ name }) => name)).toEqual([
      'declare',
      'provision',
      'restore',
      'replay',
      'validate',
      'reconcile',
    ]);
    expect(milestones.map(({ name }) => name)).toEqual(['incident-closed', 'service-reopened']);
  });

  test('keeps the texts that it was read from', () => {
    expect(scenarioOf(SMALL_SCENARIO).sources).toEqual([{ file: 'small.yaml', text: SMALL_SCENARIO }]);
  });

  test('collects where its values come from, by path', () => {
    const text = changed(
      'declare: { takes: 15m }',
      'declare: { takes: { value: 15m, source: drill, as-of: 2026-03-14, note: of 3 } }',
    ).replace('succeeds: 97%', 'succeeds: { value: 97%, source: measured }');
    expect(scenarioOf(text).provenance).toEqual([
      { path: 'runbook.declare.takes', source: 'drill', asOf: '2026-03-14', note: 'of 3' },
      { path: 'surfaces.database.base-backup.succeeds', source: 'measured' },
    ]);
  });

  test('divides the rate of work by the rate of arrival', () => {
    const text = changed('speed: 20 }', 'arrives: 0.25/s, rate: { uniform: { min: 1/s, max: 3/s } } }');
    expect(stepOf(scenarioOf(text), 'reconcile').catchesUp?.speed).toEqual({ kind: 'uniform', min: 4, max: 12 });
  });
});

describe('A law', () => {
  const laws: readonly (readonly [string, Law])[] = [
    ['0s', { kind: 'fixed', value: 0 }],
    ['P1DT2H', { kind: 'fixed', value: 93_600 }],
    ['{ value: 45m, source: drill }', { kind: 'fixed', value: 2700 }],
    ['30m to 2h', lognormalFromQuantiles({ low: { p: 0.05, value: 1800 }, high: { p: 0.95, value: 7200 } })],
    ['{ lognormal: { p50: 1h, sigma: 0.5 } }', lognormal({ p50: 3600, sigma: 0.5 })],
    ['{ lognormal: { mu: 8, sigma: 0.5 } }', { kind: 'lognormal', mu: 8, sigma: 0.5 }],
    [
      '{ lognormal: { p99.9: 2h, p10: 1h } }',
      lognormalFromQuantiles({ low: { p: 0.1, value: 3600 }, high: { p: 0.999, value: 7200 } }),
    ],
    ['{ triangular: { min: 1m, mode: 2m, max: 3m } }', { kind: 'triangular', min: 60, mode: 120, max: 180 }],
    ['{ pert: { min: 1m, mode: 1m, max: 3m } }', { kind: 'pert', min: 60, mode: 60, max: 180 }],
    ['{ uniform: { min: 0s, max: 3m } }', { kind: 'uniform', min: 0, max: 180 }],
    ['{ exponential: { mean: 2m }, source: vendor }', { kind: 'exponential', mean: 120 }],
    ['{ gamma: { mean: 2m, sd: 1m } }', { kind: 'gamma', shape: 4, scale: 30 }],
    ['{ gamma: { shape: 2, scale: 1m } }', { kind: 'gamma', shape: 2, scale: 60 }],
    ['{ weibull: { shape: 1.5, scale: 1m } }', { kind: 'weibull', shape: 1.5, scale: 60 }],
    ['{ empirical: { values: [3m, 1m, 2m] } }', { kind: 'empirical', values: [60, 120, 180] }],
    [
      '{ exponential: { mean: 2m }, at-least: 1m, at-most: 1h }',
      { kind: 'clamped', law: { kind: 'exponential', mean: 120 }, atLeast: 60, atMost: 3600 },
    ],
    [
      '{ mixture: [{ weight: 3, value: 1m }, { weight: 1, uniform: { min: 1m, max: 2m } }] }',
      {
        kind: 'mixture',
        parts: [
          { weight: 0.75, law: { kind: 'fixed', value: 60 } },
          { weight: 0.25, law: { kind: 'uniform', min: 60, max: 120 } },
        ],
      },
    ],
  ];

  test.each(laws)('%s is read', (text, law) => {
    expect(lawOf(text)).toEqual(law);
  });
});
