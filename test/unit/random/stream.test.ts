import { describe, expect, it } from 'vitest';
import { normalCumulative } from '../../../src/arithmetic/normal-cumulative.js';
import { stream } from '../../../src/random/stream.js';
import { CHI_SQUARE_LIMIT, chiSquareOfEqual, countPairs } from '../../support/chi-square.js';
import { fingerprint } from '../../support/fingerprint.js';
import { kolmogorovDistance, kolmogorovLimit } from '../../support/kolmogorov-smirnov.js';

const uniforms = (count: number, ...[seed, name, block]: Parameters<typeof stream>): Float64Array => {
  const out = new Float64Array(count);
  stream(seed, name, block).fillUniform(out, count);
  return out;
};

describe('stream', () => {
  it('has these very draws', () => {
    const draws = stream(42, 'restore', 7);
    expect([draws.uniform(), draws.uniform(), draws.normal(), draws.normal()]).toEqual([
      0.7232068874729747, 0.5372984512367303, -0.3256804712208495, -0.4282421753928117,
    ]);
    const normals = new Float64Array(10_000);
    stream(42, 'restore', 7).fillNormal(normals, normals.length);
    expect(fingerprint(normals)).toBe('38d8d719');
    expect(fingerprint(uniforms(10_000, 42, 'restore', 7))).toBe('16e30534');
  });

  it('is decided by seed, name and block', () => {
    expect(uniforms(50, 1, 'a', 0)).toEqual(uniforms(50, 1, 'a', 0));
    const first = [
      [1, 'a', 0],
      [2, 'a', 0],
      [1, 'b', 0],
      [1, 'a', 1],
      [1, 'a|1', 0],
      [1, '1|a', 0],
      [11, 'a', 0],
      [1, '', 0],
      [1, '|', 0],
    ].map(([seed, name, block]) => stream(Number(seed), String(name), Number(block)).uniform());
    expect(new Set(first).size).toBe(first.length);
  });

  it('gives by filling what it gives one by one', () => {
    const single = stream(5, 'one by one', 0);
    const filled = stream(5, 'one by one', 0);
    const out = new Float64Array(3000);
    filled.fillNormal(out, 3000);
    expect(out).toEqual(Float64Array.from(out, () => single.normal()));
    for (const count of [1, 3000, 7]) {
      filled.fillUniform(out, count);
      expect(out.subarray(0, count)).toEqual(Float64Array.from({ length: count }, () => single.uniform()));
      filled.fillNormal(out, count);
      expect(out.subarray(0, count)).toEqual(Float64Array.from({ length: count }, () => single.normal()));
    }
  });

  it('gives a block the same draws whatever was drawn before', () => {
    const moved = stream(5, 'moved', 3);
    moved.normal();
    moved.goTo(2 ** 40);
    moved.goTo(8);
    expect(moved.uniform()).toBe(stream(5, 'moved', 8).uniform());
    expect(stream(5, 'moved', 2 ** 32).uniform()).not.toBe(stream(5, 'moved', 0).uniform());
  });

  it('fills no more than the count', () => {
    const out = new Float64Array(5);
    stream(1, 'count', 0).fillUniform(out, 3);
    stream(1, 'count', 0).fillNormal(out, 2);
    expect(out[2]).toBeGreaterThan(0);
    expect([...out.subarray(3)]).toEqual([0, 0]);
  });

  it('refuses a seed or a block that is no whole number from 0, and too short an array', () => {
    expect(() => stream(-1, 'a', 0)).toThrow(new RangeError('seed: must be a whole number from 0 to 2^53 − 1, is -1'));
    expect(() => stream(0.5, 'a', 0)).toThrow(RangeError);
    expect(() => stream(2 ** 53, 'a', 0)).toThrow(RangeError);
    expect(() => stream(1, 'a', -1)).toThrow(new RangeError('stream: block must be a whole number from 0, is -1'));
    expect(() => stream(1, 'a', NaN)).toThrow(RangeError);
    const tooShort = new RangeError('Stream: cannot put 4 draws into 3 places');
    expect(() => stream(1, 'a', 0).fillUniform(new Float64Array(3), 4)).toThrow(tooShort);
    expect(() => stream(1, 'a', 0).fillNormal(new Float64Array(3), 4)).toThrow(tooShort);
  });
});

describe('draws of a stream (false alarm 1e-6 each)', () => {
  const count = 200_000;
  const limit = kolmogorovLimit(count, 1e-6);

  it('are uniform', () => {
    expect(kolmogorovDistance(uniforms(count, 3, 'uniform', 0), (x) => x)).toBeLessThan(limit);
  });

  it('are normal', () => {
    const normals = new Float64Array(count);
    stream(3, 'normal', 0).fillNormal(normals, count);
    expect(kolmogorovDistance(normals, normalCumulative)).toBeLessThan(limit);
  });

  it('do not depend on the draw before', () => {
    const draws = uniforms(count, 4, 'pairs', 0);
    const pairs = Array.from({ length: count / 2 }, (_, i): [number, number] => [draws[2 * i], draws[2 * i + 1]]);
    expect(chiSquareOfEqual(countPairs(pairs, 16))).toBeLessThan(CHI_SQUARE_LIMIT[255]);
  });

  it('do not depend on those of the next block, seed or name', () => {
    const near = [
      (i: number) => stream(4, 'next', i + 1),
      (i: number) => stream(i + 1, 'next', 0),
      (i: number) => stream(4, `next${String(i + 1)}`, 0),
    ];
    for (const at of near) {
      const first = Array.from({ length: 20_001 }, (_, i) => at(i).uniform());
      const pairs = first.slice(1).map((x, i): [number, number] => [first[i], x]);
      expect(chiSquareOfEqual(countPairs(pairs, 16))).toBeLessThan(CHI_SQUARE_LIMIT[255]);
    }
  });
});
