import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { comparisonSchema } from '../../../src/report/comparison-schema.js';
import { renderComparisonJson } from '../../../src/report/render-comparison-json.js';
import { renderJson } from '../../../src/report/render-json.js';
import type { Comparison } from '../../../src/study/comparison.js';
import { instant } from '../../../src/units/quantity.js';
import { syntheticComparison, type SyntheticVariant } from '../../support/synthetic-comparison.js';

const FASTER: SyntheticVariant = { change: (value) => value / 2 };
const ELSEWHERE: SyntheticVariant = {
  timezone: 'UTC',
  perYear: 1,
  period: { from: instant(0), to: instant(86_400) },
  without: 'rpo.postgresql',
};
const PRICES = { downtime: 10, standing: 1000 };
const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(comparisonSchema());
const documentOf = (comparison: Comparison) => JSON.parse(renderComparisonJson(comparison)) as Comparison;

describe('renderComparisonJson', () => {
  it('writes a document that reads back as the comparison, with instants by RFC 3339', () => {
    const comparison = syntheticComparison([{}, FASTER, ELSEWHERE], { incidents: 200 });
    const { variants, ...rest } = documentOf(comparison);
    const [, { settings, ...other }] = comparison.variants;
    expect(rest).toEqual({ ...comparison, variants: undefined });
    expect(variants[0]).toEqual(comparison.variants[0]);
    expect(variants[1]).toEqual({
      ...other,
      settings: [
        {
          kind: 'period',
          baseline: { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' },
          variant: { from: '1970-01-01T00:00:00.000Z', to: '1970-01-02T00:00:00.000Z' },
        },
        ...settings.slice(1),
      ],
    });
  });

  it('holds the result of each scenario as a run of it alone writes it', () => {
    const comparison = syntheticComparison([{}, FASTER], { incidents: 200 });
    expect(documentOf(comparison).results[1]).toEqual(JSON.parse(renderJson(comparison.results[1])));
  });
});

describe('comparisonSchema', () => {
  it('stands in schema/comparison.json as it is', () => {
    const file = new URL('../../../schema/comparison.json', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(comparisonSchema(), null, 2)}\n`);
  });

  const losing = (from: number): SyntheticVariant => ({ change: (value, _, i) => (i >= from ? NaN : value) });

  it.each<[string, SyntheticVariant, { incidents: number; lost?: number }]>([
    ['a large run', FASTER, { incidents: 5000 }],
    ['a run too small for most quantiles', FASTER, { incidents: 3 }],
    ['scenarios that are not alike around', ELSEWHERE, { incidents: 100 }],
    ['unrecoverable incidents on both sides', losing(300), { incidents: 500, lost: 60 }],
    ['prices on both sides', { ...FASTER, prices: PRICES }, { incidents: 500 }],
    ['prices of too few incidents', { ...FASTER, prices: PRICES }, { incidents: 3 }],
    ['prices that do not know what an unrecoverable incident costs', { prices: PRICES }, { incidents: 500, lost: 9 }],
    ['a run without any recovery', losing(0), { incidents: 20, lost: 20 }],
    ['only wins and losses without a number', losing(10), { incidents: 20, lost: 10 }],
  ])('accepts the comparison of %s', (_, variant, size) => {
    const baseline = variant.prices === undefined ? {} : { prices: PRICES };
    isValid(documentOf(syntheticComparison([baseline, variant], size)));
    expect(isValid.errors).toBeNull();
  });

  const good = documentOf(syntheticComparison([{}, FASTER], { incidents: 500 }));
  const withVariant = (change: object) => ({ ...good, variants: [{ ...good.variants[0], ...change }] });
  const withRto = (change: object) => {
    const { metrics } = good.variants[0];
    return withVariant({ metrics: { ...metrics, rto: { ...metrics.rto, ...change } } });
  };
  const { rto } = good.variants[0].metrics;
  const withPrice = (change: object) => {
    const price = { upkeep: { state: 'undecided', value: null, low: null, high: null, ...change }, perYear: null };
    return { currency: 'EUR', upkeep: 1, incidents: null, perYear: null, hourOfRto: { mean: price, p95: price } };
  };

  it('accepts costs of the form that is broken below', () => {
    expect(isValid(JSON.parse(JSON.stringify(withVariant({ costs: withPrice({}) }))))).toBe(true);
  });

  it.each<[string, object]>([
    ['another format', { ...good, format: 'drillcast-comparison/2' }],
    ['a key of its own', { ...good, extra: 1 }],
    ['only one result', { ...good, results: good.results.slice(1) }],
    ['a broken result', { ...good, results: [good.results[0], { ...good.results[1], unit: 'hours' }] }],
    ['no variant', { ...good, variants: [] }],
    ['a variant that is the baseline', withVariant({ result: 0 })],
    ['an unknown setting', withVariant({ settings: [{ kind: 'weather', baseline: 'sun', variant: 'rain' }] })],
    ['a period without instants', withVariant({ settings: [{ kind: 'period', baseline: 'a', variant: 'b' }] })],
    ['a variant without RTT', withVariant({ metrics: { rto, rpo: rto } })],
    ['an unknown verdict', withRto({ verdict: 'splendid' })],
    ['a share above 1', withRto({ better: { ...rto.better, share: 1.5 } })],
    ['half a recovery', withRto({ recovered: { ...rto.recovered, both: 0.5 } })],
    [
      'an estimated shift without a value',
      withRto({ shifts: { ...rto.shifts, p50: { ...rto.shifts.p50, value: null } } }),
    ],
    ['a price without a value that is estimated', withVariant({ costs: withPrice({ state: 'estimated' }) })],
    ['a price that is undecided, with a value', withVariant({ costs: withPrice({ state: 'undecided', value: 3 }) })],
    ['costs without their price', withVariant({ costs: { ...withPrice({}), hourOfRto: {} } })],
    ['a shift of an unknown quantile', withRto({ shifts: { ...rto.shifts, p42: rto.shifts.p50 } })],
  ])('refuses %s', (_, planted) => {
    expect(isValid(JSON.parse(JSON.stringify(planted)))).toBe(false);
  });
});
