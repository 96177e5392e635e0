import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../../src/report/render-json.js';
import { resultSchema } from '../../../src/report/result-schema.js';
import { summarise } from '../../../src/study/summarise.js';
import type { Summary } from '../../../src/study/summary.js';
import { syntheticContext, syntheticOutcomes } from '../../support/synthetic-outcomes.js';

const summaryOf = (incidents: number, lost = 0) => summarise(syntheticOutcomes({ incidents, lost }), syntheticContext);
const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(resultSchema());

describe('renderJson', () => {
  it('writes a document that reads back as the summary, ended by one newline', () => {
    const text = renderJson(summaryOf(200));
    expect(JSON.parse(text)).toEqual(summaryOf(200));
    expect(text).toMatch(/\}\n$/);
  });

  it('writes the same bytes for the same summary, in the order in which people read', () => {
    expect(renderJson(summaryOf(200))).toBe(renderJson(summaryOf(200)));
    const keys = Object.keys(JSON.parse(renderJson(summaryOf(200))) as Summary);
    expect(keys.slice(0, 4)).toEqual(['format', 'tool', 'scenario', 'seed']);
  });

  it('refuses a number that JSON would turn into null', () => {
    expect(() => renderJson({ ...summaryOf(10), confidence: NaN })).toThrow(
      new RangeError('jsonText: confidence must be a finite number, is NaN'),
    );
  });
});

describe('resultSchema', () => {
  it('stands in schema/result.json as it is', () => {
    const file = new URL('../../../schema/result.json', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(resultSchema(), null, 2)}\n`);
  });

  it.each([
    ['a large run', 5000, 0],
    ['a run too small for most quantiles', 3, 0],
    ['a run with unrecoverable incidents', 500, 60],
    ['a run without any recovery', 20, 20],
  ])('accepts the result of %s', (_, incidents, lost) => {
    const document: unknown = JSON.parse(renderJson(summaryOf(incidents, lost)));
    isValid(document);
    expect(isValid.errors).toBeNull();
  });

  const good = summaryOf(500);
  const withRto = (change: object) => ({
    ...good,
    metrics: { ...good.metrics, rto: { ...good.metrics.rto, ...change } },
  });
  const withP50 = (change: object) =>
    withRto({ quantiles: { ...good.metrics.rto.quantiles, p50: { ...good.metrics.rto.quantiles.p50, ...change } } });
  const { rtt: _rtt, ...withoutRtt } = good.metrics;

  it.each<[string, object]>([
    ['another format', { ...good, format: 'drillcast-result/2' }],
    ['a key of its own', { ...good, extra: 1 }],
    ['no unit', { ...good, unit: undefined }],
    ['no incidents', { ...good, incidents: 0 }],
    ['half a seed', { ...good, seed: 0.5 }],
    ['no RTT', { ...good, metrics: withoutRtt }],
    ['an unknown metric', { ...good, metrics: { ...good.metrics, mttr: good.metrics.rto } }],
    ['a negative mean', withRto({ mean: -1 })],
    ['a share above 1', withRto({ unrecoverable: 1.01 })],
    ['a planning range without an end', withRto({ planning: { ...good.metrics.rto.planning, high: undefined } })],
    ['an unknown verdict', withRto({ objectives: [{ ...good.metrics.rto.objectives[0], verdict: 'passed' }] })],
    ['an estimated quantile without a value', withP50({ value: null })],
    ['an unsupported quantile with a value', withP50({ state: 'unsupported' })],
    ['a hash that is none', { ...good, scenario: { ...good.scenario, sha256: 'abc' } }],
    ['a step without criticality', { ...good, steps: [{ ...good.steps[0], criticality: undefined }] }],
    ['an input of an unknown source', { ...good, inputs: { ...good.inputs, guessed: 1 } }],
  ])('refuses %s', (_, planted) => {
    expect(isValid(JSON.parse(JSON.stringify(planted)))).toBe(false);
  });
});
