import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { checkSchema } from '../../../../src/report/check/check-schema.js';
import { renderCheckJunit } from '../../../../src/report/check/render-check-junit.js';
import { renderCheckMarkdown } from '../../../../src/report/check/render-check-markdown.js';
import { renderCheckSarif } from '../../../../src/report/check/render-check-sarif.js';
import { renderCheckText } from '../../../../src/report/check/render-check-text.js';
import { jsonText } from '../../../../src/report/json-text.js';
import type { CheckReport, LimitItem } from '../../../../src/study/check/check-report.js';

const HOSTILE = '<script>|alert(1)</script> [x](http://e) @team \u001b[31m\u202eevil';
const CONTROLS = ['\u001b', '\u202e'];
const limit: LimitItem = {
  kind: 'objective',
  text: 'p95(rto) <= 24h',
  unit: 'seconds',
  comparison: '<=',
  limit: 86_400,
  value: 93_960,
  low: 93_000,
  high: 95_000,
  verdict: 'missed',
  undecidedFor: null,
  kept: null,
  place: { file: 'plans/hot cold.yaml', line: 7, column: 10 },
};
const report: CheckReport = {
  format: 'drillcast-check/1',
  tool: { name: 'drillcast', version: '0.1.0' },
  scenario: { name: HOSTILE, file: 'plan.yaml', sha256: 'a'.repeat(64) },
  seed: 7,
  incidents: 20_000,
  end: { reason: 'count', asked: 20_000, precision: null },
  confidence: 0.95,
  draws: null,
  uncertainty: null,
  verdict: 'missed',
  items: [
    limit,
    {
      ...limit,
      kind: 'requirement',
      text: 'share(rto <= 24h) >= 90%',
      unit: 'share',
      value: 0.9,
      low: 0.89,
      high: 0.91,
      verdict: 'undecided',
      place: null,
    },
    {
      ...limit,
      kind: 'requirement',
      text: 'cost-per-year <= 1',
      unit: 'money',
      value: null,
      low: null,
      high: null,
      verdict: 'undecided',
      place: null,
    },
    { ...limit, text: 'p50(rto) <= 48h', verdict: 'met' },
    { kind: 'readiness', text: HOSTILE, answer: null, verdict: 'missed', isRequired: true, place: null },
    { kind: 'readiness', text: 'Are alerts set?', answer: 'no', verdict: 'missed', isRequired: false, place: null },
  ],
  against: {
    file: 'base.json',
    version: '0.1.0',
    sha256: 'b'.repeat(64),
    isSameLuck: true,
    metrics: {
      rto: { p50: { before: 3600, after: 1800 }, p95: { before: 7200, after: 7200 } },
      rpo: { p50: { before: null, after: 60 }, p95: { before: null, after: null } },
    },
    added: ['rpo.secrets'],
    removed: [],
  },
};

describe('A check', () => {
  test('is text of 80 columns that ends with the verdict and the command that gives it again', () => {
    const text = renderCheckText(report);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    for (const control of CONTROLS) expect(text).not.toContain(control);
    expect(text).toContain('  missed    p95(rto) <= 24h\n            26.1h (25.8h to 26.4h)  plans/hot cold.yaml:7\n');
    expect(text).toContain('  noted     Are alerts set?\n            no\n');
    expect(text).toMatch(/RTO P50 +1\.00h +30\.0m +−30\.0m\n/);
    expect(text).toMatch(/RPO P95 +never +never +none/);
    expect(text).toContain('Failed: 2 of 5 missed.');
    expect(text).toContain('drillcast check plan.yaml');
    expect(text).toContain('--incidents 20000 --seed 7');
  });

  test('is JSON of its schema', () => {
    const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(checkSchema());
    isValid(JSON.parse(jsonText(report)));
    expect(isValid.errors).toBeNull();
    isValid({ ...report, verdict: 'fine' });
    expect(isValid.errors).not.toBeNull();
    const file = new URL('../../../../schema/check.json', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(checkSchema(), null, 2)}\n`);
  });

  test('is JUnit XML in which a miss is a failure, a note is skipped, and what is undecided is as the caller says', () => {
    const lenient = renderCheckJunit(report, { isUndecidedFailure: false });
    expect(lenient).toContain('tests="6" failures="2" skipped="3"');
    expect(lenient).toContain('<failure message="p95(rto) &lt;= 24h: missed, 26.1h (25.8h to 26.4h)" type="missed"/>');
    expect(lenient).toContain('file="plans/hot cold.yaml" line="7"');
    expect(lenient).not.toMatch(/<script/);
    for (const control of CONTROLS.slice(0, 1)) expect(lenient).not.toContain(control);
    const strict = renderCheckJunit(report, { isUndecidedFailure: true });
    expect(strict).toContain('tests="6" failures="4" skipped="1"');
  });

  test('is SARIF with a result at its line for each item that is not met', () => {
    const { runs } = JSON.parse(renderCheckSarif(report, { isUndecidedFailure: false })) as Log;
    const results = runs[0].results ?? [];
    expect(results.map(({ level, ruleId }) => [level, ruleId])).toEqual([
      ['error', 'drillcast/objective'],
      ['warning', 'drillcast/requirement'],
      ['warning', 'drillcast/requirement'],
      ['error', 'drillcast/readiness'],
      ['note', 'drillcast/readiness'],
    ]);
    expect(results[0].locations?.[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'plans/hot%20cold.yaml' },
      region: { startLine: 7, startColumn: 10 },
    });
    for (const { ruleId, ruleIndex = -1 } of results) expect(runs[0].tool.driver.rules?.[ruleIndex].id).toBe(ruleId);
    const strict = JSON.parse(renderCheckSarif(report, { isUndecidedFailure: true })) as Log;
    expect(strict.runs[0].results?.map(({ level }) => level)).toEqual(['error', 'error', 'error', 'error', 'note']);
  });

  test('is Markdown in which nothing that others wrote is markup', () => {
    const text = renderCheckMarkdown(report);
    expect(text).toContain('| ❌ | p95(rto) &lt;= 24h | 26.1h (25.8h to 26.4h) |');
    expect(text).not.toMatch(/<script|[^\\]@team|[^\\]\[x|http:\/\//);
    for (const line of text.split('\n').filter((row) => row.startsWith('|'))) {
      expect(line.replaceAll('\\|', '').match(/\|/g)?.length).toBeOneOf([4, 5]);
    }
  });
});
