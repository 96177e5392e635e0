import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { scenarioSchema } from '../../../src/scenario/scenario-schema.js';
import { changed, SMALL_SCENARIO } from '../../support/small-scenario.js';

const root = new URL('../../../', import.meta.url);
const accepts = new Ajv2020({ allowUnionTypes: true, allowMatchingProperties: true }).compile(scenarioSchema());

function shipped(): string[] {
  return readdirSync(new URL('scenarios/', root), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
}

describe('The JSON Schema of scenario files', () => {
  test('is the committed one', () => {
    const committed: unknown = JSON.parse(readFileSync(new URL('schema/scenario.json', root), 'utf8'));
    expect(committed).toEqual(scenarioSchema());
  });

  test.each(shipped())('accepts scenarios/%s', (name) => {
    expect(accepts(parse(readFileSync(new URL(`scenarios/${name}`, root), 'utf8')))).toBe(true);
  });

  test('accepts a file in part when it extends another, and null where it removes', () => {
    const part = {
      drillcast: 1,
      extends: './base.yaml',
      runbook: { restore: { transfers: { over: null } } },
      links: null,
    };
    expect(accepts(part)).toBe(true);
    expect(accepts({ ...part, extends: undefined })).toBe(false);
  });

  test('accepts the small scenario and refuses it broken', () => {
    expect(accepts(parse(SMALL_SCENARIO))).toBe(true);
    const broken = [
      changed('drillcast: 1', 'drillcast: 2'),
      changed('follows: declare', 'folows: declare'),
      changed('takes: 15m }', 'takes: soon }'),
      changed('takes: 15m }', 'takes: 15 }'),
      changed('takes: 15m }', 'takes: { triangular: { min: 1h, mode: 2h } } }'),
      changed('size: 500 GiB', 'size: 500 gib'),
      changed('succeeds: 97%', 'succeeds: nearly'),
      changed('keep: 14d', 'keep: long'),
      changed('{ p95: 24h }', '{ q95: 24h }'),
      changed('  incident-closed: reconcile\n', ''),
      changed('{ count: 2,', '{ count: some,'),
      changed('1 per 20y', 'rarely'),
      changed('{ versioned: true }', '{ versioned: false }'),
    ];
    expect(broken.filter((text) => accepts(parse(text)))).toEqual([]);
  });

  test('describes every key of a step', () => {
    const { $defs } = scenarioSchema() as { $defs: { step: { properties: Record<string, { description?: string }> } } };
    const undescribed = Object.entries($defs.step.properties).filter(
      ([, { description }]) => description === undefined,
    );
    expect(undescribed).toEqual([]);
  });
});
