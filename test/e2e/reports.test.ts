import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drillcast } from './drillcast.js';

describe('reports/', () => {
  it.each(readdirSync('reports'))('holds what Drillcast answers today: %s', (name) => {
    const { code, stdout } = drillcast(['run', `scenarios/${name}.yaml`, '--incidents', '100000', '--json', '-']);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(`reports/${name}/result.json`, 'utf8'));
  });
});
