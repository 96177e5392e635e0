import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** A nursery that holds all that a stretch may allocate, in MiB. */
const NURSERY = 64;

/**
 * A number in memory of its own takes 16 bytes. What is below half of one per incident is no part of a loop: a few
 * objects per block, and the draws of which one in eighty needs a second look.
 */
const BYTES_AT_MOST = 8;

/** Bytes that the inner loop allocates per incident, counted in a process of its own. */
function allocatedBytes(...parameters: string[]): number {
  const flags = ['--expose-gc', `--min-semi-space-size=${String(NURSERY)}`, `--max-semi-space-size=${String(NURSERY)}`];
  const script = 'test/e2e/count-allocation.js';
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, script, ...parameters], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

describe('the inner loop', () => {
  it.each(['reference-r1', 'reference-r1-unlimited'])('puts no number into memory of its own: %s', (name) => {
    expect(allocatedBytes(name)).toBeLessThan(BYTES_AT_MOST);
  });

  it('would be found out if it did so once per incident', () => {
    expect(allocatedBytes('reference-r1', 'boxed')).toBeGreaterThan(BYTES_AT_MOST);
  });
});
