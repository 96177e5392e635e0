import { describe, expect, test } from 'vitest';
import { metricIndex, readIncidentChoice } from '../../../src/cli/incident-choice.js';
import { incidentAtQuantile } from '../../../src/study/incident-at-quantile.js';

const rto = (...values: readonly number[]) => Float64Array.from(values);

describe('An incident is chosen', () => {
  test('by its number', () => {
    expect(readIncidentChoice('0')).toEqual({ kind: 'number', incident: 0 });
    expect(readIncidentChoice('99999')).toEqual({ kind: 'number', incident: 99_999 });
  });

  test('by a quantile, of which the worst is the last', () => {
    expect(readIncidentChoice('p95')).toEqual({ kind: 'quantile', quantile: 0.95 });
    expect(readIncidentChoice('worst')).toEqual({ kind: 'quantile', quantile: 1 });
  });

  test.each(['', '-1', '1.5', '1e3', 'p42', 'best', 'constructor', '99999999999999999999'])('not by "%s"', (text) => {
    expect(() => readIncidentChoice(text)).toThrow('--incident: expected');
  });
});

describe('The incident at a quantile', () => {
  test('is the smallest with at least that share of all at or below it', () => {
    const values = rto(50, 10, 40, 20, 30);
    expect(incidentAtQuantile(values, 0.5)).toBe(4);
    expect(incidentAtQuantile(values, 0.6)).toBe(4);
    expect(incidentAtQuantile(values, 0.61)).toBe(2);
    expect(incidentAtQuantile(values, 1)).toBe(0);
  });

  test('is the earliest of equals', () => {
    expect(incidentAtQuantile(rto(1, 7, 7, 7), 1)).toBe(1);
  });

  test('is one without a recovery before any other is worst', () => {
    expect(incidentAtQuantile(rto(1, Number.NaN, 9, Number.NaN), 1)).toBe(1);
  });

  test('is asked for by a metric that the run has', () => {
    expect(metricIndex('rpo', ['rto', 'rpo'])).toBe(1);
    expect(() => metricIndex('rta', ['rto'])).toThrow('--metric: expected one of rto; found "rta"');
  });
});
