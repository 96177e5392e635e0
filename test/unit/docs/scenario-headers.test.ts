import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDuration } from '../../../src/units/parse-duration.js';
import type { Summary } from '../../../src/study/summary.js';

/** Figures in the answers of scenario headers: of all incidents or of one kind, as they stand there. */
const FIGURES: readonly (readonly [scenario: string, kind: string, quantile: string, figure: string])[] = [
  ['dalp-hot-cold', '', 'rto.p50', '20 h'],
  ['dalp-hot-cold', '', 'rto.p95', '68 h'],
  ['dalp-hot-cold', '', 'rpo.p50', '12.5 h'],
  ['dalp-hot-cold', '', 'rpo.p95', '23.6 h'],
  ['dalp-hot-cold-all', '', 'rto.p50', '3.2 h'],
  ['dalp-hot-cold-all', '', 'rto.p95', '26.2 h'],
  ['dalp-hot-cold-all', 'ransomware', 'rto.p50', '5.8 d'],
  ['dalp-hot-warm', '', 'rto.p50', '2.8 h'],
  ['dalp-hot-warm', '', 'rto.p95', '5.6 h'],
  ['dalp-hot-warm', '', 'rpo.p50', '12 min'],
  ['dalp-hot-warm', '', 'rpo.p95', '24 min'],
  ['dalp-hot-warm-all', 'zone-loss', 'rto.p50', '2.6 h'],
  ['dalp-hot-warm-all', 'region-outage', 'rto.p50', '2.9 h'],
  ['dalp-hot-warm-all', 'operator-error', 'rto.p50', '5.3 h'],
  ['dalp-hot-warm-all', 'database-corruption', 'rto.p50', '18 h'],
  ['dalp-hot-warm-all', '', 'rto.p95', '12 h'],
  ['dalp-cloud-native', 'zone-loss', 'rto.p50', '5.3 min'],
  ['dalp-cloud-native', 'zone-loss', 'rto.p95', '11 min'],
  ['dalp-cloud-native', 'region-loss', 'rto.p50', '21 h'],
  ['dalp-cloud-native', 'region-loss', 'rto.p95', '69 h'],
  ['dalp-cloud-native', 'region-loss', 'rpo.p50', '15 h'],
  ['dalp-cloud-native', 'region-loss', 'rpo.p95', '32 h'],
  ['dalp-cloud-native-all', 'cluster-loss', 'rto.p50', '7.5 h'],
  ['dalp-cloud-native-all', '', 'rto.p95', '26 h'],
  ['dalp-hot-hot', '', 'rto.p50', '5.3 min'],
  ['dalp-hot-hot', '', 'rto.p95', '49 min'],
  ['dalp-hot-hot', '', 'rpo.p50', '29 s'],
  ['dalp-hot-hot', '', 'rpo.p95', '3.5 min'],
  ['dalp-hot-hot-all', 'region-loss', 'rto.p50', '5 min'],
  ['dalp-hot-hot-all', '', 'rto.p95', '12 h'],
  ['postgres-pgbackrest-drills', '', 'rto.p50', '51 s'],
  ['postgres-pgbackrest-drills', '', 'rto.p95', '77 s'],
  ['postgres-pgbackrest-drills', '', 'rpo.p50', '23 s'],
];

/** What a year costs at the example prices, as it stands there. */
const COSTS: readonly (readonly [scenario: string, what: 'perYear' | 'incidents', figure: string])[] = [
  ['dalp-hot-cold', 'perYear', '47,000 EUR'],
  ['dalp-hot-cold', 'incidents', '13,000 EUR'],
  ['dalp-hot-warm', 'perYear', '101,000 EUR'],
  ['dalp-cloud-native', 'perYear', '63,000 EUR'],
  ['dalp-hot-hot', 'perYear', '190,000 EUR'],
];

describe('The header of a scenario', () => {
  test.each(FIGURES)('of %s gives %s %s as it is reported: %s', (scenario, kind, quantile, figure) => {
    expect(headerOf(scenario)).toContain(figure);
    const result = reportOf(scenario);
    const [metric, p] = quantile.split('.') as ['rto' | 'rpo', 'p50' | 'p95'];
    const metrics = kind === '' ? result.metrics : result.incidentKinds[kind].metrics;
    const seconds = metrics?.[metric].quantiles[p].value ?? NaN;
    const [amount, unit] = figure.split(' ');
    const each = parseDuration(`1${unit}`);
    const size = each.kind === 'read' ? each.value : NaN;
    expect((seconds / size).toFixed(amount.split('.')[1]?.length ?? 0)).toBe(amount);
  });

  test.each(COSTS)('of %s gives the costs %s as they are reported: %s', (scenario, what, figure) => {
    expect(headerOf(scenario)).toContain(figure);
    const { costs } = reportOf(scenario);
    const amount = (what === 'perYear' ? costs?.perYear : costs?.incidents.perYear) ?? NaN;
    expect(`${Math.round(amount / 1000)},000 ${costs?.currency}`).toBe(figure);
  });

  test('says of the plan that is not ready that it is not', () => {
    const names = ['dalp-hot-cold', 'dalp-hot-warm', 'dalp-cloud-native', 'dalp-hot-hot'];
    const isSaid = (scenario: string) => headerOf(scenario).includes('This plan is not ready');
    expect(names.filter(isSaid)).toEqual(names.filter((scenario) => reportOf(scenario).readiness?.isReady === false));
  });
});

function headerOf(scenario: string): string {
  const text = readFileSync(`scenarios/${scenario}.yaml`, 'utf8');
  return text.split('drillcast: 1')[0].replaceAll(/\n# */g, ' ');
}

function reportOf(scenario: string): Summary {
  return JSON.parse(readFileSync(`reports/${scenario}/result.json`, 'utf8')) as Summary;
}
